// A lesson as every lesson is: question, opening, figure, what to notice, formula, program, teacher's note.

import { html, type TemplateResult } from 'lit';
import { createRef, type Ref, ref } from 'lit/directives/ref.js';
import type { CodeLanguage } from '../../code/classification.ts';
import type { CodeTabs } from '../../code/code-tabs.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Lesson } from './index.ts';
import '../../code/code-tabs.ts';

export interface Observation {
  readonly title: string;
  readonly body: TemplateResult;
  /** A situation of the figure that shows it. */
  readonly preset?: string;
  readonly action?: string;
}

export interface LessonWords {
  readonly section: string;
  readonly title: string;
  readonly question: string;
  readonly opening: TemplateResult;
  /** Shown where scripts do not run. */
  readonly fallback: string;
  readonly observations: readonly Observation[];
  readonly formulaTitle: string;
  readonly formula: TemplateResult;
  readonly code: string;
  readonly teacher: TemplateResult;
}

/** The headings that all lessons share. */
const headings: Readonly<Record<Locale, { notice: string; program: string; teacher: string }>> = {
  en: { notice: 'What to notice', program: 'The same as a program', teacher: 'For teachers' },
  fr: { notice: 'À remarquer', program: 'La même chose en programme', teacher: 'Pour les enseignants' },
};

/** What a lesson asks of its figure. */
export interface Figure extends HTMLElement {
  toCode(language: CodeLanguage): Promise<string>;
  tryPreset(preset: string): void;
  /** Shows which points a symbol of the formula speaks of; undefined ends it. */
  highlightTerm?(term: string | undefined): void;
}

/** The figure's tag with its attributes; it receives the reference that the rest of the page reaches it by. */
export type FigureTemplate = (figure: Ref<Figure>, fallback: TemplateResult) => TemplateResult;

/** A lesson around its figure, with its words in the language that is asked for. */
export function lesson(
  tag: string,
  figureTemplate: FigureTemplate,
  words: Readonly<Record<Locale, () => Promise<LessonWords>>>,
): (locale: Locale) => Promise<Lesson> {
  const article = lessonArticle(tag, figureTemplate);
  return async (locale) => {
    const text = await words[locale]();
    return { render: () => article(text, locale) };
  };
}

/** Made once per lesson page: it holds the reference to the figure. */
function lessonArticle(
  tag: string,
  figureTemplate: FigureTemplate,
): (text: LessonWords, locale: Locale) => TemplateResult {
  const figure = createRef<Figure>();

  const show = (preset: string): void => {
    const element = figure.value;
    if (!element) return;
    element.tryPreset(preset);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
  };

  const connect = (tabs: Element | undefined): void => {
    if (!tabs) return;
    void customElements.whenDefined(tag).then(() => {
      (tabs as CodeTabs).source = figure.value ?? null;
    });
  };

  /** A symbol, its line in the legend and its points in the figure light up together. */
  const lightUp = (event: Event): void => {
    const on = event.type === 'pointerover' || event.type === 'focusin';
    const holder = (event.target as Element).closest<HTMLElement>('[data-term]');
    const term = on ? holder?.dataset.term : undefined;
    for (const element of (event.currentTarget as Element).querySelectorAll<HTMLElement>('[data-term]')) {
      element.classList.toggle('lit', element.dataset.term === term);
    }
    figure.value?.highlightTerm?.(term);
  };

  return (text, locale) => html`<article class="lesson">
    <header class="lesson-head">
      <p class="eyebrow">${text.section}</p>
      <h1>${text.title}</h1>
      <p class="question">${text.question}</p>
    </header>
    ${text.opening}
    <div class="figure">${figureTemplate(figure, html`<p>${text.fallback}</p>`)}</div>
    <section aria-labelledby="notice">
      <h2 id="notice">${headings[locale].notice}</h2>
      <ol class="observations">
        ${text.observations.map(
          ({ title, body, preset, action }) => html`<li>
            <h3>${title}</h3>
            ${body}
            ${preset ? html`<p><button type="button" class="try" @click=${() => show(preset)}>${action}</button></p>` : ''}
          </li>`,
        )}
      </ol>
    </section>
    <section aria-labelledby="formula" @pointerover=${lightUp} @pointerout=${lightUp} @focusin=${lightUp} @focusout=${lightUp}>
      <h2 id="formula">${text.formulaTitle}</h2>
      ${text.formula}
    </section>
    <section aria-labelledby="program">
      <h2 id="program">${headings[locale].program}</h2>
      <p>${text.code}</p>
      <slope-code-tabs ${ref(connect)}></slope-code-tabs>
    </section>
    <section class="teacher" aria-labelledby="teacher">
      <h2 id="teacher">${headings[locale].teacher}</h2>
      ${text.teacher}
    </section>
  </article>`;
}
