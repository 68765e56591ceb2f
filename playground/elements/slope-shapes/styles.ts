// How `<slope-shapes>` looks: boxes along the road, tensors as grids of numbers, a failure.

import { css } from 'lit';

export const shapesStyles = css`
  .stations {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.4rem, 1fr));
    gap: var(--slope-space-2);
  }
  .stations button {
    display: grid;
    justify-items: center;
    gap: 0.1rem;
    width: 100%;
    height: 100%;
    padding: 0.5rem 0.25rem;
    border-color: transparent;
    border-top: 2px solid var(--slope-rule);
    border-radius: 0;
    background: transparent;
    white-space: normal;
    line-height: 1.25;
  }
  .stations .past button {
    border-top-color: var(--slope-accent);
  }
  .stations button[aria-current] {
    border-top: 3px solid var(--slope-accent);
    background: var(--slope-tint);
  }
  .stations .name {
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  code {
    font-family: var(--slope-font-code, ui-monospace, monospace);
    font-size: 0.875em;
    font-variant-ligatures: none;
  }
  .box {
    display: block;
    width: 5.5rem;
    height: 5.5rem;
  }
  .box rect {
    fill: var(--slope-tint);
    stroke: var(--slope-ink);
    stroke-width: 1;
  }
  .stations button[aria-current] rect {
    fill: var(--slope-accent-tint);
    stroke: var(--slope-accent);
  }
  .where {
    min-height: 2.9em;
    max-width: 46em;
  }
  .equation {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--slope-space-4) var(--slope-space-5);
  }
  .tensor {
    display: grid;
    justify-items: center;
    gap: 0.35rem;
  }
  .tensor figcaption {
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
    text-align: center;
  }
  .tensor figcaption b {
    color: var(--slope-ink);
  }
  .sign {
    font-size: 1.5rem;
    color: var(--slope-ink-soft);
  }
  .sheets {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.5rem;
  }
  .sheet {
    display: grid;
    grid-template-columns: repeat(var(--columns), 2.1rem);
    gap: 1px;
  }
  .cell {
    display: grid;
    place-items: center;
    min-height: 2.1rem;
    height: 2.1rem;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 0;
    font-size: var(--slope-text-small);
    line-height: 1;
    font-variant-numeric: tabular-nums;
    color: var(--slope-ink);
    background: color-mix(in oklab, var(--slope-accent) calc(var(--shade) * 34%), var(--slope-tint));
  }
  .cell.marked {
    border: 2px solid var(--slope-positive);
    font-weight: 700;
  }
  .said {
    min-height: 1.5em;
    font-variant-numeric: tabular-nums;
  }
  .failure {
    display: grid;
    gap: 0.35rem;
    padding: var(--slope-space-3);
    border-inline-start: 3px solid var(--slope-error);
    background: var(--slope-error-tint);
    max-width: 46em;
  }
  .failure code {
    overflow-wrap: anywhere;
  }
  .try {
    border-top: 1px solid var(--slope-rule);
  }
  @container experiment (min-width: 60rem) {
    .stations {
      grid-template-columns: repeat(7, minmax(0, 1fr));
    }
  }
  @container experiment (max-width: 30rem) {
    .stations {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .sheet {
      grid-template-columns: repeat(var(--columns), 1.75rem);
    }
    .cell {
      min-height: 1.75rem;
      height: 1.75rem;
    }
  }
`;
