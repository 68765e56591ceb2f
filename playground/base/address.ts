// Settings in the page's address: what differs from the default, so that a link carries the situation and "back" undoes.

/** How much a change matters to the browser's history: a drag replaces the entry, a finished choice adds one. */
export type AddressChange = 'replace' | 'push';

/** Reads and writes one experiment's share of the query and leaves every other parameter alone. */
export class AddressState {
  readonly #names: ReadonlySet<string>;

  constructor(names: Iterable<string>) {
    this.#names = new Set([...names, 'preset']);
  }

  read(): URLSearchParams {
    const all = new URLSearchParams(location.search);
    return new URLSearchParams([...all].filter(([name]) => this.#names.has(name)));
  }

  write(own: URLSearchParams, change: AddressChange): void {
    const others = [...new URLSearchParams(location.search)].filter(([name]) => !this.#names.has(name));
    const query = new URLSearchParams([...others, ...own]).toString().replaceAll('%2C', ',');
    const url = `${location.pathname}${query ? `?${query}` : ''}${location.hash}`;
    if (url === `${location.pathname}${location.search}${location.hash}`) return;
    if (change === 'push') history.pushState(null, '', url);
    else history.replaceState(null, '', url);
  }
}
