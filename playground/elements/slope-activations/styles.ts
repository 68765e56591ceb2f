// How `<slope-activations>` looks: the two plots, the legend of the lines.

import { css } from 'lit';

export const activationsStyles = css`
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: var(--slope-space-6);
  }
  .pair > .step {
    align-content: start;
  }
  .pair slope-plane {
    --slope-plane-aspect: 1.3;
  }
  .lines {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 1.2rem;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .lines i {
    display: inline-block;
    width: 1.7em;
    margin-inline-end: 0.45em;
    border-top: 2px solid var(--slope-ink);
    vertical-align: 0.25em;
  }
  .lines .dashed {
    border-top: 2px dashed var(--slope-accent);
  }
  @container experiment (min-width: 52rem) {
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .pair > .step + .step {
      border-inline-start: 1px solid var(--slope-rule);
      padding-inline-start: var(--slope-space-6);
    }
  }
`;
