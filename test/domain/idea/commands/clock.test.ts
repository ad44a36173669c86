import { isOpenTo } from '../../../../src/domain/idea/decide.js';
import { storyOf } from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given, submitted } from '../../../../testing/samples/idea/story.js';

const { standings } = story;

describe('the reminder', () => {
  const late = story.on('2026-12-01');

  it('comes when the answer date has passed, not on it', () => {
    expect(given(submitted).refusal(story.clock, story.remind, story.on('2026-11-30'))).toEqual({ code: 'notNow' });
    const { idea, event } = given(submitted).when(story.clock, story.remind, late);
    expect(event).toMatchObject({ type: 'reminded', by: 'clock', data: { passed: '2026-11-30' } });
    expect(idea).toMatchObject({
      reminded: true,
      answerBy: '2026-12-15',
      decisionVersion: 1,
      waiting: { for: 'deciders' },
    });
  });

  it('gives each role its own days', () => {
    const muchLater = story.on('2027-04-18');
    const given = ['asked', 'doing', 'exploring', 'planSubmitted', 'askedForMoney', 'piloting', 'scaling'] as const;
    expect(given.map((name) => storyOf(name).when(story.clock, story.remind, muchLater).idea.answerBy)).toEqual([
      '2027-04-28',
      '2027-04-25',
      '2027-05-18',
      '2027-05-02',
      '2027-05-02',
      '2027-05-18',
      '2027-05-02',
    ]);
  });

  it('comes once for each turn', () => {
    const reminded = given(submitted, [story.clock, story.remind, late]);
    expect(reminded.refusal(story.clock, story.remind, story.on('2027-02-01'))).toEqual({ code: 'notNow' });
    const asked = given(submitted, [story.clock, story.remind, late], [story.leader, story.ask(), late]);
    expect(asked.idea.reminded).toBe(false);
    expect(asked.when(story.clock, story.remind, story.on('2027-02-01')).idea.reminded).toBe(true);
  });

  it('lets waiting begin when it began', () => {
    const { before, idea } = given(submitted).when(story.clock, story.remind, late);
    expect(idea.waitingSince).toBe(before.waitingSince);
  });

  it('is the clock’s alone', () => {
    expect(given(submitted).refusal(story.leader, story.remind, late)).toEqual({ code: 'notAllowed' });
  });
});

describe('passing an unanswered idea to the next in the chain', () => {
  const reminded = storyOf('reminded');

  it('comes when the second date has passed too, and sets a third', () => {
    expect(reminded.idea.answerBy).toBe('2026-12-15');
    expect(reminded.refusal(story.clock, story.escalate, story.on('2026-12-15'))).toEqual({ code: 'notNow' });
    const { before, idea, event } = reminded.when(story.clock, story.escalate, story.on('2026-12-16'));
    expect(event).toMatchObject({ type: 'escalated', by: 'clock', data: { from: 'leader', tier: 'deputy' } });
    expect(idea).toMatchObject({
      tier: 'deputy',
      escalated: true,
      answerBy: '2026-12-30',
      decisionVersion: before.decisionVersion,
    });
  });

  it('never comes without a reminder, and never twice', () => {
    const late = story.on('2027-06-01');
    expect(given(submitted).refusal(story.clock, story.escalate, late)).toEqual({ code: 'notNow' });
    expect(storyOf('escalated').refusal(story.clock, story.escalate, late)).toEqual({ code: 'notNow' });
    expect(storyOf('escalated').refusal(story.clock, story.remind, late)).toEqual({ code: 'notNow' });
  });

  it('begins anew with the next thing that is waited for', () => {
    const { idea } = storyOf('escalated').when(story.leader, story.explore, story.on('2026-12-17'));
    expect(idea).toMatchObject({ reminded: false, escalated: false, answerBy: '2027-01-16' });
  });
});

describe('half-way through a test', () => {
  it('is told once, on that day or after it', () => {
    const day = storyOf('piloting').idea.test?.halfWay;
    expect(day).toBe('2027-01-14');
    expect(storyOf('piloting').refusal(story.clock, story.lookHalfWay, story.on('2027-01-13'))).toEqual({
      code: 'notNow',
    });
    const { before, idea } = storyOf('piloting').when(story.clock, story.lookHalfWay, story.on('2027-01-14'));
    expect(idea.test).toEqual({ start: '2026-12-01', end: '2027-02-28' });
    expect([idea.decisionVersion, idea.answerBy, idea.reminded]).toEqual([
      before.decisionVersion,
      before.answerBy,
      false,
    ]);
    const told = given(...standings.piloting, [story.clock, story.lookHalfWay, story.on('2027-01-20')]);
    expect(told.refusal(story.clock, story.lookHalfWay, story.on('2027-01-21'))).toEqual({ code: 'notNow' });
  });

  it('comes again when the test goes on much longer', () => {
    const told = given(
      ...standings.piloting,
      [story.clock, story.lookHalfWay, story.on('2027-01-14')],
      [story.driver, story.extend('2027-04-30'), story.on('2027-02-20')],
    );
    expect(told.idea.test?.halfWay).toBe('2027-03-26');
  });
});

describe('trying again', () => {
  it('brings a closed idea back to those who decide, that day', () => {
    const closed = storyOf('closedForNow');
    expect(closed.refusal(story.clock, story.comeBack, story.on('2027-01-14'))).toEqual({ code: 'notNow' });
    const { before, idea } = closed.when(story.clock, story.comeBack, story.on('2027-01-15'));
    expect(idea).toMatchObject({
      stage: 'submitted',
      tier: 'leader',
      waiting: { for: 'deciders' },
      answerBy: '2027-01-29',
      decisionVersion: before.decisionVersion + 1,
    });
    expect(idea).not.toHaveProperty('ending');
  });

  it('does not come to what was opened again before, nor where no date was set', () => {
    const late = story.on('2027-02-01');
    const reopened = given(...[...standings.closed], [story.leader, story.reopen]);
    expect(reopened.refusal(story.clock, story.comeBack, late)).toEqual({ code: 'notNow' });
    expect(storyOf('closed').refusal(story.clock, story.comeBack, late)).toEqual({ code: 'notNow' });
  });
});

describe('an idea for which there is no room now', () => {
  const resting = given(...standings.submitted, [story.leader, story.postpone('2027-02-01')]);

  it('waits until the day that was promised, and then for those who decide, by the day that was promised with it', () => {
    expect(resting.idea).toMatchObject({ restsUntil: '2027-02-01', answerBy: '2027-02-15', promised: '2027-02-15' });
    expect(resting.refusal(story.clock, story.endRest, story.on('2027-01-31'))).toEqual({ code: 'notNow' });
    const { idea } = resting.when(story.clock, story.endRest, story.on('2027-02-01'));
    expect(idea).toMatchObject({ stage: 'submitted', waiting: { for: 'deciders' }, answerBy: '2027-02-15' });
    expect(idea).not.toHaveProperty('restsUntil');
    expect(storyOf('submitted').refusal(story.clock, story.endRest, story.on('2027-02-01'))).toEqual({
      code: 'notNow',
    });
  });

  it('can be decided on before, and then waits for nothing else', () => {
    const { idea } = resting.when(story.leader, story.explore);
    expect(idea).not.toHaveProperty('restsUntil');
    expect(resting.refusal(story.leader, story.postpone('2027-03-01'))).toEqual({ code: 'notNow' });
  });

  it('is put off twice at most, whichever department has it, and then has to be answered', () => {
    const twice = given(
      ...standings.submitted,
      [story.leader, story.postpone('2026-12-01')],
      [story.clock, story.endRest, story.on('2026-12-01')],
      [story.leader, story.postpone('2027-02-01'), story.on('2026-12-02')],
      [story.clock, story.endRest, story.on('2027-02-01')],
    );
    const later = { ...story.postpone('2027-04-01') };
    expect(twice.refusal(story.leader, later, story.on('2027-02-02'))).toEqual({ code: 'postponedTwice' });
    expect(isOpenTo('postpone', twice.idea, story.leader.roles)).toBe(false);
    expect(isOpenTo('explore', twice.idea, story.leader.roles)).toBe(true);
    const asked = twice.when(story.leader, story.ask(), story.on('2027-02-02')).idea;
    expect(asked).toMatchObject({ timesPostponed: 2 });
    expect(twice.when(story.leader, story.explore, story.on('2027-02-02')).idea).not.toHaveProperty('timesPostponed');
  });

  it('is promised for a day within a year', () => {
    const { refusal } = storyOf('submitted');
    expect(refusal(story.leader, story.postpone('2026-11-01'))).toEqual({ code: 'dateNotAhead', field: 'until' });
    expect(refusal(story.leader, story.postpone('2029-01-01'))).toEqual({ code: 'dateFarOff', field: 'until' });
  });
});

describe('what is asked after a time', () => {
  it('an adopting department, once', () => {
    expect(storyOf('adopted').refusal(story.clock, story.checkAdoption, story.on('2027-06-30'))).toEqual({
      code: 'notNow',
    });
    const { idea } = storyOf('adopted').when(story.clock, story.checkAdoption, story.on('2027-07-01'));
    expect(idea.adoptions.SBK).toEqual({
      ...{ status: 'using', start: '2027-04-01', contact: 'Enhetschef Park' },
      // Until then an answer is waited for.
      betterBy: '2027-07-15',
    });
    const asked = given(
      ...standings.scaling,
      [story.adopter, story.adopt(), story.on('2027-04-01')],
      [story.clock, story.checkAdoption, story.on('2027-07-01')],
    );
    expect(asked.refusal(story.clock, story.checkAdoption, story.on('2027-10-01'))).toEqual({ code: 'notNow' });
  });

  it('nobody whose department has stopped or never begun', () => {
    const stopped = given(
      ...standings.scaling,
      [story.adopter, story.adopt(), story.on('2027-04-01')],
      [story.adopter, story.stopUsing()],
    );
    for (const one of [stopped, storyOf('scaling')]) {
      expect(one.refusal(story.clock, story.checkAdoption, story.on('2028-01-01'))).toEqual({ code: 'notNow' });
    }
  });

  it('the owner, once, half a year after it came into use', () => {
    const { followUpOn } = storyOf('spread').idea;
    expect(followUpOn).toBe('2027-05-16');
    expect(storyOf('spread').refusal(story.clock, story.askFollowUp, story.on('2027-05-15'))).toEqual({
      code: 'notNow',
    });
    const asked = given(...standings.spread, [story.clock, story.askFollowUp, story.on('2027-05-16')]);
    expect(asked.idea.followUpAsked).toBe(true);
    expect(asked.refusal(story.clock, story.askFollowUp, story.on('2027-11-16'))).toEqual({ code: 'notNow' });
  });
});
