import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { PersonRef } from '../../domain/person/person.js';
import { addDays, type Day, type Instant } from '../../domain/time.js';
import * as keys from '../keys.js';
import { firstReadable, surelyReadable, withKept } from '../row-kinds.js';
import type { RowVersions } from '../row-versions.js';
import { readRow, readRows, type StoredRow, unlessChanged, unlessGone } from '../rows.js';
import { dayItemKind, postedKind } from './delivery-kinds.js';
import type { Delivery, DeliveryRows, ReadDelivery } from './delivery-rows.js';
import type { Subject } from './subject.js';
import type { DeliveryName } from './wake-ups.js';

/** Something that somebody's day card tells: a delivery that needs no message of its own. */
export interface DayItem {
  person: PersonRef;
  run: string;
  subject: Extract<Subject, { kind: 'notice' | 'reactions' | 'note' }>;
  /** When it was gathered. */
  at: Instant;
  /** On which day a card was posted that tells it; absent: it is still to be told. */
  told?: Day;
}

export type ReadDayItem = DayItem & { etag: string; rowKey: string };

/** What becomes of a person's card: it is owed for the first time, or goes on from how it was read. */
export interface CardChange {
  before?: ReadDelivery | undefined;
  after: Delivery;
}

/** What becomes of items when a card is settled: what it has told on a day, what has ended, and the card that tells the rest. */
export interface ItemsTold {
  on: Day;
  fresh: readonly ReadDayItem[];
  /** No more than a card tells of each, so that one transaction has room for them. */
  over: readonly ReadDayItem[];
  /** What has ended as well: it goes after the card is settled, however much it is. */
  past?: readonly ReadDayItem[];
  next?: CardChange | undefined;
  /** What the card tells from elsewhere, as its row keeps it. */
  elsewhere?: string | undefined;
  /** And what may fit the reader's department. */
  fits?: string | undefined;
}

/** As many as one card tells, so that one transaction has room for them all. */
export const MOST_ITEMS = 40;
/** As many of the oldest as are read: what ends is taken away by each card, so there are no more but in a storm. */
const MOST_READ = 2000;
/** As many as one transaction takes. */
const MOST_ACTIONS = 100;
/** As many as can go into one other. */
export const MOST_MERGED = MOST_ACTIONS - 1;

/**
 * What is gathered for people's day cards, beside their deliveries and in the same partition: so that a card is owed in the
 * transaction in which something is gathered for it, and nothing waits for a card that nobody owes.
 */
export function openDayItems(table: TableClient, versions: RowVersions, rows: DeliveryRows, newMark: () => string) {
  const { partitionOf, fromRow } = rows;

  const itemsOf = (person: PersonRef) => keys.inRange(partitionOf({ person }), keys.prefixRange(keys.dayItems(person)));

  const cardActions = ({ before, after }: CardChange): TransactionAction[] =>
    before ? rows.changing(before, after, newMark()) : rows.creation(after);

  const key = ({ person, rowKey }: ReadDayItem) => ({ partitionKey: partitionOf({ person }), rowKey });
  const deletion = (item: ReadDayItem): TransactionAction => ['delete', key(item)];

  /** False when one of them is not as it was read any more. */
  const submit = (actions: TransactionAction[]): Promise<boolean> => unlessChanged(table.submitTransaction(actions));

  return {
    /**
     * Gathers what a delivery would have told: it is settled as `after`, the item stands, and these cards are owed, all or
     * nothing. False when one of them has changed since it was read.
     */
    gather(before: ReadDelivery, after: Delivery, item: DayItem, cards: readonly CardChange[]): Promise<boolean> {
      const { subject, ...columns } = item;
      const rowKey = keys.dayItemKey(item.person, item.at, item.run);
      return submit([
        ...rows.changing(before, after, newMark()),
        ['upsert', { partitionKey: partitionOf(item), rowKey, ...columns, ...subjectColumns(subject) }, 'Replace'],
        ...cards.flatMap(cardActions),
      ]);
    },

    /** What is gathered for somebody, the oldest first. One round trip up to 1,000, one more for the next, and no further. */
    async of(person: PersonRef): Promise<ReadDayItem[]> {
      const found = await firstReadable(versions, dayItemKind, table, itemsOf(person), MOST_READ);
      return found.map(itemFrom);
    },

    /**
     * Lets one item tell what others of the same person tell, `MOST_MERGED` at most, in their place: all or nothing. It is the
     * oldest of them, whose version guards them all, for a card that tells one of the others tells it too. False when it has changed.
     */
    merge(into: ReadDayItem, others: readonly ReadDayItem[]): Promise<boolean> {
      const { etag, rowKey, at, subject } = into;
      return submit([
        ['update', { partitionKey: partitionOf(into), rowKey, at, ...subjectColumns(subject) }, 'Merge', { etag }],
        ...others.map(deletion),
      ]);
    },

    /** Takes away what has ended, of one person. Where somebody else has taken one of them, the next card takes the others. */
    async clear(past: readonly ReadDayItem[]): Promise<void> {
      for (let from = 0; from < past.length; from += MOST_ACTIONS) {
        if (!(await submit(past.slice(from, from + MOST_ACTIONS).map(deletion)))) return;
      }
    },

    /** The person's cards that were or are to come on these days. One round trip. */
    async cards(person: PersonRef, from: Day, to: Day): Promise<ReadDelivery[]> {
      const range = {
        from: keys.deliveryKey(person, keys.dailyRun(from)),
        to: keys.deliveryKey(person, keys.dailyRun(addDays(to, 1))),
      };
      const found = await readRows<object>(table, keys.inRange(partitionOf({ person }), range));
      return found.flatMap((row) => fromRow(row) ?? []);
    },

    /**
     * What notes that a card is posted on a day, for the transaction that claims it: there is one such row of each person, and
     * it passes from one card to the next by its version, so that of two cards only one has the day. Undefined where another
     * card has it already. One round trip.
     */
    async posting({ person, run }: DeliveryName, day: Day): Promise<TransactionAction | undefined> {
      const partitionKey = partitionOf({ person });
      const rowKey = keys.postedKey(person);
      const found = surelyReadable(versions, postedKind, await readRow<object>(table, partitionKey, rowKey));
      if (found?.day === day && found.run !== run) return undefined;
      const row = { partitionKey, rowKey, person, run, day };
      return found ? ['update', withKept(row, found.kept), 'Replace', { etag: found.etag }] : ['create', row];
    },

    /**
     * Settles a card together with what it has told, all or nothing. Undefined when somebody else has changed one of them
     * first. One round trip, a second one where storage says that something is spent.
     */
    async settle(
      before: ReadDelivery,
      after: Delivery,
      { on, fresh, over, next }: ItemsTold,
    ): Promise<ReadDelivery | undefined> {
      const mark = newMark();
      await submit([
        ...rows.changing(before, after, mark),
        ...fresh.map((item): TransactionAction => ['update', { ...key(item), told: on }, 'Merge', { etag: item.etag }]),
        // A transaction's delete names no version. The card's guards these: each was written once, and nothing is news in it any more.
        ...over.map(deletion),
        ...(next ? cardActions(next) : []),
      ]);
      const now = await readRow<{ mark?: string }>(
        table,
        partitionOf(after),
        keys.deliveryKey(after.person, after.run),
      );
      return now?.mark === mark ? fromRow(now) : undefined;
    },

    /** Nothing is gathered for the person any more, nor is it known when they had a card. */
    async removeAllOf(person: PersonRef): Promise<void> {
      const posted = await readRow<object>(table, partitionOf({ person }), keys.postedKey(person));
      for (const { rowKey, etag } of [
        ...(posted ? [posted] : []),
        ...(await readRows<object>(table, itemsOf(person))),
      ]) {
        await unlessGone(table.deleteEntity(partitionOf({ person }), rowKey, { etag }));
      }
    },
  };
}

function itemFrom(row: StoredRow<Omit<DayItem, 'subject'>>): ReadDayItem {
  const { person, run, at, told, etag, rowKey } = row;
  return {
    person,
    run,
    at,
    ...(told && { told }),
    subject: subjectColumns(row as unknown as DayItem['subject']),
    etag,
    rowKey,
  };
}

/** Without what a delivery or a row has beside it: an item is in no state, and no delivery. */
function subjectColumns(subject: DayItem['subject']): DayItem['subject'] {
  if (subject.kind === 'note') return { kind: subject.kind, note: subject.note, about: subject.about };
  if (subject.kind === 'reactions') {
    const { kind, record, id, reaction, from, as } = subject;
    return { kind, record, id, reaction, from, as };
  }
  const { kind, record, id, seq, as, together } = subject;
  return { kind, record, id, seq, as, ...(together && { together }) };
}
