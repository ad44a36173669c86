import fc from 'fast-check';
import type { Challenge } from '../../../src/domain/challenge/challenge';
import { challengeStages } from '../../../src/domain/challenge/challenge';
import { daysRefused, nextDue } from '../../../src/domain/challenge/days';
import { decideChallenge } from '../../../src/domain/challenge/decide';
import { evolveChallenge } from '../../../src/domain/challenge/evolve';
import { alwaysOpen, createCalendar } from '../../../src/domain/organisation/calendar/calendar';
import * as story from '../../../testing/samples/challenge/challenge-story';
import {
  anybody,
  asked,
  challengeAfter,
  clock,
  decider,
  on,
  owner,
  passes,
  publisher,
} from '../../../testing/samples/challenge/challenge-story';

const calendar = createCalendar({ quietPeriods: [], closedDays: [] });
const next = (challenge: Challenge) => nextDue(challenge, alwaysOpen);

describe('the days of a challenge', () => {
  const refused = (answerBy: string, resultBy = '2027-02-01') => daysRefused({ answerBy, resultBy }, '2026-11-16');

  it('leave two weeks to answer, and no more than eight', () => {
    expect(['2026-11-30', '2027-01-11'].map((day) => refused(day))).toEqual([undefined, undefined]);
    expect(refused('2026-11-29')).toEqual({ code: 'dateNotAhead', field: 'answerBy' });
    expect(refused('2027-01-12')).toEqual({ code: 'dateFarOff', field: 'answerBy' });
    expect(refused('2026-13-01')).toEqual({ code: 'badDate', field: 'answerBy' });
  });

  it('have that of the result a week to half a year after the last answer', () => {
    expect(refused('2026-11-30', '2026-12-07')).toBeUndefined();
    expect(refused('2026-11-30', '2026-12-06')).toEqual({ code: 'dateNotAhead', field: 'resultBy' });
    expect(refused('2026-11-30', '2027-06-01')).toEqual({ code: 'dateFarOff', field: 'resultBy' });
    expect(refused('2026-11-30', 'snart')).toEqual({ code: 'badDate', field: 'resultBy' });
  });
});

describe('what time brings', () => {
  it('is a reminder to whoever is asked, and an end where nobody comes to own it', () => {
    expect(next(story.proposed())).toEqual({ type: 'ownerReminded', on: '2026-11-21' });
    const { challenge } = challengeAfter([publisher, story.propose()], [clock, passes, on('2026-11-21')]);
    expect(next(challenge)).toEqual({ type: 'challengeLapsed', on: '2026-12-14' });
    const declined = challengeAfter([publisher, story.propose()], [asked, story.declines]).challenge;
    expect(next(declined)).toEqual({ type: 'challengeLapsed', on: '2026-12-14' });
  });

  it('reminds another who is asked anew', () => {
    const { challenge } = challengeAfter(
      [publisher, story.propose()],
      [clock, passes, on('2026-11-21')],
      [publisher, story.names('pOTHER'), on('2026-11-24')],
    );
    expect(next(challenge)).toEqual({ type: 'ownerReminded', on: '2026-11-29' });
  });

  it('is the day after the last one for answers, and then what asks for the result', () => {
    expect(next(story.open())).toEqual({ type: 'answersClosed', on: '2026-12-15' });
    const dues = [story.answered()];
    const told = ['2027-01-25', '2027-02-01', '2027-04-25'].map((day) => {
      const [before] = dues;
      const due = before && next(before);
      const decided = before && decideChallenge(passes, before, clock, on(day));
      if (before && decided?.ok) dues.unshift(evolveChallenge(before, decided.value));
      return due;
    });
    expect(told).toEqual([
      { type: 'resultReminded', on: '2027-01-25' },
      { type: 'resultLate', on: '2027-02-01' },
      { type: 'leftUntold', on: '2027-04-25' },
    ]);
    expect(dues[0]?.stage).toBe('untold');
  });

  it('asks nobody on a day on which nobody is at work', () => {
    // The fifth day is a Saturday.
    expect(nextDue(story.proposed(), calendar)).toEqual({ type: 'ownerReminded', on: '2026-11-23' });
  });

  it('is nothing before its day', () => {
    expect(decideChallenge(passes, story.open(), clock, on('2026-12-14'))).toMatchObject({
      ...{ ok: false, refusal: { code: 'notNow' } },
    });
  });
});

const commands = [
  ...[story.propose(), story.accepts, story.declines, story.names('pOTHER'), story.names('pLEADER'), story.tells],
  ...[story.withdraws(), story.withdraws('Behovet är borta.'), story.hides, story.shows, passes],
  ...[story.takesPart, story.leavesPart, story.handsBack('pOWNER')],
];
const tried = fc.tuple(
  fc.constantFrom(publisher, decider, asked, owner, story.speaker, anybody, clock),
  fc.constantFrom(...commands),
  fc.integer({ min: 0, max: 400 }),
);

it('ends, whatever anybody does and leaves undone', () => {
  fc.assert(
    fc.property(fc.array(tried, { maxLength: 25 }), (attempts) => {
      let challenge = story.proposed();
      let day = 0;
      for (const [actor, command, later] of attempts) {
        day += later % 20;
        const now = new Date(Date.parse(story.publishedOn.now) + day * 86_400_000).toISOString();
        const decided = decideChallenge(command, challenge, actor, { ...story.publishedOn, now });
        if (!decided.ok) continue;
        const after = evolveChallenge(challenge, decided.value);
        expect(after.seq).toBe(challenge.seq + 1);
        expect(after.changedAt > challenge.changedAt).toBe(true);
        expect(challengeStages).toContain(after.stage);
        challenge = after;
      }
      for (let steps = 0; steps < 6; steps++) {
        const due = next(challenge);
        if (!due) break;
        const decided = decideChallenge(passes, challenge, clock, on(due.on));
        if (!decided.ok) throw new Error(`${due.type} does not happen on its day`);
        expect(decided.value.type).toBe(due.type);
        challenge = evolveChallenge(challenge, decided.value);
      }
      expect(next(challenge)).toBeUndefined();
      expect(['told', 'untold', 'withdrawn', 'lapsed']).toContain(challenge.stage);
    }),
  );
});
