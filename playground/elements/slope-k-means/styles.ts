// The look of what only `<slope-k-means>` has: the stage with its side, the chips of the groups, the table of species.

import { css, unsafeCSS } from 'lit';

const chips = Array.from({ length: 8 }, (_, c) => `.chip-${c} { background: var(--slope-class-${c}); }`).join('\n');

export const kMeansStyles = [
  css`
    .stage {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      column-gap: var(--slope-space-6);
    }
    .plot slope-plane {
      --slope-plane-aspect: 1.25;
    }
    .told {
      min-height: 4.4em;
    }
    .inertia {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.5em;
    }
    .inertia b {
      font-size: 1.5rem;
      font-variant-numeric: tabular-nums;
    }
    .curves {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--slope-space-4) var(--slope-space-5);
      --slope-plane-aspect: 2;
    }
    .lower {
      border-top: 1px solid var(--slope-rule);
    }
    .reveal {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--slope-space-2) var(--slope-space-4);
    }
    .species table {
      max-width: 40rem;
    }
    .scroll {
      overflow-x: auto;
    }
    .most {
      font-weight: 700;
    }
    .chip {
      display: inline-block;
      width: 0.8em;
      height: 0.8em;
      margin-inline-end: 0.5em;
      border-radius: 50%;
      vertical-align: -0.05em;
    }
    @container experiment (min-width: 34rem) {
      .curves {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        --slope-plane-aspect: 1.35;
      }
    }
    @container experiment (min-width: 56rem) {
      .stage {
        grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
      }
      .side {
        border-inline-start: 1px solid var(--slope-rule);
        padding-inline-start: var(--slope-space-6);
        padding-bottom: var(--slope-space-4);
      }
      .curves {
        grid-template-columns: minmax(0, 1fr);
        --slope-plane-aspect: 2.4;
      }
    }
  `,
  unsafeCSS(chips),
];
