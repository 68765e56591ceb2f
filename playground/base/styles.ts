// The stylesheet that every experiment adopts: tokens, type, controls, notices, and the numbered steps of a figure.

import { css, unsafeCSS } from 'lit';
import tokens from '../tokens.css?inline';

export const tokenStyles = unsafeCSS(tokens);

export const baseStyles = css`
  :host {
    display: block;
    color: var(--slope-ink);
    background: var(--slope-paper);
    font-family: var(--slope-font-control, inherit);
    font-size: 1rem;
    line-height: 1.45;
    text-align: start;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .experiment {
    container: experiment / inline-size;
    outline: none;
  }
  p,
  h3,
  h4,
  ol,
  ul,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .soft {
    color: var(--slope-ink-soft);
  }
  .small-text {
    font-size: var(--slope-text-small);
  }
  .number,
  output,
  td,
  time {
    font-variant-numeric: tabular-nums;
  }
`;

export const controlStyles = css`
  button,
  select,
  input {
    font: inherit;
    font-size: var(--slope-text-control);
    color: inherit;
  }
  :focus-visible {
    outline: var(--slope-focus);
    outline-offset: 2px;
    scroll-margin: 6rem 0;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.45em;
    min-height: 2.25rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--slope-ink-faint);
    border-radius: var(--slope-radius);
    background: var(--slope-field);
    cursor: pointer;
    white-space: nowrap;
  }
  button:hover:not(:disabled) {
    border-color: var(--slope-ink);
  }
  button:active:not(:disabled) {
    background: var(--slope-tint);
  }
  button:disabled {
    color: var(--slope-ink-soft);
    border-color: var(--slope-rule);
    background: transparent;
    cursor: default;
  }
  button:disabled .icon {
    opacity: 0.5;
  }
  button.primary {
    min-width: 7.5rem;
    border-color: var(--slope-accent);
    background: var(--slope-accent);
    color: var(--slope-on-accent);
    font-weight: 600;
  }
  button.primary:hover:not(:disabled) {
    border-color: var(--slope-ink);
  }
  button.primary:active:not(:disabled) {
    background: var(--slope-accent);
  }
  button.primary:disabled {
    border-color: var(--slope-rule);
    background: var(--slope-tint);
    color: var(--slope-ink-soft);
  }
  button.small {
    min-height: 1.875rem;
    padding: 0.125rem 0.625rem;
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
    text-decoration: underline;
    text-decoration-color: var(--slope-rule-strong);
    text-underline-offset: 0.2em;
  }
  .icon {
    width: 0.9em;
    height: 0.9em;
    fill: currentColor;
    flex: none;
  }

  .transport {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--slope-space-2);
  }
  .inline-field {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    font-size: var(--slope-text-control);
  }

  .field {
    display: grid;
    align-content: start;
    gap: 0.125rem;
    min-width: 0;
  }
  .field-head {
    display: flex;
    justify-content: space-between;
    gap: 1em;
  }
  legend {
    padding: 0;
  }
  label,
  legend,
  .label {
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  output {
    font-size: var(--slope-text-control);
    font-weight: 600;
  }
  .hint,
  .field-error {
    font-size: var(--slope-text-small);
    line-height: 1.35;
    color: var(--slope-ink-soft);
  }
  .field-error {
    color: var(--slope-error);
  }
  input[type='text'],
  select {
    width: 100%;
    min-height: 2.125rem;
    padding: 0.125rem 0.5rem;
    border: 1px solid var(--slope-ink-faint);
    border-radius: var(--slope-radius);
    background: var(--slope-field);
    font-variant-numeric: tabular-nums;
  }
  .inline-field select {
    width: auto;
    color: var(--slope-ink);
    font-size: 1em;
  }
  input[aria-invalid='true'] {
    border-color: var(--slope-error);
    border-width: 2px;
  }
  input[type='range'] {
    appearance: none;
    width: 100%;
    height: 1.75rem;
    margin: 0;
    background: transparent;
    cursor: pointer;
  }
  input[type='range']::-webkit-slider-runnable-track {
    height: 3px;
    border-radius: 2px;
    background:
      linear-gradient(var(--slope-accent) 0 0) 0 / calc(var(--share) * 100%) 100% no-repeat,
      var(--slope-rule-strong);
  }
  input[type='range']::-moz-range-track {
    height: 3px;
    border-radius: 2px;
    background: var(--slope-rule-strong);
  }
  input[type='range']::-moz-range-progress {
    height: 3px;
    border-radius: 2px;
    background: var(--slope-accent);
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    width: 16px;
    height: 16px;
    margin-top: -6.5px;
    border: 2px solid var(--slope-accent);
    border-radius: 50%;
    background: var(--slope-paper);
  }
  input[type='range']::-moz-range-thumb {
    width: 12px;
    height: 12px;
    border: 2px solid var(--slope-accent);
    border-radius: 50%;
    background: var(--slope-paper);
  }
  input[type='range']:active::-webkit-slider-thumb {
    background: var(--slope-accent);
  }
  @media (forced-colors: active) {
    input[type='range'] {
      appearance: auto;
    }
  }
  .segments {
    display: flex;
    border: 1px solid var(--slope-ink-faint);
    border-radius: var(--slope-radius);
    background: var(--slope-field);
    overflow: clip;
    overflow-clip-margin: 4px;
  }
  .segment {
    position: relative;
    flex: 1 1 auto;
    font-size: var(--slope-text-control);
    color: var(--slope-ink);
    text-align: center;
    cursor: pointer;
  }
  .segment + .segment {
    border-inline-start: 1px solid var(--slope-rule-strong);
  }
  .segment input {
    position: absolute;
    opacity: 0;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    cursor: pointer;
  }
  .segment span {
    display: block;
    padding: 0.315rem 0.6rem;
    white-space: nowrap;
  }
  @container experiment (max-width: 34rem) {
    .segmented {
      min-inline-size: 0;
    }
    .segment span {
      display: grid;
      place-content: center;
      height: 100%;
      padding-inline: 0.4rem;
      line-height: 1.2;
      white-space: normal;
    }
  }
  .segment input:checked + span {
    background: var(--slope-ink);
    color: var(--slope-paper);
  }
  .segment input:focus-visible + span {
    outline: var(--slope-focus);
    outline-offset: 2px;
  }
  summary {
    cursor: pointer;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  @media (forced-colors: active) {
    .segment input:checked + span {
      background: Highlight;
      color: HighlightText;
    }
  }
`;

export const noticeStyles = css`
  .notices {
    display: grid;
    gap: var(--slope-space-2);
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--slope-space-2) var(--slope-space-4);
    padding: var(--slope-space-2) var(--slope-space-3);
    border-inline-start: 3px solid var(--slope-accent);
    background: var(--slope-tint);
    font-size: var(--slope-text-control);
  }
  .notice p {
    flex: 1 1 20em;
    max-width: 46em;
  }
  .notice.warning {
    border-color: var(--slope-warning);
  }
  .notice.error {
    border-color: var(--slope-error);
    background: var(--slope-error-tint);
  }
  .notice-actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--slope-space-2);
  }
`;

/** Tables of numbers: rules above and below, none between columns. */
export const tableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--slope-text-control);
    line-height: 1.3;
  }
  caption {
    text-align: start;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
    padding-bottom: 0.25rem;
  }
  th {
    text-align: start;
    font-weight: 400;
    color: var(--slope-ink-soft);
    font-size: var(--slope-text-small);
  }
  thead th,
  thead td {
    border-bottom: 1px solid var(--slope-rule-strong);
  }
  th,
  td {
    padding: 0.22rem 0.5rem 0.22rem 0;
    vertical-align: baseline;
  }
  td.numeric,
  th.numeric {
    text-align: end;
    padding-inline: 0.5rem 0;
    font-variant-numeric: tabular-nums;
  }
  tfoot td,
  tfoot th {
    border-top: 1px solid var(--slope-rule-strong);
    font-weight: 600;
    color: var(--slope-ink);
  }
`;

/** Probability bars and confusion matrix. */
export const chartStyles = css`
  .bars {
    display: grid;
    gap: 0.2rem;
    font-size: var(--slope-text-control);
    font-variant-numeric: tabular-nums;
  }
  .bars li {
    display: grid;
    grid-template-columns: var(--slope-bar-name, 1.9em) 1fr 4em;
    align-items: center;
    gap: 0.5em;
    line-height: 1.3;
  }
  .bar-name abbr {
    margin-inline-start: 0.25em;
    color: var(--slope-accent);
    text-decoration: none;
  }
  .bar-track {
    height: 0.75em;
    border-inline-start: 1px solid var(--slope-ink-faint);
  }
  .bar {
    display: block;
    height: 100%;
    width: calc(var(--share) * 100%);
    min-width: 1px;
    background: var(--slope-ink-faint);
  }
  .bar-value {
    text-align: end;
    color: var(--slope-ink-soft);
  }
  .bars .best .bar {
    background: var(--slope-accent);
  }
  .bars .best.wrong .bar {
    background: var(--slope-error);
  }
  .bars .best .bar-name,
  .bars .best .bar-value {
    font-weight: 700;
    color: var(--slope-ink);
  }

  .confusion {
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 1px;
    font-size: var(--slope-text-small);
    line-height: 1;
  }
  .confusion th,
  .confusion td {
    padding: 0;
    height: 2.1em;
    text-align: center;
    vertical-align: middle;
    border: 0;
    font-variant-numeric: tabular-nums;
  }
  .confusion th.axis {
    height: 1.6em;
  }
  .confusion th {
    font-size: 1em;
  }
  .confusion .corner {
    width: 4.2em;
  }
  .confusion th[scope='row'] {
    text-align: end;
    padding-inline-end: 0.6em;
  }
  .confusion .axis-row {
    text-align: start;
  }
  .confusion td {
    background: var(--slope-tint);
  }
  .confusion td.right {
    background: color-mix(in oklab, var(--slope-accent) calc(var(--shade) * 100%), var(--slope-tint));
    font-weight: 600;
  }
  /* Light text only where the shade behind it is dark enough. */
  .confusion td.right.full {
    background: color-mix(in oklab, var(--slope-accent) calc(70% + 20% * var(--shade)), var(--slope-tint));
    color: var(--slope-on-accent);
  }
  .confusion td.wrong {
    background: color-mix(in oklab, var(--slope-error-shade) calc(var(--shade) * 100%), var(--slope-tint));
  }
  .confusion td button {
    width: 100%;
    height: 100%;
    min-height: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: transparent;
    font-size: 1em;
  }
  .confusion td button:hover {
    outline: 1px solid var(--slope-ink);
  }
  .confusion td button[aria-pressed='true'] {
    outline: 2px solid var(--slope-ink);
    font-weight: 700;
  }

  slope-pixels {
    display: block;
  }
  slope-pixels canvas {
    display: block;
    width: 100%;
    height: auto;
    aspect-ratio: 1;
    image-rendering: pixelated;
  }
`;

/** The numbered parts of a figure, and their two columns where there is room. */
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

export const experimentStyles = [
  tokenStyles,
  baseStyles,
  controlStyles,
  noticeStyles,
  tableStyles,
  chartStyles,
  stepStyles,
];
