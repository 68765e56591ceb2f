// How `<slope-softmax>` looks: the rows of sliders and bars.

import { css } from 'lit';

export const softmaxStyles = css`
  .rows {
    display: grid;
    gap: 0.15rem;
  }
  .row {
    display: grid;
    grid-template-columns: 1.4rem minmax(0, 1fr) 3.2rem minmax(0, 1.1fr) 4.2rem;
    align-items: center;
    gap: 0.6rem;
    font-variant-numeric: tabular-nums;
  }
  .row.head {
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .row .digit {
    font-weight: 600;
  }
  .row .value,
  .row .share {
    text-align: end;
  }
  .row .track {
    height: 0.9rem;
    border-inline-start: 1px solid var(--slope-ink-faint);
  }
  .row .track span {
    display: block;
    height: 100%;
    width: calc(var(--share) * 100%);
    min-width: 1px;
    background: var(--slope-ink-faint);
  }
  .row.best .track span {
    background: var(--slope-accent);
  }
  .row.best .share,
  .row.best .digit {
    color: var(--slope-accent);
    font-weight: 700;
  }
  .results {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 2rem;
    font-variant-numeric: tabular-nums;
  }
  .temperature {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: var(--slope-space-3) var(--slope-space-5);
  }
  @container experiment (max-width: 30rem) {
    .row {
      grid-template-columns: 1rem minmax(0, 1fr) 2.2rem minmax(0, 0.9fr) 3.3rem;
      gap: 0.3rem;
    }
  }
`;
