// The lesson on k-means: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-k-means/define.ts';

export const load = lesson(
  'slope-k-means',
  (figure, fallback) => html`<slope-k-means url-state ${ref(figure)}>${fallback}</slope-k-means>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
