// The lesson on loss functions: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-losses/define.ts';

export const load = lesson(
  'slope-losses',
  (figure, fallback) => html`<slope-losses url-state ${ref(figure)}>${fallback}</slope-losses>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
