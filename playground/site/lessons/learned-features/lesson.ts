// The lesson on features made by hand or learned: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-features/define.ts';

export const load = lesson(
  'slope-features',
  (figure, fallback) => html`<slope-features url-state ${ref(figure)}>${fallback}</slope-features>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
