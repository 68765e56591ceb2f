// How `<slope-losses>` looks: the lines and their keys, the tables.

import { css } from 'lit';

export const lossesStyles = css`
  .plots {
    padding-block: 0;
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 1.2rem;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .keys i,
  th i {
    display: inline-block;
    width: 1.9em;
    margin-inline-end: 0.45em;
    border-top: 2.5px solid var(--slope-class-1);
    vertical-align: 0.25em;
  }
  i.mae {
    border-top: 2.5px dashed var(--slope-class-0);
  }
  i.entropy {
    border-color: var(--slope-accent);
  }
  i.huber {
    border-top: 2.5px dotted var(--slope-accent);
  }
  .results tbody th {
    color: var(--slope-ink);
    white-space: nowrap;
  }
  .results td {
    white-space: nowrap;
  }
  .share {
    font-weight: 600;
  }
  .status {
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .classes {
    border-top: 1px solid var(--slope-rule);
  }
  slope-plane {
    --slope-plane-aspect: 1.35;
  }
  @container experiment (max-width: 30rem) {
    .results th,
    .results td {
      font-size: var(--slope-text-small);
      padding-inline-end: 0.25rem;
    }
    th i {
      display: none;
    }
  }
`;
