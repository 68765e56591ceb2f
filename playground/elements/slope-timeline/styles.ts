// The look of `<slope-timeline>`: sets drawn as outlines one inside the other, the line of years, the station.

import { css } from 'lit';

export const timelineStyles = css`
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: var(--slope-space-6);
  }
  .set {
    display: grid;
    gap: var(--slope-space-2);
    padding: var(--slope-space-3) var(--slope-space-4) var(--slope-space-4);
    border: 1.5px solid var(--slope-ink-faint);
    border-radius: 1.75rem;
  }
  .set .set {
    margin-block-start: var(--slope-space-2);
  }
  .set.here {
    border-color: var(--slope-accent);
    border-width: 2.5px;
    padding: calc(var(--slope-space-3) - 1px) calc(var(--slope-space-4) - 1px) calc(var(--slope-space-4) - 1px);
  }
  .set-name {
    margin: 0;
    font-size: var(--slope-text-control);
    font-weight: 600;
  }
  .set-about {
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
    line-height: 1.35;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--slope-space-2);
  }
  .chips button {
    min-height: 2rem;
    padding: 0.1rem 0.7rem;
    border-radius: 1rem;
    font-size: var(--slope-text-small);
  }
  .chips button b {
    font-variant-numeric: tabular-nums;
  }
  .chips button[aria-pressed='true'] {
    border-color: var(--slope-accent);
    background: var(--slope-accent);
    color: var(--slope-on-accent);
  }
  .chips button.later {
    border-style: dashed;
    color: var(--slope-ink-soft);
    background: transparent;
  }
  .axis {
    position: relative;
    height: 3rem;
    margin-inline: 1.25rem;
  }
  .axis .line {
    position: absolute;
    inset-inline: 0;
    top: 0.75rem;
    border-top: 1.5px solid var(--slope-rule-strong);
  }
  .axis .line.gone {
    border-color: var(--slope-accent);
    border-width: 3px;
    top: calc(0.75rem - 0.75px);
    right: calc((1 - var(--at)) * 100%);
  }
  .axis .winter {
    position: absolute;
    top: 0.25rem;
    height: 1rem;
    left: calc(var(--from) * 100%);
    width: calc((var(--to) - var(--from)) * 100%);
    background: repeating-linear-gradient(
      135deg,
      var(--slope-ink-faint) 0 1px,
      transparent 1px 5px
    );
  }
  .axis .dot {
    position: absolute;
    top: 0.75rem;
    left: calc(var(--at) * 100%);
    width: 9px;
    height: 9px;
    margin: -4px 0 0 -4.5px;
    border: 1.5px solid var(--slope-ink-faint);
    border-radius: 50%;
    background: var(--slope-paper);
  }
  .axis .dot.gone {
    border-color: var(--slope-accent);
    background: var(--slope-accent);
  }
  .axis .dot.now {
    width: 15px;
    height: 15px;
    margin: -7px 0 0 -7.5px;
  }
  .axis .tick {
    position: absolute;
    top: 1.5rem;
    left: calc(var(--at) * 100%);
    transform: translateX(-50%);
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .station .year {
    font-family: var(--slope-font-text, inherit);
    font-size: 2.75rem;
    line-height: 1;
    font-variant-numeric: lining-nums;
    color: var(--slope-accent);
  }
  .station .name {
    font-size: 1.25rem;
    font-weight: 600;
  }
  .station .story {
    max-width: 34em;
    min-height: 7.5em;
    line-height: 1.5;
  }
  .open {
    display: inline-flex;
    align-items: center;
    min-height: 2.25rem;
    padding: 0.25rem 0.9rem;
    border: 1px solid var(--slope-accent);
    border-radius: var(--slope-radius);
    color: var(--slope-accent);
    font-weight: 600;
    text-decoration: none;
  }
  .open:hover {
    border-color: var(--slope-ink);
  }
  .lower {
    border-top: 1px solid var(--slope-rule);
  }
  .scroll {
    overflow-x: auto;
  }
  .frameworks table {
    max-width: 46rem;
  }
  tr.over td,
  tr.over th {
    color: var(--slope-ink-soft);
  }
  .frameworks th[scope='row'] {
    color: var(--slope-ink);
    font-size: var(--slope-text-control);
    font-weight: 600;
  }
  @container experiment (max-width: 34rem) {
    .set {
      padding: var(--slope-space-2) var(--slope-space-3) var(--slope-space-3);
      border-radius: 1.25rem;
    }
    .frameworks .origin {
      display: none;
    }
  }
  @container experiment (min-width: 56rem) {
    .stage {
      grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
    }
    .stage > .station {
      border-inline-start: 1px solid var(--slope-rule);
      padding-inline-start: var(--slope-space-6);
    }
  }
`;
