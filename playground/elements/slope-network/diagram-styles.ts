// How the drawing of the network looks: columns of squares, their heads with counters, the lines behind them.

import { css } from 'lit';

export const diagramStyles = css`
  :host {
    --node: 2.625rem;
    background: none;
  }
  .diagram {
    position: relative;
    container: diagram / inline-size;
  }
  .columns {
    position: relative;
    display: flex;
    justify-content: space-between;
    gap: 0.25rem;
    min-height: 24rem;
  }
  canvas.lines {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }
  .column {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    min-width: 0;
  }
  .head {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: flex-end;
    gap: 0.25rem;
    height: 4.4rem;
    padding-bottom: 0.5rem;
    font-size: var(--slope-text-small);
    line-height: 1.25;
    color: var(--slope-ink-soft);
    text-align: center;
  }
  .counter {
    display: flex;
    align-items: center;
    gap: 0.2rem;
  }
  .counter b {
    min-width: 1.1em;
    color: var(--slope-ink);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    background: var(--slope-paper);
  }
  .counter button {
    min-height: 1.5rem;
    width: 1.5rem;
    padding: 0;
    line-height: 1;
    font-size: 1rem;
  }
  .nodes {
    flex: 1;
    display: flex;
    flex-direction: column;
    justify-content: space-evenly;
    gap: 0.3rem;
  }
  .features .nodes {
    align-items: flex-end;
  }
  .node {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0.4rem;
    min-height: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
  }
  .node:active:not(:disabled) {
    background: none;
  }
  .node canvas {
    display: block;
    width: var(--node);
    height: var(--node);
    border: 1px solid var(--slope-ink-faint);
    background: var(--slope-zero);
  }
  .output .node canvas {
    width: calc(var(--node) * 1.25);
    height: calc(var(--node) * 1.25);
  }
  .node .name {
    font-family: var(--slope-font-text, inherit);
    font-style: italic;
    font-size: 0.9375rem;
    line-height: 1;
    background: var(--slope-paper);
    border-radius: 2px;
  }
  .column:not(.features) .node {
    flex-direction: column;
    gap: 0.1rem;
  }
  .column:not(.features) .name {
    font-size: 0.75rem;
    padding-inline: 0.15em;
  }
  .node:hover canvas,
  .node.pointed canvas {
    border-color: var(--slope-ink);
  }
  .node[aria-pressed='true'] canvas {
    border-color: var(--slope-ink);
  }
  .node.chosen canvas {
    outline: 2px solid var(--slope-ink);
    outline-offset: 1px;
  }
  .node.unused canvas {
    opacity: 0.3;
    border-style: dashed;
    border-color: var(--slope-ink);
  }
  .node.unused .name {
    color: var(--slope-ink-soft);
  }
  .layers {
    display: flex;
    justify-content: center;
    gap: var(--slope-space-2);
    padding-top: var(--slope-space-2);
  }
  .tip {
    min-height: 1.4em;
    font-size: var(--slope-text-small);
    text-align: center;
    color: var(--slope-ink-soft);
    font-variant-numeric: tabular-nums;
  }
  @container diagram (max-width: 33rem) {
    .columns {
      --node: 1.9rem;
      min-height: 21rem;
    }
    .columns.many {
      --node: 1.55rem;
    }
    .node {
      gap: 0.2rem;
    }
    .features .name {
      font-size: 0.8125rem;
    }
    .counter {
      flex-direction: column-reverse;
      gap: 0.1rem;
    }
    .counter button {
      min-height: 1.5rem;
    }
    .many .activation,
    .head .word {
      font-size: 0.6875rem;
    }
    .head {
      height: 6rem;
    }
  }
  @media (forced-colors: active) {
    canvas {
      forced-color-adjust: none;
    }
  }
`;
