// The lesson on polynomial regression; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-polynomial-regression/define.ts';

export const load = lesson(
  'slope-polynomial-regression',
  (figure, fallback) =>
    html`<slope-polynomial-regression url-state ${ref(figure)}>${fallback}</slope-polynomial-regression>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
