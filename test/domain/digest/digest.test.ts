import { asTheyStand, type DigestSource, digestOf, isEmpty } from '../../../src/domain/digest/digest';
import { partsOf } from '../../../src/domain/digest/parts';
import { type EventData, type EventType, type IdeaEvent, meaningOf } from '../../../src/domain/idea/events';
import type { Idea } from '../../../src/domain/idea/idea';
import { departmentsTold, listed, weekEventOf } from '../../../src/domain/idea/reading/in-week';
import { weekOf } from '../../../src/domain/time';
import { anIdea, restingIdea } from '../../../testing/samples/idea/ideas';

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

const digest = (changes: Partial<DigestSource> = {}) =>
  digestOf({
    week: '2026-W47',
    scopes: [{ department: 'VOO' }],
    events: [],
    open: [],
    mine: [],
    today: '2026-11-21',
    answerDays,
    ...changes,
  });

/** What the rows of a week tell of events, each of the idea as it stands. */
const toldOf = (idea: Idea, happened: IdeaEvent | IdeaEvent[]) =>
  [happened].flat().flatMap((it) => (weekOf(it.day) === '2026-W47' ? (weekEventOf(idea, it) ?? []) : []));
/** What the lists of a department tell of ideas: of those that wait. */
const openOf = (...ideas: Idea[]) =>
  ideas.filter(({ waiting }) => waiting).map((idea) => ({ ...idea, ...listed(idea) }));

/** A digest of one idea and what happened to it. */
const about = (idea: Idea, happened: IdeaEvent | IdeaEvent[], more: Partial<DigestSource> = {}) =>
  digest({ open: openOf(idea), events: toldOf(idea, happened), ...more });

/** An event as a week tells of it: whom it names is left out. */
const nameless = (it: IdeaEvent) => expect.objectContaining({ type: it.type, at: it.at });

const HTS = [{ department: 'VOO', unit: 'HTS' }];
const HTN = [{ department: 'VOO', unit: 'HTN' }];

describe('an idea that has moved with its unit', () => {
  const waits = { for: 'deciders' } as const;
  const moved = {
    ...event('movedWithUnit', { from: 'VOO', department: 'MIL', tier: 'leader' }),
    ...{ seq: 3, at: '2026-11-19T08:00:00.000Z', to: { stage: 'submitted' as const, waiting: waits } },
  } as IdeaEvent;
  const there = anIdea({ department: 'MIL', unit: 'HTS', waiting: waits });
  const before = toldOf(anIdea({ unit: 'HTS' }), submitted());
  const read = (scopes: DigestSource['scopes']) =>
    digest({ scopes, open: openOf(there), events: [...before, ...toldOf(there, moved)] });

  it('is new to the department that it has come to, and to nobody who read of it before', () => {
    expect(read([{ department: 'MIL' }]).newIdeas).toEqual([there.id]);
    expect(read([{ department: 'VOO' }]).newIdeas).toEqual([]);
    expect(
      digest({ scopes: [{ department: 'MIL', unit: 'HTS' }], open: openOf(there), events: toldOf(there, moved) })
        .newIdeas,
    ).toEqual([]);
    expect(digest({ scopes: 'everywhere', open: openOf(there), events: toldOf(there, moved) }).newIdeas).toEqual([]);
  });

  it('stands in the weeks of both, as long as anybody is waited for', () => {
    expect(toldOf(there, moved).map(departmentsTold)).toEqual([['MIL', 'VOO']]);
    expect(toldOf(there, { ...moved, to: { stage: 'inUse' } })).toEqual([]);
  });
});

describe('a new idea', () => {
  test('is one that was submitted within the week', () => {
    expect(about(anIdea(), submitted()).newIdeas).toHaveLength(1);
    expect(about(anIdea(), submitted('2026-11-15T22:59:59.999Z')).newIdeas).toEqual([]);
    expect(about(anIdea(), submitted('2026-11-16T00:00:00.000Z')).newIdeas).toHaveLength(1);
    expect(about(anIdea(), submitted('2026-11-23T00:00:00.000Z')).newIdeas).toEqual([]);
  });

  test('is new to the department that it was passed on to, and no news of itself to the one it left', () => {
    const moved = anIdea({ department: 'SBK' });
    const events = [submitted(), passedOn('VOO', 'SBK')];
    expect(about(moved, events, { scopes: [{ department: 'SBK' }] }).newIdeas).toEqual([moved.id]);
    expect(about(moved, events).newIdeas).toEqual([]);
  });

  test('is not told of once it is withdrawn', () => {
    const withdrawn = restingIdea({ stage: 'withdrawn' });
    expect(about(withdrawn, [submitted(), endOf(withdrawn)]).newIdeas).toEqual([]);
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
      ...toldOf(older, submitted('2026-11-17T08:00:00.000Z')),
      ...toldOf(newer, submitted('2026-11-18T08:00:00.000Z')),
    ];
    expect(digest({ open: openOf(older, newer), events }).newIdeas).toEqual([newer.id, older.id]);
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
    for (const it of decisive) expect(about(anIdea(), it).decisions.map((each) => each.event)).toEqual([nameless(it)]);
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
      { id: 'K7M4QX', event: nameless(closed) },
    ]);
  });

  test('to pass on belong to the department that let the idea go; what the next one decides is not theirs', () => {
    const moved = anIdea({ department: 'SBK' });
    const [away, taken] = [passedOn('VOO', 'SBK'), explored('2026-11-19T08:00:00.000Z')];
    expect(about(moved, [away, taken]).decisions.map((it) => it.event)).toEqual([nameless(away)]);
    const there = about(moved, [away, taken], { scopes: [{ department: 'SBK' }] });
    expect(there.decisions.map((it) => it.event)).toEqual([nameless(taken)]);
  });
});

describe('an adoption', () => {
  const adopted = event('adopted', { department: 'SBK', status: 'using', start: '2026-11-18' });

  test('is news to the department that has the idea and to the one that takes it in, and to no other', () => {
    const idea = restingIdea({ stage: 'inUse' });
    const told = (department: string) => about(idea, adopted, { scopes: [{ department }] }).decisions;
    expect(told('VOO').map((it) => it.event)).toEqual([nameless(adopted)]);
    expect(told('SBK').map((it) => it.event)).toEqual([nameless(adopted)]);
    expect(told('KOF')).toEqual([]);
  });
});

describe('what is late', () => {
  const late = anIdea({ answerBy: '2026-11-18' });

  test('is told by role and days, the latest first', () => {
    const later = anIdea({ id: 'K7M4A1', answerBy: '2026-11-11', waiting: { for: 'driver', person: 'pDRIVER' } });
    expect(digest({ open: openOf(late, later, anIdea()) }).late).toEqual([
      { id: later.id, role: 'driver', days: 10 },
      { id: late.id, role: 'leader', days: 3 },
    ]);
  });

  test('counts from the first answer date also after a reminder has set a new one', () => {
    const reminded = anIdea({ reminded: true, answerBy: '2026-12-03' });
    expect(digest({ open: openOf(reminded) }).late).toEqual([{ id: reminded.id, role: 'leader', days: 3 }]);
  });

  test('is not told twice when it waits for the reader', () => {
    const { mine, late: others } = digest({ open: openOf(late), mine: [late.id] });
    expect([mine, others]).toEqual([[late.id], []]);
  });

  test('of other departments is theirs', () => {
    expect(digest({ open: openOf(anIdea({ department: 'SBK', answerBy: '2026-11-18' })) }).late).toEqual([]);
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

describe('what is tested now', () => {
  const tested = (id: string, end: string, changes: Partial<Idea> = {}) =>
    anIdea({ id, stage: 'piloting', test: { start: '2026-10-01', end }, ...changes });

  it('is told by what ends first, of these places alone, and not of tests that have ended', () => {
    const [later, sooner, over] = [
      tested('K7M4A1', '2027-02-28'),
      tested('K7M4A2', '2026-12-31'),
      tested('K7M4A3', '2026-11-19'),
    ];
    const elsewhere = tested('K7M4A4', '2026-12-01', { department: 'SBK' });
    expect(digest({ open: openOf(later, sooner, over, elsewhere) }).testing).toEqual(['K7M4A2', 'K7M4A1']);
  });

  it('is no reason to send a week', () => {
    expect(isEmpty(digest({ open: openOf(tested('K7M4A1', '2027-02-28')) }))).toBe(true);
  });
});

describe('what is taken in', () => {
  const takes = (department: string, status: 'using' | 'testing' = 'using', at?: string) =>
    event('adopted', { department, status, start: '2026-11-18' }, at);
  const idea = restingIdea({ stage: 'inUse' });
  const told = (scopes: DigestSource['scopes'], ...events: IdeaEvent[]) => about(idea, events, { scopes }).adopted;

  it('is from others where they are told who use it, and by others where they are told who have made it', () => {
    const last = { department: 'SBK', from: 'VOO' };
    expect(told([{ department: 'SBK' }], takes('SBK'))).toEqual({ fromOthers: 1, byOthers: 0, last });
    expect(told([{ department: 'VOO' }], takes('SBK'))).toEqual({ fromOthers: 0, byOthers: 1, last });
    expect(told('everywhere', takes('SBK'))).toEqual({ fromOthers: 1, byOthers: 0, last });
    expect(told([{ department: 'KOF' }], takes('SBK'))).toBeUndefined();
  });

  it('is nothing where it is only tested, or used where it was made', () => {
    expect(told('everywhere', takes('SBK', 'testing'))).toBeUndefined();
    expect(told('everywhere', takes('VOO'))).toBeUndefined();
  });

  it('names the department that was last, and counts what is told twice once', () => {
    const [one, other] = [takes('SBK'), takes('MIL', 'using', '2026-11-19T08:00:00.000Z')];
    expect(told('everywhere', one, one, other)).toEqual({
      ...{ fromOthers: 2, byOthers: 0 },
      last: { department: 'MIL', from: 'VOO' },
    });
  });
});

test('what ended with a lesson is told as one, and what ended without as a decision', () => {
  const [taught, other] = [{ reason: 'Halt.', lesson: 'Cykla inte i januari.' }, { reason: 'Finns.' }].map(
    (ending, at) => restingIdea({ id: `K7M4A${at}`, stage: 'closed', ending }),
  );
  const events = [taught, other].flatMap((idea) => (idea ? toldOf(idea, event('closed', {})) : []));
  expect(partsOf(digest({ events }))).toEqual([
    { part: 'lessons', ids: ['K7M4A0'] },
    { part: 'decided', ids: ['K7M4A1'] },
  ]);
});

describe('a month', () => {
  const told = (week: string, ...ats: string[]) =>
    digestOf({
      ...{ week, scopes: [{ department: 'VOO' }], open: [], mine: [], today: '2026-12-07', answerDays },
      events: ats.flatMap((at, n) => weekEventOf(anIdea({ id: `K7M4A${n}` }), submitted(at)) ?? []),
    }).newIdeas;

  it('has its first day and its last, and none of the weeks’ other days', () => {
    const days = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map((day) => `${day}T12:00:00.000Z`);
    expect(told('2026-11', ...days).toSorted()).toEqual(['K7M4A1', 'K7M4A2']);
  });
});

const endOf = ({ stage }: Idea): IdeaEvent =>
  ({ ...event(stage === 'withdrawn' ? 'withdrawn' : 'closed', {}), to: { stage } }) as IdeaEvent;

test('ideas of the places are counted by stage, in the order of the way', () => {
  const ideas = [
    restingIdea({ id: 'K7M4A1', stage: 'closed' }),
    anIdea({ id: 'K7M4A2' }),
    anIdea({ id: 'K7M4A3' }),
    restingIdea({ id: 'K7M4A4', stage: 'withdrawn' }),
    anIdea({ id: 'K7M4A5', department: 'SBK' }),
  ];
  const events = ideas.filter(({ waiting }) => !waiting).flatMap((idea) => toldOf(idea, endOf(idea)));
  expect(digest({ open: openOf(...ideas), events }).counts).toEqual([
    { stage: 'submitted', count: 2 },
    { stage: 'closed', count: 1 },
  ]);
});

test('a digest is empty when nothing is new and nothing waits, however many ideas there are', () => {
  expect(isEmpty(digest({ open: openOf(anIdea(), anIdea({ id: 'K7M4A1' })) }))).toBe(true);
  expect(isEmpty(about(anIdea(), submitted()))).toBe(false);
  expect(isEmpty(about(anIdea(), explored()))).toBe(false);
  expect(isEmpty(digest({ open: openOf(anIdea()), mine: [anIdea().id] }))).toBe(false);
  expect(isEmpty(digest({ open: openOf(anIdea({ answerBy: '2026-11-01' })) }))).toBe(false);
});

describe('an idea that has been opened', () => {
  const later = '2026-11-19T08:00:00.000Z';
  const opened = (idea: Idea | undefined) => new Map([['K7M4QX', idea]]);
  const nobodys = () => false;

  test('and cannot be read is told of in no part', () => {
    const all = about(anIdea({ answerBy: '2026-11-01' }), [submitted(), explored(later)], { mine: ['K7M4QX'] });
    expect(isEmpty(asTheyStand(all, opened(undefined), nobodys))).toBe(true);
  });

  test('is told of as it is now: not by those who no longer have it, nor as new when it is withdrawn', () => {
    const all = about(anIdea(), [submitted(), explored(later)]);
    const moved = asTheyStand(all, opened(anIdea({ department: 'SBK' })), nobodys);
    expect([moved.newIdeas, moved.decisions]).toEqual([[], []]);
    const withdrawn = asTheyStand(all, opened(restingIdea({ stage: 'withdrawn' })), nobodys);
    expect([withdrawn.newIdeas, withdrawn.decisions.length]).toEqual([[], 1]);
  });

  test('whose place is kept since is in no unit’s week', () => {
    const all = about(anIdea(), submitted(), { scopes: HTS });
    expect(asTheyStand(all, opened(anIdea({ confidential: true })), nobodys).newIdeas).toEqual([]);
    expect(asTheyStand(all, opened(anIdea()), nobodys).newIdeas).toEqual(['K7M4QX']);
  });

  test('waits for the reader as long as it is their turn, and those that have not been opened stand', () => {
    const all = digest({ mine: ['K7M4QX', 'K7M4A1'] });
    expect(asTheyStand(all, opened(anIdea()), nobodys).mine).toEqual(['K7M4A1']);
    expect(asTheyStand(all, opened(anIdea()), () => true).mine).toEqual(['K7M4QX', 'K7M4A1']);
  });
});

test('a withdrawal takes the idea out of the week, and a reopening brings it back', () => {
  const [away, back] = [
    { ...event('withdrawn', {}, '2026-11-19T08:00:00.000Z'), to: { stage: 'withdrawn' } } as IdeaEvent,
    event('reopened', { earlier: 'withdrawn' } as never, '2026-11-20T08:00:00.000Z'),
  ];
  const told = (...events: IdeaEvent[]) => digest({ events: toldOf(anIdea(), events) }).newIdeas;
  expect(told(submitted(), away)).toEqual([]);
  expect(told(submitted(), away, back)).toEqual(['K7M4QX']);
});

test('the whole municipality is told of every department', () => {
  const [here, there] = [anIdea(), anIdea({ id: 'K7M4A1', department: 'SBK', answerBy: '2026-11-18' })];
  const events = [...toldOf(here, submitted()), ...toldOf(there, submitted())];
  const all = digest({ scopes: 'everywhere', open: openOf(here, there), events });
  expect(all).toMatchObject({ newIdeas: ['K7M4A1', 'K7M4QX'], late: [{ id: 'K7M4A1' }] });
  expect(all.counts).toEqual([{ stage: 'submitted', count: 2 }]);
});

describe('what a week keeps of an event', () => {
  test('names nobody, whatever the event does', () => {
    const all = [
      submitted(),
      explored(),
      event('scaled', { owner: 'pOWNER', departments: ['SBK'], answerBy: '2026-12-03' }),
      event('merged', { into: 'Q4X7MK', asker: 'pASKER' }),
    ];
    for (const it of all) {
      expect(meaningOf(it).persons ?? {}).not.toEqual({});
      expect(JSON.stringify(weekEventOf(anIdea(), it)?.event)).not.toMatch(/"p[A-Z]+"/);
    }
  });

  test('stands in the week of the department that has the idea, and of the one that it left or that answers', () => {
    const places = (it: IdeaEvent) => departmentsTold({ department: 'SBK', event: it });
    expect(places(submitted())).toEqual(['SBK']);
    expect(places(passedOn('VOO', 'SBK'))).toEqual(['SBK', 'VOO']);
    expect(places(event('notNow', { department: 'MIL' }))).toEqual(['SBK', 'MIL']);
    const asked = event('scaled', { owner: 'p', departments: ['MIL', 'KOF'], answerBy: '2026-12-03' });
    expect(places(asked)).toEqual(['SBK']);
  });
});

test('whether a department takes the idea in is told there and where the idea belongs, and nowhere else', () => {
  const adopted = event('adopted', { department: 'SBK', status: 'using', start: '2026-12-01' });
  const told = (...departments: string[]) =>
    about(anIdea(), adopted, { scopes: departments.map((department) => ({ department })) }).decisions;
  expect(told('SBK')).toHaveLength(1);
  expect(told('VOO')).toHaveLength(1);
  expect(told('MIL')).toEqual([]);
});
