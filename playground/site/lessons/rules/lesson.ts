// The lesson on perception: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-rules/define.ts';

export const load = lesson(
  'slope-rules',
  (figure, fallback) => html`<slope-rules url-state ${ref(figure)}>${fallback}</slope-rules>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
