// Layout and drawing of `<slope-neuron>`.

import { css } from 'lit';

export const neuronStyles = css`
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-5) var(--slope-space-6);
    padding-block: var(--slope-space-4);
    align-items: start;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-4);
  }
  .diagram {
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
    font-variant-numeric: tabular-nums;
  }
  .diagram text {
    font-size: 12.5px;
    text-anchor: middle;
    fill: var(--slope-ink);
  }
  .diagram .value.big {
    font-size: 15px;
    font-weight: 600;
  }
  .diagram .sign {
    font-family: var(--slope-font-text, inherit);
    font-style: italic;
    font-size: 14px;
  }
  .diagram .index {
    font-size: 9.5px;
    font-style: normal;
  }
  .diagram .on-edge {
    paint-order: stroke;
    stroke: var(--slope-paper);
    stroke-width: 6px;
    stroke-linejoin: round;
    font-size: 11.5px;
  }
  .diagram .names text {
    font-size: 11.5px;
    fill: var(--slope-ink-soft);
    paint-order: stroke;
    stroke: var(--slope-paper);
    stroke-width: 3px;
  }
  .diagram .start {
    text-anchor: start;
  }
  .diagram .names .start {
    text-anchor: start;
  }
  .diagram .names .end {
    text-anchor: end;
  }
  .node {
    fill: var(--slope-field);
    stroke: var(--slope-ink-faint);
    stroke-width: 1.25;
  }
  .node.reached {
    stroke: var(--slope-accent);
    stroke-width: 2.25;
  }
  .node.result {
    fill: var(--slope-accent-tint);
  }
  .edge {
    opacity: 0.35;
  }
  .edge.reached {
    opacity: 1;
  }
  .edge.negative {
    stroke: var(--slope-negative);
  }
  .edge.positive {
    stroke: var(--slope-positive);
  }
  .wire {
    stroke: var(--slope-rule-strong);
    stroke-width: 2;
  }
  .wire.reached {
    stroke: var(--slope-accent);
  }
  .shape {
    fill: none;
    stroke: var(--slope-ink-soft);
    stroke-width: 2;
  }
  .shape.reached {
    stroke: var(--slope-accent);
  }
  .whole {
    font-family: var(--slope-font-text, inherit);
    font-size: 1.375rem;
    font-style: italic;
    line-height: 1.25;
  }
  .stage {
    min-height: 2.9em;
  }
  .line {
    font-size: 1.0625rem;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .numbers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(5.25rem, 1fr));
    gap: var(--slope-space-3);
    max-width: 34rem;
  }
  .numbers input {
    font-family: inherit;
  }
  .flat {
    --slope-plane-aspect: 1.7;
  }
  .map {
    --slope-plane-aspect: 1.45;
  }
  .truth {
    max-width: 14rem;
  }
  .truth .now {
    background: var(--slope-accent-tint);
  }
  .status {
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
    font-variant-numeric: tabular-nums;
  }
  /* A drawing as wide as a telephone is drawn at three quarters. */
  @container experiment (max-width: 26rem) {
    .diagram text {
      font-size: 15.5px;
    }
    .diagram .on-edge,
    .diagram .names text {
      font-size: 14.5px;
    }
    .diagram .value.big {
      font-size: 17px;
    }
  }
  @container experiment (min-width: 50rem) {
    .main {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
`;
