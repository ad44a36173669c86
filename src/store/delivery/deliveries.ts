import type { TransactionAction } from '@azure/data-tables';
import type { PersonRef } from '../../domain/person/person.js';
import type { CardName, EventName } from '../../domain/record.js';
import { type Instant, instantOf, type Week } from '../../domain/time.js';
import * as keys from '../keys.js';
import { isStatus, readRow, readRows, type StoredRow } from '../rows.js';
import type { Storage } from '../storage.js';
import type { DeliveryName } from './wake-ups.js';

/** What a message is about. The card itself is drawn when it is sent, from what is true then. */
export type Subject =
  /** Tells of an event, to somebody whom it concerns: `as` what, the kind of record says. */
  | ({ kind: 'notice'; as: string } & EventName)
  /** Draws a card anew where it stands, because of this event or an earlier one; `card`: another card than the record's own (shown.ts). */
  | ({ kind: 'update'; conversation: string; activity: string; card?: CardName } & EventName)
  /** The new ideas of a day in one card, for those who have chosen that. */
  | { kind: 'daily' }
  /** What somebody did is stored, and the answer that says so could not be shown: a record's event, or something else. */
  | ({ kind: 'receipt' } & Partial<EventName>)
  /** The first card of all, or that of a new post. */
  | { kind: 'welcome' }
  /** Somebody can be written to, for the first time or again: what waited for them is owed. No message of its own. */
  | { kind: 'arrival' }
  /** What somebody missed while they could not be written to, in one card: these records, their labels with blanks between. */
  | { kind: 'catchUp'; records: string }
  | { kind: 'digest'; week: Week }
  /** Tells somebody of a thing that is no record: a department of theirs, or an account. */
  | { kind: 'note'; note: NoteName; about: string };

/** What a note is of; `about`: a department's code, or a reference. */
export type NoteName = 'thinIdeas' | 'thinMoney' | 'movedOn' | 'account' | 'moved';

/**
 * owed: to be sent at `due`. sending: somebody has posted it, or was about to, until `deadline`. The others are the end:
 * `ambiguous` may have arrived, `unreachable` waits for the person to install the bot, `failed` could not be sent, and
 * `moot` had nothing left to say (an empty digest, a question that somebody else has answered).
 */
export const states = ['owed', 'sending', 'sent', 'ambiguous', 'unreachable', 'failed', 'moot'] as const;
export type DeliveryState = (typeof states)[number];

export interface Progress {
  state: DeliveryState;
  due: Instant;
  /** How often it has been posted or tried; of these so many faulty, refused, or without a known outcome. */
  tries: number;
  faults: number;
  refusals: number;
  unknown: number;
  /** The card was too large: the next try sends a short one. */
  short: boolean;
  /** When it was last sent, it asked its reader to act. Absent in rows of older versions. */
  asks?: boolean;
  /** It asks and may not have arrived, so that it is sent a second time. */
  onceMore?: boolean;
  /** Who is sending it, and until when they may. */
  owner?: string;
  deadline?: Instant;
  /** Why it is in this state, for operators. Never words of people. */
  reason?: string;
  /** When it came into this state. */
  at: Instant;
}

export type Delivery = DeliveryName & Subject & Progress;

/** A delivery as read: the version is what the next change must name. */
export type ReadDelivery = Delivery & { etag: string };

export const isOpen = ({ state }: Pick<Progress, 'state'>): boolean => state === 'owed' || state === 'sending';

/** Something new that a person is owed. */
export const owed = <S extends Subject>(
  name: DeliveryName,
  subject: S,
  due: Instant,
  now: Instant,
): DeliveryName & S & Progress => ({
  ...name,
  ...subject,
  state: 'owed',
  due,
  tries: 0,
  faults: 0,
  refusals: 0,
  unknown: 0,
  short: false,
  at: now,
});

export type DeliveryStore = ReturnType<typeof openDeliveries>;

/** A delivery is one row or, while it is open, two: what a transaction of 100 takes. */
const PER_TRANSACTION = 50;
/** So often all that is read is taken away, until nothing is left. */
const MOST_REMOVALS = 20;

/**
 * What people are owed and what became of it: one row per person and run. While it is open, a second row in the same
 * partition says when it is due, in the same transaction, so that a sweep finds it without reading what is finished.
 * `newMark` names each write, so that a write whose answer was lost is known again as one's own.
 */
export function openDeliveries(
  storage: Pick<Storage, 'deliveries'>,
  municipality: string,
  newMark: () => string,
  /** Fixed for a deployment: with another number, nobody finds what was written before. */
  partitionCount = 256,
) {
  const table = storage.deliveries;
  const partitions = keys.deliveryPartitions(municipality, partitionCount);
  const partitionOf = ({ person }: Pick<DeliveryName, 'person'>) =>
    partitions[keys.partitionOf(person, partitionCount)] ?? '';
  const rowOf = (delivery: Delivery, mark: string) => {
    // What was read carries its version with it, which is no column.
    const { etag: _, ...columns } = delivery as ReadDelivery;
    const key = { partitionKey: partitionOf(delivery), rowKey: keys.deliveryKey(delivery.person, delivery.run) };
    return { ...key, ...columns, mark };
  };
  const openRow = (delivery: Delivery) => ({
    partitionKey: partitionOf(delivery),
    rowKey: keys.openDeliveryKey(delivery.due, delivery.person, delivery.run),
  });
  const creation = (delivery: Delivery): TransactionAction[] => [
    ['create', rowOf(delivery, newMark())],
    ...(isOpen(delivery) ? [['create', openRow(delivery)] satisfies TransactionAction] : []),
  ];

  async function addOne(delivery: Delivery): Promise<void> {
    try {
      await table.submitTransaction(creation(delivery));
    } catch (error) {
      if (!isStatus(error, 409)) throw error;
    }
  }

  const read = (name: DeliveryName): Promise<StoredRow<Delivery & { mark: string }> | undefined> =>
    readRow(table, partitionOf(name), keys.deliveryKey(name.person, name.run));

  async function allOf(person: PersonRef): Promise<ReadDelivery[]> {
    const range = keys.inRange(partitionOf({ person }), keys.prefixRange(keys.personsDeliveries(person)));
    return (await readRows<Delivery>(table, range)).map(fromRow);
  }

  /** True when these are gone with their open rows, whatever version they had; false when one was not as it was read. */
  async function removed(some: readonly ReadDelivery[]): Promise<boolean> {
    const rows = some.flatMap((delivery) => [
      { partitionKey: partitionOf(delivery), rowKey: keys.deliveryKey(delivery.person, delivery.run) },
      ...(isOpen(delivery) ? [openRow(delivery)] : []),
    ]);
    try {
      await table.submitTransaction(rows.map((row): TransactionAction => ['delete', row]));
      return true;
    } catch (error) {
      if (!isStatus(error, 404, 412)) throw error;
      return false;
    }
  }

  return {
    /**
     * Adds what is not there yet; what is there stays as it is. A transaction for each partition's part of the list;
     * broken off between two of them when it is to stop.
     */
    async add(list: readonly Delivery[], stopping?: AbortSignal): Promise<void> {
      const parts = new Map<string, Delivery[]>();
      for (const delivery of list) {
        const part = parts.get(partitionOf(delivery));
        if (part) part.push(delivery);
        else parts.set(partitionOf(delivery), [delivery]);
      }
      for (const part of parts.values()) {
        if (stopping?.aborted) return;
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
    },

    /** Undefined where there is none. One round trip. */
    async get(name: DeliveryName): Promise<ReadDelivery | undefined> {
      const row = await read(name);
      return row && fromRow(row);
    },

    /**
     * Makes one version of a delivery into the next; its open row moves or goes with it. Undefined when somebody else
     * has changed it first. One round trip, a second one where storage says that the version is spent.
     */
    async change(before: ReadDelivery, after: Delivery): Promise<ReadDelivery | undefined> {
      const mark = newMark();
      const entity = rowOf(after, mark);
      const [was, is] = [before, after].map((one) => (isOpen(one) ? openRow(one) : undefined));
      try {
        if (was?.rowKey === is?.rowKey) {
          const { etag } = await table.updateEntity(entity, 'Replace', { etag: before.etag });
          if (etag) return { ...after, etag };
        } else {
          // "*" is right for the open rows: they change only together with their delivery, whose etag guards both.
          const { subResponses } = await table.submitTransaction([
            ['update', entity, 'Replace', { etag: before.etag }],
            ...(was ? [['delete', was] satisfies TransactionAction] : []),
            ...(is ? [['create', is] satisfies TransactionAction] : []),
          ]);
          // The SDK cuts it out of the answer with the end of its line.
          const etag = subResponses[0]?.etag?.trim();
          if (etag) return { ...after, etag };
        }
      } catch (error) {
        if (!isStatus(error, 404, 409, 412)) throw error;
      }
      const now = await read(after);
      return now?.mark === mark ? fromRow(now) : undefined;
    },

    /** What the same person is still owed of a record's events before `seq`. One round trip. */
    async openNews(person: PersonRef, { id, seq }: Pick<EventName, 'id' | 'seq'>): Promise<ReadDelivery[]> {
      const [from, to] = [0, seq].map((one) => keys.deliveryKey(person, keys.eventRun(id, one)));
      const range = keys.inRange(partitionOf({ person }), { from: from ?? '', to: to ?? '' });
      const isOpenNow = `(${inState('owed')} or ${inState('sending')})`;
      return (await readRows<Delivery>(table, `${range} and ${isOpenNow}`)).map(fromRow);
    },

    /** Everything of one person's in a state. One round trip. */
    async ofPerson(person: PersonRef, state: DeliveryState): Promise<ReadDelivery[]> {
      const range = keys.inRange(partitionOf({ person }), keys.prefixRange(keys.personsDeliveries(person)));
      return (await readRows<Delivery>(table, `${range} and ${inState(state)}`)).map(fromRow);
    },

    /** Everything of one person's, whatever became of it. A round trip for each thousand. */
    allOf,

    /**
     * Takes everything of one person's away, open rows too. What is in a sender's hands just now is gone when they come
     * back to it. Throws where others write faster than this takes away.
     */
    async removeAllOf(person: PersonRef): Promise<void> {
      for (let tries = 0; tries < MOST_REMOVALS; tries++) {
        const rows = await allOf(person);
        if (rows.length === 0) return;
        for (let from = 0; from < rows.length; from += PER_TRANSACTION) {
          const some = rows.slice(from, from + PER_TRANSACTION);
          // One that has moved on makes the transaction fail as a whole: then each for itself, and the rest is read again.
          const together = await removed(some);
          for (const row of together ? [] : some) await removed([row]);
        }
      }
      throw new Error(`Deliveries of ${person} do not come to an end`);
    },

    /** All partitions, for those who look through them one by one. */
    partitions: partitions as readonly string[],

    /** What is open in a partition, with the instant when it is (or was) due, the longest due first. One round trip. */
    async open(partition: string): Promise<(DeliveryName & { due: Instant })[]> {
      const range = keys.inRange(partition, keys.prefixRange(keys.prefixes.openDeliveries));
      const rows = await readRows<object>(table, range, { select: ['partitionKey', 'rowKey'] });
      return rows.map(({ rowKey }) => {
        const [, due = '', person = '', run = ''] = rowKey.split('|');
        return { person, run, due: instantOf(Number(due)) };
      });
    },

    /** Everything in one partition, or what of it is in a state: for operators, who look through them all. */
    async all(partition: string, state?: DeliveryState): Promise<ReadDelivery[]> {
      const rows = state ? inState(state) : "state ge ''";
      return (await readRows<Delivery>(table, `${keys.inPartition(partition)} and ${rows}`)).map(fromRow);
    },
  };
}

const inState = (state: DeliveryState): string => `state eq '${state}'`;

const storagesOwn: ReadonlySet<string> = new Set(['partitionKey', 'rowKey', 'timestamp', 'mark']);

/** The delivery without the columns that are storage's own. Every row was written from a Delivery. */
function fromRow({ etag, ...row }: StoredRow<Delivery>): ReadDelivery {
  const own = Object.entries(row).filter(([column]) => !storagesOwn.has(column) && !column.startsWith('odata'));
  return { ...(Object.fromEntries(own) as unknown as Delivery), etag };
}
