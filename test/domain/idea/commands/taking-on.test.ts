import { decide } from '../../../../src/domain/idea/decide.js';
import { storyOf } from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given, submitted } from '../../../../testing/samples/idea/story.js';

describe('exploring', () => {
  it('makes the leader who took it on its named leader, and its driver unless somebody else is named', () => {
    const { idea } = given(submitted).when(story.otherLeader, story.exploreWith('pOTHERLEADER'));
    expect(idea).toMatchObject({
      stage: 'exploring',
      leader: 'pOTHERLEADER',
      driver: { person: 'pOTHERLEADER', accepted: true },
      waiting: { for: 'driver', person: 'pOTHERLEADER' },
      answerBy: '2026-12-16',
    });
  });

  it('by two leaders at the same moment is one effect: the second card is out of date', () => {
    const explored = given(submitted, [story.leader, story.explore]);
    expect(explored.refusal(story.otherLeader, story.atTurn(story.explore, 1))).toEqual({ code: 'stale' });
  });

  const serving = (...goals: string[]) =>
    ({ ...story.explore, data: { driver: 'pLEADER', goals } }) as typeof story.explore;

  it('says which of the municipality’s goals the idea serves, two at most; another time may say others, or none', () => {
    const served = given(submitted, [story.leader, serving('klimat', 'skola')]);
    expect(served.idea.goals).toEqual(['klimat', 'skola']);
    expect(served.events.at(-1)?.data).toMatchObject({ goals: ['klimat', 'skola'] });
    expect(given(submitted).refusal(story.leader, serving('klimat', 'skola', 'service'))).toEqual({
      code: 'tooManyGoals',
    });
    const again = given(
      submitted,
      [story.leader, serving('klimat')],
      [story.leader, story.close()],
      [story.leader, story.reopen],
    );
    expect(again.idea.goals).toEqual(['klimat']);
    expect(again.when(story.leader, story.explore).idea).not.toHaveProperty('goals');
  });

  it('leads to use, told in one line', () => {
    const { idea } = given(...story.standings.exploring).when(story.driver, story.reportDone('Tre cyklar.'));
    expect(idea).toMatchObject({
      stage: 'inUse',
      ending: { done: 'Tre cyklar.' },
      adoptions: { VOO: { status: 'using', start: '2026-11-16' } },
      followUpOn: '2027-05-16',
    });
    expect(idea).not.toHaveProperty('waiting');
    expect(idea).not.toHaveProperty('answerBy');
  });
});

describe('a driver', () => {
  it('who is named by somebody else is asked first, and does nothing before a yes but ask', () => {
    const asked = storyOf('drivingAsked');
    expect(asked.idea).toMatchObject({
      leader: 'pLEADER',
      driver: { person: 'pDRIVER', accepted: false },
      waiting: { for: 'driver', person: 'pDRIVER' },
      answerBy: '2026-12-16',
    });
    for (const command of [story.fill('worth', { worth: 'Tid.' }), story.plan, story.reportDone()]) {
      expect(asked.refusal(story.colleagueDriver, command)).toEqual({ code: 'notNow' });
    }
  });

  it('who says yes drives it, on a card of a new turn', () => {
    const { before, idea } = storyOf('drivingAsked').when(
      story.colleagueDriver,
      story.acceptDriving,
      story.on('2026-11-20'),
    );
    expect(idea).toMatchObject({
      driver: { person: 'pDRIVER', accepted: true },
      waiting: { for: 'driver', person: 'pDRIVER' },
      answerBy: '2026-12-20',
      decisionVersion: before.decisionVersion + 1,
    });
  });

  it('who says no gives it back to those who decide, with the reason if there is one', () => {
    const { idea, event } = storyOf('drivingAsked').when(story.colleagueDriver, story.declineDriving());
    expect(event.words).toEqual({ reason: 'Jag har inte tid i höst.' });
    expect(idea).toMatchObject({ stage: 'exploring', waiting: { for: 'deciders' }, answerBy: '2026-11-30' });
    expect(idea).not.toHaveProperty('driver');
    const silent = storyOf('drivingAsked').when(story.colleagueDriver, story.declineDriving(' '));
    expect(silent.event.words).toEqual({});
  });

  it('is waited for as soon as one is named again', () => {
    const { idea } = storyOf('driverless').when(story.leader, story.nameDriver('pSUBMITTER'));
    expect(idea).toMatchObject({
      driver: { person: 'pSUBMITTER', accepted: false },
      waiting: { for: 'driver', person: 'pSUBMITTER' },
    });
  });

  it('may be the one who had the idea, who then does the work and decides nothing', () => {
    const asked = given(submitted, [story.leader, story.exploreWith('pSUBMITTER')]);
    const both = { ...story.submitter, roles: new Set(['reader', 'submitter', 'driver'] as const) };
    const driving = given(submitted, [story.leader, story.exploreWith('pSUBMITTER')], [both, story.acceptDriving]);
    expect(asked.refusal(both, story.plan)).toEqual({ code: 'notNow' });
    expect(driving.when(both, story.fill('worth', { worth: 'Tid.' })).idea.answers.worth).toBe('Tid.');
    expect(driving.refusal(both, story.nameDriver('pDRIVER'))).toEqual({ code: 'ownIdea' });
    expect(driving.refusal(both, story.close())).toEqual({ code: 'ownIdea' });
  });

  it('can change in the middle of everything, and nobody else stops waiting', () => {
    for (const standing of ['exploringAsked', 'planSubmitted', 'askedForMoney', 'tested'] as const) {
      const { before, idea } = storyOf(standing).when(story.leader, story.nameDriver());
      expect(idea).toMatchObject({
        driver: { person: 'pDRIVER', accepted: false },
        decisionVersion: before.decisionVersion + 1,
      });
      expect([idea.waiting, idea.answerBy]).toEqual([before.waiting, before.answerBy]);
      const declined = given(
        ...story.standings[standing],
        [story.leader, story.nameDriver()],
        [story.colleagueDriver, story.declineDriving()],
      ).idea;
      expect([declined.stage, declined.waiting, declined.question]).toEqual([
        before.stage,
        before.waiting,
        before.question,
      ]);
      expect(declined).not.toHaveProperty('driver');
    }
  });

  it('named while the money is decided does not take the decision from the funder', () => {
    const between = given(
      ...story.standings.askedForMoney,
      [story.leader, story.nameDriver()],
      [story.colleagueDriver, story.declineDriving()],
      [story.leader, story.nameDriver('pOTHER')],
    );
    expect(between.idea.waiting).toEqual({ for: 'funder' });
    expect(between.when(story.funder, story.grant()).idea).toMatchObject({
      stage: 'piloting',
      waiting: { for: 'driver', person: 'pOTHER' },
    });
  });

  it('who has gone leaves a granted test to those who decide', () => {
    const between = given(
      ...story.standings.askedForMoney,
      [story.leader, story.nameDriver()],
      [story.colleagueDriver, story.declineDriving()],
    );
    expect(between.when(story.funder, story.grant()).idea).toMatchObject({
      stage: 'piloting',
      waiting: { for: 'deciders' },
    });
  });

  it('who has said yes is not asked again when a leader names them once more', () => {
    const driving = given(...story.standings.drivingAsked, [story.colleagueDriver, story.acceptDriving]);
    expect(driving.when(story.otherLeader, story.nameDriver()).idea.driver).toEqual({
      person: 'pDRIVER',
      accepted: true,
    });
    expect(storyOf('drivingAsked').when(story.otherLeader, story.nameDriver()).idea.driver?.accepted).toBe(false);
  });

  it('who is a leader and names themself has said yes by it', () => {
    const { idea } = storyOf('drivingAsked').when(story.otherLeader, story.nameDriver('pOTHERLEADER'));
    expect(idea).toMatchObject({
      driver: { person: 'pOTHERLEADER', accepted: true },
      waiting: { for: 'driver', person: 'pOTHERLEADER' },
    });
  });
});

describe('doing it now', () => {
  it('asks the doer, and waits for them until the date', () => {
    const { idea } = given(submitted).when(story.leader, story.doNow('pDOER', '2026-12-01'));
    expect(idea).toMatchObject({
      stage: 'doing',
      leader: 'pLEADER',
      doer: { person: 'pDOER', accepted: false },
      waiting: { for: 'doer', person: 'pDOER' },
      answerBy: '2026-12-01',
    });
  });

  it('needs no asking when the leader does it', () => {
    expect(given(submitted).when(story.leader, story.doNow('pLEADER')).idea.doer).toEqual({
      person: 'pLEADER',
      accepted: true,
    });
  });

  it('may ask the one who had the idea, who then does the work but decides nothing', () => {
    const asked = given(submitted, [story.leader, story.doNow('pSUBMITTER')]);
    const both = { ...story.submitter, roles: new Set(['submitter', 'doer'] as const) };
    expect(asked.when(both, story.acceptDoing).idea.doer).toEqual({ person: 'pSUBMITTER', accepted: true });
    expect(asked.refusal(both, story.close())).toEqual({ code: 'ownIdea' });
  });

  it.each([
    ['2026-11-16', undefined],
    ['2027-11-17', undefined],
    ['2026-11-15', 'dateNotAhead'],
    ['2027-11-18', 'dateFarOff'],
    ['2026-02-30', 'badDate'],
    ['2026-13-01', 'badDate'],
    ['snart', 'badDate'],
    ['', 'badDate'],
  ])('until %p: %p', (until, code) => {
    const result = decide(story.doNow('pDOER', until), given(submitted).idea, story.leader, story.setting);
    expect(result).toMatchObject(code ? { ok: false, refusal: { code, field: 'until' } } : { ok: true });
  });

  it('goes on until its date when the doer accepts', () => {
    const { idea } = given(...story.standings.doingAsked).when(story.doer, story.acceptDoing);
    expect(idea).toMatchObject({ stage: 'doing', doer: { accepted: true }, answerBy: '2026-12-01' });
  });

  it('goes back to those who decide when the doer declines, with the reason', () => {
    const { idea, event } = given(...story.standings.doingAsked).when(story.doer, story.declineDoing('Hinner inte.'));
    expect(event.words).toEqual({ reason: 'Hinner inte.' });
    expect(idea).toMatchObject({ stage: 'submitted', waiting: { for: 'deciders' }, answerBy: '2026-11-30' });
    expect(idea).not.toHaveProperty('doer');
  });

  it('can be declined without a reason, and asked of somebody else then', () => {
    const declined = given(...story.standings.doingAsked, [story.doer, story.declineDoing('')]);
    expect(declined.when(story.leader, story.doNow('pSTRANGER')).idea.doer?.person).toBe('pSTRANGER');
  });

  it('is ended by the doer with one line', () => {
    const { idea } = given(...story.standings.doing).when(story.doer, story.reportDone('Klart.'));
    expect(idea).toMatchObject({ stage: 'inUse', ending: { done: 'Klart.' }, doer: { person: 'pDOER' } });
  });

  it('cannot be ended by a doer who has not said yes', () => {
    expect(given(...story.standings.doingAsked).refusal(story.doer, story.reportDone())).toEqual({ code: 'notNow' });
  });
});
