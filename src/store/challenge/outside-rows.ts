import type { TransactionAction } from '@azure/data-tables';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import type { OutsideAnswer } from '../../domain/challenge/outside.js';
import type { PersonRef } from '../../domain/person/person.js';
import { padded, prefixRange, textKey } from '../keys.js';
import { ifReadable, readable } from '../row-kinds.js';
import type { RowVersions } from '../row-versions.js';
import type { StoredRow } from '../rows.js';
import { type AnswerColumns, challengeEventKind, challengeTextKind, eventInRow } from './challenge-kinds.js';

/** An answer with the version of its row, which a correction of it must name. */
export interface StoredAnswer extends OutsideAnswer {
  etag: string;
}

/** That an event took down an answer from outside: a row beside those of the same challenge, without its words. */
export const outsideKey = (challenge: string, seq: number) => `outside|${challenge}|${padded(seq)}`;
export const outsideOf = (challenge: string) => prefixRange(`outside|${challenge}|`);

/** What these events write of answers from outside beside themselves. `answer`: the one that is corrected. */
export const outsideEntities = (
  partitionKey: string,
  id: string,
  events: readonly ChallengeEvent[],
  answer?: StoredAnswer,
): TransactionAction[] =>
  events.flatMap((event): TransactionAction[] => {
    const { words, ...body } = event;
    if (event.type === 'outsideAnswered') {
      const rowKey = outsideKey(id, event.seq);
      return [['create', { partitionKey, rowKey, record: 'challenge', body: JSON.stringify(body) }]];
    }
    if (event.type !== 'outsideCorrected') return [];
    if (answer?.seq !== event.data.answer) throw new Error(`Answer ${event.data.answer} of ${id} has not been read`);
    const { seq, etag } = answer;
    const row: Partial<AnswerColumns> = {
      ...{ corrected: event.seq, correctedOn: event.day },
      ...(event.data.buys && { buys: true }),
    };
    // What had been written is gone; the answer's own row guards it.
    const text = { partitionKey, rowKey: textKey(id, seq), words: JSON.stringify(words) };
    return [
      ['update', { partitionKey, rowKey: outsideKey(id, seq), ...row }, 'Merge', { etag }],
      ['update', text, 'Merge', { etag: '*' }],
    ];
  });

/** An answer as whoever stands under these references sees it, by its row and that of its words; undefined of what only a newer version knows. */
export function answerIn(
  versions: RowVersions,
  row: StoredRow<object>,
  text: StoredRow<object> | undefined,
  refs: readonly PersonRef[],
): StoredAnswer | undefined {
  const event = eventInRow(versions, row);
  const [columns] = event ? readable(versions, challengeEventKind, [row]) : [];
  if (!event || !columns) return undefined;
  const { corrected, correctedOn, buys } = columns;
  return {
    ...{ seq: event.seq, day: event.day, etag: row.etag },
    buys: buys === true || ('buys' in event.data && event.data.buys === true),
    words: ifReadable(versions, challengeTextKind, text)?.words ?? {},
    ...(corrected !== undefined && correctedOn !== undefined && { corrected: { seq: corrected, day: correctedOn } }),
    ...(refs.includes(event.by) && { mine: true }),
  };
}
