/** The lecture from its first word to its last, by keyboard: every item's page opens, plays and shows what it is there to show. */
import { describe, expect, test } from 'vitest';
import { figures, type Goal, items, type Place, pathOf } from '../../playground/site/items.ts';
import { findAccessibilityProblems, openPage } from '../page.ts';
import { Figure } from './driver.ts';
import { drawn, expectData, tabTo } from './lesson-checks.ts';

/** Items that share a situation are seen in one run of it. */
const situations = new Map<string, { place: Place; goals: { number: number; goal: Goal }[] }>();
for (const { number, place } of items) {
  const known = situations.get(pathOf(place)) ?? { place, goals: [] };
  known.goals.push({ number, goal: place.goal });
  situations.set(pathOf(place), known);
}

/** Whether a part of the figure is there to be seen and says something. */
const shown = (selector: string): string => `(() => {
  const part = root.querySelector('${selector}');
  if (!part?.getClientRects().length) return false;
  return Boolean(part.innerText?.trim() || part.value || part.shadowRoot || part.matches('canvas, svg, math, ul, button'));
})()`;

describe.each([...situations])('%s', (path, { place, goals }) => {
  const name = goals.map(({ number, goal }) => `${number}: ${goal.says}`).join('; ');
  test(name, async () => {
    const facts = figures[place.page];
    const { page, complaints } = await openPage(path);
    const figure = new Figure(page, facts.tag);
    await drawn(page, facts.tag);
    await expectData(page, facts);
    await tabTo(page, '.play');
    await page.keyboard.press('Enter');
    for (const { goal } of goals) {
      await figure.state(goal.state, 120_000);
      await figure.until(shown(goal.shows));
    }
    expect(await findAccessibilityProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
