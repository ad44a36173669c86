import type { TransactionAction } from '@azure/data-tables';
import { type MethodHelp, type MethodTally, MONTHS_TOLD, togetherUsed } from '../../domain/method/method-use.js';
import { addMonths, type Day } from '../../domain/time.js';
import * as keys from '../keys.js';
import { readable, surelyReadable, withKept } from '../row-kinds.js';
import { readRow, readRows, unlessChanged } from '../rows.js';
import type { Storage } from '../storage.js';
import { methodCountKey, methodCountsSince, methodUseKey } from './method-keys.js';
import { methodCountKind, methodUseKind } from './method-kinds.js';

/** So often it is tried while others count. */
const TRIES = 20;

/** What an idea has said of a method: that it used it, and perhaps whether that helped. */
export interface MethodUse {
  helped?: MethodHelp;
}

export type MethodUseStore = ReturnType<typeof openMethodUses>;

/** Which ideas have used which method, and how many have in each month. Nobody who said so is kept. */
export function openMethodUses(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);

  async function useOf(id: string, method: string) {
    const found = await readRow<object>(table, partitionKey, methodUseKey(id, method));
    return surelyReadable(versions, methodUseKind, found);
  }

  /** One more in a month's row. */
  async function counting(method: string, today: Day, what: 'used' | MethodHelp): Promise<TransactionAction> {
    const rowKey = methodCountKey(method, today);
    const row = surelyReadable(versions, methodCountKind, await readRow<object>(table, partitionKey, rowKey));
    const { used = 0, yes = 0, some = 0, no = 0 } = row ?? {};
    const before = { used, yes, some, no };
    const entity = { partitionKey, rowKey, ...before, [what]: before[what] + 1 };
    return row ? ['update', withKept(entity, row.kept), 'Replace', { etag: row.etag }] : ['create', entity];
  }

  async function trying(id: string, method: string, attempt: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) if (await attempt()) return;
    throw new Error(`What is counted of method ${method} changed ${TRIES} times while idea ${id} was counted`);
  }

  return {
    /** What an idea has said of a method; undefined where it has not used it. One round trip. */
    async use(id: string, method: string): Promise<MethodUse | undefined> {
      const row = await useOf(id, method);
      return row && (row.helped ? { helped: row.helped } : {});
    },

    /** How it went for all ideas in the months until a day. One round trip, a row for each month. */
    async tally(method: string, today: Day): Promise<MethodTally> {
      const since = addMonths(today, 1 - MONTHS_TOLD);
      const rows = await readRows<object>(table, keys.inRange(partitionKey, methodCountsSince(method, since)), {
        limit: MONTHS_TOLD,
      });
      return togetherUsed(
        readable(versions, methodCountKind, rows).map(({ used, yes, some, no }) => ({
          used,
          helped: { yes, some, no },
        })),
      );
    },

    /** An idea has used it: counted once, however often it is said. Two round trips' time. */
    async add(id: string, method: string, today: Day): Promise<void> {
      await trying(id, method, async () => {
        const [known, count] = await Promise.all([useOf(id, method), counting(method, today, 'used')]);
        const entity = { partitionKey, rowKey: methodUseKey(id, method) };
        return known !== undefined || unlessChanged(table.submitTransaction([['create', entity], count]));
      });
    },

    /** Whether it helped: what is said first is counted, of an idea that has used it. Two round trips' time. */
    async addHelp(id: string, method: string, today: Day, helped: MethodHelp): Promise<void> {
      await trying(id, method, async () => {
        const [known, count] = await Promise.all([useOf(id, method), counting(method, today, helped)]);
        if (!known || known.helped) return true;
        const entity = withKept({ partitionKey, rowKey: methodUseKey(id, method), helped }, known.kept);
        return unlessChanged(table.submitTransaction([['update', entity, 'Replace', { etag: known.etag }], count]));
      });
    },
  };
}
