// The page on CPU and GPU: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-crossover/define.ts';

export const load = lesson(
  'slope-crossover',
  (figure, fallback) => html`<slope-crossover url-state ${ref(figure)}>${fallback}</slope-crossover>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
