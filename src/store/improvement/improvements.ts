import type { TransactionAction } from '@azure/data-tables';
import { type Improvement, type ImprovementTally, sumShown, together } from '../../domain/improvement/improvement.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Day } from '../../domain/time.js';
import * as keys from '../keys.js';
import { readable, surelyReadable, withKept } from '../row-kinds.js';
import { readRow, readRows, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import { improvementByKey, improvementKey, improvementsOf } from './improvement-keys.js';
import { improvementKind } from './improvement-kinds.js';

/** Once the answers of an idea were counted in so many rows; now in the first. */
const ROWS = 8;
/** Of no more ideas than this is summed for a challenge: one page. */
const MOST_IDEAS = 1000;
/** So often it is tried while others count. */
const TRIES = 20;

export type ImprovementStore = ReturnType<typeof openImprovements>;

/**
 * Whether problems have got better, as those say who had them: how many, and apart from that who has answered. What somebody has answered
 * stands nowhere; one row counts for all, so that storage's own time of it is only that of the answer that came last.
 */
export function openImprovements(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);

  const hasAnswered = async (id: string, person: PersonRef): Promise<boolean> =>
    (await readRow(table, partitionKey, improvementByKey(id, person))) !== undefined;

  /** One more in a row. */
  async function counting(rowKey: string, until: Day, improvement: Improvement): Promise<TransactionAction> {
    const row = surelyReadable(versions, improvementKind, await readRow<object>(table, partitionKey, rowKey));
    const { much = 0, some = 0, no = 0, unsure = 0 } = row ?? {};
    const before: ImprovementTally = { much, some, no, unsure };
    const entity = { partitionKey, rowKey, ...before, [improvement]: before[improvement] + 1, until };
    return row ? ['update', withKept(entity, row.kept), 'Replace', { etag: row.etag }] : ['create', entity];
  }

  return {
    /** Whether somebody has answered of an idea. One round trip. */
    hasAnswered,

    /** How many have answered what of an idea. One round trip. */
    async tally(id: string): Promise<ImprovementTally> {
      const rows = await readRows<object>(table, keys.inRange(partitionKey, improvementsOf(id)), { limit: ROWS });
      return together(readable(versions, improvementKind, rows));
    },

    /** The sum for a challenge of what its ideas show by themselves on that day; undefined where none does. One round trip. */
    async shownFor(challenge: string, today: Day): Promise<ImprovementTally | undefined> {
      const range = keys.inRange(partitionKey, improvementsOf(challenge));
      return sumShown(readable(versions, improvementKind, await readRows(table, range, { limit: MOST_IDEAS })), today);
    },

    /**
     * Counts somebody's answer of an idea, and for the challenge `also` that it answers; all or nothing. False where they have answered before, and
     * that stands. `until`: the last day for answers of the idea. Two round trips' time.
     */
    async add(
      { id, also, until }: { id: string; also: string | undefined; until: Day },
      person: PersonRef,
      improvement: Improvement,
    ): Promise<boolean> {
      const counted = [improvementKey(id, '0'), ...(also === undefined ? [] : [improvementKey(also, id)])];
      for (let tries = 0; tries < TRIES; tries++) {
        const counts = await Promise.all(counted.map((rowKey) => counting(rowKey, until, improvement)));
        const saved = await unlessChanged(
          table.submitTransaction([
            ['create', { partitionKey, rowKey: improvementByKey(id, person) }],
            traceOf(partitionKey, person, { record: 'idea', id }),
            ...counts,
          ]),
        );
        if (saved) return true;
        if (await hasAnswered(id, person)) return false;
      }
      throw new Error(`What is counted of idea ${id} changed ${TRIES} times while somebody answered`);
    },

    /** That they have answered is known no more; what was counted stays. */
    async forget(id: string, person: PersonRef): Promise<void> {
      const rowKey = improvementByKey(id, person);
      const row = await readRow<object>(table, partitionKey, rowKey);
      if (row) await unlessGone(table.deleteEntity(partitionKey, rowKey, { etag: row.etag }));
    },

    /** Of two references that are one person's, the second has answered where the first had. */
    async move(id: string, from: PersonRef, to: PersonRef): Promise<void> {
      if (!(await hasAnswered(id, from))) return;
      await unlessChanged(
        table.submitTransaction([
          ['create', { partitionKey, rowKey: improvementByKey(id, to) }],
          traceOf(partitionKey, to, { record: 'idea', id }),
        ]),
      );
      await this.forget(id, from);
    },
  };
}
