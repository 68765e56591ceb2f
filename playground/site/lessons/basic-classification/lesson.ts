// The lesson on handwritten digits; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-mnist/define.ts';
import '../../../elements/slope-mnist/quiz.ts';

export const load = lesson(
  'slope-mnist',
  (figure, fallback) => html`<slope-mnist url-state ${ref(figure)}>${fallback}</slope-mnist>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
