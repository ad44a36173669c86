import type { TransactionAction } from '@azure/data-tables';
import type { Challenge } from '../../domain/challenge/challenge.js';
import { nextDue } from '../../domain/challenge/days.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import { stillOpen } from '../../domain/challenge/policy.js';
import type { ListedChallenge } from '../../domain/challenge/reading.js';
import { instantAt } from '../../domain/time.js';
import type { Mornings } from '../idea/idea-rows.js';
import * as keys from '../keys.js';
import { longColumns } from '../long-columns.js';
import { askedNowKey, placeKey, resultKey } from './challenge-keys.js';

/** Hour of the day at which what a date brings is done: people are at work. */
const MORNING_HOUR = 8;
/** What time brings a challenge next: one thing at a time. */
export const NEXT = 'next';

/** The rows that change with a challenge, by their keys. */
export type ChallengeLists = Readonly<Record<string, object>>;

/** A challenge without its words, as lists and its own row hold it. */
export const stateOf = ({ words: _, ...state }: Challenge): Omit<Challenge, 'words'> => state;

/**
 * Where a challenge stands in lists, what time brings it, and the place that it takes among those that are open. A pure function of the challenge.
 */
export function listsOf(challenge: Challenge, { timeZone, calendar }: Mornings): ChallengeLists {
  const { id, stage, words, changedAt, department, place } = challenge;
  const listed = { title: words.title ?? '', ...longColumns('state', JSON.stringify(stateOf(challenge))) };
  const due = nextDue(challenge, calendar);
  const isAsked = stage === 'proposed' || stage === 'open' || stage === 'answered';
  return {
    ...(isAsked && { [askedNowKey(id)]: listed }),
    ...(stage === 'told' && { [resultKey(changedAt, id)]: listed }),
    ...(stillOpen(challenge) && { [placeKey(department, place)]: {} }),
    ...(due && { [keys.dueKey(instantAt(due.on, MORNING_HOUR, timeZone), id, NEXT)]: { record: 'challenge', id } }),
  };
}

/** What makes one version's rows into the next one's: the challenge's own row, whose etag guards it, names those that there were. */
export function movesOf(partitionKey: string, before: readonly string[], after: ChallengeLists): TransactionAction[] {
  const gone = before.filter((rowKey) => !(rowKey in after));
  return [
    ...gone.map((rowKey): TransactionAction => ['delete', { partitionKey, rowKey }]),
    ...Object.entries(after).map(([rowKey, columns]): TransactionAction => {
      const entity = { partitionKey, rowKey, ...columns };
      return before.includes(rowKey) ? ['update', entity, 'Replace', { etag: '*' }] : ['create', entity];
    }),
  ];
}

/** An event as it is stored: its words stand apart, so that they can be erased. */
export function eventEntities(
  partitionKey: string,
  id: string,
  { words, ...body }: ChallengeEvent,
): TransactionAction[] {
  const { seq, at } = body;
  // Says of which kind it is: whoever has typed an id is answered from what an idea of that id would have.
  const row = { body: JSON.stringify(body), record: 'challenge' };
  const create = (rowKey: string, columns: object): TransactionAction => [
    'create',
    { partitionKey, rowKey, ...columns },
  ];
  return [
    create(keys.eventKey(id, seq), row),
    create(keys.logKey(at, id, seq), row),
    ...(Object.keys(words).length > 0 ? [create(keys.textKey(id, seq), { words: JSON.stringify(words) })] : []),
  ];
}

export const listedFrom = ({ title, state }: { title: string; state: object }): ListedChallenge =>
  ({ ...state, title }) as ListedChallenge;
