// The lesson on logistic regression; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-logistic-regression/define.ts';

export const load = lesson(
  'slope-logistic-regression',
  (figure, fallback) =>
    html`<slope-logistic-regression url-state ${ref(figure)}>${fallback}</slope-logistic-regression>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
