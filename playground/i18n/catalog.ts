// A catalogue holds one element's messages in every language; English is there at once, others load when asked for.
//
// Why not one locale module for the page (@lit/localize): two elements on a course page may speak different languages,
// and an embedded experiment must not download the sentences of the other thirty. Messages are plain typed objects, so
// a missing French sentence does not compile.

import type { Locale } from './locale.ts';

export class Catalog<M> {
  readonly english: M;
  readonly loaders: Partial<Record<Locale, () => Promise<M>>>;
  readonly #ready = new Map<Locale, M>();

  constructor(english: M, loaders: Partial<Record<Locale, () => Promise<M>>>) {
    this.english = english;
    this.loaders = loaders;
    this.#ready.set('en', english);
  }

  /** The messages if they are here. */
  get(locale: Locale): M | undefined {
    return this.#ready.get(locale);
  }

  /** Loads once; a language whose file cannot be fetched falls back to English rather than to nothing. */
  async load(locale: Locale): Promise<M> {
    const here = this.#ready.get(locale);
    if (here) return here;
    try {
      const messages = (await this.loaders[locale]?.()) ?? this.english;
      this.#ready.set(locale, messages);
      return messages;
    } catch {
      return this.english;
    }
  }
}
