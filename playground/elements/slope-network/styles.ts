// The look of what only `<slope-network>` has: its stage of data, network and picture, the inspector, the thumbnails.

import { css } from 'lit';

export const networkStyles = css`
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: var(--slope-space-6);
  }
  .stage > * + .step,
  .stage > * + .middle,
  .middle > .step + .step,
  .stage + .step {
    border-top: 1px solid var(--slope-rule);
  }
  .step {
    align-content: start;
  }
  /* On a phone the picture stands right under the network; the program comes last. */
  .middle {
    display: contents;
  }
  .stage > .picture {
    order: 1;
  }
  .middle > .code {
    order: 2;
  }

  .sets {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(4.1rem, 1fr));
    gap: var(--slope-space-2);
  }
  .sets legend {
    padding: 0 0 0.25rem;
  }
  .set {
    position: relative;
    display: grid;
    justify-items: center;
    gap: 0.15rem;
    color: var(--slope-ink);
    line-height: 1.2;
    text-align: center;
    cursor: pointer;
  }
  .set input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .set canvas {
    width: 100%;
    max-width: 4.5rem;
    aspect-ratio: 1;
    border: 1px solid var(--slope-rule-strong);
    background: var(--slope-field);
  }
  .set input:checked + canvas {
    border-color: var(--slope-ink);
    outline: 1px solid var(--slope-ink);
  }
  .set input:focus-visible + canvas {
    outline: var(--slope-focus);
    outline-offset: 2px;
  }
  .data-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr));
    gap: var(--slope-space-2) var(--slope-space-4);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--slope-space-2);
  }

  .scale {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.25rem 0.6rem;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .scale .bar {
    width: 9rem;
    max-width: 40%;
    height: 0.6rem;
    background: linear-gradient(90deg, var(--slope-negative), var(--slope-zero), var(--slope-positive));
    border: 1px solid var(--slope-rule-strong);
    min-width: 3rem;
  }
  .network-foot {
    display: grid;
    gap: var(--slope-space-2);
  }
  .inspector {
    display: grid;
    gap: var(--slope-space-2);
    padding-top: var(--slope-space-3);
    border-top: 1px solid var(--slope-rule);
  }
  .inspector-head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 1em;
  }
  .formula-line {
    font-family: var(--slope-font-text, inherit);
    font-size: 1.0625rem;
    line-height: 1.5;
    font-variant-numeric: lining-nums tabular-nums;
    overflow-wrap: anywhere;
  }
  .formula-line i {
    font-style: italic;
  }
  .formula-line .term {
    white-space: nowrap;
  }
  .formula-line .negative {
    color: var(--slope-negative);
  }
  .formula-line .positive {
    color: var(--slope-positive);
  }
  .weights {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(6.2rem, 1fr));
    gap: var(--slope-space-2) var(--slope-space-3);
  }

  .picture slope-plane {
    --slope-plane-aspect: 1;
  }
  .verdict {
    display: grid;
    gap: 0.1rem;
    font-size: var(--slope-text-control);
    min-height: 2.9em;
    font-variant-numeric: tabular-nums;
  }
  .verdict b {
    font-weight: 600;
  }
  .classes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 1em;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .classes svg {
    width: 0.8em;
    height: 0.8em;
    margin-inline-end: 0.35em;
    vertical-align: -0.05em;
  }
  .classes .class0 {
    fill: var(--slope-class-0);
  }
  .classes .class1 {
    fill: var(--slope-class-1);
  }
  .classes .border {
    stroke: var(--slope-ink);
    stroke-width: 2;
  }

  @container experiment (min-width: 44rem) {
    .middle {
      display: block;
    }
    .stage {
      grid-template-columns: minmax(0, 1fr) minmax(0, 20rem);
    }
    .stage > .data {
      grid-column: 1 / -1;
    }
    .data-columns {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--slope-space-5);
    }
  }
  @container experiment (min-width: 66rem) {
    .stage {
      grid-template-columns: minmax(0, 12.5rem) minmax(0, 1fr) minmax(0, 23rem);
      column-gap: var(--slope-space-5);
    }
    .stage > .data {
      grid-column: auto;
    }
    .stage > * + .middle,
    .stage > * + .picture {
      border-top: 0;
    }
    .data-columns,
    .data-fields {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--slope-space-3);
    }
    .sets {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .middle {
      padding-inline: var(--slope-space-4);
      border-inline: 1px solid var(--slope-rule);
    }
  }
`;
