// The look of what only `<slope-regression>` has: the table of columns, the comparison with simpler rules, one house.

import { css } from 'lit';

export const regressionStyles = css`
  .note {
    padding-inline-start: var(--slope-space-3);
    border-inline-start: 3px solid var(--slope-warning);
  }
  .scroll {
    overflow-x: auto;
  }
  .describe code,
  td code {
    font-family: var(--slope-font-code, ui-monospace, monospace);
    font-size: 0.75rem;
    font-variant-ligatures: none;
  }
  .describe {
    font-size: var(--slope-text-small);
  }
  .describe td {
    padding-block: 0.12rem;
  }
  .describe .unit {
    font-size: 0.75rem;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
    gap: var(--slope-space-4) var(--slope-space-5);
  }
  .evaluation {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-5);
  }
  .rules-side {
    display: grid;
    gap: var(--slope-space-3);
    align-content: start;
    justify-items: start;
  }
  .rules {
    display: grid;
    gap: 0.5rem;
    width: 100%;
  }
  .rules li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.1rem 1em;
    font-size: var(--slope-text-control);
  }
  .rules b {
    font-variant-numeric: tabular-nums;
  }
  .rule-track {
    grid-column: 1 / -1;
    height: 0.4rem;
    background: var(--slope-tint);
  }
  .rule-track span {
    display: block;
    height: 100%;
    width: calc(var(--share) * 100%);
    background: var(--slope-ink-faint);
  }
  .network .rule-track span {
    background: var(--slope-accent);
  }
  .evaluation slope-plane {
    --slope-plane-aspect: 1.15;
    max-width: 34rem;
  }
  .house-head,
  .house-actions,
  .prices {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--slope-space-2) var(--slope-space-4);
  }
  .house-head {
    justify-content: space-between;
  }
  .prices strong {
    font-family: var(--slope-font-text, inherit);
    font-size: 1.625rem;
    font-weight: 600;
    line-height: 1.2;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .house {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.2rem, 1fr));
    gap: var(--slope-space-2) var(--slope-space-4);
  }
  .house label {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @container experiment (min-width: 66rem) {
    .evaluation {
      grid-template-columns: minmax(0, 16rem) minmax(0, 1fr);
    }
  }
`;
