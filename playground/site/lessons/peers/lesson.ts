// The page that compares libraries: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-peers/define.ts';

export const load = lesson(
  'slope-peers',
  (figure, fallback) => html`<slope-peers url-state ${ref(figure)}>${fallback}</slope-peers>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
