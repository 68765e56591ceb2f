// The look of `<slope-peers>`: bars that grow from the line of the best other library, to the right when they are better.

import { css } from 'lit';

export const peersStyles = css`
  .groups {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-5) var(--slope-space-6);
    padding-block: var(--slope-space-4);
  }
  .group {
    display: grid;
    align-content: start;
    gap: 0.15rem;
    min-width: 0;
  }
  .group h4 {
    margin: 0;
    font-size: var(--slope-text-control);
    font-weight: 600;
    line-height: 1.3;
  }
  .group h4 span {
    font-weight: 400;
    color: var(--slope-ink-soft);
  }
  .bar-row {
    display: grid;
    grid-template-columns: 9.5rem minmax(0, 1fr) 3.6rem 6.2rem;
    align-items: center;
    gap: 0.5rem;
    font-size: var(--slope-text-small);
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
  }
  .bar-row.own {
    font-weight: 600;
  }
  .bar-row .ratio,
  .bar-row .value {
    text-align: end;
  }
  .bar-row .value {
    font-weight: 400;
    color: var(--slope-ink-soft);
    white-space: nowrap;
  }
  .bar-row .wrong {
    color: var(--slope-error);
  }
  .track {
    position: relative;
    height: 0.85rem;
    background: repeating-linear-gradient(
      to right,
      var(--slope-rule) 0 1px,
      transparent 1px calc(100% / var(--decades))
    );
  }
  .track .bar {
    position: absolute;
    inset-block: 0;
    left: calc(var(--from) * 100%);
    width: calc((var(--to) - var(--from)) * 100%);
    min-width: 2px;
    background: var(--slope-ink-faint);
  }
  .track .bar.own {
    background: var(--slope-accent);
  }
  .track::after {
    content: '';
    position: absolute;
    inset-block: -0.2rem;
    left: calc(var(--one) * 100%);
    width: 0;
    border-inline-start: 1.5px solid var(--slope-ink);
  }
  .mine {
    margin-block-start: 0.15rem;
    font-size: var(--slope-text-small);
    font-variant-numeric: tabular-nums;
  }
  .mine b {
    color: var(--slope-accent);
  }
  .source {
    display: grid;
    gap: var(--slope-space-2);
    padding-block-start: var(--slope-space-4);
  }
  .workload-title {
    grid-column: 1 / -1;
    margin: 0;
    padding-block-start: var(--slope-space-3);
    border-top: 1px solid var(--slope-rule);
    font-family: var(--slope-font-text, inherit);
    font-size: var(--slope-text-step);
    font-weight: 600;
  }
  @container experiment (max-width: 34rem) {
    .bar-row {
      grid-template-columns: minmax(0, 1fr) 3.1rem 4.4rem;
      row-gap: 0;
      margin-block-end: 0.3rem;
    }
    .bar-row .track {
      grid-area: 2 / 1 / auto / -1;
    }
  }
  @container experiment (min-width: 62rem) {
    .groups {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .bar-row {
      grid-template-columns: 8.6rem minmax(0, 1fr) 3.4rem 6rem;
    }
  }
`;
