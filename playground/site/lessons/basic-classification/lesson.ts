// The lesson on handwritten digits: the order of its parts, the figure, the program; its words are in the files beside it.

import { html, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { SlopeMnist } from '../../../elements/slope-mnist/slope-mnist.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Lesson } from '../index.ts';
import type { DigitsText } from './text.en.ts';
import '../../../code/code-tabs.ts';
import '../../../elements/slope-mnist/define.ts';

const figure = createRef<SlopeMnist>();

const texts: Record<Locale, () => Promise<DigitsText>> = {
  en: async () => (await import('./text.en.ts')).english,
  fr: async () => (await import('./text.fr.ts')).french,
};

export async function load(locale: Locale): Promise<Lesson> {
  const text = await texts[locale]();
  return { render: () => lesson(text) };
}

/** Sets the figure to a situation and shows it. */
function show(preset: string): void {
  const element = figure.value;
  if (!element) return;
  element.tryPreset(preset);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
}

function lesson(text: DigitsText): TemplateResult {
  return html`<article class="lesson">
    <header class="lesson-head">
      <p class="eyebrow">${text.section}</p>
      <h1>${text.title}</h1>
      <p class="question">${text.question}</p>
    </header>
    ${text.opening}
    <div class="figure">
      <slope-mnist url-state ${ref(figure)}>
        <p>${text.fallback}</p>
      </slope-mnist>
    </div>
    <section aria-labelledby="notice">
      <h2 id="notice">${text.noticeTitle}</h2>
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
    <section aria-labelledby="formula">
      <h2 id="formula">${text.formulaTitle}</h2>
      ${text.formula}
    </section>
    <section aria-labelledby="program">
      <h2 id="program">${text.codeTitle}</h2>
      <p>${text.code}</p>
      <slope-code-tabs ${ref((tabs) => tabs && connect(tabs))}></slope-code-tabs>
    </section>
    <section class="teacher" aria-labelledby="teacher">
      <h2 id="teacher">${text.teacherTitle}</h2>
      ${text.teacher}
    </section>
  </article>`;
}

function connect(tabs: Element): void {
  void customElements.whenDefined('slope-mnist').then(() => {
    (tabs as HTMLElementTagNameMap['slope-code-tabs']).source = figure.value ?? null;
  });
}
