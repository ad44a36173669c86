import type { TransactionAction } from '@azure/data-tables';
import { begin, type News, nextRound } from '../../domain/news.js';
import type { RecordName } from '../../domain/record.js';
import { type Instant, instantOf, millisecondsOf } from '../../domain/time.js';
import * as keys from '../keys.js';
import { type KeptColumns, surelyReadable, withKept } from '../row-kinds.js';
import { readRow, unlessChanged } from '../rows.js';
import type { Storage } from '../storage.js';
import { newsKind } from './delivery-kinds.js';
import { type Outgoing, outboxKeyOf, owesEntity, readNews, writeNews } from './outbox-rows.js';

/** As read: the version is what the next change must name. */
export type StoredNews = News & { etag: string; kept?: KeptColumns };

/** What the clock finds when a round is due, among what time brings to records. */
export const NEWS_DUE = 'news';

/** So many events are taken in with one transaction: it has room for these, the news, two dates and a round. */
export const MOST_GATHERED = 96;

export type NewsStore = ReturnType<typeof openNews>;

/**
 * News of records that may wait, told together: a row each, beside the record and in the outbox's partition, so that an
 * event leaves the outbox and joins the news at once. It names the events that wait, so that each is told once whatever an
 * instance of an earlier version has told meanwhile, and whatever stands aside. It is written over and has no end of its own.
 */
export function openNews(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);

  /** False where somebody else came first. */
  const write = (actions: readonly TransactionAction[]): Promise<boolean> =>
    unlessChanged(table.submitTransaction([...actions]));

  const rowOf = ({ record, id }: RecordName, { toldAt, waiting }: News) => ({
    ...{ partitionKey, rowKey: keys.newsKey(id) },
    ...{ record, id, toldAt, waiting: writeNews(waiting) },
  });

  /** The news as they are now, and the date on which what waits is told: there is one exactly while something waits. */
  function changed(name: RecordName, before: StoredNews | undefined, after: News): TransactionAction[] {
    const row = rowOf(name, after);
    // What is due is found from the millisecond after the one that it names.
    const justBefore = (at: Instant): Instant => instantOf(millisecondsOf(at) - 1);
    const dueAt = (news: News | undefined) =>
      news && news.waiting.length > 0 ? keys.dueKey(justBefore(nextRound(news)), name.id, NEWS_DUE) : undefined;
    const [was, is] = [dueAt(before), dueAt(after)];
    const { record, id } = name;
    return [
      before ? ['update', withKept(row, before.kept), 'Replace', { etag: before.etag }] : ['create', row],
      ...(was && was !== is ? [['delete', { partitionKey, rowKey: was }] satisfies TransactionAction] : []),
      ...(is && was !== is ? [['create', { partitionKey, rowKey: is, record, id }] satisfies TransactionAction] : []),
    ];
  }

  return {
    /** Undefined where nothing has been told yet. One round trip. */
    async of(id: string): Promise<StoredNews | undefined> {
      const found = await readRow(table, partitionKey, keys.newsKey(id));
      // Written over, what it says would be lost.
      const row = surelyReadable(versions, newsKind, found);
      if (!row) return undefined;
      const { toldAt, waiting, etag, kept } = row;
      return { toldAt, waiting: readNews(waiting), etag, ...(kept && { kept }) };
    },

    /**
     * Takes events of one record, `MOST_GATHERED` at most, out of the outbox into its news; `first` stays there, as a round of
     * its own in a row of its own. All or nothing: false where somebody else has taken one of them, or changed the news. One round trip.
     */
    gather(before: StoredNews | undefined, after: News, events: readonly Outgoing[], first?: number): Promise<boolean> {
      const [name] = events;
      if (!name) return Promise.resolve(true);
      return write([
        ...changed(name, before, after),
        ...events.map((event): TransactionAction => ['delete', { partitionKey, rowKey: outboxKeyOf(event) }]),
        ...events
          .filter(({ seq }) => seq === first)
          .map(({ etag: _, gathers: __, ranked, ...owing }) => {
            // A delete names no version: under its old key whoever read it before would take the round for the event, and away.
            const rank = {
              rank: ranked?.rank ?? 'news',
              at: instantOf(millisecondsOf(ranked?.at ?? after.toldAt) + 1),
            };
            return owesEntity(partitionKey, { ...owing, ranked: rank, round: [{ seq: owing.seq }] });
          }),
      ]);
    },

    /** Makes what waits a round in the outbox; what is too much for one waits on. False where somebody else has, or more has come. One round trip. */
    begin(name: RecordName, before: StoredNews, now: Instant): Promise<boolean> {
      const { round, after } = begin(before, now);
      const seq = Math.max(...round.map((one) => one.seq));
      return write([
        ...changed(name, before, after),
        owesEntity(partitionKey, { ...name, seq, round, ranked: { rank: 'news', at: now } }),
      ]);
    },
  };
}
