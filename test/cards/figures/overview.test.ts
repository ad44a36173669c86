import type { Overview } from '../../../src/app/figures/overview';
import { overviewCard } from '../../../src/cards/figures/overview';
import { type FigureTold, openingFigureNames, openingFigures } from '../../../src/domain/figures/figures';
import { periodsOn } from '../../../src/domain/figures/months';
import { nodesOf } from '../../../testing/cards/nodes';
import { contextFor } from '../../../testing/samples/card-context';

const told = (cases: number): FigureTold => ({ few: false, cases, hits: 3 });

/** The overview with so many of each; `hidden`: new ideas rest on few. */
function drawn(cases: number, more: Partial<Overview> = {}, hidden = false) {
  const figures = openingFigureNames.map((name) => ({
    ...{ name, as: openingFigures[name].as, before: told(2) },
    current: hidden && name === 'newIdeas' ? ({ few: true } as const) : told(cases),
  }));
  const view: Overview & { page: number } = {
    ...{ counting: 'v2-sample', departments: [], leads: new Set<string>(), tabs: ['mine', 'everywhere'] },
    ...{ tab: 'mine', page: 0, periods: periodsOn('2026-11-28'), figures },
    ...more,
  };
  const { card } = overviewCard(contextFor(), view);
  return [...nodesOf(card)].filter(({ type }) => type === 'Chart.HorizontalBar');
}

it('draws one chart of its numbers, and none of a share, for clients that can; others show nothing in its place', () => {
  const [chart, ...others] = drawn(9);
  expect(others).toEqual([]);
  expect(chart).toMatchObject({ fallback: 'drop', data: expect.arrayContaining([{ x: 'Nya idéer', y: 9 }]) });
  expect(chart?.data).toHaveLength(4);
});

it('draws no bar of what rests on few people, and no chart of a few cases', () => {
  const [chart] = drawn(9, {}, true);
  expect(JSON.stringify(chart?.data)).not.toContain('Nya idéer');
  expect(drawn(1)).toEqual([]);
});

it('draws where ideas wait by stage and role', () => {
  const waits = [
    { stage: 'submitted', role: 'leader', ideas: 7, days: 3 },
    { stage: 'piloting', role: 'driver', ideas: 4 },
  ] as const;
  const [chart] = drawn(0, { tab: 'waiting', figures: [], waits: [...waits] });
  expect(chart?.data).toEqual([
    { x: expect.stringContaining('innovationsledaren'), y: 7 },
    { x: expect.stringContaining('den som leder arbetet'), y: 4 },
  ]);
});
