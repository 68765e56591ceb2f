// Layout of `<slope-polynomial-regression>`.

import { css } from 'lit';

export const polynomialStyles = css`
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-5) var(--slope-space-6);
    padding-block: var(--slope-space-4);
    align-items: start;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-4);
  }
  .errors,
  .bars-plane {
    --slope-plane-aspect: 1.9;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5em;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .key span {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
  }
  .key i {
    width: 0.6rem;
    height: 0.6rem;
    border: 1.5px solid var(--slope-class-0);
    border-radius: 50%;
    background: var(--slope-class-0);
  }
  .key i.hollow {
    border-color: var(--slope-accent);
    background: none;
  }
  .big {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: var(--slope-space-3) var(--slope-space-5);
  }
  .big dd {
    font-family: var(--slope-font-text, inherit);
    font-size: 1.75rem;
    line-height: 1.2;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .big dt,
  .big dd.why {
    font-family: inherit;
    font-size: var(--slope-text-small);
    line-height: 1.35;
    color: var(--slope-ink-soft);
  }
  .verdict {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    min-height: 2.9em;
  }
  .verdict strong {
    font-weight: 600;
    color: var(--slope-warning);
  }
  .verdict.good strong {
    color: var(--slope-accent);
  }
  .verdict.over strong {
    color: var(--slope-error);
  }
  @container experiment (min-width: 50rem) {
    .main {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2.2fr);
    }
  }
`;
