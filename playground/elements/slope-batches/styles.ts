// How `<slope-batches>` looks: the wall of images, the tables.

import { css } from 'lit';

export const batchesStyles = css`
  .wall {
    display: block;
    width: 100%;
    height: auto;
    image-rendering: pixelated;
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 1.2rem;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .keys i {
    display: inline-block;
    width: 0.85em;
    height: 0.85em;
    margin-inline-end: 0.45em;
    border: 1px solid var(--slope-ink-faint);
    vertical-align: -0.08em;
  }
  .keys .used {
    background: color-mix(in srgb, var(--slope-accent) 28%, var(--slope-paper));
  }
  .keys .lit {
    background: var(--slope-positive);
  }
  .keys b {
    color: var(--slope-ink);
    font-variant-numeric: tabular-nums;
  }
  .sums tbody th,
  .runs-table tbody th {
    color: var(--slope-ink);
  }
  .sums td.strong {
    font-weight: 700;
  }
  .plots {
    padding-block: 0;
  }
  .sums,
  .runs {
    border-top: 1px solid var(--slope-rule);
  }
  table.sums {
    max-width: 44rem;
    border: 0;
  }
  .scroll {
    overflow-x: auto;
  }
  slope-plane {
    --slope-plane-aspect: 1.5;
  }
  @container experiment (max-width: 30rem) {
    .sums th,
    .sums td,
    .runs-table th,
    .runs-table td {
      font-size: var(--slope-text-small);
    }
  }
`;
