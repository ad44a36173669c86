import { costOf, isSmallTest } from '../../../src/domain/idea/deciding/resources.js';
import { type Answers, type FieldName, fields, type PartName, partNames } from '../../../src/domain/idea/fields.js';
import type { Idea } from '../../../src/domain/idea/idea.js';
import { isForm, isReady, needsOf, partRow } from '../../../src/domain/idea/needs.js';
import { type Stage, stageNames, stageRow } from '../../../src/domain/idea/stages.js';
import { anIdea } from '../../../testing/samples/idea/ideas.js';
import { ideaIn, storyOf } from '../../../testing/samples/idea/standings.js';
import * as story from '../../../testing/samples/idea/story.js';
import { adopt, adopter, given } from '../../../testing/samples/idea/story.js';

const ideaWith = (stage: Stage, answers: Answers, more: Partial<Idea> = {}) => anIdea({ stage, answers, ...more });
const shown = (idea: Idea) => needsOf(idea).map(({ part, state }) => `${part} ${state}`);

describe('the parts of what is needed', () => {
  it('are needed in a stage each, and every stage’s are there', () => {
    const needed = stageNames.flatMap((stage) => stageRow(stage).needs);
    expect([...needed].sort()).toEqual([...partNames].sort());
  });

  it('ask for every field once', () => {
    const asked = partNames.flatMap((part) => partRow(part).fields);
    expect([...asked].sort()).toEqual((Object.keys(fields) as FieldName[]).sort());
  });

  it('are forms, or are filled by what happens', () => {
    expect(partNames.filter((part) => !isForm(part))).toEqual(['idea', 'done', 'money', 'owner', 'departments']);
    for (const part of partNames) expect(partRow(part).by === undefined).toBe(isForm(part));
  });

  it('leave room for one idea’s answers in one column, escapes and all', () => {
    const longest = Object.values(fields).reduce((sum, field) => {
      if (field.kind === 'text') return sum + field.limit;
      if (field.kind === 'one' || field.kind === 'several') return sum + field.options.join(',').length;
      return sum + 10;
    }, 0);
    expect(longest).toBeLessThan(16_000 - 20 * Object.keys(fields).length);
  });
});

describe('what an idea needs', () => {
  it('while it is explored: four parts, each missing, filled partly, or done', () => {
    expect(shown(ideaWith('exploring', {}))).toEqual([
      'concerned missing',
      'source missing',
      'expectation missing',
      'worth missing',
    ]);
    expect(shown(ideaWith('exploring', { groups: 'users', origins: 'resident', worth: 'Tid.' }))).toEqual([
      'concerned partly',
      'source done',
      'expectation missing',
      'worth done',
    ]);
  });

  it('while it is planned: more where it costs', () => {
    const free = needsOf(ideaWith('planning', { cost: '0' })).map(({ part }) => part);
    expect(free).toEqual(['cost', 'activity', 'time', 'sign']);
    expect(needsOf(ideaWith('planning', {})).map(({ part }) => part)).toEqual(free);
    expect(needsOf(ideaWith('planning', { cost: '1' })).map(({ part }) => part)).toEqual([
      ...free,
      ...(['goal', 'partners', 'procurement', 'money'] satisfies PartName[]),
    ]);
  });

  it('while money is asked for: the money, until it is granted', () => {
    const money = { asked: 50_000, funder: 'manager' } as const;
    const last = (idea: Idea) => shown(idea).at(-1);
    expect(last(ideaWith('planning', { cost: '50000' }, { money }))).toBe('money missing');
    expect(last(ideaWith('planning', { cost: '50000' }, { money: { ...money, granted: 1 } }))).toBe('money done');
  });

  it('while it is tested: a result, and what was used where there was money', () => {
    expect(shown(ideaIn('piloting'))).toEqual(['result missing']);
    expect(shown(ideaIn('funded'))).toEqual(['result missing', 'used missing']);
    expect(shown(ideaIn('resultReady'))).toEqual(['result done']);
  });

  it('while it is scaled: an owner who has said yes, and departments that have taken it in', () => {
    expect(shown(ideaIn('scalingAsked'))).toEqual(['owner missing', 'departments missing']);
    expect(shown(ideaIn('scaling'))).toEqual(['owner done', 'departments missing']);
    const adopted = storyOf('scaling').when(adopter, adopt('testing')).idea;
    expect(shown(adopted)).toEqual(['owner done', 'departments done']);
  });

  it('nothing once it has ended', () => {
    for (const standing of ['spread', 'closed', 'withdrawn'] as const) expect(needsOf(ideaIn(standing))).toEqual([]);
  });

  it('can be asked of another stage than its own', () => {
    expect(needsOf(ideaIn('submitted'), 'exploring')).toHaveLength(4);
  });
});

describe('an idea is ready to go on', () => {
  it('when every form is filled, whatever else is waited for', () => {
    expect([isReady(ideaIn('exploring')), isReady(ideaIn('explored'))]).toEqual([false, true]);
    expect([isReady(ideaIn('planning')), isReady(ideaIn('planningReady'))]).toEqual([false, true]);
    expect([isReady(ideaIn('piloting')), isReady(ideaIn('resultReady'))]).toEqual([false, true]);
    expect(isReady(ideaIn('askedForMoney'))).toBe(true);
    expect(isReady(ideaIn('scalingAsked'))).toBe(true);
  });

  it('not when a part is filled partly', () => {
    const { partners, ...answers } = ideaIn('askedForMoney').answers;
    expect(partners).toBeDefined();
    expect(isReady(ideaWith('planning', answers))).toBe(false);
    const { target, ...rest } = ideaIn('askedForMoney').answers;
    expect(target).toBeDefined();
    expect(isReady(ideaWith('planning', rest))).toBe(false);
  });
});

test('what a test costs is a number once somebody has said it', () => {
  expect(costOf(ideaWith('planning', {}))).toBeUndefined();
  expect(costOf(ideaWith('planning', { cost: '0' }))).toBe(0);
  expect(costOf(ideaWith('planning', { cost: '50000' }))).toBe(50_000);
});

describe('a small test', () => {
  const parts = (answers: Answers, more: Partial<Idea> = {}) =>
    needsOf(ideaWith('planning', answers, more)).map(({ part }) => part);
  const four: PartName[] = ['cost', 'activity', 'time', 'sign'];

  it('costs something, and less than the limit', () => {
    const isSmall = (amount: number, limit: number, hours = 0) => isSmallTest({ amount, hours }, limit);
    expect([0, 1, 4999, 5000].map((cost) => isSmall(cost, 5000))).toEqual([false, true, true, false]);
    expect(isSmall(1, 0)).toBe(false);
    // Hours alone are decided on near by as well.
    expect([isSmall(0, 5000, 40), isSmall(5000, 5000, 40)]).toEqual([true, false]);
  });

  it('needs four parts of whoever drives it, and its money', () => {
    expect(parts({ cost: '4999' }, { smallTest: true })).toEqual([...four, 'money']);
    expect(parts({ cost: '0' })).toEqual(four);
  });

  it('is none in a plan that was written before there were small tests: it needs what it needed', () => {
    expect(parts({ cost: '4999' })).toEqual([...four, 'goal', 'partners', 'procurement', 'money']);
  });

  it('is what its cost says last', () => {
    const cost = (sum: string) => story.fill('cost', { cost: sum });
    const small = given(...story.standings.planning, [story.driver, cost('4 900 kr')]);
    expect(small.idea.smallTest).toBe(true);
    expect(small.when(story.driver, story.fill('sign', { sign: 'Bra.' })).idea.smallTest).toBe(true);
    for (const sum of ['5 000', '0', '']) expect(small.when(story.driver, cost(sum)).idea.smallTest).toBeUndefined();
  });
});
