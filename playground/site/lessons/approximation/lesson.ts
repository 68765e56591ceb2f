// The lesson on universal approximation: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-approximation/define.ts';

export const load = lesson(
  'slope-approximation',
  (figure, fallback) => html`<slope-approximation url-state ${ref(figure)}>${fallback}</slope-approximation>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
