// The lesson on epochs and batches: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-batches/define.ts';

export const load = lesson(
  'slope-batches',
  (figure, fallback) => html`<slope-batches url-state ${ref(figure)}>${fallback}</slope-batches>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
