// How `<slope-validation>` looks: the map and the curves.

import { css } from 'lit';

export const validationStyles = css`
  .plots > * {
    display: grid;
    gap: var(--slope-space-3);
    grid-template-columns: minmax(0, 1fr);
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
    width: 0.7em;
    height: 0.7em;
    margin-inline-end: 0.45em;
    border: 1.5px solid var(--slope-ink-soft);
    border-radius: 50%;
  }
  .keys .filled {
    background: var(--slope-ink-soft);
  }
  .keys .leaked {
    width: 0.5em;
    height: 0.5em;
    outline: 1.5px solid var(--slope-ink);
    outline-offset: 1.5px;
  }
  slope-line-chart {
    --slope-chart-height: 15rem;
  }
  .scores tbody th {
    color: var(--slope-ink);
  }
  .scores .fresh td,
  .scores .fresh th {
    font-weight: 700;
  }
  .verdict {
    min-height: 2.9em;
  }
  .verdict .bad {
    color: var(--slope-error);
  }
`;
