// The lesson on training and validation: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-validation/define.ts';

export const load = lesson(
  'slope-validation',
  (figure, fallback) => html`<slope-validation url-state ${ref(figure)}>${fallback}</slope-validation>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
