// The contents page: what this is, and the lecture's sections with the lessons that are there.

import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../i18n/locale.ts';
import type { SiteMessages } from './messages.en.ts';
import { sections } from './roadmap.ts';

export function contentsPage(words: SiteMessages, locale: Locale, root: string): TemplateResult {
  return html`<article class="cover">
    <h1>${words.cover.title}</h1>
    <p class="lead">${words.cover.lead}</p>
    <h2>${words.contents}</h2>
    <ol class="contents">
      ${sections.map(
        ({ number, title, lessons }) => html`<li class=${lessons.length ? '' : 'planned'}>
          <span class="contents-number">${number}</span>
          <div>
            <span class="contents-title">${title[locale]}</span>
            ${lessons.length ? nothing : html`<span class="contents-note">${words.notYet}</span>`}
            ${lessons.map(
              (name) => html`<p class="contents-lesson"><a href="${root}${name}/">${words.lessons[name].title}</a>
                <span>${words.lessons[name].about}</span></p>`,
            )}
          </div>
        </li>`,
      )}
    </ol>
    <p class="cover-note">${words.cover.note}</p>
  </article>`;
}
