// Layout of `<slope-logistic-regression>`.

import { css } from 'lit';

export const logisticStyles = css`
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
  .stack > h2 {
    margin-bottom: calc(-1 * var(--slope-space-2));
  }
  .flat {
    --slope-plane-aspect: 1.9;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25em;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .key b {
    font-weight: 600;
  }
  .key .no {
    color: var(--slope-class-0);
  }
  .key .yes {
    color: var(--slope-class-1);
  }
  .ratios {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--slope-space-3);
  }
  .ratios dd {
    font-family: var(--slope-font-text, inherit);
    font-size: 1.5rem;
    line-height: 1.2;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .ratios dt,
  .ratios dd.why {
    font-family: inherit;
    font-size: var(--slope-text-small);
    line-height: 1.35;
    color: var(--slope-ink-soft);
  }
  .confusion {
    max-width: 20rem;
  }
  .confusion td,
  .confusion th {
    height: 2.4em;
  }
  .matrix-table {
    overflow-x: auto;
  }
  .matrix-table table {
    min-width: 20rem;
  }
  .matrix-table .negative {
    color: var(--slope-negative);
  }
  .matrix-table .positive {
    color: var(--slope-positive);
  }
  .run-progress {
    display: grid;
    gap: 0.3rem;
  }
  .run-progress p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
    min-height: 1.45em;
  }
  .progress {
    height: 4px;
    background: var(--slope-rule);
  }
  .progress span {
    display: block;
    height: 100%;
    width: calc(var(--share) * 100%);
    background: var(--slope-accent);
  }
  @container experiment (min-width: 50rem) {
    .main {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2.2fr);
    }
  }
`;
