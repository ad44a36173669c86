import type { TransactionAction } from '@azure/data-tables';
import type { Rank } from '../../domain/rank.js';
import type { Instant } from '../../domain/time.js';
import * as keys from '../keys.js';
import { ifReadable, type KeptColumns, withKept } from '../row-kinds.js';
import type { RowVersions } from '../row-versions.js';
import type { StoredRow } from '../rows.js';
import { type DeliveryState, deliveryKind, isKindName, states } from './delivery-kinds.js';
import type { Subject } from './subject.js';
import type { DeliveryName } from './wake-ups.js';

export { type DeliveryState, states };

export interface Progress {
  state: DeliveryState;
  due: Instant;
  /** How soon it goes out, where that is not by its kind (delivery-ranks.ts). Absent in rows of older versions. */
  rank?: Rank;
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

/** A delivery as read: the version is what the next change must name; `kept`: what is written back as it was. */
export type ReadDelivery = Delivery & { etag: string; kept?: KeptColumns };

/** What a sweep knows of a delivery that is not finished. */
export type OpenDelivery = DeliveryName & { due: Instant; rank?: Rank };

export const isOpen = ({ state }: Pick<Progress, 'state'>): boolean => state === 'owed' || state === 'sending';

/** Something new that a person is owed. */
export const owed = <S extends Subject>(
  name: DeliveryName,
  subject: S,
  due: Instant,
  now: Instant,
  rank?: Rank,
): DeliveryName & S & Progress => ({
  ...name,
  ...subject,
  state: 'owed',
  due,
  ...(rank && { rank }),
  tries: 0,
  faults: 0,
  refusals: 0,
  unknown: 0,
  short: false,
  at: now,
});

/** How deliveries stand in their table: `newMark` names each write, so that a write whose answer was lost is known again. */
export function deliveryRows(
  municipality: string,
  newMark: () => string,
  partitionCount: number,
  versions: RowVersions,
) {
  const partitions = keys.deliveryPartitions(municipality, partitionCount);
  const partitionOf = ({ person }: Pick<DeliveryName, 'person'>) =>
    partitions[keys.partitionOf(person, partitionCount)] ?? '';
  const rowOf = (delivery: Delivery, mark: string) => {
    // What was read carries its version with it, which is no column, and what is kept of it.
    const { etag: _, kept: __, ...columns } = delivery as ReadDelivery;
    const key = { partitionKey: partitionOf(delivery), rowKey: keys.deliveryKey(delivery.person, delivery.run) };
    return { ...key, ...columns, mark };
  };
  const openRow = (delivery: Delivery) => ({
    partitionKey: partitionOf(delivery),
    rowKey: keys.openDeliveryKey(delivery.due, delivery.person, delivery.run),
    ...(delivery.rank && { rank: delivery.rank }),
  });

  return {
    partitions,
    partitionOf,

    /** The delivery without the columns that are storage's own; undefined where it cannot be read. */
    fromRow(row: StoredRow<object> | undefined): ReadDelivery | undefined {
      const found = ifReadable(versions, deliveryKind, row);
      if (!found) return undefined;
      const { partitionKey: _, rowKey: id, mark: __, ...delivery } = found;
      if (!isKindName(found.kind)) versions.unread({ kind: deliveryKind.name, id, why: 'kind', newer: true });
      // Each kind has what it needs, and what it holds beside is of other kinds.
      return delivery as unknown as ReadDelivery;
    },

    rowOf,
    openRow,

    /** What adds it, with its open row. */
    creation: (delivery: Delivery): TransactionAction[] => [
      ['create', rowOf(delivery, newMark())],
      ...(isOpen(delivery) ? [['create', openRow(delivery)] satisfies TransactionAction] : []),
    ],

    /** What makes one version into the next; its open row moves or goes with it. */
    changing(before: ReadDelivery, after: Delivery, mark: string): TransactionAction[] {
      const [was, is] = [before, after].map((one) => (isOpen(one) ? openRow(one) : undefined));
      const moves = was?.rowKey !== is?.rowKey;
      // "*" is right for the open rows: they change only together with their delivery, whose etag guards both.
      return [
        ['update', withKept(rowOf(after, mark), before.kept), 'Replace', { etag: before.etag }],
        ...(was && moves ? [['delete', was] satisfies TransactionAction] : []),
        ...(is && moves ? [['create', is] satisfies TransactionAction] : []),
      ];
    },
  };
}

export type DeliveryRows = ReturnType<typeof deliveryRows>;
