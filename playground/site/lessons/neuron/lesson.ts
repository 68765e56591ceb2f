// The lesson on the first neuron; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-neuron/define.ts';

export const load = lesson(
  'slope-neuron',
  (figure, fallback) => html`<slope-neuron url-state ${ref(figure)}>${fallback}</slope-neuron>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
