// The lesson on learning from examples: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-supervised/define.ts';

export const load = lesson(
  'slope-supervised',
  (figure, fallback) => html`<slope-supervised url-state ${ref(figure)}>${fallback}</slope-supervised>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
