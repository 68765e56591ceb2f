// The look of what only `<slope-rules>` has: the grid of wishes, the mean pictures, the gallery of mistakes.

import { css } from 'lit';

export const rulesStyles = css`
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: 0;
  }
  .pair > .step + .step {
    border-top: 1px solid var(--slope-rule);
  }
  .board {
    display: flex;
    flex-wrap: wrap;
    gap: var(--slope-space-4) var(--slope-space-5);
    align-items: flex-start;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(8, minmax(0, 1fr));
    gap: 2px;
    flex: 1 1 16rem;
    max-width: 22rem;
  }
  .grid button {
    min-height: 0;
    aspect-ratio: 1;
    padding: 0;
    border: 1px solid var(--slope-rule);
    border-radius: 2px;
    background: color-mix(in srgb, var(--slope-ink) calc(var(--ink) * 26%), var(--slope-paper));
    font-weight: 700;
    line-height: 1;
  }
  .grid button.ink {
    background: var(--slope-ink);
    border-color: var(--slope-accent);
    color: var(--slope-paper);
    outline: 2px solid var(--slope-accent);
    outline-offset: -1px;
  }
  .grid button.paper {
    background: var(--slope-paper);
    border-color: var(--slope-accent);
    outline: 2px solid var(--slope-accent);
    outline-offset: -1px;
  }
  .grid button:focus-visible {
    outline: var(--slope-focus);
    outline-offset: 2px;
  }
  .means {
    display: grid;
    gap: var(--slope-space-2);
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .means div {
    display: flex;
    gap: var(--slope-space-3);
  }
  .means slope-pixels {
    width: 4.5rem;
  }
  .verdict {
    font-size: 1.125rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .mistakes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    min-height: 3.2rem;
  }
  .mistakes slope-pixels {
    width: 3rem;
    outline: 1px solid var(--slope-rule);
  }
  .tools {
    display: flex;
    align-items: center;
    gap: var(--slope-space-3);
  }
  @container experiment (min-width: 56rem) {
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .pair > .step:first-child {
      padding-inline-end: var(--slope-space-6);
    }
    .pair > .step + .step {
      border-top: 0;
      border-inline-start: 1px solid var(--slope-rule);
      padding-inline-start: var(--slope-space-6);
    }
  }
`;
