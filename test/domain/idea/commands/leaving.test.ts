import { decide } from '../../../../src/domain/idea/decide.js';
import type { EventType, IdeaEvent } from '../../../../src/domain/idea/events.js';
import { evolve } from '../../../../src/domain/idea/evolve.js';
import type { Idea } from '../../../../src/domain/idea/idea.js';
import { hasPart, namesOfLeaver, wordsAreErased } from '../../../../src/domain/idea/people/leaving.js';
import { leavingOf, wordsGo } from '../../../../src/domain/idea/people/leaving-record.js';
import { tracedIn } from '../../../../src/domain/idea/people/traced.js';
import { stories } from '../../../../testing/samples/idea/events.js';
import { standingNames, storyOf } from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given, submitted } from '../../../../testing/samples/idea/story.js';

const { standings } = story;

/** What is taken out of an idea when the one whom it names leaves. */
const isTaken = (field: string): boolean =>
  Object.entries(namesOfLeaver).some(([one, how]) => one === field && how !== 'stands');

/** The fields of an idea that still name somebody whose data were erased. */
function namedAfterLeaving(idea: Idea, person: string): string[] {
  const left = decide(story.leave(person), idea, story.clock, story.on('2027-12-01'));
  const after = left.ok ? evolve(idea, left.value) : idea;
  const names = Object.entries(after).filter(([, value]) => JSON.stringify(value).includes(`"${person}"`));
  return names.map(([field]) => field);
}

/** Whoever comes with another idea has a trace there, written before theirs in this one. */
const comeAlong = (type: EventType): readonly string[] => (type === 'absorbed' ? ['pFRIEND'] : []);

describe('somebody who has their data erased', () => {
  it('is in no idea any more, whatever they were to it', () => {
    const everywhere = [...standings.scaling, [story.leader, story.comment()]] as story.Step[];
    const { idea } = given(...everywhere);
    for (const person of [idea.leader, idea.driver?.person, idea.owner?.person, idea.submitter]) {
      const left = given(...everywhere).when(story.clock, story.leave(person)).idea;
      expect(hasPart(left, person ?? '')).toBe(false);
      expect(left.waiting).not.toMatchObject({ person });
    }
  });

  it.each(standingNames)('stands nowhere in an idea but where the table of its names says so: %s', (standing) => {
    const { idea } = storyOf(standing);
    const people = new Set(JSON.stringify(idea).match(/\bp[A-Z]{4,}\b/g));
    expect(people.size).toBeGreaterThan(0);
    for (const person of people) {
      const fields = namedAfterLeaving(idea, person);
      expect(fields.filter(isTaken)).toEqual([]);
      expect(fields.filter((field) => !Object.hasOwn(namesOfLeaver, field))).toEqual([]);
    }
  });

  it.each(Object.keys(stories) as EventType[])('stands nowhere after %s either, of whatever it named them', (type) => {
    const { idea } = given(...stories[type]);
    for (const person of new Set(JSON.stringify(idea).match(/\bp[A-Z]{4,}\b/g))) {
      expect(namedAfterLeaving(idea, person).filter(isTaken)).toEqual([]);
    }
  });

  it.each(Object.keys(stories) as EventType[])('is found by a trace wherever %s names them', (type) => {
    const { events } = given(...stories[type]);
    const traced = new Set(events.flatMap(tracedIn));
    const named = events.flatMap(({ data }) => JSON.stringify(data).match(/\bp[A-Z]{4,}\b/g) ?? []);
    const lost = [...new Set(named)].filter((person) => !traced.has(person) && !comeAlong(type).includes(person));
    expect(lost).toEqual([]);
  });

  it.each([
    ['the driver', 'exploring', 'pLEADER', { stage: 'exploring', waiting: { for: 'deciders' } }],
    ['the doer', 'doing', 'pDOER', { stage: 'submitted', waiting: { for: 'deciders' } }],
    ['the owner', 'scaling', 'pOWNER', { stage: 'scaling', waiting: { for: 'deciders' } }],
    ['the submitter who was asked', 'asked', 'pSUBMITTER', { stage: 'submitted', waiting: { for: 'deciders' } }],
    ['the submitter whom the driver asked', 'exploringAsked', 'pSUBMITTER', { waiting: { for: 'driver' } }],
  ] as const)('and was waited for, as %s, is waited for no more', (_who, standing, person, expected) => {
    const { before, idea, event } = storyOf(standing).when(story.clock, story.leave(person));
    expect(idea).toMatchObject(expected);
    expect(idea.question).toBeUndefined();
    expect(idea.decisionVersion).toBe(before.decisionVersion + 1);
    expect(event.data).toMatchObject({ leaver: person, waitedAs: before.waiting?.for });
  });

  it('leaves the idea to those who had it together, with the question that was put to them', () => {
    const together = [submitted, ...story.joins(), [story.leader, story.ask()]] as story.Step[];
    const { idea } = given(...together).when(story.clock, story.leave('pSUBMITTER', { words: 'erased' }));
    expect(idea).toMatchObject({
      submitter: 'pFRIEND',
      coSubmitters: [],
      waiting: { for: 'submitter', person: 'pFRIEND' },
    });
    expect(idea.question).toBeDefined();
    expect(wordsAreErased(idea)).toBe(false);
    expect(given(...together).when(story.clock, story.leave('pFRIEND')).idea.submitter).toBe('pSUBMITTER');
  });

  it('takes the words along where the rule says so, when nobody else had the idea', () => {
    const kept = given(submitted).when(story.clock, story.leave()).idea;
    expect(kept).toMatchObject({ submittersLeft: true, words: { title: 'Delade cyklar' } });
    const erased = given(submitted).when(story.clock, story.leave('pSUBMITTER', { words: 'erased' })).idea;
    expect(erased).toMatchObject({ submittersLeft: true, words: { title: '', problem: '' }, hidden: false });
  });

  it('is asked nothing afterwards', () => {
    const left = given(submitted, [story.clock, story.leave()]);
    expect(left.refusal(story.leader, story.ask())).toEqual({ code: 'notNow' });
    expect(left.when(story.leader, story.explore).idea.stage).toBe('exploring');
  });

  it('leaves once: what has been done is not done again', () => {
    expect(given(submitted, [story.clock, story.leave()]).refusal(story.clock, story.leave())).toEqual({
      code: 'notNow',
    });
    expect(given(submitted).refusal(story.clock, story.leave('pSTRANGER'))).toEqual({ code: 'notNow' });
  });

  it('is not followed by those who come to the idea: it is nobody’s', () => {
    const { idea } = given(submitted, [story.clock, story.leave()]).when(story.merger, story.absorb());
    expect(idea).toMatchObject({ submittersLeft: true, coSubmitters: [], joined: ['pFRIEND'] });
  });

  it('leaves no trace among those who have, had or were asked to have the idea', () => {
    const all = given(
      [story.submitter, story.submit({ confidential: true, unit: 'HTS' }, { workplace: 'APT Söder' })],
      ...story.joins('pMATE'),
      [{ ...story.submitter, ref: 'pMATE' }, story.addCoSubmitter('pNEW')],
      [story.submitter, story.addCoSubmitter('pNO')],
      [{ ...story.invitee, ref: 'pNO' }, story.declineJoining],
      [story.merger, story.absorb('Q4X7MK', ['pFRIEND', 'pGONE'])],
      [{ ...story.joiner, ref: 'pGONE' }, story.stepOut],
      [story.leader, story.proposeMerge()],
    );
    for (const person of ['pSUBMITTER', 'pMATE', 'pNEW', 'pNO', 'pFRIEND', 'pGONE', 'pLEADER']) {
      expect(JSON.stringify(all.idea)).toContain(person);
      const left = all.when(story.clock, story.leave(person)).idea;
      expect({ person, in: JSON.stringify(left).includes(person) }).toEqual({ person, in: false });
    }
    // The unit would still tell who it was, as long as another name is kept; then it goes with the last of them.
    const first = all.when(story.clock, story.leave('pSUBMITTER')).idea;
    expect(first.unit).toBe('HTS');
    const result = decide(story.leave('pMATE'), first, story.clock, story.setting);
    const second = result.ok ? evolve(first, result.value) : first;
    expect([second.unit, second.workplace, second.confidential]).toEqual([undefined, undefined, false]);
  });
});

describe('the words of somebody who has left', () => {
  const { idea, events } = given(
    submitted,
    [story.submitter, story.comment('Min kommentar.')],
    [story.leader, story.comment('Ledarens kommentar.')],
    [story.leader, story.close({ reason: 'Det finns redan.' })],
    [story.clock, story.leave('pSUBMITTER', { words: 'erased' })],
  );
  const gone = (leaver: string, rule: 'keep' | 'erase', all: readonly IdeaEvent[] = events) =>
    all.filter((event) => wordsGo(event, leaver, idea, rule)).map(({ type, by }) => `${type} ${by}`);

  it('stay where the rule is to keep them', () => {
    expect(gone('pSUBMITTER', 'keep')).toEqual([]);
  });

  it('go where the rule is to erase them, and the reasons of decisions stay', () => {
    expect(gone('pSUBMITTER', 'erase')).toEqual(['submitted pSUBMITTER', 'commented pSUBMITTER']);
    expect(gone('pLEADER', 'erase').filter((one) => one.endsWith('pLEADER'))).toEqual(['commented pLEADER']);
  });

  it('go in any case where they say how to reach somebody', () => {
    const adopted = storyOf('adopted').events;
    expect(gone('pADOPTER', 'keep', adopted)).toEqual(['adopted pADOPTER']);
    expect(leavingOf(adopted, 'pADOPTER', 'keep')).toMatchObject({ words: 'kept', contacts: ['SBK'], pictures: [] });
    const { idea: left } = storyOf('adopted').when(story.clock, story.leave('pADOPTER', { contacts: ['SBK'] }));
    expect(left.adoptions.SBK).toMatchObject({ status: 'using' });
    expect(left.adoptions.SBK?.contact).toBeUndefined();
  });
});
