// The look of what only `<slope-supervised>` has: the answer, the price on its scale, the columns that the loss may see.

import { css } from 'lit';

export const supervisedStyles = css`
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: var(--slope-space-6);
  }
  .plot slope-plane {
    --slope-plane-aspect: 1.1;
  }
  .bars li {
    grid-template-columns: 6.5em 1fr 4em;
  }
  .answer .big {
    font-size: 1.75rem;
    font-weight: 600;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .result {
    display: grid;
    align-content: center;
    gap: var(--slope-space-2);
    min-height: 4.6rem;
  }
  .money {
    position: relative;
    height: 0.75rem;
    border-inline-start: 1px solid var(--slope-ink-faint);
    border-bottom: 1px solid var(--slope-rule-strong);
  }
  .money span {
    display: block;
    height: 100%;
    width: calc(var(--share) * 100%);
    background: var(--slope-accent);
  }
  .anatomy {
    display: grid;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .anatomy b {
    color: var(--slope-ink);
    font-weight: 600;
  }
  .score {
    display: grid;
    gap: 0.15rem;
    font-variant-numeric: tabular-nums;
  }
  .lower {
    border-top: 1px solid var(--slope-rule);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: var(--slope-space-6);
  }
  .tables {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-5) var(--slope-space-6);
  }
  .tables td,
  .tables thead th {
    padding-inline: 0.4rem;
  }
  th.looked,
  td.looked {
    background: var(--slope-accent-tint);
    color: var(--slope-ink);
  }
  th .why {
    display: block;
    font-size: 0.92em;
    white-space: normal;
  }
  thead th {
    vertical-align: bottom;
  }
  td.ignored {
    color: var(--slope-ink-soft);
    text-decoration: line-through;
  }
  td.off {
    color: var(--slope-error);
    font-weight: 600;
  }
  @container experiment (min-width: 40rem) {
    .tables {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container experiment (min-width: 56rem) {
    .stage {
      grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr);
    }
    .side {
      border-inline-start: 1px solid var(--slope-rule);
      padding-inline-start: var(--slope-space-6);
    }
  }
`;
