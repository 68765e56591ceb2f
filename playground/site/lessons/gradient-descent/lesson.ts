// The lesson on gradient descent; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-gradient-descent/define.ts';

export const load = lesson(
  'slope-gradient-descent',
  (figure, fallback) => html`<slope-gradient-descent url-state ${ref(figure)}>${fallback}</slope-gradient-descent>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
