import { asksForTheSame } from '../../../../src/domain/idea/deciding/earlier-no.js';
import type { FieldName, PartName } from '../../../../src/domain/idea/fields.js';
import type { Words } from '../../../../src/domain/idea/words.js';
import { storyOf } from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given } from '../../../../testing/samples/idea/story.js';

const { standings } = story;
/** A plan of this cost, handed in. */
const withCost = (cost: number) =>
  given(...standings.planning, ...story.planned(cost), [story.driverOnly, story.submitPlan]);

describe('filling in what is needed', () => {
  it('keeps a part that is filled partly, and what is emptied is emptied', () => {
    const partly = storyOf('exploring').when(story.driver, story.fill('concerned', { groups: 'users' }));
    expect(partly.idea.answers).toEqual({ groups: 'users' });
    expect(partly.event).toMatchObject({ type: 'filled', data: { part: 'concerned' }, words: { groups: 'users' } });
    const fully = given(...standings.exploring, [
      story.driver,
      story.fill('concerned', { groups: 'users', participation: 'De provar.' }),
    ]);
    const emptied = fully.when(story.driver, story.fill('concerned', { groups: ' ', participation: 'De provar.' }));
    expect(emptied.idea.answers).toEqual({ participation: 'De provar.' });
  });

  it('saving a form in which nothing is filled in is refused, as long as nothing was there', () => {
    const empty = { groups: '', participation: ' ' };
    expect(storyOf('exploring').refusal(story.driver, story.fill('concerned', empty))).toEqual({
      code: 'wordsMissing',
      field: 'groups',
    });
    const partly = storyOf('exploring').when(story.driver, story.fill('concerned', { groups: 'users' }));
    expect(partly.idea.answers.groups).toBe('users');
  });

  it('is no new promise: cards of before are out of date, and the waiting goes on', () => {
    const { before, idea } = storyOf('exploring').when(
      story.driver,
      story.fill('worth', { worth: 'Tid.' }),
      story.on('2026-12-01'),
    );
    for (const part of ['waiting', 'answerBy', 'waitingSince', 'reminded', 'stage'] as const) {
      expect(idea[part]).toEqual(before[part]);
    }
    expect([idea.decisionVersion, idea.asOf]).toEqual([before.decisionVersion + 1, idea.seq]);
  });

  it('takes a part’s own answers and no others', () => {
    const { event } = storyOf('exploring').when(
      story.driver,
      story.fill('worth', { worth: 'Tid.', cost: '500', reason: 'Hör inte hit' }),
    );
    expect(event.words).toEqual({ worth: 'Tid.' });
  });

  it.each<[string, PartName]>([
    ['a part of another stage', 'result'],
    ['a part that only a cost asks for', 'goal'],
    ['a part that is no form', 'money'],
  ])('is refused for %s', (_what, part) => {
    expect(storyOf('planning').refusal(story.driver, story.fill(part, { outcome: 'Bra.' }))).toEqual({
      code: 'notNow',
    });
  });

  const faulty: [string, PartName, Words, { code: string; field?: FieldName }][] = [
    ['a sum with öre', 'cost', { cost: '50,50' }, { code: 'badAmount', field: 'cost' }],
    ['a sum below nothing', 'cost', { cost: '-5' }, { code: 'badAmount', field: 'cost' }],
    ['a sum in words', 'cost', { cost: 'kr' }, { code: 'badAmount', field: 'cost' }],
    ['a sum too large', 'cost', { cost: '100 000 001' }, { code: 'badAmount', field: 'cost' }],
    ['a date that is none', 'time', { start: '2026-02-30', end: '2027-01-31' }, { code: 'badDate', field: 'start' }],
    ['a date in words', 'time', { start: '2026-12-01', end: 'i vår' }, { code: 'badDate', field: 'end' }],
    [
      'a date that nobody means',
      'time',
      { start: '2026-12-01', end: '9999-12-31' },
      { code: 'dateFarOff', field: 'end' },
    ],
    ['an end before the start', 'time', { start: '2026-12-02', end: '2026-12-01' }, { code: 'endBeforeStart' }],
    ['a text too long', 'sign', { sign: 'å'.repeat(701) }, { code: 'wordsTooLong', field: 'sign' }],
  ];
  it.each(faulty)('is refused for %s', (_what, part, words, refusal) => {
    expect(storyOf('planning').refusal(story.driver, story.fill(part, words))).toEqual(refusal);
  });

  it.each<[string, PartName, Words, FieldName]>([
    ['one that is no choice', 'concerned', { groups: 'users,cats' }, 'groups'],
    ['nothing between commas', 'source', { origins: ',' }, 'origins'],
  ])('is refused for a choice of %s', (_what, part, words, field) => {
    expect(storyOf('exploring').refusal(story.driver, story.fill(part, words))).toEqual({ code: 'badChoice', field });
  });

  it('takes a choice by what it was called in earlier years, as a card of then sends it', () => {
    const { idea } = storyOf('exploring').when(story.driver, story.fill('source', { origins: 'academia, colleagues' }));
    expect(idea.answers.origins).toBe('university,colleague');
  });

  it('takes one choice where one is asked for', () => {
    const costly = given(...standings.planning, ...story.planned(5000));
    expect(costly.refusal(story.driver, story.fill('procurement', { procurement: 'no,yes' }))).toEqual({
      code: 'badChoice',
      field: 'procurement',
    });
    expect(
      costly.when(story.driver, story.fill('procurement', { procurement: ' yes ' })).idea.answers.procurement,
    ).toBe('yes');
  });

  it('judges the dates of one form by each other, not by those that were there', () => {
    const planned = given(...standings.planning, ...story.planned());
    const { idea } = planned.when(story.driver, story.fill('time', { end: '2026-11-30' }));
    expect(idea.answers.end).toBe('2026-11-30');
    expect(idea.answers).not.toHaveProperty('start');
    const sameDay = planned.when(story.driver, story.fill('time', { start: '2026-12-24', end: '2026-12-24' }));
    expect(sameDay.idea.answers).toMatchObject({ start: '2026-12-24', end: '2026-12-24' });
  });
});

describe('planning', () => {
  it('begins when all that exploring needs is there, and waits for the driver', () => {
    expect(storyOf('exploring').refusal(story.driver, story.plan)).toEqual({ code: 'notNow' });
    const { idea } = storyOf('explored').when(story.driver, story.plan, story.on('2026-12-01'));
    expect(idea).toMatchObject({
      stage: 'planning',
      waiting: { for: 'driver', person: 'pLEADER' },
      answerBy: '2026-12-31',
    });
  });

  it('waits for those who decide where nobody drives the idea', () => {
    const filled = given(...story.standings.drivingAsked, ...story.explored(story.leader), [
      story.colleagueDriver,
      story.declineDriving(),
    ]);
    expect(filled.when(story.leader, story.plan).idea).toMatchObject({
      stage: 'planning',
      waiting: { for: 'deciders' },
    });
  });

  it('is handed in by the driver once it is complete, and then waits for those who decide', () => {
    expect(storyOf('planning').refusal(story.driver, story.submitPlan)).toEqual({ code: 'notNow' });
    const { idea } = storyOf('planningReady').when(story.driverOnly, story.submitPlan);
    expect(idea).toMatchObject({ waiting: { for: 'deciders' }, answerBy: '2026-11-30' });
    expect(storyOf('planSubmitted').refusal(story.driverOnly, story.submitPlan)).toEqual({ code: 'notNow' });
  });

  it('needs more where it costs: goal, partners and procurement', () => {
    const free = [...standings.planning, ...story.planned()];
    const costly = given(...free, [story.driver, story.fill('cost', { cost: '5000' })]);
    expect(costly.refusal(story.driver, story.submitPlan)).toEqual({ code: 'notNow' });
    expect(withCost(5000).idea.waiting).toEqual({ for: 'deciders' });
  });

  it('goes back to the driver with what is missing', () => {
    const { idea, event } = storyOf('planSubmitted').when(story.leader, story.sendBack('Vem lånar ut?'));
    expect(event.words).toEqual({ reason: 'Vem lånar ut?' });
    expect(idea).toMatchObject({ stage: 'planning', waiting: { for: 'driver', person: 'pLEADER' } });
    expect(storyOf('planSubmitted').refusal(story.leader, story.sendBack(''))).toEqual({
      code: 'wordsMissing',
      field: 'reason',
    });
  });
});

describe('the plan of a leader who drives', () => {
  it('is not theirs to approve, and starts where it costs nothing', () => {
    const ready = storyOf('planningReady');
    expect(ready.refusal(story.driver, story.approvePlan())).toEqual({ code: 'ownPlan' });
    const { idea, event } = ready.when(story.driver, story.submitPlan);
    expect(idea).toMatchObject({ stage: 'piloting', waiting: { for: 'driver' } });
    expect(event).toMatchObject({ type: 'ownPlanSent', by: 'pLEADER', data: { cost: 0 } });
    expect(idea).not.toHaveProperty('money');
  });

  it('goes to the one who decides on its money, and the record says who drove and who granted', () => {
    const sent = given(...standings.planning, ...story.planned(80_000), [story.driver, story.sendOwnPlan('office')]);
    expect(sent.idea).toMatchObject({ waiting: { for: 'funder' }, money: { asked: 80_000, funder: 'office' } });
    const { event } = sent.when(story.funder, story.grant(80_000));
    expect(event).toMatchObject({ type: 'granted', by: 'pMANAGER', data: { driver: 'pLEADER' } });
  });

  it('that waited for them to decide on it, when they came to drive it, is sent on by them', () => {
    const taken = given(...standings.planSubmitted, [story.otherLeader, story.nameDriver('pOTHERLEADER')]);
    const both = { ...story.driver, ref: 'pOTHERLEADER' };
    expect(taken.refusal(both, story.approvePlan())).toEqual({ code: 'ownPlan' });
    expect(taken.when(both, story.submitPlan).idea.stage).toBe('piloting');
  });
});

describe('approving a plan', () => {
  it('with cost 0 begins the test, which waits for its driver until its last day', () => {
    const { idea, event } = storyOf('planSubmitted').when(story.leader, story.approvePlan());
    expect(event.data).toEqual({ cost: 0, test: { start: '2026-12-01', end: '2027-02-28' } });
    expect(idea).toMatchObject({
      stage: 'piloting',
      waiting: { for: 'driver', person: 'pLEADER' },
      answerBy: '2027-02-28',
      test: { start: '2026-12-01', end: '2027-02-28', halfWay: '2027-01-14' },
    });
    expect(idea).not.toHaveProperty('money');
  });

  it.each(['manager', 'office'] as const)('with a cost asks for the money, of the %s', (tier) => {
    const { idea, event } = withCost(50_000).when(story.leader, story.approvePlan(tier));
    expect(event.data).toEqual({ cost: 50_000, funder: tier, test: { start: '2026-12-01', end: '2027-02-28' } });
    expect(idea).toMatchObject({
      stage: 'planning',
      waiting: { for: 'funder' },
      answerBy: '2026-11-30',
      money: { asked: 50_000, funder: tier },
    });
    expect(idea).not.toHaveProperty('test');
  });

  it('needs no handing in when the leader has seen it, but somebody who has said yes to drive it', () => {
    expect(storyOf('planningReady').when(story.leader, story.approvePlan()).idea.stage).toBe('piloting');
    const asked = given(...standings.planSubmitted, [story.leader, story.nameDriver()]);
    expect(asked.refusal(story.leader, story.approvePlan())).toEqual({ code: 'notNow' });
    // Nobody blocks a leader: they can always drive it themselves.
    const own = given(
      ...standings.planSubmitted,
      [story.leader, story.nameDriver()],
      [story.leader, story.nameDriver('pLEADER')],
    );
    expect(own.when(story.leader, story.approvePlan()).idea.stage).toBe('piloting');
  });

  it('begins the test today where its first day has passed, and never after its last', () => {
    const later = story.on('2027-02-28');
    const { idea } = storyOf('planSubmitted').when(story.leader, story.approvePlan(), later);
    expect(idea.test).toEqual({ start: '2027-02-28', end: '2027-02-28' });
    expect(storyOf('planSubmitted').refusal(story.leader, story.approvePlan(), story.on('2027-03-01'))).toEqual({
      code: 'testDatePassed',
    });
  });

  it('takes a test that has begun, and looks half-way of what is left of it', () => {
    const begun = given(...standings.planning, ...story.planned(), [
      story.driver,
      story.fill('time', { start: '2026-11-02', end: '2027-01-31' }),
    ]);
    const { idea } = begun.when(story.driver, story.submitPlan, story.on('2026-12-02'));
    expect(idea.test).toEqual({ start: '2026-11-02', end: '2027-01-31', halfWay: '2027-01-01' });
    // Once its first day is ahead again, it begins when it is approved.
    const moved = given(...standings.planning, ...story.planned(), [
      story.driver,
      story.fill('time', { start: '2026-11-02', end: '2027-01-31' }),
    ]).when(story.driver, story.fill('time', { start: '2026-11-20', end: '2027-01-31' })).idea;
    expect(moved.testBegun).toBeUndefined();
  });

  it('looks half-way only where a test is two weeks long', () => {
    const testOf = (end: string) =>
      given(...standings.planning, ...story.planned(), [
        story.driver,
        story.fill('time', { start: '2026-12-01', end }),
      ]).when(story.leader, story.approvePlan()).idea.test;
    expect(testOf('2026-12-14')).toEqual({ start: '2026-12-01', end: '2026-12-14' });
    expect(testOf('2026-12-15')).toEqual({ start: '2026-12-01', end: '2026-12-15', halfWay: '2026-12-08' });
  });
});

describe('money', () => {
  const asked = storyOf('askedForMoney');

  it('granted in full begins the test', () => {
    const { idea, event } = asked.when(story.funder, story.grant(80_000));
    expect(event).toMatchObject({
      type: 'granted',
      data: { amount: 80_000, asked: 80_000, test: { start: '2026-12-01', end: '2027-02-28' } },
      words: { diary: 'VOO 2026-0412' },
    });
    expect(idea).toMatchObject({
      stage: 'piloting',
      money: { asked: 80_000, granted: 80_000, funder: 'manager', diary: 'VOO 2026-0412' },
      waiting: { for: 'driver', person: 'pLEADER' },
      answerBy: '2027-02-28',
    });
  });

  it('granted in part begins it too, and both sums stay', () => {
    const { idea, event } = asked.when(story.funder, story.grant(50_000, { reason: 'Resten nästa år.' }));
    expect(event.words).toEqual({ reason: 'Resten nästa år.' });
    expect(idea.money).toEqual({ asked: 80_000, granted: 50_000, grantedBy: story.funder.ref, funder: 'manager' });
  });

  it.each([
    [80_001, { code: 'amountTooLarge' }],
    [0, { code: 'badAmount', field: 'amount' }],
    [-1, { code: 'badAmount', field: 'amount' }],
    [0.5, { code: 'badAmount', field: 'amount' }],
    [Number.NaN, { code: 'badAmount', field: 'amount' }],
    [Number.POSITIVE_INFINITY, { code: 'badAmount', field: 'amount' }],
  ])('cannot be granted as %p', (amount, refusal) => {
    expect(asked.refusal(story.funder, story.grant(amount))).toEqual(refusal);
  });

  describe('beside hours of work', () => {
    const both = given(...story.standingsWithHours.askedForHours);
    const grantOf = (amount: number, hours?: number) => ({
      type: 'grant' as const,
      words: {},
      data: { amount, ...(hours !== undefined && { hours }) },
    });

    it('is granted with all of them, where nothing else is said', () => {
      const { idea, event } = both.when(story.funder, grantOf(50_000));
      expect(event.data).toMatchObject({ amount: 50_000, asked: 80_000, hours: 40, askedHours: 40 });
      expect(idea.money).toMatchObject({ asked: 80_000, askedHours: 40, granted: 50_000, grantedHours: 40 });
    });

    it('is granted with some of them, or one without the other', () => {
      expect(both.when(story.funder, grantOf(80_000, 10)).idea.money).toMatchObject({ grantedHours: 10 });
      expect(both.when(story.funder, grantOf(0, 40)).idea.money).toMatchObject({ granted: 0, grantedHours: 40 });
      expect(both.when(story.funder, grantOf(80_000, 0)).idea.money).not.toHaveProperty('grantedHours');
    });

    it.each([
      [80_000, 41, { code: 'hoursTooMany' }],
      [80_000, 0.5, { code: 'badHours', field: 'grantHours' }],
      [80_000, -1, { code: 'badHours', field: 'grantHours' }],
      [0, 0, { code: 'badAmount', field: 'amount' }],
      [80_001, 40, { code: 'amountTooLarge' }],
    ])('is not granted as %p and %p hours', (amount, hours, refusal) => {
      expect(both.refusal(story.funder, grantOf(amount, hours))).toEqual(refusal);
    });

    it('declined says of how much, and the same is not sent once more', () => {
      const { idea, event } = both.when(story.funder, story.declineMoney());
      expect(event.data).toMatchObject({ asked: 80_000, askedHours: 40 });
      expect(idea.earlierNo?.money).toMatchObject({ asked: 80_000, askedHours: 40 });
      expect(asksForTheSame(idea)).toBe(true);
      expect(asksForTheSame({ ...idea, answers: { ...idea.answers, hours: '39' } })).toBe(false);
    });
  });

  it('declined gives the plan back to its driver, with the reason, and the request is gone', () => {
    const { idea, event } = asked.when(story.funder, story.declineMoney());
    expect(event.words).toEqual({ reason: 'Budgeten för i år är slut.', diary: 'VOO 2026-0413' });
    expect(idea).toMatchObject({ stage: 'planning', waiting: { for: 'driver', person: 'pLEADER' } });
    expect(idea).not.toHaveProperty('money');
    expect(asked.refusal(story.funder, story.declineMoney(' '))).toEqual({ code: 'wordsMissing', field: 'reason' });
  });

  it('declined can be asked for anew, with another sum', () => {
    const again = given(
      ...standings.askedForMoney,
      [story.funder, story.declineMoney()],
      [story.driver, story.fill('cost', { cost: '30 000 kr' })],
      [story.driverOnly, story.submitPlan],
      [story.leader, story.approvePlan()],
    );
    expect(again.idea.money).toEqual({ asked: 30_000, funder: 'manager' });
    expect(again.refusal(story.funder, story.grant(80_000))).toEqual({ code: 'amountTooLarge' });
  });

  it('declined may end in a test that costs nothing', () => {
    const { idea } = given(
      ...standings.askedForMoney,
      [story.funder, story.declineMoney()],
      [story.driver, story.fill('cost', { cost: '0' })],
    ).when(story.leader, story.approvePlan());
    expect(idea.stage).toBe('piloting');
    expect(idea).not.toHaveProperty('money');
  });

  it('is decided on as it was asked for: the plan stands still, and is mended when it has been taken back', () => {
    expect(asked.refusal(story.driver, story.fill('cost', { cost: '0' }))).toEqual({ code: 'notNow' });
    const late = story.on('2027-03-01');
    expect(asked.refusal(story.funder, story.grant(), late)).toEqual({ code: 'testDatePassed' });
    const moved = given(
      ...standings.askedForMoney,
      [story.driver, story.takeBack],
      [story.driver, story.fill('time', { start: '2027-03-15', end: '2027-05-31' })],
      [story.driverOnly, story.submitPlan],
      [story.leader, story.approvePlan()],
    );
    expect(moved.when(story.funder, story.grant(), late).idea.test).toMatchObject({
      start: '2027-03-15',
      end: '2027-05-31',
    });
  });

  it('is not the leader’s to decide on, nor the driver’s', () => {
    for (const who of [story.leader, story.driver, story.office, story.stranger]) {
      expect(asked.refusal(who, story.grant())).toEqual({ code: 'notAllowed' });
    }
  });

  it('that was used is told at the end, where there was any', () => {
    const used = story.fill('used', { used: '42 500 kr' });
    expect(storyOf('funded').when(story.driver, used).idea.answers.used).toBe('42500');
    expect(storyOf('piloting').refusal(story.driver, used)).toEqual({ code: 'notNow' });
  });
});
