// The lesson on networks of neurons: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-network/define.ts';

export const load = lesson(
  'slope-network',
  (figure, fallback) => html`<slope-network url-state ${ref(figure)}>${fallback}</slope-network>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
