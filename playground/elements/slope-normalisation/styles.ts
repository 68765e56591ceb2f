// How `<slope-normalisation>` looks: the two surfaces and the table.

import { css } from 'lit';

export const normalisationStyles = css`
  .status,
  .facts {
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .curve {
    --slope-plane-aspect: 2.6;
  }
  .check {
    border-top: 1px solid var(--slope-rule);
  }
  .check tbody th {
    color: var(--slope-ink);
  }
  .check tbody th span {
    display: block;
    font-size: var(--slope-text-small);
    color: var(--slope-ink-soft);
  }
  .check .bad span,
  .check .bad .price {
    color: var(--slope-error);
  }
  .check .price {
    font-weight: 700;
  }
  @container experiment (max-width: 40rem) {
    .curve {
      --slope-plane-aspect: 1.4;
    }
  }
`;
