// Probability bars and confusion matrix: charts that are drawn with boxes.

import { css } from 'lit';

export const chartStyles = css`
  .bars {
    display: grid;
    gap: 0.2rem;
    font-size: var(--slope-text-control);
    font-variant-numeric: tabular-nums;
  }
  .bars li {
    display: grid;
    grid-template-columns: var(--slope-bar-name, 1.9em) 1fr 4em;
    align-items: center;
    gap: 0.5em;
    line-height: 1.3;
  }
  .bar-name abbr {
    margin-inline-start: 0.25em;
    color: var(--slope-accent);
    text-decoration: none;
  }
  .bar-track {
    height: 0.75em;
    border-inline-start: 1px solid var(--slope-ink-faint);
  }
  .bar {
    display: block;
    height: 100%;
    width: calc(var(--share) * 100%);
    min-width: 1px;
    background: var(--slope-ink-faint);
  }
  .bar-value {
    text-align: end;
    color: var(--slope-ink-soft);
  }
  .bars .best .bar {
    background: var(--slope-accent);
  }
  .bars .best.wrong .bar {
    background: var(--slope-error);
  }
  .bars .best .bar-name,
  .bars .best .bar-value {
    font-weight: 700;
    color: var(--slope-ink);
  }

  .confusion {
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 1px;
    font-size: var(--slope-text-small);
    line-height: 1;
  }
  .confusion th,
  .confusion td {
    padding: 0;
    height: 2.1em;
    text-align: center;
    vertical-align: middle;
    border: 0;
    font-variant-numeric: tabular-nums;
  }
  .confusion th.axis {
    height: 1.6em;
  }
  .confusion th {
    font-size: 1em;
  }
  .confusion .corner {
    width: 4.2em;
  }
  .confusion th[scope='row'] {
    text-align: end;
    padding-inline-end: 0.6em;
  }
  .confusion .axis-row {
    text-align: start;
  }
  .confusion td {
    background: var(--slope-tint);
  }
  .confusion td.right {
    background: color-mix(in oklab, var(--slope-accent) calc(var(--shade) * 100%), var(--slope-tint));
    font-weight: 600;
  }
  /* Light text only where the shade behind it is dark enough. */
  .confusion td.right.full {
    background: color-mix(in oklab, var(--slope-accent) calc(70% + 20% * var(--shade)), var(--slope-tint));
    color: var(--slope-on-accent);
  }
  .confusion td.wrong {
    background: color-mix(in oklab, var(--slope-error-shade) calc(var(--shade) * 100%), var(--slope-tint));
  }
  .confusion td button {
    width: 100%;
    height: 100%;
    min-height: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: transparent;
    font-size: 1em;
  }
  .confusion td button:hover {
    outline: 1px solid var(--slope-ink);
  }
  .confusion td button[aria-pressed='true'] {
    outline: 2px solid var(--slope-ink);
    font-weight: 700;
  }

  slope-pixels {
    display: block;
  }
  slope-pixels canvas {
    display: block;
    width: 100%;
    height: auto;
    aspect-ratio: 1;
    image-rendering: pixelated;
  }
`;
