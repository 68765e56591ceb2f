// The lesson on softmax and argmax: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-softmax/define.ts';

export const load = lesson(
  'slope-softmax',
  (figure, fallback) => html`<slope-softmax url-state ${ref(figure)}>${fallback}</slope-softmax>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
