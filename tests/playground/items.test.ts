/** Everything that the lecture names has its place in the playground, and the README says where. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { figures, items, pathOf } from '../../playground/site/items.ts';
import { sections } from '../../playground/site/roadmap.ts';

const readme = resolve(import.meta.dirname, '../../README.md');

test('the items are numbered from 1 to 66', () => {
  expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 66 }, (_, i) => i + 1));
});

test('every lesson on the road has a figure that is known, and every figure stands on the road', () => {
  expect(Object.keys(figures).sort()).toEqual(sections.flatMap(({ lessons }) => lessons).sort());
});

/** The table between its two marks; `npm test -- items -u` writes it anew. */
test('the README’s table is that of the manifest', async () => {
  const rows = items.map(
    ({ number, title, place }) =>
      `| ${number} | ${title.en} | \`<${figures[place.page].tag}>\` | \`${pathOf(place)}\` | ${place.goal.says} |`,
  );
  const table = ['| | in the lecture | element | page | what one sees |', '|---|---|---|---|---|', ...rows].join('\n');
  const text = readFileSync(readme, 'utf8');
  const written = text.replace(/(<!-- items -->\n)[\s\S]*(\n<!-- \/items -->)/, (_, start, end) => start + table + end);
  expect(written).toContain(table);
  await expect(written).toMatchFileSnapshot(readme);
});
