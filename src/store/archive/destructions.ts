import type { TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import { endings } from '../../domain/archive/ended.js';
import { type AnyDestructionRule, neighbourKinds } from '../../domain/archive/neighbours.js';
import type { Instant } from '../../domain/time.js';
import { instant } from '../idea/state/idea-state.js';
import * as keys from '../keys.js';
import { json, readable, rowKind } from '../row-kinds.js';
import { readPages, readRows, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { destroyedLogKey, destructionKey, destructions } from './archive-keys.js';

/** What has been destroyed by one rule in one go: a record of its own, which holds ids and no words. */
export type Destruction = AnyDestructionRule & {
  at: Instant;
  /** Its place among those of the same instant. */
  part: number;
  ids: readonly string[];
  /** Names of pictures that are still to go. */
  pictures: readonly string[];
  /** All of it is gone. */
  done?: true;
};

const texts = json(z.array(z.string()));
const destructionKind = rowKind('destruction', {
  endedAs: z.enum([...endings, ...neighbourKinds]),
  years: z.number(),
  decision: z.string(),
  at: instant,
  part: z.number(),
  ids: texts,
  pictures: texts.default([]),
  done: z.literal(true).exactOptional(),
});

/** As many records as one row of a report names, and one transaction of the log. */
export const MOST_DESTROYED_AT_ONCE = 90;
const MOST_IN_TRANSACTION = 100;
const PAGE = 1000;
/** What stands between the parts of a key. An id is a part of its own, wherever it stands. */
const BETWEEN = /[|.~]/;
/** What stays: the reports themselves, and that an idea is gone, for those who follow the log. */
const STAYS = /^destroyed\||^log\|.*\|destroyed$/;
/** Rows that are an idea's own, and name what it answers or waits for: they go with the idea. */
const OF_IDEA = /^(?:answer\|[^|]*|hindered\|[^|]*\|[^|]*)\|([^|]*)/;
/** What a row's key names, that the row goes with. */
const namedBy = (rowKey: string): string[] => {
  const [, idea] = OF_IDEA.exec(rowKey) ?? [];
  return idea === undefined ? rowKey.split(BETWEEN) : [idea];
};

export type DestructionStore = ReturnType<typeof openDestructions>;

/** Destroys ideas and what stands beside them, with all that stands of them, and keeps the report of it. For what operators run: it reads whole tables. */
export function openDestructions(
  { ideas, deliveries, people, versions }: Pick<Storage, 'ideas' | 'deliveries' | 'people' | 'versions'>,
  municipality: string,
) {
  const partitionKey = keys.recordsPartition(municipality);
  const tables = [ideas, deliveries, people];
  /** All partitions of this municipality: none of another one whose code begins the same. */
  const ofUs = `PartitionKey eq '${municipality}' or (PartitionKey ge '${municipality}|' and PartitionKey lt '${municipality}}')`;

  const rowOf = ({ ids, pictures, ...rule }: Destruction) => ({
    partitionKey,
    rowKey: destructionKey(rule.at, rule.part),
    ...rule,
    ids: JSON.stringify(ids),
    pictures: JSON.stringify(pictures),
  });

  return {
    /** All reports, the oldest first. A round trip for each thousand. */
    async all(): Promise<Destruction[]> {
      const rows = await readRows<object>(ideas, keys.inRange(partitionKey, destructions));
      return readable(versions, destructionKind, rows).map(
        ({ endedAs, years, decision, at, part, ids, pictures, done }): Destruction => ({
          ...{ endedAs, years, decision, at, part, ids, pictures },
          ...(done && { done }),
        }),
      );
    },

    /** Says what is to be destroyed, before it is: so that whoever goes on after a power cut knows it. One round trip. */
    async begin(destruction: Destruction): Promise<void> {
      await ideas.createEntity(rowOf(destruction));
    },

    /** All of it is gone: the report says what has gone, and of no picture. One round trip; done again it says the same. */
    async finish({ at, part, ids }: Destruction): Promise<void> {
      const done = { ids: JSON.stringify(ids), pictures: '[]', done: true };
      await ideas.updateEntity({ partitionKey, rowKey: destructionKey(at, part), ...done }, 'Merge', { etag: '*' });
    },

    /**
     * A record's own row goes, as it was read, and with it rows of its `lists` that do not name it by their keys: from then on
     * there is no such idea or challenge. False where it has changed since.
     * One round trip.
     */
    removeRecord(id: string, etag: string, lists: readonly string[] = []): Promise<boolean> {
      const rowKey = keys.recordKey(id);
      if (lists.length === 0) return unlessChanged(ideas.deleteEntity(partitionKey, rowKey, { etag }));
      const gone = (key: string) => ({ partitionKey, rowKey: key });
      const actions: TransactionAction[] = [
        ['delete', { ...gone(rowKey), etag }],
        ...lists.map((key): TransactionAction => ['delete', gone(key)]),
      ];
      return unlessChanged(ideas.submitTransaction(actions));
    },

    /** That they are gone, for those who follow the log: indexes take them out. Done again it says the same. One round trip. */
    async tell(ids: readonly string[], at: Instant): Promise<void> {
      const rows = ids.map((id): TransactionAction => {
        const rowKey = destroyedLogKey(at, id);
        return ['upsert', { partitionKey, rowKey, record: 'idea', body: '' }, 'Replace'];
      });
      if (rows.length > 0) await ideas.submitTransaction(rows);
    },

    /**
     * All rows go that name one of these records, in whatever table and of whatever kind, also of one that only another version of
     * the bot knows. How many. A round trip for each thousand rows that there are, and one for each hundred that go.
     */
    async sweep(ids: ReadonlySet<string>): Promise<number> {
      if (ids.size === 0) return 0;
      let gone = 0;
      for (const table of tables) {
        const pages = readPages<{ id?: unknown }>(table, ofUs, {
          size: PAGE,
          select: ['PartitionKey', 'RowKey', 'id'],
        });
        for await (const page of pages) {
          const some = page.filter(
            ({ rowKey, id }) =>
              !STAYS.test(rowKey) &&
              (namedBy(rowKey).some((part) => ids.has(part)) || (typeof id === 'string' && ids.has(id))),
          );
          for (const partition of new Set(some.map((row) => row.partitionKey))) {
            const rows = some.filter((row) => row.partitionKey === partition);
            for (let from = 0; from < rows.length; from += MOST_IN_TRANSACTION) {
              const actions = rows
                .slice(from, from + MOST_IN_TRANSACTION)
                .map(({ rowKey }): TransactionAction => ['delete', { partitionKey: partition, rowKey }]);
              // One that somebody else has taken away meanwhile fails all of them: then each by itself.
              if (!(await unlessChanged(table.submitTransaction(actions))))
                for (const { rowKey } of rows.slice(from, from + MOST_IN_TRANSACTION))
                  await unlessGone(table.deleteEntity(partition, rowKey));
            }
            gone += rows.length;
          }
        }
      }
      return gone;
    },
  };
}
