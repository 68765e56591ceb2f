// The look of what only `<slope-approximation>` has: the drawing board, its legend, the number beside it.

import { css } from 'lit';

export const approximationStyles = css`
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: var(--slope-space-6);
  }
  .plot slope-plane {
    --slope-plane-aspect: 1.45;
  }
  .side slope-plane {
    --slope-plane-aspect: 1.6;
  }
  .lines {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 1.2rem;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .lines i {
    display: inline-block;
    width: 1.7em;
    margin-inline-end: 0.45em;
    border-top: 3px solid var(--slope-ink-faint);
    vertical-align: 0.25em;
  }
  .lines .network {
    border-top-color: var(--slope-accent);
  }
  .lines .parts {
    border-top: 1px solid var(--slope-ink-faint);
  }
  .error {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5em;
  }
  .error b {
    font-size: 1.75rem;
    font-variant-numeric: tabular-nums;
  }
  @container experiment (max-width: 34rem) {
    .plot slope-plane {
      --slope-plane-aspect: 1.05;
    }
  }
  @container experiment (min-width: 56rem) {
    .stage {
      grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr);
    }
    .side {
      border-inline-start: 1px solid var(--slope-rule);
      padding-inline-start: var(--slope-space-6);
    }
  }
`;
