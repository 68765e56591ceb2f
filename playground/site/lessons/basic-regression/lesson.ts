// The lesson on the price of a house: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-regression/define.ts';

export const load = lesson(
  'slope-regression',
  (figure, fallback) => html`<slope-regression url-state ${ref(figure)}>${fallback}</slope-regression>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
