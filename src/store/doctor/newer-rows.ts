import { NEWEST_VERSION } from '../row-versions.js';
import { isStatus } from '../rows.js';
import type { Storage } from '../storage.js';

/** So long each table is looked through, in milliseconds: in a large one a condition that no key answers takes a while. */
const LOOKS_MS = 30_000;

/** In which tables rows stand that this release cannot read, and which it could not look through to the end. */
export async function newerRows({
  ideas,
  people,
  deliveries,
}: Storage): Promise<{ newer: string[]; unseen: string[] }> {
  const found = { newer: [] as string[], unseen: [] as string[] };
  for (const table of [ideas, people, deliveries]) {
    const queryOptions = { filter: `v gt ${NEWEST_VERSION}`, select: ['PartitionKey', 'RowKey'] };
    const until = AbortSignal.timeout(LOOKS_MS);
    try {
      for await (const page of table.listEntities({ queryOptions, abortSignal: until }).byPage({ maxPageSize: 1 })) {
        if (page.length === 0) continue;
        found.newer.push(table.tableName);
        break;
      }
    } catch (error) {
      // It is not there before the bot has been started.
      if (isStatus(error, 404)) continue;
      if (!until.aborted) throw error;
      found.unseen.push(table.tableName);
    }
  }
  return found;
}
