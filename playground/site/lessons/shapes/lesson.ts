// The lesson on shapes: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-shapes/define.ts';

export const load = lesson(
  'slope-shapes',
  (figure, fallback) => html`<slope-shapes url-state ${ref(figure)}>${fallback}</slope-shapes>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
