import { mayEnterFor, usualAmong } from '../../../src/domain/existing/may-enter';
import type { CommandData } from '../../../src/domain/idea/commands';
import { type Actor, decide } from '../../../src/domain/idea/decide';
import { type EventOf, eventName } from '../../../src/domain/idea/events';
import { evolve } from '../../../src/domain/idea/evolve';
import type { Idea } from '../../../src/domain/idea/idea';
import { recipientsOf } from '../../../src/domain/idea/notices/notices';
import { isOpenToEverybody } from '../../../src/domain/idea/reading/visibility';
import type { Words } from '../../../src/domain/idea/words';
import { createDirectory } from '../../../src/domain/organisation/directory';
import * as story from '../../../testing/samples/idea/story';
import { given, leader } from '../../../testing/samples/idea/story';
import { organisationOf } from '../../../testing/samples/organisation/small-organisation';

type Data = Partial<CommandData['enter']>;
const tried = (data: Data, words: Words = {}) => decide(story.enter(data, words), undefined, leader, story.setting);
const entered = (data: Data, words: Words = {}): Idea => given([leader, story.enter(data, words)]).idea;
const as = (ref: string, ...roles: string[]): Actor => ({ ref, roles: new Set(roles), leads: [] }) as Actor;

describe('what a department does already', () => {
  it('becomes a test with a driver and a last day, and waits for nothing else', () => {
    const idea = entered({ stage: 'piloting' });
    expect(idea).toMatchObject({
      ...{
        stage: 'piloting',
        entered: true,
        answerBy: '2027-02-01',
        answers: { outcome: 'Turerna har blivit färre.' },
      },
      waiting: { for: 'driver', person: 'pLEADER' },
      driver: { person: 'pLEADER', accepted: true },
      test: { end: '2027-02-01' },
    });
    expect(isOpenToEverybody(idea)).toBe(true);
  });

  it('is used from the day that was said, waits for nobody, and has an owner', () => {
    const idea = entered({ stage: 'inUse', contact: 'pOWNER' }, { start: '2025-03-01' });
    expect(idea).toMatchObject({
      ...{ stage: 'inUse', owner: { person: 'pOWNER', accepted: false } },
      adoptions: { VOO: { status: 'using', start: '2025-03-01' } },
    });
    expect(idea.waiting).toBeUndefined();
    // It is asked how it goes in half a year, however long ago that began.
    expect(idea.followUpOn && idea.followUpOn > '2027-05-01').toBe(true);
    expect(entered({ stage: 'inUse', askOn: '2027-08-08' }).followUpOn).toBe('2027-08-08');
  });

  it('has ended with a lesson, which it may not lack', () => {
    expect(entered({ stage: 'closed' })).toMatchObject({
      ...{ stage: 'closed', answers: {} },
      ending: { tried: 'Sensorer i soptunnor', lesson: 'Turerna har blivit färre.' },
    });
    expect(tried({ stage: 'closed' }, { lesson: ' ' })).toEqual({
      ...{ ok: false, refusal: { code: 'wordsMissing', field: 'lesson' } },
    });
    expect(entered({ stage: 'closed' }, { solution: 'Sensorer som ringer.' }).ending?.tried).toBe(
      'Sensorer som ringer.',
    );
    expect(tried({ stage: 'inUse' }, { lesson: '' }).ok).toBe(true);
    // Whom to ask about it, who has no work with it.
    expect(entered({ stage: 'closed', contact: 'pDRIVER' })).toMatchObject({ contact: 'pDRIVER' });
    expect(entered({ stage: 'closed', contact: 'pDRIVER' }).driver).toBeUndefined();
  });

  it.each([
    ['without a last day', {}, { end: '' }, { code: 'badDate', field: 'end' }],
    ['with one that is no day', {}, { end: 'snart' }, { code: 'badDate', field: 'end' }],
    ['with one that has been', {}, { end: '2026-11-01' }, { code: 'dateNotAhead', field: 'end' }],
    ['with one that is years ahead', {}, { end: '2029-11-01' }, { code: 'dateFarOff', field: 'end' }],
    ['that begins tomorrow', {}, { start: '2027-01-01' }, { code: 'startAhead' }],
    ['without a name', { stage: 'inUse' }, { title: '' }, { code: 'wordsMissing', field: 'title' }],
    ['without a need', { stage: 'inUse' }, { problem: '' }, { code: 'wordsMissing', field: 'problem' }],
  ] as const)('is refused %s', (_, data, words, refusal) => {
    expect(tried(data, words)).toEqual({ ok: false, refusal });
  });

  it('says in its record that it existed, and no day or name among its words', () => {
    const { events } = given([leader, story.enter({ contact: 'pOWNER' })]);
    expect(events).toHaveLength(1);
    const [event] = events as [EventOf<'entered'>];
    expect(event).toMatchObject({ type: 'entered', seq: 1, by: 'pLEADER', to: { stage: 'piloting' } });
    expect(Object.keys(event.words).sort()).toEqual(['outcome', 'problem', 'title']);
    expect(eventName('K7M4QX', event)).toEqual({ record: 'idea', id: 'K7M4QX', seq: 1 });
  });

  it('is told to nobody', () => {
    for (const stage of ['piloting', 'inUse', 'closed'] as const) {
      const { idea, events } = given([leader, story.enter({ stage, contact: 'pOWNER' })]);
      const everybody = Object.fromEntries(['deciders', 'managers', 'followers'].map((who) => [who, ['pOTHER']]));
      expect(recipientsOf(events[0] as EventOf<'entered'>, idea, everybody)).toEqual([]);
    }
  });
});

describe('its contact', () => {
  it('has the test when they say yes', () => {
    const idea = given([leader, story.enter({ contact: 'pDRIVER' })], [as('pDRIVER', 'driver'), story.acceptDriving]);
    expect(idea.idea.driver).toEqual({ person: 'pDRIVER', accepted: true });
  });

  it('says no, and whoever named them has the test by the same day, and alone hears of it', () => {
    const { idea, events } = given(
      [leader, story.enter({ contact: 'pDRIVER' })],
      [as('pDRIVER', 'driver'), story.declineDriving()],
    );
    expect(idea).toMatchObject({
      ...{ driver: { person: 'pLEADER', accepted: true }, answerBy: '2027-02-01' },
      waiting: { for: 'driver', person: 'pLEADER' },
    });
    const told = recipientsOf(events[1] as EventOf<'drivingDeclined'>, idea, { deciders: ['pOTHERLEADER'] });
    expect(told).toEqual([{ person: 'pLEADER', as: 'submitter' }]);
  });

  it('says no to what is in use, which falls to whoever named them', () => {
    const { idea } = given(
      [leader, story.enter({ stage: 'inUse', contact: 'pOWNER' })],
      [as('pOWNER', 'owner'), story.declineOwning()],
    );
    expect(idea.owner).toEqual({ person: 'pLEADER', accepted: true });
  });
});

describe('taking it back', () => {
  const takeBack = (idea: Idea, ...roles: string[]) =>
    decide(story.withdraw, idea, as('pLEADER', ...roles), story.setting).ok;

  it.each(['piloting', 'inUse', 'closed'] as const)('is for whoever entered it, when it is %s', (stage) => {
    const idea = entered({ stage });
    expect(takeBack(idea, 'submitter')).toBe(true);
    expect(takeBack(idea, 'decider', 'driver', 'owner', 'reader')).toBe(false);
    const gone = decide(story.withdraw, idea, as('pLEADER', 'submitter'), story.setting);
    expect(gone.ok && isOpenToEverybody(evolve(idea, gone.value))).toBe(false);
  });

  it('ends where another department uses it', () => {
    const idea = entered({ stage: 'inUse' });
    const others = { ...idea.adoptions, SBK: { status: 'using' as const, start: '2026-01-01' } };
    expect(takeBack({ ...idea, adoptions: others }, 'submitter')).toBe(false);
  });

  it('is not for an idea that was sent and has come into use', () => {
    const { entered: _, ...sent } = entered({ stage: 'inUse' });
    expect(takeBack(sent, 'submitter')).toBe(false);
  });
});

describe('who may enter something', () => {
  const directory = createDirectory(
    organisationOf({
      VOO: { leaders: ['leader'], deputies: ['deputy'], managers: ['boss'] },
      SBK: { leaders: ['leader', 'builder'] },
      office: ['office'],
    }),
  );
  const mayEnter = (name: string, disowned: string[] = []) =>
    mayEnterFor({ emails: [`${name}@ort.example`], disowned }, directory);

  it('is whoever leads, deputises or manages, for their own department', () => {
    expect(['leader', 'deputy', 'boss', 'builder', 'employee'].map((name) => mayEnter(name))).toEqual([
      ...[['VOO', 'SBK'], ['VOO'], ['VOO'], ['SBK'], []],
    ]);
    expect(mayEnter('office')).toEqual(directory.departments.map(({ code }) => code));
  });

  it('is nobody who has said that the post is not theirs', () => {
    expect(mayEnter('deputy', ['deputy.VOO'])).toEqual([]);
  });

  it('is asked for which, where that is not clear', () => {
    expect(usualAmong(['VOO', 'SBK'], 'SBK')).toBe('SBK');
    expect(usualAmong(['VOO', 'SBK'], 'MIL')).toBeUndefined();
    expect(usualAmong(['VOO'], 'MIL')).toBe('VOO');
  });
});
