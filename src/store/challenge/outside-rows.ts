import type { TransactionAction } from '@azure/data-tables';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import type { ChallengeWords } from '../../domain/challenge/words.js';
import type { Day } from '../../domain/time.js';
import { padded, prefixRange } from '../keys.js';

/** What an organisation outside has answered, and when that was taken down. */
export interface OutsideAnswer {
  seq: number;
  day: Day;
  buys: boolean;
  words: Pick<ChallengeWords, 'organisation' | 'proposal'>;
}

/** That an event took down an answer from outside: a row beside those of the same challenge, without its words. */
const outsideKey = (challenge: string, seq: number) => `outside|${challenge}|${padded(seq)}`;
export const outsideOf = (challenge: string) => prefixRange(`outside|${challenge}|`);

/** The rows of those among these events. What is read of one is its event. */
export const outsideEntities = (
  partitionKey: string,
  id: string,
  events: readonly ChallengeEvent[],
): TransactionAction[] =>
  events
    .filter(({ type }) => type === 'outsideAnswered')
    .map(({ words: _, ...body }) => [
      'create',
      { partitionKey, rowKey: outsideKey(id, body.seq), record: 'challenge', body: JSON.stringify(body) },
    ]);

/** As those who may read it see it. */
export const outsideAnswer = ({ seq, day, data, words }: ChallengeEvent): OutsideAnswer => ({
  ...{ seq, day, words },
  buys: 'buys' in data && data.buys === true,
});
