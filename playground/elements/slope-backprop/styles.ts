// The look of what only `<slope-backprop>` has: the network with its numbers, the calculation, the four examples.

import { css } from 'lit';

export const backpropStyles = css`
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: var(--slope-space-6);
  }
  .stage > .step {
    align-content: start;
  }
  .net {
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
  }
  .net text {
    font-size: 13px;
    text-anchor: middle;
    fill: var(--slope-ink);
    font-variant-numeric: tabular-nums;
    paint-order: stroke;
    stroke: var(--slope-paper);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .net .name {
    fill: var(--slope-ink-soft);
    font-style: italic;
    white-space: pre;
  }
  .net .value {
    font-size: 15px;
    font-weight: 600;
  }
  .net .node .value {
    stroke: none;
  }
  .net .gradient {
    fill: var(--slope-accent);
    font-weight: 600;
  }
  .net circle {
    fill: var(--slope-field);
    stroke: var(--slope-ink-faint);
    stroke-width: 1.5;
  }
  .net .node.active circle {
    stroke: var(--slope-ink);
    stroke-width: 3;
  }
  .edge path {
    fill: none;
    stroke: var(--slope-positive);
    opacity: 0.35;
  }
  .edge.negative path {
    stroke: var(--slope-negative);
  }
  .edge text {
    fill: var(--slope-ink-soft);
  }
  .edge.active path {
    opacity: 1;
  }
  .edge.active text:not(.gradient) {
    fill: var(--slope-ink);
  }
  .edge.back path {
    stroke-dasharray: 6 4;
  }
  .stages {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 0.9rem;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .stages li[aria-current='step'] {
    color: var(--slope-ink);
    font-weight: 700;
    box-shadow: inset 0 -2px 0 var(--slope-accent);
  }
  .scrub {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--slope-space-3);
    align-items: end;
  }
  .explain {
    min-height: 4.4em;
    max-width: 40em;
  }
  .calculation {
    display: grid;
    gap: 0.1rem;
    min-height: 9.5rem;
    align-content: start;
    font-size: var(--slope-text-control);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  tr.shown td,
  tr.shown th {
    font-weight: 700;
    color: var(--slope-ink);
  }
  @container experiment (min-width: 60rem) {
    .stage {
      grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr);
    }
    .stage > .facts-side {
      padding-inline-start: var(--slope-space-6);
      border-inline-start: 1px solid var(--slope-rule);
    }
  }
`;
