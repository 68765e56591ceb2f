// The languages of the playground, and which of them an element speaks.

export const locales = ['en', 'fr'] as const;
export type Locale = (typeof locales)[number];

/** The languages' own names, as a language switch must show them. */
export const localeNames: Record<Locale, string> = { en: 'English', fr: 'Français' };

/** `fr-CA` is French; an unknown or missing tag is undefined. */
export function parseLocale(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split('-')[0];
  return locales.find((locale) => locale === language);
}

/** The language of the nearest `lang` attribute, looking out through shadow roots; English where none is known. */
export function localeOf(element: Element): Locale {
  let at: Element | null = element;
  while (at) {
    const holder: Element | null = at.closest('[lang]');
    if (holder) return parseLocale(holder.getAttribute('lang')) ?? 'en';
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return 'en';
}

/** Calls back when the page's own language changes: elements without a `lang` attribute follow it. */
export function watchPageLocale(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
  return () => observer.disconnect();
}
