// The lesson on looking at the data: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-data/define.ts';

export const load = lesson(
  'slope-data',
  (figure, fallback) => html`<slope-data url-state ${ref(figure)}>${fallback}</slope-data>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
