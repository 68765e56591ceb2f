// The lesson on normalising the data: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-normalisation/define.ts';

export const load = lesson(
  'slope-normalisation',
  (figure, fallback) => html`<slope-normalisation url-state ${ref(figure)}>${fallback}</slope-normalisation>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
