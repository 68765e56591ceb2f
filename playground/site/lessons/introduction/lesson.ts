// The first lesson, on what is inside what and how it came about: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-timeline/define.ts';

export const load = lesson(
  'slope-timeline',
  (figure, fallback) => html`<slope-timeline url-state ${ref(figure)}>${fallback}</slope-timeline>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
