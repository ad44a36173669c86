import { isLate } from '../../../../src/domain/idea/waiting/late.js';
import { pausedUntil } from '../../../../src/domain/idea/waiting/paused.js';
import { dueDays } from '../../../../src/store/idea/state/due-days.js';
import { hinder, liftObstacle } from '../../../../testing/samples/idea/hindering.js';
import { make } from '../../../../testing/samples/idea/make-command.js';
import {
  ask,
  clock,
  close,
  endRest,
  explore,
  given,
  leader,
  on,
  pause,
  postpone,
  remind,
  standings,
  submit,
  submitted,
  submitter,
} from '../../../../testing/samples/idea/story.js';

const sent = given(submitted);
const paused = given(submitted, [clock, pause()]);

describe('a promise to answer, while whoever leads is away', () => {
  it('waits: the days that were left go on when they are back', () => {
    expect(sent.idea.answerBy).toBe('2026-11-30');
    // Fourteen days were left on 16 November.
    expect(paused.idea).toMatchObject({ answerBy: '2027-01-03', promised: '2027-01-03', reminded: false });
    expect(paused.idea.paused).toEqual({ since: '2026-11-16', until: '2026-12-20' });
    expect(paused.events.at(-1)?.data).toMatchObject({ leader: 'pLEADER', back: '2026-12-21' });
    expect(isLate(paused.idea, '2026-12-31')).toBe(false);
    expect(dueDays(paused.idea)).toContainEqual(['remind', '2027-01-04']);
  });

  it('waits for nobody where it can be kept', () => {
    expect(sent.refusal(clock, pause('2026-11-29'))).toEqual({ code: 'notNow' });
    expect(paused.refusal(clock, pause())).toEqual({ code: 'notNow' });
  });

  it('is not made good again once it is broken, and is none while somebody else is waited for', () => {
    const late = given(submitted, [clock, remind, on('2026-12-01')]);
    expect(late.refusal(clock, pause(), on('2026-12-01'))).toEqual({ code: 'notNow' });
    expect(given(submitted, [leader, ask()]).refusal(clock, pause())).toEqual({ code: 'notNow' });
    expect(sent.refusal(leader, pause())).toEqual({ code: 'notAllowed' });
  });

  it('waits once more where they come later than they said, and six weeks in all', () => {
    const before = given(submitted, [clock, pause('2026-12-02')]);
    expect(before.idea.answerBy).toBe('2026-12-16');
    const again = before.when(clock, pause('2026-12-20'), on('2026-12-02'));
    expect(again.idea).toMatchObject({ answerBy: '2027-01-03', paused: { since: '2026-11-16', until: '2026-12-20' } });
    expect(before.refusal(clock, pause('2026-12-29'), on('2026-12-02'))).toEqual({ code: 'notNow' });
  });

  it('ends by itself: with the day, and with what is decided', () => {
    expect(pausedUntil(paused.idea, '2026-12-20')).toBe('2026-12-20');
    expect(pausedUntil(paused.idea, '2026-12-21')).toBeUndefined();
    expect(paused.when(leader, explore).idea.paused).toBeUndefined();
  });

  it('is made for their first days at work when an idea comes while they are away', () => {
    const { idea } = given([submitter, submit({ awayUntil: '2026-12-20' })]);
    expect(idea.answerBy).toBe('2027-01-03');
    expect(idea.paused).toEqual({ since: '2026-11-16', until: '2026-12-20' });
  });

  it('is made for their first days at work when an obstacle goes for which an idea had ended, too', () => {
    const ended = given(submitted, [leader, close()], [leader, hinder()]);
    const { idea, event } = ended.when(clock, liftObstacle({ tier: 'leader', awayUntil: '2026-12-20' }));
    expect(idea).toMatchObject({ stage: 'submitted', answerBy: '2027-01-03' });
    expect(idea.paused).toEqual({ since: '2026-11-16', until: '2026-12-20' });
    expect(event.data).toMatchObject({ awayUntil: '2026-12-20' });
  });

  it('waits from the test on too, for what is to be decided: a test’s own day is not put off', () => {
    const decided = given(...standings.tested);
    expect(decided.idea.waiting).toEqual({ for: 'deciders' });
    const { idea } = decided.when(clock, pause());
    expect(idea.paused).toEqual({ since: '2026-11-16', until: '2026-12-20' });
    const test = given(...standings.piloting);
    expect(test.idea.waiting).toMatchObject({ for: 'driver', person: 'pLEADER' });
    expect(test.refusal(clock, pause(test.idea.answerBy, 'pLEADER'), on(test.idea.answerBy ?? ''))).toEqual({
      code: 'notNow',
    });
  });

  const waitsForNextTry = [submitted, [leader, close({ reason: 'Inte i år.' }, undefined, '2027-03-01')]] as const;
  const away = { awayUntil: '2027-03-20' };

  it.each([
    ['passed on', [leader, make('passOn', { department: 'SBK', tier: 'leader', ...away })], [submitted]],
    ['opened again', [leader, make('reopen', { tier: 'leader', ...away })], [submitted, [leader, close()]]],
    [
      'brought back by its day',
      [clock, make('comeBack', { tier: 'leader', ...away }), on('2027-03-01')],
      waitsForNextTry,
    ],
  ] as const)('is made for their first days at work where an idea is %s while they are away', (_, step, before) => {
    const { idea } = given(...before, step);
    expect(idea.paused?.until).toBe('2027-03-20');
    expect(idea.answerBy).toBe('2027-04-03');
  });

  it('is kept after a rest where it can be, and else made for their first days at work', () => {
    const resting = given(submitted, [leader, postpone()]);
    const { answerBy } = resting.idea;
    const kept = resting.when(clock, make('endRest', { awayUntil: '2027-02-02' }), on('2027-02-01')).idea;
    expect([kept.answerBy, kept.paused]).toEqual([answerBy, undefined]);
    const { idea } = resting.when(clock, make('endRest', away), on('2027-02-01'));
    expect(idea).toMatchObject({ answerBy: '2027-04-03', promised: '2027-04-03', paused: { until: '2027-03-20' } });
    expect(resting.when(clock, endRest, on('2027-02-01')).idea.answerBy).toBe(answerBy);
  });
});
