import type { TransactionAction } from '@azure/data-tables';
import type { NewsEvent } from '../../domain/news.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Rank } from '../../domain/rank.js';
import type { EventName, RecordKind } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import * as keys from '../keys.js';
import { type KeptColumns, type ReadableRow, withKept } from '../row-kinds.js';

/** What an event owes, or several that are told together. */
export interface Owing extends EventName {
  /** Absent in rows of version 1, which knew no ranks. */
  ranked?: { rank: Rank; at: Instant };
  /** The activity in which the actor already sees the outcome. */
  shownIn?: string;
  /** It may wait for others of the record. */
  gathers?: true;
  /** The queues that it has left: what its readers have in their day card is drawn anew. */
  left?: readonly keys.QueueName[];
  /** Those who wait for it have been told, and those whom it is only news for are left. */
  rest?: true;
  /** It tells of these events of the record together, and is named after the last one. */
  round?: readonly NewsEvent[];
  /** It owes nobody a message: the cards that show the record are drawn anew, so many at a time, up to its event `seq`. */
  redraws?: true;
  /** Whose card was the last that has been looked at; absent: none has. */
  after?: PersonRef;
}

/** One of them, as it stands in the outbox. */
export interface Outgoing extends Owing {
  /** How often it could not be made into messages, and why the last time. */
  faults: number;
  reason?: string;
  etag: string;
  /** What is written back as it was. */
  kept?: KeptColumns;
}

/**
 * As it is stored. Version 1 had `record` and no rank, and passes over rows whose record it does not know: so it leaves those
 * with a rank, which have `of` instead, to the instances that know what a rank and a round are. In the same way those that know
 * of no `redraws` pass over these.
 */
export interface OutboxRow {
  record?: RecordKind;
  of?: RecordKind;
  redraws?: RecordKind;
  id: string;
  seq: number;
  rank?: Rank;
  /** When it came to be owed: within its rank, what came first goes first. */
  at?: Instant;
  shownIn?: string;
  gathers?: boolean;
  /** With blanks between. */
  left?: string;
  rest?: boolean;
  /** As `writeNews` writes it. */
  round?: string;
  after?: PersonRef;
  faults?: number;
  reason?: string;
}

export function fromOutboxRow(row: ReadableRow<OutboxRow>): Outgoing {
  const { etag, kept, record, of, id, seq, rank, at, shownIn, gathers, left, rest, round, faults = 0, reason } = row;
  const { redraws, after } = row;
  return {
    ...{ record: (of ?? redraws ?? record) as RecordKind, id, seq, etag, faults },
    ...(rank && at && { ranked: { rank, at } }),
    ...(shownIn && { shownIn }),
    ...(gathers && { gathers: true }),
    ...(left && { left: left.split(' ') }),
    ...(rest && { rest: true }),
    ...(kept && { kept }),
    ...(round && { round: readNews(round) }),
    ...(redraws && { redraws: true }),
    ...(after && { after }),
    ...(reason && { reason }),
  };
}

export const toOutboxRow = (owing: Owing & Partial<Pick<Outgoing, 'faults' | 'reason' | 'kept'>>): OutboxRow => {
  const { kept, record, id, seq, ranked, shownIn, gathers, left, rest, round, redraws, after, faults, reason } = owing;
  const named = ranked ? { of: record, ...ranked } : { record };
  const row = {
    ...(redraws ? { redraws: record } : named),
    ...{ id, seq },
    ...(shownIn && { shownIn }),
    ...(gathers && { gathers }),
    ...(left && { left: left.join(' ') }),
    ...(rest && { rest }),
    ...(round && { round: writeNews(round) }),
    ...(after && { after }),
    ...(faults !== undefined && { faults }),
    ...(reason && { reason }),
  };
  return withKept(row, kept);
};

/** Where it stands in the outbox. */
export function outboxKeyOf({ redraws, ranked, id, seq }: Pick<Owing, 'redraws' | 'ranked' | 'id' | 'seq'>): string {
  if (redraws) return keys.redrawKey(id);
  return ranked ? keys.owesKey(ranked.rank, ranked.at, id, seq) : keys.outboxKey(id, seq);
}

/** The row of what is owed, in the transaction that makes it so. */
export const owesEntity = (partitionKey: string, owing: Owing): TransactionAction => [
  'create',
  { partitionKey, rowKey: outboxKeyOf(owing), ...toOutboxRow(owing) },
];

/** Events that are told together, in one column: `5 6 7.pREF`, the last of which somebody has been told of already. */
export const writeNews = (events: readonly NewsEvent[]): string =>
  events.map(({ seq, told }) => (told ? `${seq}.${told}` : String(seq))).join(' ');
export const readNews = (text: string): NewsEvent[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const [seq, told] = word.split('.');
      return { seq: Number(seq), ...(told && { told }) };
    });
