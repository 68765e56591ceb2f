// The few icons of the transport, drawn as text is: in the current colour, at the current size.

import { html, svg, type TemplateResult } from 'lit';

const icon = (shape: TemplateResult<2>): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shape}</svg>`;

export const icons = {
  play: icon(svg`<path d="M4 2.5v11l9-5.5z"/>`),
  pause: icon(svg`<path d="M4 3h3v10H4zM9 3h3v10H9z"/>`),
  step: icon(svg`<path d="M3 3v10l7-5zM11 3h2v10h-2z"/>`),
  reset: icon(
    svg`<path d="M8 3a5 5 0 1 1-4.6 3" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M7.8.4v5L4.4 2.9z"/>`,
  ),
  seed: icon(
    svg`<path d="M2.5 2.5h11v11h-11z" fill="none" stroke="currentColor" stroke-width="1.4"/><circle cx="5.6" cy="5.6" r="1.2"/><circle cx="10.4" cy="10.4" r="1.2"/><circle cx="8" cy="8" r="1.2"/>`,
  ),
};
