// Layout of `<slope-gradient-descent>`.

import { css } from 'lit';

export const descentStyles = css`
  .regime {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
    font-size: var(--slope-text-control);
  }
  .regime strong {
    min-width: 5.5em;
    font-weight: 600;
  }
  .regime.diverges strong {
    color: var(--slope-error);
  }
  .regime.overshoots strong,
  .regime.slow strong {
    color: var(--slope-warning);
  }
  .regime.good strong {
    color: var(--slope-accent);
  }
  .status {
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .slice {
    display: grid;
    gap: var(--slope-space-2);
  }
  .cut {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--slope-space-2) var(--slope-space-5);
  }
  .cut .segmented {
    flex: 0 1 auto;
  }
  .sentence {
    flex: 1 1 15rem;
    min-height: 1.4em;
    font-variant-numeric: tabular-nums;
  }
  .numbers {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-4) var(--slope-space-6);
    align-items: start;
    padding-block: var(--slope-space-4);
    border-top: 1px solid var(--slope-rule);
  }
  .numbers > * {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-3);
  }
  .rules {
    padding-block: var(--slope-space-4);
    border-top: 1px solid var(--slope-rule);
  }
  .rules table {
    min-width: 44rem;
  }
  .rules tbody th {
    color: var(--slope-ink);
    white-space: nowrap;
  }
  .rules .rule span,
  .rules .state span {
    display: block;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .rules .rule {
    font-family: var(--slope-font-text, inherit);
  }
  .rules,
  .walk-table {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-2);
  }
  .scroll {
    overflow-x: auto;
  }
  .walk-table table {
    max-width: 34rem;
  }
  .walk-table tbody th {
    font-size: var(--slope-text-control);
  }
  .table-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--slope-space-2);
  }
  .check th[scope='row'] {
    white-space: normal;
  }
  .racer {
    display: inline-block;
    width: 1.75em;
    height: 0;
    margin-inline-end: 0.6em;
    vertical-align: middle;
    border-top: 2.5px solid var(--slope-accent);
  }
  .racer.momentum {
    border-top: 2.5px dashed var(--slope-class-0);
  }
  .racer.rmsprop {
    border-top: 2.5px dotted var(--slope-ink);
  }
  .racer.adam {
    border-top: 2.5px dashed var(--slope-class-1);
  }
  @container experiment (min-width: 44rem) {
    .plots {
      --slope-plane-aspect: 1.5;
    }
  }
  @container experiment (min-width: 50rem) {
    .numbers {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
