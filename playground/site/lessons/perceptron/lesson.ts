// The lesson on the perceptron: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { lesson } from '../article.ts';
import '../../../elements/slope-perceptron/define.ts';

export const load = lesson(
  'slope-perceptron',
  (figure, fallback) => html`<slope-perceptron url-state ${ref(figure)}>${fallback}</slope-perceptron>`,
  {
    en: async () => (await import('./text.en.ts')).english,
    fr: async () => (await import('./text.fr.ts')).french,
  },
);
