// The visitor's language and colours: from the address, else as chosen before, else as the browser asks for.

import { type Locale, parseLocale } from '../i18n/locale.ts';

export type Theme = 'auto' | 'light' | 'dark';
export const themes: readonly Theme[] = ['auto', 'light', 'dark'];

const stored = (name: string): string | null => {
  try {
    return localStorage.getItem(`slope-${name}`);
  } catch {
    // Storage may be forbidden; then nothing is remembered, and everything works.
    return null;
  }
};

const store = (name: string, value: string): void => {
  try {
    localStorage.setItem(`slope-${name}`, value);
  } catch {
    // as above
  }
};

export function preferredLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('lang') ?? stored('language');
  return parseLocale(asked) ?? navigator.languages.map(parseLocale).find((locale) => locale !== undefined) ?? 'en';
}

export function preferredTheme(): Theme {
  const theme = stored('theme');
  return themes.find((name) => name === theme) ?? 'auto';
}

/** Puts both on the document, where stylesheets and elements find them. */
export function applyPreferences(): void {
  document.documentElement.lang = preferredLocale();
  document.documentElement.setAttribute('theme', preferredTheme());
}

/** The language goes into the address, so that a link carries it; the page changes in place and a run goes on. */
export function chooseLocale(locale: Locale): void {
  store('language', locale);
  const url = new URL(location.href);
  url.searchParams.set('lang', locale);
  history.replaceState(history.state, '', url.href.replaceAll('%2C', ','));
  document.documentElement.lang = locale;
}

export function chooseTheme(theme: Theme): void {
  store('theme', theme);
  document.documentElement.setAttribute('theme', theme);
}
