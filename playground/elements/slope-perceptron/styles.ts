// The look of what only `<slope-perceptron>` has: the two neurons, the flower of the moment, the log of mistakes.

import { css } from 'lit';

export const perceptronStyles = css`
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: var(--slope-space-6);
  }
  .stage > .step {
    align-content: start;
  }
  slope-plane {
    --slope-plane-aspect: 1.25;
  }
  .flower {
    display: grid;
    gap: 0.2rem;
    min-height: 6.2rem;
  }
  .flower .verdict.wrong {
    color: var(--slope-error);
  }
  .log td,
  .log th {
    padding-block: 0.15rem;
  }
  .score {
    display: grid;
    gap: 0.1rem;
    font-variant-numeric: tabular-nums;
  }
  .neurons {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-3) var(--slope-space-6);
  }
  figure svg {
    display: block;
    width: 100%;
    max-width: 27rem;
    height: auto;
    overflow: visible;
  }
  figcaption {
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .part .line {
    fill: none;
    stroke: var(--slope-ink);
    stroke-linecap: round;
  }
  .part .line:not(.w) {
    stroke-width: 2;
  }
  .part .line.thick {
    stroke-width: 4;
  }
  .part .w.negative {
    stroke: var(--slope-negative);
  }
  .part .w.positive {
    stroke: var(--slope-positive);
  }
  .part .body {
    fill: var(--slope-tint);
    stroke: var(--slope-ink);
    stroke-width: 2;
  }
  .part .nucleus,
  .part .blob,
  .part .hill {
    fill: var(--slope-ink);
  }
  .part .nucleus {
    opacity: 0.45;
  }
  .part .ring {
    fill: var(--slope-paper);
    stroke: var(--slope-ink);
    stroke-width: 2;
  }
  .part text {
    font-size: 13px;
    fill: var(--slope-ink);
    text-anchor: middle;
    font-variant-numeric: tabular-nums;
    paint-order: stroke;
    stroke: var(--slope-paper);
    stroke-width: 3px;
  }
  .part text.start {
    text-anchor: start;
  }
  .part text.big {
    font-size: 22px;
    stroke: none;
  }
  .part text.strong {
    font-weight: 700;
  }
  .part.lit .line,
  .part.lit .body,
  .part.lit .ring {
    stroke: var(--slope-accent);
  }
  .part.lit .blob,
  .part.lit .hill,
  .part.lit .nucleus {
    fill: var(--slope-accent);
    opacity: 1;
  }
  .part.lit .body {
    fill: var(--slope-accent-tint);
  }
  .pairs {
    display: grid;
  }
  button.pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 2rem minmax(0, 0.7fr);
    width: 100%;
    min-height: 1.75rem;
    padding: 0.1rem 0.25rem;
    border: 0;
    border-top: 1px solid var(--slope-rule);
    border-radius: 0;
    background: none;
    text-align: start;
    white-space: normal;
    font-size: var(--slope-text-control);
    cursor: default;
  }
  button.pair.lit {
    background: var(--slope-accent-tint);
  }
  @container experiment (min-width: 34rem) {
    .neurons {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container experiment (min-width: 56rem) {
    .stage {
      grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
    }
    .stage > .now {
      border-inline-start: 1px solid var(--slope-rule);
      padding-inline-start: var(--slope-space-6);
    }
  }
  .lower {
    border-top: 1px solid var(--slope-rule);
  }
`;
