// The look of what only `<slope-features>` has: two networks side by side, and the small maps below each.

import { css } from 'lit';

export const featuresStyles = css`
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: 0;
  }
  .pair > .step + .step {
    border-top: 1px solid var(--slope-rule);
  }
  .pair slope-plane {
    --slope-plane-aspect: 0.96;
  }
  .pair slope-plane.weights {
    --slope-plane-aspect: 3;
  }
  .verdict {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1.5em;
    font-variant-numeric: tabular-nums;
  }
  .maps-block {
    display: grid;
    align-content: start;
    gap: var(--slope-space-2);
  }
  .maps-block h4 {
    margin: 0;
  }
  .maps-block h4 .hint {
    font-weight: 400;
  }
  .maps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--slope-space-2);
  }
  .map {
    display: grid;
    justify-items: center;
    gap: 0.15rem;
    padding: 2px;
    font-size: var(--slope-text-small);
    line-height: 1.25;
    min-height: 0;
  }
  .map canvas {
    display: block;
    width: 3rem;
    height: 3rem;
    border-radius: 2px;
  }
  button.map {
    border: 2px solid transparent;
    padding: 1px;
    background: none;
    color: var(--slope-ink-soft);
  }
  button.map[aria-pressed='true'] {
    border-color: var(--slope-accent);
    color: var(--slope-ink);
    font-weight: 600;
  }
  button.map[aria-pressed='false'] canvas {
    opacity: 0.35;
  }
  @container experiment (min-width: 48rem) {
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      grid-template-rows: auto auto auto auto auto auto auto;
    }
    .pair > .step {
      display: grid;
      grid-row: span 7;
      grid-template-rows: subgrid;
    }
    .pair > .step:first-child {
      padding-inline-end: var(--slope-space-6);
    }
    .pair > .step + .step {
      border-top: 0;
      border-inline-start: 1px solid var(--slope-rule);
      padding-inline-start: var(--slope-space-6);
    }
  }
`;
