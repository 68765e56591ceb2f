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

/** A number, which may hold letters, or a word with the sign before it: `@` makes it an attribute, `.` a member. */
const words =
  /(?:0[xX][\da-fA-F.]+(?:[pP][-+]?\d+)?|\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)[iufh]?|([@.]?\s*)\b([A-Za-z_]\w*)/g;
const swizzle = /^([xyzw]{1,4}|[rgba]{1,4})$/;

/** Every name that the kernel declares for itself: variables, functions, parameters, structures and their members. */
function declaredNames(code: string): { readonly names: Set<string>; readonly members: Set<string> } {
  const all = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, name = '']) => name);
  const structures = [...code.matchAll(/\bstruct\s+\w+\s*\{([^}]*)\}/g)].map(([, body = '']) => body).join();
  const members = [...structures.matchAll(/(\w+)\s*:/g)].map(([, name = '']) => name);
  const called = all(/\b(\w+)\s*\(/g);
  const functions = all(/\b(?:fn|struct|alias)\s+(\w+)/g);
  const variables = all(/(?:\b(?:let|const|var)\s+|\bvar\s*<[^>]*>\s*)(\w+)/g);
  const parameters = [...code.matchAll(/\bfn\s+\w+\s*(\([^{]*)\{/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/(\w+)\s*:/g)].map(([, name = '']) => name),
  );
  const names = new Set([...functions, ...[...variables, ...parameters].filter((name) => !called.includes(name))]);
  // Pipelines find these by their names.
  for (const name of [...all(/\boverride\s+(\w+)/g), ...all(/@compute[^{]*?\bfn\s+(\w+)/g)]) names.delete(name);
  return { names, members: new Set(members.filter((name) => !swizzle.test(name))) };
}

/** Names of one letter, then of a letter and a number: none is a word of WGSL. */
function* shortNames(): Generator<string> {
  for (let round = 0; ; round++) {
    for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') yield letter + (round || '');
  }
}

/** The kernel with one short name for each of its own; the same name stays the same, so that shadowing stays too. */
function shortenNames(code: string): string {
  const { names, members } = declaredNames(code);
  const used = new Set([...code.matchAll(words)].map(([, , word]) => word));
  const free = shortNames();
  const shortened = new Map<string, string>();
  const shorten = (name: string) => {
    let short = shortened.get(name);
    while (!short) {
      const { value } = free.next();
      if (value && !used.has(value)) short = value as string;
    }
    shortened.set(name, short);
    return short;
  };
  const isMember = structureSpans(code);
  return code.replace(words, (whole, sign: string | undefined, word: string | undefined, at: number) => {
    if (!word || sign?.startsWith('@') || /@builtin\s*\(\s*$/.test(code.slice(Math.max(0, at - 20), at))) return whole;
    const own = sign?.startsWith('.') || isMember(at, word) ? members.has(word) : names.has(word);
    return own && word.length > 1 ? `${sign ?? ''}${shorten(word)}` : whole;
  });
}

/** Whether the word at a place is the declaration of a structure's member. */
function structureSpans(code: string): (at: number, word: string) => boolean {
  const spans = [...code.matchAll(/\bstruct\s+\w+\s*\{[^}]*\}/g)].map(
    ({ index, 0: text }) => [index + text.indexOf('{'), index + text.length] as const,
  );
  return (at, word) =>
    spans.some(([start, end]) => start < at && at < end) &&
    /^\s*:/.test(code.slice(at).replace(/^\W*/, '').slice(word.length));
}

/**
 * Comments and blank space removed, own names shortened. A blank stays between two words, and between two operators: `a - -b` must not become
 * `a--b`, nor `array<f32> =` become `array<f32>=`.
 */
export function minifyWgsl(code: string): string {
  return shortenNames(stripComments(code))
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<=[(){}[\],;:]) | (?=[(){}[\],;:])/g, '')
    .replace(/(?<=\w) (?=[-+*/%&|^<>=!~@])|(?<=[-+*/%&|^<>=!~]) (?=\w)/g, '');
}
