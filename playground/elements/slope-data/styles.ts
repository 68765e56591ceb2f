// How `<slope-data>` looks: the shape, the histogram, the tables.

import { css } from 'lit';

export const dataStyles = css`
  .shape {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.2rem 1.2rem;
  }
  .shape b {
    font-family: var(--slope-font-text, inherit);
    font-size: 1.75rem;
    font-weight: 600;
    font-variant-numeric: lining-nums;
  }
  .shape .bad {
    color: var(--slope-error);
  }
  .scroll {
    overflow-x: auto;
  }
  .scroll table {
    min-width: 40rem;
  }
  .columns th button {
    min-height: 1.75rem;
    padding: 0 0.4rem;
    border-color: transparent;
    background: transparent;
    font-family: var(--slope-font-code, ui-monospace, monospace);
    font-size: 0.875em;
    text-align: start;
  }
  .columns th {
    white-space: nowrap;
  }
  .columns tr.here {
    background: var(--slope-accent-tint);
  }
  .columns tr.here button {
    font-weight: 700;
  }
  .columns .unit {
    font-size: var(--slope-text-small);
  }
  .columns .bad {
    color: var(--slope-error);
    font-weight: 700;
  }
  .spark {
    display: block;
    width: 6rem;
    height: 1.35rem;
  }
  .spark rect {
    fill: var(--slope-ink-soft);
  }
  .rows-table td,
  .rows-table th {
    white-space: nowrap;
  }
  .rows-table .empty {
    color: var(--slope-error);
  }
  .rows-table .here {
    background: var(--slope-accent-tint);
  }
  .warn {
    color: var(--slope-warning);
  }
  slope-plane {
    --slope-plane-aspect: 2.6;
  }
  @container experiment (max-width: 40rem) {
    slope-plane {
      --slope-plane-aspect: 1.35;
    }
  }
`;
