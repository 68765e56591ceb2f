// What a figure says about its own state: notices and their buttons.

import { css } from 'lit';

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
