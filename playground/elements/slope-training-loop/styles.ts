// Layout of `<slope-training-loop>`: two rows of boxes that are walked in a ring; one column on a telephone.

import { css } from 'lit';

export const loopStyles = css`
  .status {
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .loop {
    display: grid;
    gap: 1.6rem;
    padding-block: var(--slope-space-5);
  }
  .loop li {
    position: relative;
    min-width: 0;
  }
  .box {
    display: grid;
    align-content: start;
    justify-content: stretch;
    justify-items: stretch;
    gap: 0.3rem;
    width: 100%;
    height: 100%;
    padding: 0.6rem 0.7rem;
    border: 1px solid var(--slope-ink-faint);
    border-radius: var(--slope-radius);
    background: var(--slope-field);
    text-align: start;
    white-space: normal;
    font-size: var(--slope-text-small);
    line-height: 1.3;
  }
  .box .name {
    display: flex;
    justify-content: space-between;
    gap: 0.5em;
    font-family: var(--slope-font-text, inherit);
    font-size: 1.0625rem;
    font-weight: 600;
  }
  .box .halt {
    font-family: var(--slope-font-control, inherit);
    font-size: 0.75rem;
    font-weight: 600;
    color: var(--slope-error);
  }
  .box[aria-pressed='true'] {
    border-color: var(--slope-error);
  }
  .here .box {
    border-color: var(--slope-accent);
    box-shadow: 0 0 0 2px var(--slope-accent);
    background: var(--slope-accent-tint);
  }
  .soft {
    color: var(--slope-ink-soft);
  }
  .big {
    font-size: 1.5rem;
    font-weight: 600;
    line-height: 1.15;
    font-variant-numeric: tabular-nums;
  }
  .sum {
    font-variant-numeric: tabular-nums;
  }
  .thumbs {
    display: grid;
    grid-template-columns: repeat(8, minmax(0, 1fr));
    gap: 2px;
    max-width: 12rem;
  }
  .verdict {
    display: grid;
    grid-template-columns: 2.6rem minmax(0, 1fr);
    gap: 0.5rem;
    align-items: center;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(10, minmax(0, 1fr));
    align-items: end;
    gap: 2px;
    height: 3.2rem;
  }
  .columns span {
    display: grid;
    align-content: end;
    height: 100%;
    text-align: center;
    font-size: 0.75rem;
    line-height: 1.1;
    color: var(--slope-ink-soft);
  }
  .columns i {
    display: block;
    height: calc(var(--share) * 2.2rem);
    min-height: 1px;
    background: var(--slope-ink-faint);
  }
  .columns .said i {
    background: var(--slope-error);
  }
  .columns .true i {
    background: var(--slope-accent);
  }
  .columns .true {
    color: var(--slope-accent);
    font-weight: 700;
  }
  /* Arrows from box to box. */
  .loop li::after {
    content: '↓';
    position: absolute;
    inset-block-start: 100%;
    inset-inline: 0;
    text-align: center;
    line-height: 1.6rem;
    color: var(--slope-ink-soft);
  }
  .loop li.last::after {
    content: '';
  }
  .again {
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  @container experiment (min-width: 52rem) {
    .loop {
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: 2rem;
    }
    .loop .gradient {
      grid-area: 2 / 4;
    }
    .loop .optimizer {
      grid-area: 2 / 3;
    }
    .loop .weights {
      grid-area: 2 / 2;
    }
    .loop .validation {
      grid-area: 2 / 1;
    }
    .loop li::after {
      content: '→';
      inset: 0 -2rem 0 auto;
      width: 2rem;
      display: grid;
      place-items: center;
      font-size: 1.25rem;
    }
    .loop .loss::after {
      content: '↓';
      inset: 100% 0 auto 0;
      width: auto;
      height: 2rem;
    }
    .loop .gradient::after,
    .loop .optimizer::after,
    .loop .weights::after {
      content: '←';
      inset: 0 auto 0 -2rem;
    }
    .box {
      min-height: 9.25rem;
    }
    /* From the weights to the next batch, from validation to the next epoch: what makes it a loop. */
    .loop .weights::before,
    .loop .validation::before {
      content: '↑';
      position: absolute;
      inset: -2rem 0 auto 0;
      height: 2rem;
      display: grid;
      place-items: center;
      font-size: 1.25rem;
      color: var(--slope-accent);
    }
  }
`;
