// The controls of a figure: fields, sliders, segmented choices, buttons, the transport bar.

import { css } from 'lit';

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
