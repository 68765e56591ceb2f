// Tables of numbers: rules above and below, none between columns.

import { css } from 'lit';

export const tableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--slope-text-control);
    line-height: 1.3;
  }
  caption {
    text-align: start;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
    padding-bottom: 0.25rem;
  }
  th {
    text-align: start;
    font-weight: 400;
    color: var(--slope-ink-soft);
    font-size: var(--slope-text-small);
  }
  thead th,
  thead td {
    border-bottom: 1px solid var(--slope-rule-strong);
  }
  th,
  td {
    padding: 0.22rem 0.5rem 0.22rem 0;
    vertical-align: baseline;
  }
  td.numeric,
  th.numeric {
    text-align: end;
    padding-inline: 0.5rem 0;
    font-variant-numeric: tabular-nums;
  }
  tfoot td,
  tfoot th {
    border-top: 1px solid var(--slope-rule-strong);
    font-weight: 600;
    color: var(--slope-ink);
  }
`;
