// The lesson on the training loop: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-training-loop/define.ts';

export const load = lesson(
  'slope-training-loop',
  (figure, fallback) => html`<slope-training-loop url-state ${ref(figure)}>${fallback}</slope-training-loop>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
