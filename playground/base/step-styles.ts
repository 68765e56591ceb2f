// The layout of a figure: run bar, situations, settings, plots, numbered parts and their two columns where there is room.

import { css } from 'lit';

export const stepStyles = css`
  .run-bar {
    display: grid;
    gap: var(--slope-space-3);
    padding-block: var(--slope-space-3);
    border-top: 1px solid var(--slope-ink);
    border-bottom: 1px solid var(--slope-rule-strong);
  }
  .run-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--slope-space-2) var(--slope-space-5);
  }
  .presets {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-2) var(--slope-space-4);
    align-items: end;
  }
  .presets .about {
    max-width: 46em;
    line-height: 1.4;
  }
  .presets .changed {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    white-space: nowrap;
  }
  .run-progress {
    display: grid;
    gap: 0.3rem;
  }
  .run-progress p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
    min-height: 1.45em;
  }
  .progress {
    height: 4px;
    background: var(--slope-rule);
    border-radius: 2px;
    overflow: hidden;
  }
  .progress span {
    display: block;
    width: calc(var(--share) * 100%);
    height: 100%;
    background: var(--slope-accent);
  }
  @media (forced-colors: active) {
    .progress span {
      forced-color-adjust: none;
    }
  }
  /* Parts of a figure without numbers: headings of the lesson's own level. */
  .experiment h2 {
    margin: 0;
    font-family: var(--slope-font-text, inherit);
    font-size: var(--slope-text-step);
    font-weight: 600;
    line-height: 1.2;
  }
  /* Settings side by side, as many as fit; a segmented choice keeps the width of its words. */
  .knobs {
    display: flex;
    flex-wrap: wrap;
    gap: var(--slope-space-3) var(--slope-space-5);
    align-items: flex-start;
  }
  .knobs > * {
    flex: 1 1 10.5rem;
    max-width: 20rem;
  }
  @container experiment (max-width: 34rem) {
    .knobs > * {
      max-width: none;
    }
  }
  .knobs > .segmented {
    flex: 0 1 auto;
    max-width: 100%;
  }
  /* Plots side by side, two where there is room. */
  .plots {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-5) var(--slope-space-6);
    align-items: start;
    padding-block: var(--slope-space-4);
  }
  .steps {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: var(--slope-space-6);
    padding-bottom: var(--slope-space-4);
  }
  .column {
    min-width: 0;
  }
  .wide {
    grid-column: 1 / -1;
    border-top: 1px solid var(--slope-rule);
  }
  .step {
    padding-block: var(--slope-space-4);
    display: grid;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--slope-space-3);
  }
  .column > .step + .step,
  .column + .column > .step:first-child {
    border-top: 1px solid var(--slope-rule);
  }
  .step > h3 {
    display: flex;
    align-items: baseline;
    gap: 0.5em;
    font-family: var(--slope-font-text, inherit);
    font-size: var(--slope-text-step);
    font-weight: 600;
    line-height: 1.2;
  }
  .step-number {
    min-width: 0.75em;
    color: var(--slope-accent);
    font-variant-numeric: lining-nums;
  }
  .step h4 {
    font-size: var(--slope-text-control);
    font-weight: 600;
  }
  @container experiment (min-width: 44rem) {
    .plots {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container experiment (min-width: 34rem) {
    .presets {
      grid-template-columns: minmax(0, 13rem) minmax(0, 1fr) auto;
    }
    .presets .about,
    .presets .changed {
      align-self: center;
      padding-top: 1.15rem;
    }
  }
  @container experiment (min-width: 56rem) {
    .steps {
      grid-template-columns: minmax(0, 23rem) minmax(0, 1fr);
    }
    .column + .column > .step:first-child {
      border-top: 0;
    }
    .column + .column {
      padding-inline-start: var(--slope-space-6);
      border-inline-start: 1px solid var(--slope-rule);
    }
    .steps {
      column-gap: 0;
    }
    .column:first-child {
      padding-inline-end: var(--slope-space-6);
    }
  }
`;
