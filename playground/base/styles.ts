// The stylesheet that every experiment adopts: tokens and type here, its parts in the files beside it.

import { css, unsafeCSS } from 'lit';
import tokens from '../tokens.css?inline';
import { chartStyles } from './chart-styles.ts';
import { controlStyles } from './control-styles.ts';
import { noticeStyles } from './notice-styles.ts';
import { stepStyles } from './step-styles.ts';
import { tableStyles } from './table-styles.ts';

export { controlStyles };

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

export const experimentStyles = [
  tokenStyles,
  baseStyles,
  controlStyles,
  noticeStyles,
  tableStyles,
  chartStyles,
  stepStyles,
];
