// Marks comments, strings, numbers and keywords of Python and TypeScript: enough for programs of one page.

import { html, type TemplateResult } from 'lit';

const keywords =
  'and as async await break class const continue def elif else export for from if import in is lambda let new not of or print return while with True False None';

const pattern = new RegExp(
  [
    '(?<comment>#.*|//.*)',
    '(?<string>"[^"\\n]*"|\'[^\'\\n]*\')',
    '(?<number>\\b\\d[\\d_.]*(?:e-?\\d+)?\\b)',
    `(?<keyword>\\b(?:${keywords.split(' ').join('|')})\\b)`,
  ].join('|'),
  'g',
);

export function highlight(code: string): TemplateResult {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const match of code.matchAll(pattern)) {
    parts.push(code.slice(at, match.index));
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0] ?? '';
    parts.push(html`<span class=${kind}>${match[0]}</span>`);
    at = match.index + match[0].length;
  }
  parts.push(code.slice(at));
  return html`${parts}`;
}
