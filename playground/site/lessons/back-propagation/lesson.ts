// The lesson on back-propagation: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-backprop/define.ts';

export const load = lesson(
  'slope-backprop',
  (figure, fallback) => html`<slope-backprop url-state ${ref(figure)}>${fallback}</slope-backprop>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
