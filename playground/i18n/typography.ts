// French spacing as a rule instead of a habit: catalogues are written with plain spaces and set properly here.

import { html, type TemplateResult } from 'lit';

const narrow = '\u202f';
const wide = '\u00a0';
/** After a hyphen: « doit-il » stays on one line. */
const joiner = '\u2060';

/** No-break spaces where French wants them: before : ; ? ! %, inside « » between thousands, and before a unit. */
export function frenchSpacing(text: string): string {
  return text
    .replace(/ ([;?!])/g, `${narrow}$1`)
    .replace(/ ([:%»])/g, `${wide}$1`)
    .replace(/« /g, `«${wide}`)
    .replace(/(?<=\p{L})-(?=(t-)?(ce|il|elle|on|ils|elles|vous|nous)(?![\p{L}-]))/gu, `-${joiner}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${narrow}`)
    .replace(/(\d) (?=(k?€|cm|m²|km|ms|s|Mo|ko)(?![\p{L}\d]))/gu, `$1${wide}`);
}

/** A catalogue with every string, and every string that its functions return, set in French spacing. */
export function frenchCatalog<M>(messages: M): M {
  return setInFrench(messages) as M;
}

function setInFrench(value: unknown): unknown {
  if (typeof value === 'string') return frenchSpacing(value);
  if (Array.isArray(value)) return value.map(setInFrench);
  if (typeof value === 'function') return (...args: unknown[]) => setInFrench(value(...args));
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    if ('_$litType$' in value) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, setInFrench(entry)]));
  }
  return value;
}

const spaced = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/** Lit's `html` for French prose: the same template, spaced. */
export function htmlFrench(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult<1> {
  let set = spaced.get(strings);
  if (!set) {
    // Lit caches a template by the identity of its strings, so each call site must map to one array.
    const parts = strings.map(frenchSpacing);
    set = Object.assign(parts, { raw: strings.raw.map(frenchSpacing) });
    spaced.set(strings, set);
  }
  return html(set, ...values);
}
