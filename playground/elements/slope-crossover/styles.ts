// How `<slope-crossover>` looks: the plot and what it finds.

import { css } from 'lit';

export const crossoverStyles = css`
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: var(--slope-space-6);
  }
  .plot slope-plane {
    --slope-plane-aspect: 1.4;
  }
  .finding .big {
    font-size: 1.25rem;
    line-height: 1.35;
    font-weight: 600;
    min-height: 2.7em;
  }
  .scroll {
    overflow-x: auto;
  }
  td.faster {
    font-weight: 700;
  }
  .lower {
    border-top: 1px solid var(--slope-rule);
  }
  .key {
    display: inline-block;
    width: 0.7em;
    height: 0.7em;
    margin-inline-end: 0.4em;
    border-radius: 50%;
    background: var(--slope-class-0);
  }
  .key.webgpu {
    border-radius: 0;
    background: var(--slope-class-1);
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
  }
  .tools {
    display: flex;
    justify-content: flex-end;
  }
  @container experiment (max-width: 34rem) {
    .plot slope-plane {
      --slope-plane-aspect: 1;
    }
  }
  @container experiment (min-width: 56rem) {
    .stage {
      grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr);
    }
    .stage > .finding {
      border-inline-start: 1px solid var(--slope-rule);
      padding-inline-start: var(--slope-space-6);
    }
  }
`;
