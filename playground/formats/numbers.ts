// Numbers as people read them: Intl formats for counts, shares, bytes, times and learning rates in each language.

import type { Locale } from '../i18n/locale.ts';

export interface NumberFormats {
  /** 10000 → "10,000", « 10 000 » */
  integer(value: number): string;
  /** A fixed number of decimals: the lecture's tables print four. */
  decimal(value: number, digits?: number): string;
  /** A fixed number of decimals, as a power of ten where that would be a row of figures: a loss that blew up. */
  measured(value: number, digits?: number): string;
  /** A number beside an axis: at most three significant digits, large ones as a power of ten. */
  tick(value: number): string;
  /** All its digits, as somebody would type it into a field. */
  typed(value: number): string;
  /** A share of one as a percentage. */
  percent(share: number, digits?: number): string;
  /** As short as it can be: axis ticks. */
  shortPercent(share: number): string;
  /** At most three significant digits, never in exponent form: learning rates. */
  significant(value: number): string;
  /** Bytes in the decimal unit that keeps the number short: "6.6 MB", « 6,6 Mo ». */
  bytes(value: number): string;
  /** Seconds as "4 s" or "2 min 5 s". */
  duration(seconds: number): string;
  /** The form that the language wants for a count: French has « 0 erreur », English "0 errors". */
  plural<T>(count: number, one: T, other: T): T;
}

/** From here on a number is shown as a power of ten. */
const LARGE = 1e5;

const made = new Map<Locale, NumberFormats>();

export function numberFormats(locale: Locale): NumberFormats {
  const formats = made.get(locale) ?? makeFormats(locale);
  made.set(locale, formats);
  return formats;
}

function makeFormats(locale: Locale): NumberFormats {
  const cache = new Map<string, Intl.NumberFormat>();
  // Building an Intl.NumberFormat costs about 50 µs; a hovered chart asks for one several times a frame.
  const format = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = JSON.stringify(options);
    const made = cache.get(key) ?? new Intl.NumberFormat(locale, options);
    cache.set(key, made);
    return made.format(value).replace('-', '−');
  };
  const fixed = (digits: number): Intl.NumberFormatOptions => ({
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const unit = (value: number, name: string, digits: number): string =>
    format(value, { style: 'unit', unit: name, unitDisplay: 'short', ...fixed(digits) });
  const scientific = (value: number): string =>
    format(value, { notation: 'scientific', maximumSignificantDigits: 3 }).replace('E', 'e');
  const plurals = new Intl.PluralRules(locale);
  const decimalMark = locale === 'fr' ? ',' : '.';

  return {
    integer: (value) => format(value, { maximumFractionDigits: 0 }),
    decimal: (value, digits = 4) => format(value, fixed(digits)),
    measured: (value, digits = 4) => (Math.abs(value) < LARGE ? format(value, fixed(digits)) : scientific(value)),
    tick: (value) => (Math.abs(value) < LARGE ? format(value, { maximumSignificantDigits: 3 }) : scientific(value)),
    typed: (value) => String(value).replace('.', decimalMark),
    percent: (share, digits = 1) => format(share, { style: 'percent', ...fixed(digits) }),
    shortPercent: (share) => format(share, { style: 'percent', maximumFractionDigits: 1 }),
    significant: (value) => format(value, { maximumSignificantDigits: 3 }),
    bytes: (value) => {
      if (value < 1000) return unit(value, 'byte', 0);
      if (value < 1e6) return unit(value / 1e3, 'kilobyte', 0);
      return unit(value / 1e6, 'megabyte', 1);
    },
    duration: (seconds) => {
      const whole = Math.max(0, Math.round(seconds));
      if (whole < 60) return unit(whole, 'second', 0);
      return `${unit(Math.floor(whole / 60), 'minute', 0)} ${unit(whole % 60, 'second', 0)}`;
    },
    plural: (count, one, other) => (plurals.select(count) === 'one' ? one : other),
  };
}
