/** French as French is set: spaces, quotes and numbers; and nothing of it missing, function by function. */
import { describe, expect, test } from 'vitest';
import { numberFormats } from '../../playground/formats/numbers.ts';
import { sharedEnglish } from '../../playground/i18n/shared.en.ts';
import { sharedFrench } from '../../playground/i18n/shared.fr.ts';
import { troubleEnglish } from '../../playground/i18n/trouble.en.ts';
import { troubleFrench } from '../../playground/i18n/trouble.fr.ts';
import { frenchSpacing } from '../../playground/i18n/typography.ts';
import { siteEnglish } from '../../playground/site/messages.en.ts';
import { siteFrench } from '../../playground/site/messages.fr.ts';

const narrow = '\u202f';
const wide = '\u00a0';

test('spaces that do not break stand where French wants them', () => {
  expect(frenchSpacing('Vraiment ? Oui : « non » ; 10 000 images, 95 % !')).toBe(
    `Vraiment${narrow}? Oui${wide}: «${wide}non${wide}»${narrow}; 10${narrow}000 images, 95${wide}%${narrow}!`,
  );
});

test('numbers are written as the language writes them', () => {
  const { integer, decimal, percent, bytes, duration } = numberFormats('fr');
  expect(integer(10_000)).toBe(`10${narrow}000`);
  expect(decimal(0.0816, 4)).toBe('0,0816');
  expect(percent(0.9775, 2)).toMatch(/^97,75\s%$/);
  expect(bytes(6_600_000)).toMatch(/^6,6\sMo$/);
  expect(duration(125)).toMatch(/^2\smin 5\ss$/);
  expect(numberFormats('en').measured(2.27e35)).toBe('2.27e35');
});

/** Every element keeps its sentences in `messages.en.ts` and `messages.fr.ts`, one object each. */
const modules = import.meta.glob<Record<string, unknown>>('../../playground/elements/*/messages.{en,fr}.ts', {
  eager: true,
});
const elements = Object.keys(modules)
  .filter((path) => path.endsWith('.en.ts'))
  .map((path): [name: string, english: unknown, french: unknown] => {
    const catalogue = (from: string) => Object.values(modules[from] ?? {}).find((value) => typeof value === 'object');
    return [path.split('/').at(-2) ?? path, catalogue(path), catalogue(path.replace('.en.ts', '.fr.ts'))];
  });

describe.each([
  ['the shared parts', sharedEnglish, sharedFrench],
  ['trouble', troubleEnglish, troubleFrench],
  ['the site', siteEnglish, siteFrench],
  ...elements,
])('%s', (_name, english, french) => {
  const pairs = [...leaves(english, french)];

  test('have every sentence in both languages', () => {
    expect(pairs.filter(({ french }) => french === undefined || french === '').map(({ path }) => path)).toEqual([]);
    expect(pairs.filter(({ english, french }) => typeof english !== typeof french)).toEqual([]);
  });

  test('use French punctuation', () => {
    const texts = pairs.map(({ path, french }) => ({ path, text: typeof french === 'string' ? french : '' }));
    expect(texts.filter(({ text }) => /'|"|\.\.\./.test(text)).map(({ path }) => path)).toEqual([]);
    expect(texts.filter(({ text }) => / [:;?!%»]|« /.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

interface Pair {
  readonly path: string;
  readonly english: unknown;
  readonly french: unknown;
}

function* leaves(english: unknown, french: unknown, path = ''): Generator<Pair> {
  if (typeof english !== 'object' || english === null) {
    yield { path, english, french };
    return;
  }
  for (const [key, value] of Object.entries(english)) {
    yield* leaves(value, (french as Record<string, unknown> | undefined)?.[key], `${path}.${key}`);
  }
}
