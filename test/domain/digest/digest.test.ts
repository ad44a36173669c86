import { type DigestSource, digestOf, isEmpty } from '../../../src/domain/digest/digest';
import type { EventData, EventType, IdeaEvent } from '../../../src/domain/idea/events';
import type { Idea } from '../../../src/domain/idea/idea';
import type { Role } from '../../../src/domain/idea/policy';
import { anIdea, restingIdea } from '../../../testing/samples/idea/ideas';

const manager = 'pMANAGER';
const answerDays = { leader: 14, submitter: 14, driver: 30, doer: 7, funder: 14, owner: 14 };

function event<T extends EventType>(type: T, data: EventData[T], at = '2026-11-18T08:00:00.000Z'): IdeaEvent {
  return {
    type,
    data,
    at,
    day: at.slice(0, 10),
    seq: 2,
    by: 'pLEADER',
    to: { stage: 'submitted' },
    words: {},
  } as IdeaEvent;
}
const submitted = (at?: string) =>
  event(
    'submitted',
    { submitter: 'pSUBMITTER', coSubmitters: [], department: 'VOO', confidential: false, tier: 'leader' },
    at,
  );
const explored = (at?: string) => event('explored', { driver: 'pLEADER' }, at);
const passedOn = (from: string, department: string) => event('passedOn', { from, department, tier: 'leader' });

const digest = (changes: Partial<Omit<DigestSource, 'reader'>> & { roles?: readonly Role[] } = {}) =>
  digestOf({
    week: '2026-W47',
    span: { from: '2026-11-15T23:00:00.000Z', to: '2026-11-22T23:00:00.000Z' },
    scopes: [{ department: 'VOO' }],
    events: [],
    ideas: [],
    today: '2026-11-21',
    answerDays,
    ...changes,
    reader: { ref: manager, rolesOn: () => new Set(changes.roles ?? []) },
  });

/** A digest of one idea and what happened to it. */
const about = (idea: Idea, happened: IdeaEvent | IdeaEvent[], more: Parameters<typeof digest>[0] = {}) =>
  digest({ ideas: [idea], events: [happened].flat().map((it) => ({ id: idea.id, event: it })), ...more });

const HTS = [{ department: 'VOO', unit: 'HTS' }];
const HTN = [{ department: 'VOO', unit: 'HTN' }];

describe('a new idea', () => {
  test('is one that was submitted within the week', () => {
    expect(about(anIdea(), submitted()).newIdeas).toHaveLength(1);
    expect(about(anIdea(), submitted('2026-11-15T22:59:59.999Z')).newIdeas).toEqual([]);
    expect(about(anIdea(), submitted('2026-11-15T23:00:00.000Z')).newIdeas).toHaveLength(1);
    expect(about(anIdea(), submitted('2026-11-22T23:00:00.000Z')).newIdeas).toEqual([]);
  });

  test('is new to the department that it was passed on to, and no news of itself to the one it left', () => {
    const moved = anIdea({ department: 'SBK' });
    const events = [submitted(), passedOn('VOO', 'SBK')];
    expect(about(moved, events, { scopes: [{ department: 'SBK' }] }).newIdeas).toEqual([moved]);
    expect(about(moved, events).newIdeas).toEqual([]);
  });

  test('is not told of once it is withdrawn', () => {
    expect(about(restingIdea({ stage: 'withdrawn' }), submitted()).newIdeas).toEqual([]);
  });

  test('of a unit is told to its manager and the whole department, not to the other units', () => {
    expect(about(anIdea(), submitted(), { scopes: HTS }).newIdeas).toHaveLength(1);
    expect(about(anIdea(), submitted()).newIdeas).toHaveLength(1);
    expect(about(anIdea(), submitted(), { scopes: HTN }).newIdeas).toEqual([]);
  });

  test('is told once to whoever reads of both its unit and its department', () => {
    expect(about(anIdea(), submitted(), { scopes: [...HTS, { department: 'VOO' }] }).newIdeas).toHaveLength(1);
  });

  test('comes before older ones', () => {
    const [older, newer] = [anIdea({ id: 'K7M4A1' }), anIdea({ id: 'K7M4A2' })];
    const events = [
      { id: 'K7M4A1', event: submitted('2026-11-17T08:00:00.000Z') },
      { id: 'K7M4A2', event: submitted('2026-11-18T08:00:00.000Z') },
    ];
    expect(digest({ ideas: [older, newer], events }).newIdeas).toEqual([newer, older]);
  });
});

describe('decisions', () => {
  test('are what takes an idea somewhere, not what is asked or said on the way', () => {
    const decisive = [
      explored(),
      event('doingAsked', { doer: 'p' }),
      event('planApproved', { cost: 0, test: { start: '2026-12-01', end: '2027-02-28' } }),
      event('granted', { amount: 5, asked: 5, test: { start: '2026-12-01', end: '2027-02-28' } }),
      event('moneyDeclined', {}),
      event('scaled', { owner: 'p', departments: ['SBK'], answerBy: '2026-12-03' }),
      event('usedHere', {}),
      event('spread', {}),
      event('merged', { into: 'Q4X7MK' }),
      event('done', {}),
      event('closed', {}),
    ];
    for (const it of decisive) expect(about(anIdea(), it).decisions.map((each) => each.event)).toEqual([it]);
    const other = [
      event('asked', {}),
      event('answered', {}),
      event('edited', { confidential: true }),
      event('hidden', {}),
      event('commented', {}),
      event('thanked', {}),
      event('filled', { part: 'worth' }),
      event('drivingAccepted', {}),
      event('invited', { departments: ['SBK'], answerBy: '2026-12-03' }),
      event('reminded', { passed: '2026-11-18' }),
      event('followedUp', {}),
    ];
    for (const it of other) expect(about(anIdea(), it).decisions).toEqual([]);
  });

  test('are told by the last one of each idea', () => {
    const [first, closed] = [explored(), event('closed', {}, '2026-11-19T08:00:00.000Z')];
    expect(about(restingIdea({ stage: 'closed' }), [first, closed]).decisions).toEqual([
      { idea: expect.anything(), event: closed },
    ]);
  });

  test('to pass on belong to the department that let the idea go; what the next one decides is not theirs', () => {
    const moved = anIdea({ department: 'SBK' });
    const [away, taken] = [passedOn('VOO', 'SBK'), explored('2026-11-19T08:00:00.000Z')];
    expect(about(moved, [away, taken]).decisions.map((it) => it.event)).toEqual([away]);
    const there = about(moved, [away, taken], { scopes: [{ department: 'SBK' }] });
    expect(there.decisions.map((it) => it.event)).toEqual([taken]);
  });
});

describe('an adoption', () => {
  const adopted = event('adopted', { department: 'SBK', status: 'using', start: '2026-11-18' });

  test('is news to the department that has the idea and to the one that takes it in, and to no other', () => {
    const idea = restingIdea({ stage: 'inUse' });
    const told = (department: string) => about(idea, adopted, { scopes: [{ department }] }).decisions;
    expect(told('VOO').map((it) => it.event)).toEqual([adopted]);
    expect(told('SBK').map((it) => it.event)).toEqual([adopted]);
    expect(told('KOF')).toEqual([]);
  });
});

describe('what is late', () => {
  const late = anIdea({ answerBy: '2026-11-18' });

  test('is told by role and days, the latest first', () => {
    const later = anIdea({ id: 'K7M4A1', answerBy: '2026-11-11', waiting: { for: 'driver', person: 'pDRIVER' } });
    expect(digest({ ideas: [late, later, anIdea()] }).late).toEqual([
      { idea: later, role: 'driver', days: 10 },
      { idea: late, role: 'leader', days: 3 },
    ]);
  });

  test('counts from the first answer date also after a reminder has set a new one', () => {
    const reminded = anIdea({ reminded: true, answerBy: '2026-12-03' });
    expect(digest({ ideas: [reminded] }).late).toEqual([{ idea: reminded, role: 'leader', days: 3 }]);
  });

  test('is not told twice when it waits for the reader', () => {
    const { mine, late: others } = digest({ ideas: [late], roles: ['decider'] });
    expect([mine, others]).toEqual([[late], []]);
  });

  test('of other departments is theirs', () => {
    expect(digest({ ideas: [anIdea({ department: 'SBK', answerBy: '2026-11-18' })] }).late).toEqual([]);
  });
});

describe('a test that ended', () => {
  const test = { start: '2026-10-01', end: '2026-11-18' };
  const tested = (changes: Partial<Idea>, happened: IdeaEvent[] = []) =>
    about(anIdea({ stage: 'piloting', test, ...changes }), happened).tested.length;

  it('had its last day within the week, and it has passed', () => {
    expect(tested({})).toBe(1);
    expect(tested({ test: { ...test, end: '2026-11-15' } })).toBe(0);
    expect(tested({ test: { ...test, end: '2026-11-21' } })).toBe(0);
    expect(tested({ test: { ...test, end: '2026-11-23' } })).toBe(0);
  });

  it('or has handed in its result within the week', () => {
    const late = { test: { ...test, end: '2026-10-30' } };
    expect(tested(late, [event('resultSubmitted', {})])).toBe(1);
    expect(tested(late, [event('resultSubmitted', {}, '2026-11-01T08:00:00.000Z')])).toBe(0);
  });

  it('of other departments is theirs', () => {
    expect(tested({ department: 'SBK' })).toBe(0);
  });
});

test('what waits for the reader comes by the oldest promise, from any department', () => {
  const reminded = anIdea({ id: 'K7M4A2', promised: '2026-11-10', answerBy: '2026-12-24', reminded: true });
  expect(digest({ ideas: [anIdea(), reminded], roles: ['decider'] }).mine).toEqual([reminded, anIdea()]);
  const soon = anIdea({ id: 'K7M4A1', department: 'SBK', answerBy: '2026-11-22' });
  expect(digest({ ideas: [anIdea(), soon], roles: ['decider'] }).mine).toEqual([soon, anIdea()]);
});

test('ideas of the places are counted by stage, in the order of the way', () => {
  const ideas = [
    restingIdea({ id: 'K7M4A1', stage: 'closed' }),
    anIdea({ id: 'K7M4A2' }),
    anIdea({ id: 'K7M4A3' }),
    restingIdea({ id: 'K7M4A4', stage: 'withdrawn' }),
    anIdea({ id: 'K7M4A5', department: 'SBK' }),
  ];
  expect(digest({ ideas }).counts).toEqual([
    { stage: 'submitted', count: 2 },
    { stage: 'closed', count: 1 },
  ]);
});

test('a digest is empty when nothing is new and nothing waits, however many ideas there are', () => {
  expect(isEmpty(digest({ ideas: [anIdea(), restingIdea({ id: 'K7M4A1', stage: 'inUse' })] }))).toBe(true);
  expect(isEmpty(about(anIdea(), submitted()))).toBe(false);
  expect(isEmpty(about(anIdea(), explored()))).toBe(false);
  expect(isEmpty(digest({ ideas: [anIdea()], roles: ['decider'] }))).toBe(false);
  expect(isEmpty(digest({ ideas: [anIdea({ answerBy: '2026-11-01' })] }))).toBe(false);
});

test('an event of an idea that is not at hand is passed over', () => {
  expect(isEmpty(digest({ events: [{ id: 'K7M4ZZ', event: submitted() }] }))).toBe(true);
});

test('whether a department takes the idea in is told there and where the idea belongs, and nowhere else', () => {
  const adopted = event('adopted', { department: 'SBK', status: 'using', start: '2026-12-01' });
  const told = (...departments: string[]) =>
    about(anIdea(), adopted, { scopes: departments.map((department) => ({ department })) }).decisions;
  expect(told('SBK')).toHaveLength(1);
  expect(told('VOO')).toHaveLength(1);
  expect(told('MIL')).toEqual([]);
});
