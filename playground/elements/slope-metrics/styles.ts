// How the metrics look: the strip and the curves, the matrix to type in, the tables of ratings.

import { css } from 'lit';

export const metricsStyles = css`
  .plots {
    padding-block: 0;
  }
  slope-plane {
    --slope-plane-aspect: 1.5;
  }
  .bands {
    display: flex;
    justify-content: space-between;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .counts {
    width: auto;
    table-layout: auto;
  }
  .counts td {
    padding: 1px;
  }
  .counts thead td {
    border: 0;
  }
  .counts thead th {
    border: 0;
    text-align: center;
    padding-inline: 0.5rem;
  }
  .counts tbody th {
    text-align: end;
    padding-inline-end: 0.75rem;
    white-space: nowrap;
  }
  .counts td {
    height: 1px;
  }
  .counts label {
    display: grid;
    align-content: space-between;
    height: 100%;
    width: 8.5rem;
    padding: 0.35rem 0.5rem;
    background: var(--slope-tint);
    border-inline-start: 3px solid var(--slope-accent);
    line-height: 1.2;
  }
  .counts .wrong label {
    border-color: var(--slope-error);
  }
  .counts input {
    width: 100%;
    margin-top: 0.2rem;
    font-size: 1.25em;
    font-weight: 600;
    color: var(--slope-ink);
    text-align: end;
  }
  .typed {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    min-height: 1.9rem;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .board {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-4) var(--slope-space-6);
    align-items: start;
  }
  .board > *,
  .plots > * {
    display: grid;
    gap: var(--slope-space-2);
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .ratings th[scope='row'] {
    color: var(--slope-ink);
  }
  .ratings th i {
    display: inline-block;
    width: 1.7em;
    margin-inline-end: 0.5em;
    border-top: 2.5px solid;
    vertical-align: 0.25em;
  }
  .accuracy i {
    border-top-style: dotted !important;
    color: var(--slope-ink-soft);
  }
  .precision i {
    border-top-style: dashed !important;
    color: var(--slope-class-0);
  }
  .recall i {
    color: var(--slope-class-1);
  }
  .f1 i {
    border-top-style: dashed !important;
    color: var(--slope-accent);
  }
  .ratings {
    max-width: 38rem;
  }
  .ratings .sum {
    font-variant-numeric: tabular-nums;
  }
  .ratings .value {
    font-weight: 700;
    font-size: 1.15em;
    white-space: nowrap;
  }
  .ratings .asks {
    display: block;
    color: var(--slope-ink-soft);
    font-size: var(--slope-text-small);
  }
  .numbers .sum {
    display: block;
    margin-top: 0.15rem;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .numbers {
    border-top: 1px solid var(--slope-rule);
  }
  @container experiment (min-width: 44rem) {
    .board {
      grid-template-columns: auto minmax(0, 1fr);
    }
  }
  @container experiment (max-width: 30rem) {
    .counts label {
      width: 6.9rem;
    }
    .counts tbody th,
    .counts thead th {
      padding-inline: 0 0.35rem;
    }
    .ratings .sum {
      font-size: var(--slope-text-small);
    }
    .ratings th i {
      display: none;
    }
  }
`;
