// The lesson on looking at the data: its figure; its words are in the files beside it.

import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Locale } from '../../../i18n/locale.ts';
import { type LessonWords, lessonArticle } from '../article.ts';
import type { Lesson } from '../index.ts';
import '../../../elements/slope-data/define.ts';

const texts: Record<Locale, () => Promise<LessonWords>> = {
  en: async () => (await import('./text.en.ts')).english,
  fr: async () => (await import('./text.fr.ts')).french,
};

const article = lessonArticle(
  'slope-data',
  (figure, fallback) => html`<slope-data url-state ${ref(figure)}>${fallback}</slope-data>`,
);

export async function load(locale: Locale): Promise<Lesson> {
  const text = await texts[locale]();
  return { render: () => article(text) };
}
