// The lesson on metrics: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-metrics/define.ts';

export const load = lesson(
  'slope-metrics',
  (figure, fallback) => html`<slope-metrics url-state ${ref(figure)}>${fallback}</slope-metrics>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
