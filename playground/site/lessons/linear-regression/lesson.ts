// The lesson on linear regression; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-linear-regression/define.ts';

export const load = lesson(
  'slope-linear-regression',
  (figure, fallback) => html`<slope-linear-regression url-state ${ref(figure)}>${fallback}</slope-linear-regression>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
