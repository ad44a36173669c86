import fc from 'fast-check';
import { type FigureMark, markName } from '../../../src/domain/figures/mark';
import { marksOf } from '../../../src/domain/figures/marks';
import { reportOf } from '../../../src/domain/figures/report';
import { besideYearBefore } from '../../../src/domain/figures/report-periods';
import { countName, isListed, marksChanged, type Sums, sumsWith } from '../../../src/domain/figures/sums';
import { NO_CASES, percentile, summed } from '../../../src/domain/figures/tally';
import type { Command } from '../../../src/domain/idea/commands';
import { decide } from '../../../src/domain/idea/decide';
import type { IdeaEvent } from '../../../src/domain/idea/events';
import { evolve } from '../../../src/domain/idea/evolve';
import type { Idea, Who } from '../../../src/domain/idea/idea';
import { addDays } from '../../../src/domain/time';
import { inManyLives } from '../../../testing/properties/lives';
import * as story from '../../../testing/samples/idea/story';

const markedBy = { nameOf: (who: Who) => (who === 'clock' ? undefined : who), timeZone: 'Europe/Stockholm' };

/** The marks of a story whose steps come so many days after the first. */
function marked(steps: readonly [day: number, actor: Parameters<typeof decide>[2], command: Command][]): FigureMark[] {
  const events: IdeaEvent[] = [];
  let idea: ReturnType<typeof evolve> | undefined;
  for (const [day, actor, command] of steps) {
    const now = `${addDays(story.setting.now.slice(0, 10), day)}${story.setting.now.slice(10)}`;
    const decided = decide(command, idea, actor, { ...story.setting, now });
    if (!decided.ok) throw new Error(decided.refusal.code);
    events.push(decided.value);
    idea = evolve(idea, decided.value, 'K7M4QX');
  }
  if (!idea) throw new Error('No idea');
  return marksOf(idea, events, markedBy);
}

const submit = story.submit({ submitter: story.submitter.ref });
const of = (marks: readonly FigureMark[], measure: FigureMark['measure']) =>
  marks.filter((mark) => mark.measure === measure);

it('counts a promise once, in the month of its day, as kept where the first answer came by then', () => {
  const inTime = marked([
    [0, story.submitter, submit],
    [14, story.leader, story.exploreWith(story.driver.ref)],
  ]);
  expect(of(inTime, 'promises')).toEqual([expect.objectContaining({ hit: true, by: story.leader.ref })]);
  const late = marked([
    [0, story.submitter, submit],
    [40, story.leader, story.exploreWith(story.driver.ref)],
  ]);
  expect(of(late, 'promises')).toHaveLength(1);
  expect(of(late, 'promises')[0]?.hit).toBeUndefined();
  expect(of(late, 'promises')[0]?.month).toBe(of(inTime, 'promises')[0]?.month);
});

it('leaves the days on which the submitter was asked out of the time to a decision', () => {
  const decided = marked([
    [0, story.submitter, submit],
    [2, story.leader, story.ask()],
    [9, story.submitter, story.answer()],
    [12, story.leader, story.exploreWith(story.driver.ref)],
  ]);
  expect(of(decided, 'decisions')).toEqual([expect.objectContaining({ days: 5 })]);
  expect(of(decided, 'promises')).toEqual([expect.objectContaining({ hit: true })]);
});

it('gives each department that gets an idea a promise of its own', () => {
  const passed = marked([
    [0, story.submitter, submit],
    [3, story.leader, { type: 'passOn', data: { department: 'SBK', tier: 'leader' }, words: {} }],
  ]);
  const [first, second] = of(passed, 'promises');
  expect(first).toMatchObject({ hit: true });
  expect(second).toMatchObject({ department: 'SBK' });
  expect(second?.hit).toBeUndefined();
  expect(of(passed, 'decisions')).toEqual([]);
});

it('promises nothing more where it is taken back before its day', () => {
  const back = marked([
    [0, story.submitter, submit],
    [3, story.submitter, { type: 'withdraw', data: {}, words: {} }],
  ]);
  expect(of(back, 'promises')).toEqual([]);
  expect(of(back, 'ideas')).toHaveLength(1);
});

it('counts each department that takes an idea in, also where two do in one month', () => {
  const used = (department: string, seq: number): IdeaEvent =>
    ({
      ...{ type: 'adopted', seq, adoption: department, at: `2026-12-0${seq}T08:00:00.000Z`, day: `2026-12-0${seq}` },
      ...{
        by: 'pBUILDER',
        to: { stage: 'inUse' },
        words: {},
        data: { department, status: 'using', start: '2026-12-01' },
      },
    }) as IdeaEvent;
  const entered = decide(
    story.enter({ submitter: story.submitter.ref, tier: 'leader', stage: 'inUse' }),
    undefined,
    story.submitter,
    story.setting,
  );
  if (!entered.ok) throw new Error(entered.refusal.code);
  const record = [entered.value, used('MIL', 1), used('SBK', 1)];
  const idea = record.reduce<Idea | undefined>((before, event) => evolve(before, event, 'K7M4QX'), undefined);
  const marks = idea ? of(marksOf(idea, record, markedBy), 'adoptions') : [];
  expect(marks.map(({ department }) => department)).toEqual(['MIL', 'SBK']);
  expect(new Set(marks.map(({ of: name }) => name)).size).toBe(2);
});

it('asks for money once where a plan was taken back and sent again', () => {
  const sum = (marks: readonly FigureMark[], measure: FigureMark['measure']) =>
    of(marks, measure).reduce((all, { sum: one = 0 }) => all + one, 0);
  inManyLives(({ idea, events }) => {
    const marks = marksOf(idea, events, markedBy);
    expect(sum(marks, 'moneyGranted')).toBeLessThanOrEqual(sum(marks, 'moneyAsked'));
    expect(of(marks, 'moneyDecided').length).toBeLessThanOrEqual(of(marks, 'moneyAsked').length);
  }, 150);
});

describe('whatever happens to an idea', () => {
  it('counts nothing twice, names nobody but by a name, and gives the same again', () => {
    inManyLives(({ idea, events }) => {
      const marks = marksOf(idea, events, markedBy);
      expect(new Set(marks.map(markName)).size).toBe(marks.length);
      // Everywhere they stand together, whatever their departments.
      const listed = marks.filter(isListed).map((mark) => [countName(mark), mark.month, mark.of].join('|'));
      expect(new Set(listed).size).toBe(listed.length);
      expect(marksOf(idea, events, markedBy)).toEqual(marks);
      for (const { month, days = 0, sum = 0 } of marks) {
        expect(month).toMatch(/^(\d{4}-\d\d|now)$/);
        expect(days).toBeGreaterThanOrEqual(0);
        expect(sum).toBeGreaterThanOrEqual(0);
      }
    }, 200);
  });

  it('comes to the same whether it is counted at once or as it happens', () => {
    inManyLives(({ events }) => {
      let sums: Sums = {};
      let before: FigureMark[] = [];
      let idea: ReturnType<typeof evolve> | undefined;
      for (const [at, event] of events.entries()) {
        idea = evolve(idea, event, 'K7M4QX');
        const marks = marksOf(idea, events.slice(0, at + 1), markedBy);
        const { fresh, gone } = marksChanged(before, marks);
        sums = gone.reduce((all, mark) => sumsWith(all, mark, -1), sums);
        sums = fresh.reduce((all, mark) => sumsWith(all, mark, 1), sums);
        before = marks;
      }
      const atOnce = before.reduce<Sums>((all, mark) => sumsWith(all, mark, 1), {});
      expect(sums).toEqual(atOnce);
    }, 100);
  });
});

it('finds the middle and the ninetieth of a hundred as if they stood in a row', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { minLength: 1, maxLength: 60 }), (values) => {
      const days: Record<number, number> = {};
      for (const value of values) days[value] = (days[value] ?? 0) + 1;
      const sorted = values.toSorted((one, other) => one - other);
      const middle = values.length / 2;
      const half = Number.isInteger(middle)
        ? ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
        : sorted[Math.floor(middle)];
      expect(percentile(days, 0.5)).toBe(half);
      expect(percentile(days, 0.9)).toBe(sorted[Math.ceil(0.9 * values.length) - 1]);
    }),
  );
  expect(percentile({}, 0.5)).toBeUndefined();
});

it('adds months up to what all of them are', () => {
  const one = { ...NO_CASES, cases: 2, hits: 1, days: { 3: 2 }, people: { a: 2 } };
  const other = { ...NO_CASES, cases: 1, sum: 500, days: { 3: 1, 9: 1 }, people: { b: 1 }, units: { HTN: 1 } };
  expect(summed([one, other])).toEqual({
    ...{ cases: 3, hits: 1, sum: 500, days: { 3: 3, 9: 1 }, people: { a: 2, b: 1 }, units: { HTN: 1 } },
  });
});

describe('a test that is over', () => {
  const result = { outcome: 'Bra.', learned: 'Mycket.', recommendation: 'scale' };
  type Step = story.Step;
  const judged = (words: object): Step => [story.driver, story.fill('result', { ...result, ...words })];
  const handedIn: Step[] = [
    [story.driver, story.fill('used', { used: '5' })],
    [story.driver, story.submitResult],
  ];
  const partsOf = (...steps: Step[]) => {
    const { idea, events } = story.given(...steps);
    return of(marksOf(idea, events, markedBy), 'finishedTests').map(({ part }) => part);
  };
  const { funded, scaling } = story.standings;

  it('counts as it was judged last, and where nobody has judged its goal as such', () => {
    const ended = (...steps: Step[]) => partsOf(...funded, ...steps, ...handedIn, [story.leader, story.useHere()]);
    expect(ended(judged({ reached: 'no' }), judged({ reached: 'partly' }))).toEqual(['partly']);
    expect(ended(judged({}))).toEqual(['unjudged']);
    expect(partsOf(...funded, judged({ reached: 'yes' }))).toEqual([]);
  });

  it('is one test where others take it in and it comes back, and has no goal where none was measured', () => {
    expect(partsOf(...scaling)).toEqual(['noGoal']);
    expect(partsOf(...scaling, [story.leader, story.backToTest()])).toEqual([]);
  });

  it('is asked about its goal only where it has one that is measured', () => {
    const { piloting } = story.standings;
    expect(story.given(...funded, judged({ reached: 'yes' })).idea.answers.reached).toBe('yes');
    expect(story.given(...piloting, judged({ reached: 'yes' })).idea.answers.reached).toBeUndefined();
    const [who, command] = judged({ reached: 'nästan' });
    expect(story.given(...funded).refusal(who, command)).toEqual({ code: 'badChoice', field: 'reached' });
  });
});

it('tells of an idea what was said of it last, where a period has several answers', () => {
  const entered = decide(
    story.enter({ submitter: story.submitter.ref, tier: 'leader', stage: 'inUse' }),
    undefined,
    story.submitter,
    story.setting,
  );
  if (!entered.ok) throw new Error(entered.refusal.code);
  const says = (seq: number, day: string, use: string): IdeaEvent =>
    ({
      ...{ type: 'followedUp', seq, at: `${day}T08:00:00.000Z`, day, by: `p${seq}` },
      ...{ to: { stage: 'inUse' }, words: {}, data: { use, effects: [] } },
    }) as IdeaEvent;
  const [first] = [entered.value];
  const years = (n: number) => `${Number(first.day.slice(0, 4)) + n}`;
  const record = [first, says(2, `${years(2)}-03-01`, 'used'), says(3, `${years(2)}-09-01`, 'partly')];
  const idea = record.reduce<Idea | undefined>((before, event) => evolve(before, event, 'K7M4QX'), undefined);
  const sums = (idea ? marksOf(idea, record, markedBy) : []).reduce((byMonth, mark) => {
    byMonth.set(mark.month, [sumsWith(byMonth.get(mark.month)?.[0] ?? {}, mark, 1)]);
    return byMonth;
  }, new Map<string, [Sums]>());
  const line = (part: 'T1' | 'year') =>
    reportOf(
      { byMonth: sums, now: [], place: { headcount: 0, units: [] }, reader: { name: 'p2', answers: true } },
      besideYearBefore({ year: Number(years(2)), part }),
    ).find(({ name }) => name === 'stillInUse')?.current;
  expect(line('T1')).toEqual({ few: false, cases: 1, hits: 1 });
  expect(line('year')).toEqual({ few: false, cases: 1, hits: 0 });
});
