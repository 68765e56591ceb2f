/** WGSL without what only people read. */

/** WGSL without comments; line breaks stay, so line numbers hold. WGSL has no strings, and block comments nest. */
export function stripComments(code: string): string {
  let bare = '';
  let depth = 0;
  for (let i = 0; i < code.length; i++) {
    const pair = code.slice(i, i + 2);
    if (pair === '/*' || (pair === '*/' && depth > 0)) {
      depth += pair === '/*' ? 1 : -1;
      i++;
      if (depth === 0) bare += ' ';
    } else if (depth === 0 && pair === '//') {
      const end = code.indexOf('\n', i);
      i = (end < 0 ? code.length : end) - 1;
    } else if (depth === 0 || code[i] === '\n') {
      bare += code[i];
    }
  }
  return bare;
}

/**
 * Comments and blank space removed. A blank stays between two words, and between two operators: `a - -b` must not become
 * `a--b`, nor `array<f32> =` become `array<f32>=`.
 */
export function minifyWgsl(code: string): string {
  return stripComments(code)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<=[(){}[\],;:]) | (?=[(){}[\],;:])/g, '')
    .replace(/(?<=\w) (?=[-+*/%&|^<>=!~@])|(?<=[-+*/%&|^<>=!~]) (?=\w)/g, '');
}
