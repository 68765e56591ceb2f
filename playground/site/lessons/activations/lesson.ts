// The lesson on activation functions: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-activations/define.ts';

export const load = lesson(
  'slope-activations',
  (figure, fallback) => html`<slope-activations url-state ${ref(figure)}>${fallback}</slope-activations>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
