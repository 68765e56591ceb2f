// The look of what only `<slope-mnist>` has: the wall of digits, the two rulers, the gallery, the pad.

import { css } from 'lit';

export const mnistStyles = css`
  .pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--slope-space-3);
    align-items: start;
  }
  .pair.narrow-first {
    grid-template-columns: minmax(0, 6rem) minmax(0, 1fr);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    gap: var(--slope-space-3);
    align-items: start;
  }
  .facts {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.125rem 1em;
    font-size: var(--slope-text-control);
  }
  .facts dt {
    color: var(--slope-ink-soft);
  }
  code {
    font-family: var(--slope-font-code, ui-monospace, monospace);
    font-size: 0.875em;
    font-variant-ligatures: none;
  }
  .download {
    display: grid;
    gap: 0.3rem;
  }
  .offer {
    display: grid;
    gap: var(--slope-space-2);
    justify-items: start;
    padding-inline-start: var(--slope-space-3);
    border-inline-start: 3px solid var(--slope-accent);
  }

  .wall {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: 0.35rem 0.2rem;
    padding-top: 0.25rem;
  }
  .wall span {
    display: block;
    text-align: center;
    font-size: 0.75rem;
    line-height: 1.25;
    color: var(--slope-ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .blank {
    aspect-ratio: 1;
    background: var(--slope-tint);
  }

  .histogram {
    display: grid;
    gap: 0.125rem;
  }
  .histogram svg {
    display: block;
    width: 100%;
    height: 5.25rem;
    border-bottom: 1px solid var(--slope-ink-faint);
  }
  .histogram-bar {
    fill: var(--slope-ink-soft);
  }
  .ruler {
    display: flex;
    justify-content: space-between;
    font-size: 0.75rem;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
    color: var(--slope-ink-soft);
  }
  .ruler span {
    width: 2.5em;
    text-align: center;
  }
  .ruler span:first-child {
    text-align: start;
  }
  .ruler span:last-child {
    text-align: end;
  }
  .ruler-name {
    font-size: 0.75rem;
    line-height: 1.2;
    text-align: center;
    font-style: italic;
    color: var(--slope-ink-soft);
  }
  .histogram table {
    margin-top: var(--slope-space-2);
  }

  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
    gap: var(--slope-space-4) var(--slope-space-5);
  }
  .epochs .scroll {
    max-height: 18rem;
    overflow: auto;
    margin-block: var(--slope-space-2);
  }
  .epochs table {
    min-width: 22rem;
  }

  .steps.fashion {
    --slope-bar-name: 5.5em;
  }
  .fashion .wall span,
  .fashion .thumbnail .caption,
  .fashion .confusion {
    font-size: 0.75rem;
  }
  .fashion .thumbnails {
    grid-template-columns: repeat(auto-fill, minmax(4.3rem, 1fr));
  }
  .sizes-run {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--slope-space-2) var(--slope-space-4);
    min-height: 2.25rem;
  }
  .sizes-plots {
    padding-block: 0;
  }
  .sizes-plots table {
    max-width: 26rem;
  }
  .sizes-plots .own {
    color: var(--slope-positive);
  }
  .sizes-plots slope-plane {
    --slope-plane-aspect: 1.6;
  }

  .placeholder {
    max-width: 36em;
  }
  .verdict {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
  }
  .verdict strong {
    font-family: var(--slope-font-text, inherit);
    font-size: 1.75rem;
    font-weight: 600;
    line-height: 1.2;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .evaluation {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-5);
    align-items: start;
  }
  .matrix,
  .gallery {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-3);
    justify-items: start;
  }
  .matrix .confusion {
    max-width: 30rem;
  }
  .gallery-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1em;
    min-height: 1.875rem;
  }
  .thumbnails {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(3.1rem, 1fr));
    gap: var(--slope-space-2);
    width: 100%;
  }
  .thumbnail {
    display: grid;
    gap: 0.1rem;
    width: 100%;
    min-height: 0;
    padding: 0.15rem;
    border-color: transparent;
    background: transparent;
  }
  .thumbnail slope-pixels {
    width: 100%;
  }
  .thumbnail[aria-pressed='true'] {
    border-color: var(--slope-ink);
    background: var(--slope-tint);
  }
  .thumbnail .caption {
    display: flex;
    justify-content: center;
    gap: 0.25em;
    font-size: var(--slope-text-small);
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .thumbnail b {
    font-weight: 600;
  }
  .thumbnail .arrow {
    color: var(--slope-ink-soft);
  }
  .thumbnail .wrong {
    color: var(--slope-error);
  }
  .detail {
    display: grid;
    grid-template-columns: 7.5rem minmax(0, 1fr);
    gap: var(--slope-space-4);
    align-items: start;
    width: 100%;
    max-width: 30rem;
    padding-top: var(--slope-space-3);
    border-top: 1px solid var(--slope-rule);
  }
  .neuron-wall {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(1.9rem, 1fr));
    gap: 3px;
    margin-top: var(--slope-space-2);
  }
  .neuron-wall.few {
    grid-template-columns: repeat(5, minmax(0, 1fr));
  }
  .neuron-wall span {
    display: block;
    text-align: center;
    font-size: var(--slope-text-small);
    font-variant-numeric: tabular-nums;
  }

  .drawing {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-4) var(--slope-space-5);
    align-items: start;
  }
  .about {
    max-width: 44em;
  }
  .pad {
    display: grid;
    gap: var(--slope-space-2);
    max-width: 17.5rem;
  }
  .pad-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--slope-space-2);
  }
  .seen {
    display: grid;
    gap: 0.25rem;
    width: 8.75rem;
  }
  .framed {
    border: 1px solid var(--slope-ink-faint);
    background: var(--slope-paper);
  }
  .blank-digit {
    aspect-ratio: 1;
  }
  .answer {
    display: grid;
    gap: var(--slope-space-2);
    max-width: 24rem;
  }
  .reading {
    min-height: 2.6em;
    font-weight: 600;
    line-height: 1.3;
  }
  .reading .soft {
    font-weight: 400;
  }

  /* On a tablet the four steps of the set-up stand two by two. */
  @container experiment (min-width: 42rem) and (max-width: 55.99rem) {
    .setup {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: var(--slope-space-6);
    }
    .setup > .step:nth-child(2) {
      border-top: 0;
    }
  }
  @container experiment (min-width: 34rem) {
    .neuron-wall {
      grid-template-columns: repeat(auto-fill, minmax(2.5rem, 1fr));
    }
    .neuron-wall.few {
      grid-template-columns: repeat(10, minmax(0, 1fr));
    }
    .drawing {
      grid-template-columns: minmax(0, 17.5rem) minmax(0, 1fr);
    }
    .drawing .answer {
      grid-column: 2;
      grid-row: 1 / span 2;
    }
    .drawing .seen {
      grid-column: 1;
    }
  }
  @container experiment (min-width: 66rem) {
    .evaluation {
      grid-template-columns: minmax(0, 26rem) minmax(0, 1fr);
    }
    .drawing {
      grid-template-columns: minmax(0, 17.5rem) auto minmax(0, 1fr);
    }
    .drawing .seen {
      grid-column: 2;
    }
    .drawing .answer {
      grid-column: 3;
      grid-row: 1;
      max-width: 32rem;
    }
  }
  @container experiment (max-width: 33.99rem) {
    .wall {
      grid-template-columns: repeat(9, minmax(0, 1fr));
    }
  }
`;
