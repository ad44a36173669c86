import type { Challenge } from '../../domain/challenge/challenge.js';
import { nextDue } from '../../domain/challenge/days.js';
import { stillOpen } from '../../domain/challenge/policy.js';
import type { ListedChallenge } from '../../domain/challenge/reading.js';
import type { Mornings } from '../idea/idea-rows.js';
import { longColumns } from '../long-columns.js';
import { dueRow, type RecordLists } from '../record/record-rows.js';
import { stateOf } from '../record/record-states.js';
import { askedNowKey, placeKey, resultKey } from './challenge-keys.js';

/**
 * Where a challenge stands in lists, what time brings it, and the place that it takes among those that are open. A pure function of the challenge.
 */
export function listsOf(challenge: Challenge, { timeZone, calendar }: Mornings): RecordLists {
  const { id, stage, words, changedAt, department, place } = challenge;
  const listed = { title: words.title ?? '', ...longColumns('state', JSON.stringify(stateOf(challenge))) };
  const due = nextDue(challenge, calendar);
  const isAsked = stage === 'proposed' || stage === 'open' || stage === 'answered';
  return {
    ...(isAsked && { [askedNowKey(id)]: listed }),
    ...(stage === 'told' && { [resultKey(changedAt, id)]: listed }),
    ...(stillOpen(challenge) && { [placeKey(department, place)]: {} }),
    ...dueRow('challenge', id, due?.on, timeZone),
  };
}

export const listedFrom = ({ title, state }: { title: string; state: object }): ListedChallenge =>
  ({ ...state, title }) as ListedChallenge;
