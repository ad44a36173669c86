import type { TransactionAction } from '@azure/data-tables';
import type { PersonRef } from '../../domain/person/person.js';
import type { EventName } from '../../domain/record.js';
import { type Day, instantOf } from '../../domain/time.js';
import * as keys from '../keys.js';
import { readable, withKept } from '../row-kinds.js';
import { isStatus, readRow, readRows, type StoredRow } from '../rows.js';
import type { Storage } from '../storage.js';
import { openDayItems } from './day-items.js';
import { openDeliveryKind } from './delivery-kinds.js';
import {
  type Delivery,
  type DeliveryState,
  deliveryRows,
  isOpen,
  type OpenDelivery,
  type ReadDelivery,
  states,
} from './delivery-rows.js';
import type { DeliveryName } from './wake-ups.js';
import { announcedKey, openWeekPlaces } from './week-places.js';

export {
  type Delivery,
  type DeliveryState,
  isOpen,
  type OpenDelivery,
  owed,
  type Progress,
  type ReadDelivery,
  states,
} from './delivery-rows.js';
export type { NoteName, Subject } from './subject.js';

export type DeliveryStore = ReturnType<typeof openDeliveries>;

/** A delivery is one row or, while it is open, two: what a transaction of 100 takes. */
const PER_TRANSACTION = 50;
/** So many partitions are written to at the same time. */
const AT_ONCE = 8;
/** So often all that is read is taken away, until nothing is left. */
const MOST_REMOVALS = 20;

/**
 * What people are owed and what became of it: one row per person and run. While it is open, a second row in the same
 * partition says when it is due, in the same transaction, so that a sweep finds it without reading what is finished.
 * `newMark` names each write, so that a write whose answer was lost is known again as one's own.
 */
export function openDeliveries(
  storage: Pick<Storage, 'deliveries' | 'versions'>,
  municipality: string,
  newMark: () => string,
  /** Fixed for a deployment: with another number, nobody finds what was written before. */
  partitionCount = 256,
) {
  const { deliveries: table, versions } = storage;
  const rows = deliveryRows(municipality, newMark, partitionCount, versions);
  const { partitions, partitionOf, creation, fromRow } = rows;
  const day = openDayItems(table, versions, rows, newMark);
  const atOnce = openWeekPlaces(table, versions, partitionOf, keys.atOnceKey);
  const announced = openWeekPlaces(table, versions, partitionOf, announcedKey);
  /** Those that can be read. */
  const readAll = async (filter: string, limit?: number): Promise<ReadDelivery[]> => {
    const found = await readRows<object>(table, filter, limit ? { limit } : {});
    return found.flatMap((row) => fromRow(row) ?? []);
  };

  async function addOne(delivery: Delivery): Promise<void> {
    try {
      await table.submitTransaction(creation(delivery));
    } catch (error) {
      if (!isStatus(error, 409)) throw error;
    }
  }

  /** What of one partition is not there yet. */
  async function addPart(part: readonly Delivery[]): Promise<void> {
    for (let from = 0; from < part.length; from += PER_TRANSACTION) {
      const some = part.slice(from, from + PER_TRANSACTION);
      try {
        await table.submitTransaction(some.flatMap(creation));
      } catch (error) {
        // Some are there already, and a transaction does all or nothing.
        if (!isStatus(error, 409)) throw error;
        for (const delivery of some) await addOne(delivery);
      }
    }
  }

  const read = (name: DeliveryName): Promise<StoredRow<{ mark?: string }> | undefined> =>
    readRow(table, partitionOf(name), keys.deliveryKey(name.person, name.run));

  /** `after`: those after the one of a run, in the order of their names. */
  async function allOf(person: PersonRef, after = '', limit?: number): Promise<ReadDelivery[]> {
    const range = keys.inRange(partitionOf({ person }), keys.deliveriesAfter(person, after));
    return readAll(range, limit);
  }

  /** What is removed, in whatever version it was written. */
  type Removed = StoredRow<{ person?: unknown; run?: unknown; due?: unknown; state?: unknown }>;

  /** True when these are gone with their open rows, whatever version they had; false when one was not as it was read. */
  async function removed(some: readonly Removed[], how: { open: boolean } = { open: true }): Promise<boolean> {
    const rows = some.flatMap(({ partitionKey, rowKey, state, due }) => {
      const [person = '', run = ''] = rowKey.split('|');
      const ended = states.some((one) => one === state && !isOpen({ state: one }));
      const open = how.open && !ended && typeof due === 'string';
      return [
        { partitionKey, rowKey },
        ...(open ? [{ partitionKey, rowKey: keys.openDeliveryKey(due, person, run) }] : []),
      ];
    });
    try {
      await table.submitTransaction(rows.map((row): TransactionAction => ['delete', row]));
      return true;
    } catch (error) {
      if (!isStatus(error, 404, 412)) throw error;
      return false;
    }
  }

  /**
   * Makes one version of a delivery into the next; its open row moves or goes with it. Undefined when somebody else has
   * changed it, or what is to change with it, first. One round trip, a second one where storage says that the version is spent.
   */
  async function change(
    before: ReadDelivery,
    after: Delivery,
    also: readonly TransactionAction[] = [],
  ): Promise<ReadDelivery | undefined> {
    const mark = newMark();
    const { kept } = before;
    const changes = [...rows.changing(before, after, mark), ...also];
    try {
      if (changes.length === 1) {
        const row = withKept(rows.rowOf(after, mark), kept);
        const { etag } = await table.updateEntity(row, 'Replace', { etag: before.etag });
        if (etag) return { ...after, ...(kept && { kept }), etag };
      } else {
        const { subResponses } = await table.submitTransaction(changes);
        // The SDK cuts it out of the answer with the end of its line.
        const etag = subResponses[0]?.etag?.trim();
        if (etag) return { ...after, ...(kept && { kept }), etag };
      }
    } catch (error) {
      if (!isStatus(error, 404, 409, 412)) throw error;
    }
    const now = await read(after);
    return now?.mark === mark ? fromRow(now) : undefined;
  }

  return {
    /**
     * Adds what is not there yet; what is there stays as it is. A transaction for each partition's part of the list, a few
     * at a time; broken off between them when it is to stop.
     */
    async add(list: readonly Delivery[], stopping?: AbortSignal): Promise<void> {
      const byPartition = new Map<string, Delivery[]>();
      for (const delivery of list) {
        const part = byPartition.get(partitionOf(delivery));
        if (part) part.push(delivery);
        else byPartition.set(partitionOf(delivery), [delivery]);
      }
      const parts = [...byPartition.values()];
      for (let from = 0; from < parts.length && !stopping?.aborted; from += AT_ONCE) {
        await Promise.all(parts.slice(from, from + AT_ONCE).map(addPart));
      }
    },

    /** Undefined where there is none. One round trip. */
    async get(name: DeliveryName): Promise<ReadDelivery | undefined> {
      return fromRow(await read(name));
    },

    /** Makes one version of a delivery into the next. Undefined when somebody else has changed it first. */
    change: (before: ReadDelivery, after: Delivery) => change(before, after),

    /**
     * The same of a day card that is about to be posted on this day, in one transaction with the note that it has the day:
     * however many instances hold cards of one person, one of these is posted. `taken`: another one has the day.
     */
    async claimDay(before: ReadDelivery, after: Delivery, on: Day): Promise<ReadDelivery | 'taken' | undefined> {
      for (;;) {
        const posting = await day.posting(after, on);
        if (!posting) return 'taken';
        const claimed = await change(before, after, [posting]);
        if (claimed) return claimed;
        // The card is as it was, so another one of the person's came first.
        if ((await read(before))?.etag !== before.etag) return undefined;
      }
    },

    /** What the same person is still owed of a record's events before `seq`. One round trip. */
    async openNews(person: PersonRef, { id, seq }: Pick<EventName, 'id' | 'seq'>): Promise<ReadDelivery[]> {
      const [from, to] = [0, seq].map((one) => keys.deliveryKey(person, keys.eventRun(id, one)));
      const range = keys.inRange(partitionOf({ person }), { from: from ?? '', to: to ?? '' });
      const isOpenNow = `(${inState('owed')} or ${inState('sending')})`;
      return readAll(`${range} and ${isOpenNow}`);
    },

    /** Everything of one person's in a state. One round trip. */
    async ofPerson(person: PersonRef, state: DeliveryState): Promise<ReadDelivery[]> {
      const range = keys.inRange(partitionOf({ person }), keys.prefixRange(keys.personsDeliveries(person)));
      return readAll(`${range} and ${inState(state)}`);
    },

    /** Everything of one person's, whatever became of it. A round trip for each thousand. */
    allOf,

    /**
     * Takes everything of one person's away, open rows too. What is in a sender's hands just now is gone when they come
     * back to it. Throws where others write faster than this takes away.
     */
    async removeAllOf(person: PersonRef): Promise<void> {
      await Promise.all([day, atOnce, announced].map((one) => one.removeAllOf(person)));
      const range = keys.inRange(partitionOf({ person }), keys.prefixRange(keys.personsDeliveries(person)));
      for (let tries = 0; tries < MOST_REMOVALS; tries++) {
        const rows = await readRows<object>(table, range);
        if (rows.length === 0) return;
        for (let from = 0; from < rows.length; from += PER_TRANSACTION) {
          const some = rows.slice(from, from + PER_TRANSACTION);
          // One that has moved on makes the transaction fail as a whole: then each for itself, and the rest is read again.
          const together = await removed(some);
          for (const row of together ? [] : some) (await removed([row])) || (await removed([row], { open: false }));
        }
      }
      throw new Error(`Deliveries of ${person} do not come to an end`);
    },

    /** What is gathered for the person's day card. */
    day,

    /** What comes to people at once, of which a week has so many places. */
    atOnce,
    /** What day cards announce, the same. */
    announced,

    /** All partitions, for those who look through them one by one. */
    partitions: partitions as readonly string[],

    /** What is open in a partition, with the instant when it is (or was) due, the longest due first. One round trip. */
    async open(partition: string): Promise<OpenDelivery[]> {
      const range = keys.inRange(partition, keys.prefixRange(keys.prefixes.openDeliveries));
      const found = await readRows<object>(table, range, { select: ['PartitionKey', 'RowKey', 'rank', 'v'] });
      return readable(versions, openDeliveryKind, found).map(({ rowKey, rank }) => {
        const [, due = '', person = '', run = ''] = rowKey.split('|');
        return { person, run, due: instantOf(Number(due)), ...(rank && { rank }) };
      });
    },

    /** Everything in one partition, or what of it is in a state: for operators, who look through them all. */
    async all(partition: string, state?: DeliveryState): Promise<ReadDelivery[]> {
      const rows = state ? inState(state) : "state ge ''";
      return readAll(`${keys.inPartition(partition)} and ${rows}`);
    },
  };
}

const inState = (state: DeliveryState): string => `state eq '${state}'`;
