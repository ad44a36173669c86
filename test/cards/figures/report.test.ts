import type { Plan } from '../../../src/app/figures/plan';
import type { Report } from '../../../src/app/figures/report';
import { planLinesOf } from '../../../src/cards/figures/plan';
import { reportLinesOf } from '../../../src/cards/figures/report';
import { type ReportLine, reportLines } from '../../../src/domain/figures/report';
import { type Language, languageCodes } from '../../../src/domain/languages';
import type { Department } from '../../../src/domain/organisation/organisation';
import { contextFor } from '../../../testing/samples/card-context';
import { namer, naming, obstacleAfter } from '../../../testing/samples/obstacle/obstacle-story';
import { planned } from '../../../testing/samples/undertaking/undertaking-story';

const told = { few: false, cases: 24, hits: 17 } as const;
const lineOf = (name: ReportLine['name']): ReportLine => {
  if (name === 'timeToDecision') return { name, current: { few: false, days: 9, longest: 31 } };
  if (name === 'goalReached') {
    return { name, current: { few: false, results: { yes: 3, partly: 2, no: 2, unjudged: 1, noGoal: 4 } } };
  }
  if (name === 'money')
    return { name, current: { few: false, sums: { asked: 50_000, granted: 40_000, used: 30_000 } } };
  if (name === 'endedWithLesson') return { name, current: { ...told, beside: { opened: 3 } } };
  return { name, current: told };
};

const report = (department: Department | undefined, lines = reportLines.map(lineOf)): Report => ({
  ...{ period: { year: 2026, part: 'T2' }, periods: [], department, lines, lessons: [], undertakings: [] },
});
const plan = (department: Department | undefined, more: Partial<Plan> = {}): Plan => ({
  ...{ present: '2026', year: '2027', department, obstacles: [], goals: [] },
  ...{ waiting: 0, waitingIdeas: [], moved: [], next: [] },
  ...more,
});
const placeIn = (language: Language, kind: Department['kind']): Department => {
  const found = contextFor(language).directory.departments.find((one) => one.kind === kind);
  if (!found) throw new Error(`The example has no ${kind}`);
  return found;
};

it('tells the ten indicators in ten lines: how ideas spread in one', () => {
  const lines = reportLinesOf(contextFor(), report(undefined));
  expect(lines).toHaveLength(11);
  expect(lines.filter((line) => line.includes('Spridning: '))).toEqual([
    expect.stringMatching(/^Spridning: .*\. Använder andras lösning: /),
  ]);
});

it('tells what was adopted from others by itself where nothing is in use in two departments', () => {
  const lines = reportLinesOf(contextFor(), report(undefined, [lineOf('fromOthers')]));
  expect(lines[1]).toMatch(/^Använder andras lösning: 24\. /);
});

it('tells of the money that was granted how much of it is used: of few as it is, of twenty and more as a share', () => {
  const moneyIn = (share?: number) =>
    reportLinesOf(
      contextFor('sv'),
      report(undefined, [
        {
          ...{ name: 'money' },
          current: {
            ...{ few: false, days: 12 },
            sums: { asked: 50_000, granted: 40_000, used: 30_000, ...(share !== undefined && { share }) },
          },
        },
      ]),
    )[1]?.replace(/\s/g, ' ');
  expect(moneyIn()).toContain('sökt 50 000 kr, fått 40 000 kr och använt 30 000 kr av det, hälften');
  expect(moneyIn(0.75)).toContain('fått 40 000 kr och använt 30 000 kr av det (75 %)');
});

describe.each(languageCodes)('to the board of a company, in %s', (language) => {
  const context = contextFor(language);
  const company = placeIn(language, 'company');
  const names = /förvaltning|department/i;

  it('speaks of no department, neither of what has been nor of what is planned', () => {
    const { obstacle } = obstacleAfter([namer, naming()]);
    const [goal, other] = context.settings.goals;
    if (!goal || !other) throw new Error('The example has no goals');
    const lines = [
      ...reportLinesOf(context, { ...report(company), undertakings: [planned()] }),
      ...planLinesOf(
        context,
        plan(company, {
          obstacles: [{ obstacle, stops: { ideas: 3, departments: 2 } }],
          goals: [
            { goal, open: 1, tested: 0, inUse: 0 },
            { goal: other, open: 0, tested: 0, inUse: 0 },
          ],
          ...{ waiting: 2, moved: [planned()], next: [planned()] },
        }),
      ),
    ];
    expect(lines.filter((line) => names.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(20);
  });

  it('says so where a department speaks for itself', () => {
    const lines = reportLinesOf(context, report(placeIn(language, 'department')));
    expect(lines.filter((line) => names.test(line)).length).toBeGreaterThan(1);
  });
});

it('says that there is nothing to plan from, rather than nothing', () => {
  expect(planLinesOf(contextFor(), plan(undefined))).toEqual([
    expect.stringContaining('Planering för 2027'),
    contextFor().t('figures.plan.none'),
  ]);
});
