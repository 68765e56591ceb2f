// Layout of `<slope-linear-regression>`.

import { css } from 'lit';

export const linearStyles = css`
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-4) var(--slope-space-6);
    padding-block: var(--slope-space-4);
    align-items: start;
  }
  .side,
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-3);
    align-content: start;
  }
  .big {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
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
    line-height: 1.35;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .formula-line {
    font-variant-numeric: tabular-nums;
    font-size: 1.125rem;
  }
  .goal {
    min-height: 1.45em;
  }
  .goal.reached {
    color: var(--slope-accent);
    font-weight: 600;
  }
  .under {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--slope-space-2) var(--slope-space-4);
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-5) var(--slope-space-6);
    padding-block: var(--slope-space-4);
    border-top: 1px solid var(--slope-rule);
  }
  .matrices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--slope-space-4) var(--slope-space-5);
    overflow-x: auto;
  }
  .matrices math {
    font-family: var(--slope-font-text, inherit);
    font-variant-numeric: lining-nums tabular-nums;
  }
  .matrices mi {
    font-style: italic;
  }
  .matrices .answer {
    flex-basis: 100%;
    font-size: 1.125em;
  }
  .cost {
    --slope-plane-aspect: 1.6;
  }
  .measure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--slope-space-2) var(--slope-space-4);
  }
  .measure span {
    flex: 1 1 14rem;
  }
  .paste {
    display: grid;
    gap: var(--slope-space-2);
    justify-items: start;
    margin-top: var(--slope-space-2);
  }
  textarea {
    width: 100%;
    min-height: 6rem;
    padding: 0.4rem 0.5rem;
    border: 1px solid var(--slope-ink-faint);
    border-radius: var(--slope-radius);
    background: var(--slope-field);
    color: inherit;
    font: inherit;
    font-size: var(--slope-text-control);
    font-variant-numeric: tabular-nums;
    resize: vertical;
  }
  .status {
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
    font-variant-numeric: tabular-nums;
  }
  @container experiment (min-width: 50rem) {
    .main {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
    .parts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
