import type { TransactionAction } from '@azure/data-tables';
import type { NewsEvent } from '../../domain/news.js';
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
 * with a rank, which have `of` instead, to the instances that know what a rank and a round are.
 */
export interface OutboxRow {
  record?: RecordKind;
  of?: RecordKind;
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
  faults?: number;
  reason?: string;
}

export function fromOutboxRow(row: ReadableRow<OutboxRow>): Outgoing {
  const { etag, kept, record, of, id, seq, rank, at, shownIn, gathers, left, rest, round, faults = 0, reason } = row;
  return {
    ...{ record: (of ?? record) as RecordKind, id, seq, etag, faults },
    ...(rank && at && { ranked: { rank, at } }),
    ...(shownIn && { shownIn }),
    ...(gathers && { gathers: true }),
    ...(left && { left: left.split(' ') }),
    ...(rest && { rest: true }),
    ...(kept && { kept }),
    ...(round && { round: readNews(round) }),
    ...(reason && { reason }),
  };
}

export const toOutboxRow = (owing: Owing & Partial<Pick<Outgoing, 'faults' | 'reason' | 'kept'>>): OutboxRow => {
  const { kept, record, id, seq, ranked, shownIn, gathers, left, rest, round, faults, reason } = owing;
  const row = {
    ...(ranked ? { of: record, ...ranked } : { record }),
    ...{ id, seq },
    ...(shownIn && { shownIn }),
    ...(gathers && { gathers }),
    ...(left && { left: left.join(' ') }),
    ...(rest && { rest }),
    ...(round && { round: writeNews(round) }),
    ...(faults !== undefined && { faults }),
    ...(reason && { reason }),
  };
  return withKept(row, kept);
};

/** Where it stands in the outbox. */
export const outboxKeyOf = ({ ranked, id, seq }: Pick<Owing, 'ranked' | 'id' | 'seq'>): string =>
  ranked ? keys.owesKey(ranked.rank, ranked.at, id, seq) : keys.outboxKey(id, seq);

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
