// Tables as CSV files that a spreadsheet in the visitor's language opens without asking.

import type { Locale } from '../i18n/locale.ts';

/** A head and its rows; French spreadsheets want a semicolon, because the comma is the decimal mark. */
export function csvTable(
  head: readonly string[],
  rows: readonly (readonly (number | string | undefined)[])[],
  locale: Locale,
): string {
  const french = locale === 'fr';
  const cell = (value: number | string | undefined): string => {
    const text = value === undefined ? '' : String(value);
    return french ? text.replace('.', ',') : text;
  };
  return [head, ...rows].map((row) => `${row.map(cell).join(french ? ';' : ',')}\n`).join('');
}
