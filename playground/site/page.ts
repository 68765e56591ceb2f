// A page of the site: header with language, colours and backend, the lecture's road, the page's own text, the footer.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Backends } from '../base/backends.ts';
import { Catalog } from '../i18n/catalog.ts';
import { type Locale, localeNames, localeOf, locales, watchPageLocale } from '../i18n/locale.ts';
import { contentsPage } from './contents.ts';
import { type Lesson, lessons } from './lessons/index.ts';
import { type SiteMessages, siteEnglish } from './messages.en.ts';
import { chooseLocale, chooseTheme, preferredTheme, type Theme, themes } from './preferences.ts';
import { type LessonName, type PageName, sections } from './roadmap.ts';

const catalog = new Catalog<SiteMessages>(siteEnglish, {
  fr: async () => (await import('./messages.fr.ts')).siteFrench,
});

/** Draws into the page itself, not into a shadow root: text is text, and the site's stylesheet sets it. */
@customElement('slope-page')
export class SlopePage extends LitElement {
  @property() page: PageName = 'contents';
  /** The way from this page to the site's root: pages work in any folder of any host. */
  @property() root = './';
  @state() private locale: Locale = 'en';
  @state() private words: SiteMessages = siteEnglish;
  @state() private lesson: Lesson | undefined;
  @state() private backends: Backends | undefined;
  @state() private theme: Theme = preferredTheme();
  #stopWatching: (() => void) | undefined;
  #drawn = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = watchPageLocale(() => void this.#followLocale());
    void this.#detectBackends();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.#drawn) {
      this.#drawn = true;
      await this.#followLocale();
    }
    super.scheduleUpdate();
  }

  async #followLocale(): Promise<void> {
    const locale = localeOf(this);
    const load = this.page === 'contents' ? undefined : lessons[this.page];
    const [words, lesson] = await Promise.all([catalog.load(locale), load?.(locale)]);
    if (localeOf(this) !== locale) return;
    this.locale = locale;
    this.words = words;
    this.lesson = lesson;
    document.title = words.titles[this.page];
  }

  /** Loaded apart: the text of a page does not wait for the engine. */
  async #detectBackends(): Promise<void> {
    const { pageBackends } = await import('../base/backends.ts');
    this.backends = await pageBackends();
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`<a class="skip" href="#text">${words.skip}</a>
      ${this.#renderHeader()} ${this.page === 'contents' ? nothing : [this.#renderRoadmap(), this.#renderNeighbours(this.page)]}
      <main id="text" tabindex="-1">
        ${this.page === 'contents' ? contentsPage(words, this.locale, this.root) : (this.lesson?.render() ?? nothing)}
      </main>
      ${this.page === 'contents' ? nothing : this.#renderNext(this.page)}
      <footer class="site-footer"><p>${words.footer}</p></footer>`;
  }

  #renderHeader(): TemplateResult {
    const { words, root, locale, theme } = this;
    return html`<header class="site-header">
      <a class="wordmark" href=${root} aria-label=${words.home}>${unsafeHTML(mark)}<span>Slope</span></a>
      <p class="backend-line" data-backend-line>${this.#backendLine()}</p>
      <nav class="language" aria-label=${words.language}>
        ${locales.map(
          (name) => html`<button type="button" lang=${name} aria-pressed=${name === locale}
            @click=${() => chooseLocale(name)}>${localeNames[name]}</button>`,
        )}
      </nav>
      <label class="theme"><span class="visually-hidden">${words.theme}</span>
        <select .value=${theme} aria-label=${words.theme} @change=${this.#themeChosen}>
          ${themes.map((name) => html`<option value=${name} ?selected=${name === theme}>${words.themeOption(words.themes[name])}</option>`)}
        </select></label>
    </header>`;
  }

  readonly #themeChosen = (event: Event): void => {
    const chosen = (event.target as HTMLSelectElement).value;
    this.theme = themes.find((name) => name === chosen) ?? 'auto';
    chooseTheme(this.theme);
  };

  #backendLine(): string {
    const { backends, words } = this;
    if (!backends) return words.backend.looking;
    const { webgpu, preferred } = backends;
    const software = webgpu.isSoftware ? ` (${words.backend.software})` : '';
    const adapter = webgpu.available ? words.backend.webgpu(webgpu.adapter + software) : '';
    return preferred === 'webgpu' ? adapter : [words.backend.cpu, adapter].filter(Boolean).join(' · ');
  }

  /** The lessons of the section that this one belongs to. */
  #renderNeighbours(page: LessonName): TemplateResult | typeof nothing {
    const { words, root } = this;
    const section = sections.find(({ lessons: pages }) => pages.includes(page));
    if (!section || section.lessons.length < 2) return nothing;
    return html`<nav class="neighbours" aria-label=${words.sectionLessons}>
      <ul>${section.lessons.map((name) =>
        name === page
          ? html`<li aria-current="page">${words.lessons[name].title}</li>`
          : html`<li><a href="${root}${name}/">${words.lessons[name].title}</a></li>`,
      )}</ul>
    </nav>`;
  }

  /** The way on, at the end of the text. */
  #renderNext(page: LessonName): TemplateResult | typeof nothing {
    const { words, root } = this;
    const road = sections.flatMap(({ lessons: pages }) => pages);
    const next = road[road.indexOf(page) + 1];
    if (!next) return nothing;
    return html`<nav class="onward" aria-label=${words.next}>
      <p>${words.next} <a href="${root}${next}/">${words.lessons[next].title}</a></p>
    </nav>`;
  }

  #renderRoadmap(): TemplateResult {
    const { words, locale, root, page } = this;
    return html`<nav class="roadmap" aria-label=${words.roadmap}>
      <ol>
        ${sections.map(({ number, title, lessons: pages }) => {
          const here = pages.some((name) => name === page);
          const first = pages[0];
          const name = html`<span class="roadmap-number">${number}</span> <span class="roadmap-title">${title[locale]}</span>`;
          return html`<li class=${here ? 'here' : ''} aria-current=${here ? 'page' : nothing}>
            ${first && !here ? html`<a href="${root}${first}/">${name}</a>` : html`<span>${name}</span>`}
          </li>`;
        })}
      </ol>
    </nav>`;
  }
}

/** A curve, its tangent, the point where they touch. */
const mark =
  '<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path class="mark-curve" d="M4 2C7 21 12 27 17 27S26 21 29 10"/><path class="mark-tangent" d="M2 9.5 14 30"/><circle class="mark-point" cx="8" cy="19.7" r="3.5"/></svg>';

declare global {
  interface HTMLElementTagNameMap {
    'slope-page': SlopePage;
  }
}
