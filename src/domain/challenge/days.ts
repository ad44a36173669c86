import { type Calendar, openDay } from '../organisation/calendar/calendar.js';
import { addDays, type Day, daysBetween, isDay, laterOf } from '../time.js';
import type { Challenge } from './challenge.js';
import type { ChallengeEventType } from './events.js';
import type { ChallengeRefusal } from './refusal.js';

/** So long answers can come: shorter, and a workplace has no meeting in which to talk about it; longer, and nobody begins. */
export const FEWEST_ANSWER_DAYS = 14;
export const MOST_ANSWER_DAYS = 56;
/** So long after the last answer it is told how it turned out. */
export const FEWEST_RESULT_DAYS = 7;
export const MOST_RESULT_DAYS = 182;

/** Somebody who is asked to own it is reminded after so many days. */
const REMINDED_DAYS = 5;
/** Without an owner it ends after so many, however many have been asked. */
const LAPSE_DAYS = 28;
/** A result is so late when others hear of it, and when nobody is asked for it any more. */
const LATE_DAYS = 7;
const UNTOLD_DAYS = 90;

type Days = Pick<Challenge, 'answerBy' | 'resultBy'>;

/** Why days that somebody has chosen cannot be; undefined of those that can. */
export function daysRefused({ answerBy, resultBy }: Days, today: Day): ChallengeRefusal | undefined {
  return (
    outside('answerBy', answerBy, addDays(today, FEWEST_ANSWER_DAYS), addDays(today, MOST_ANSWER_DAYS)) ??
    outside('resultBy', resultBy, addDays(answerBy, FEWEST_RESULT_DAYS), addDays(answerBy, MOST_RESULT_DAYS))
  );
}

function outside(field: keyof Days, day: Day, first: Day, last: Day): ChallengeRefusal | undefined {
  if (!isDay(day)) return { code: 'badDate', field };
  if (day < first) return { code: 'dateNotAhead', field };
  return day > last ? { code: 'dateFarOff', field } : undefined;
}

/** Its days when it opens: where its owner has said yes so late that nobody had time to answer, both move as much. */
export function daysFrom({ answerBy, resultBy }: Days, today: Day): Days {
  const moved = laterOf(answerBy, addDays(today, FEWEST_ANSWER_DAYS));
  return { answerBy: moved, resultBy: addDays(resultBy, daysBetween(answerBy, moved)) };
}

/** What time brings next, and on which day. */
export interface ChallengeDue {
  type: Extract<
    ChallengeEventType,
    'ownerReminded' | 'challengeLapsed' | 'answersClosed' | 'resultReminded' | 'resultLate' | 'leftUntold'
  >;
  on: Day;
}

/**
 * What comes of itself when nobody does anything; undefined of a challenge that has ended. So every one ends. Who is asked for something is
 * asked on a day on which people are at work.
 */
export function nextDue(challenge: Challenge, calendar: Calendar): ChallengeDue | undefined {
  const { stage, owner, proposedOn, ownerAskedOn, answerBy, resultBy, reminded, escalated } = challenge;
  const asks = (day: Day): Day => openDay(day, calendar);
  switch (stage) {
    case 'proposed': {
      const lapses = { type: 'challengeLapsed', on: addDays(proposedOn, LAPSE_DAYS) } as const;
      if (!owner || reminded) return lapses;
      const reminds = { type: 'ownerReminded', on: asks(addDays(ownerAskedOn, REMINDED_DAYS)) } as const;
      return reminds.on < lapses.on ? reminds : lapses;
    }
    case 'open':
      return { type: 'answersClosed', on: addDays(answerBy, 1) };
    case 'answered':
      // A result that is late has no reminder any more: whoever was to tell it is told with the others.
      if (escalated) return { type: 'leftUntold', on: addDays(resultBy, UNTOLD_DAYS) };
      if (reminded) return { type: 'resultLate', on: asks(addDays(resultBy, LATE_DAYS)) };
      return { type: 'resultReminded', on: asks(resultBy) };
    case 'told':
    case 'untold':
    case 'withdrawn':
    case 'lapsed':
      return undefined;
  }
}
