import type { Instant } from '../domain/time.js';
import * as keys from './keys.js';
import { isStatus, type Row, readRow } from './rows.js';
import type { Storage } from './storage.js';

/** Something that is done for many people once: a week's digest. */
export interface Run {
  startedAt: Instant;
  /** All its deliveries stand. Until then anybody may plan it again: a delivery that is there is not added twice. */
  plannedAt?: Instant;
  recipients?: number;
  /** Nothing of it is open any more. */
  finishedAt?: Instant;
}

export type RunStore = ReturnType<typeof openRuns>;

/** Runs, claimed by insert. */
export function openRuns(storage: Pick<Storage, 'deliveries'>, municipality: string) {
  const table = storage.deliveries;
  const partitionKey = keys.runsPartition(municipality);
  const read = (rowKey: string): Promise<Row<Run> | undefined> => readRow<Run>(table, partitionKey, rowKey);

  return {
    /** The run, begun now or by whoever came first. */
    async begin(kind: string, name: string, now: Instant): Promise<Run> {
      const rowKey = keys.runKey(kind, name);
      const begun = await read(rowKey);
      if (begun) return begun;
      try {
        await table.createEntity<Run>({ partitionKey, rowKey, startedAt: now });
      } catch (error) {
        if (!isStatus(error, 409)) throw error;
      }
      return (await read(rowKey)) ?? { startedAt: now };
    },

    /** Undefined where it has not been begun. One round trip. */
    get: (kind: string, name: string): Promise<Run | undefined> => read(keys.runKey(kind, name)),

    /** Notes how far a run has come. What somebody else noted in between is kept. */
    async note(kind: string, name: string, progress: Partial<Run>): Promise<void> {
      const rowKey = keys.runKey(kind, name);
      for (;;) {
        const run = await read(rowKey);
        if (!run) return;
        const { etag, partitionKey: _p, rowKey: _r, startedAt, plannedAt, recipients, finishedAt } = run;
        const noted: Run = {
          startedAt,
          ...progress,
          ...(plannedAt && { plannedAt }),
          ...(recipients !== undefined && { recipients }),
          ...(finishedAt && { finishedAt }),
        };
        try {
          await table.updateEntity({ partitionKey, rowKey, ...noted }, 'Replace', { etag });
          return;
        } catch (error) {
          if (!isStatus(error, 412)) throw error;
        }
      }
    },
  };
}
