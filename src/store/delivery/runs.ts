import { type Instant, millisecondsOf } from '../../domain/time.js';
import * as keys from '../keys.js';
import { type KeptColumns, type ReadableRow, surelyReadable, withKept } from '../row-kinds.js';
import { readRow, unlessChanged } from '../rows.js';
import type { Storage } from '../storage.js';
import { runKind } from './delivery-kinds.js';

/** Something that is done for many people once: a week's digest. */
export interface Run {
  startedAt: Instant;
  /** Who plans it, and since when. */
  planner: string;
  claimedAt: Instant;
  /** All its deliveries stand. */
  plannedAt?: Instant;
  recipients?: number;
  /** Nothing of it is open any more. */
  finishedAt?: Instant;
}

export type RunStore = ReturnType<typeof openRuns>;

/** Runs, claimed by insert. `newMark` names each claim, so that one whose answer was lost is known again as one's own. */
export function openRuns(
  storage: Pick<Storage, 'deliveries' | 'versions'>,
  municipality: string,
  newMark: () => string,
) {
  const { deliveries: table, versions } = storage;
  const partitionKey = keys.runsPartition(municipality);
  const read = async (rowKey: string): Promise<ReadableRow<Run> | undefined> =>
    surelyReadable(versions, runKind, await readRow(table, partitionKey, rowKey));

  /** False when somebody else wrote first. */
  function write(
    rowKey: string,
    run: Run,
    { etag, kept }: { etag?: string; kept?: KeptColumns } = {},
  ): Promise<boolean> {
    const entity = withKept({ partitionKey, rowKey, ...run }, kept);
    return unlessChanged(etag ? table.updateEntity<Run>(entity, 'Replace', { etag }) : table.createEntity<Run>(entity));
  }

  return {
    /**
     * The run, and whether the caller is to plan it: whoever begins it is, and one who comes when it has been begun but
     * not planned for `silenceMs`, for then its planner is gone.
     */
    async claim(kind: string, name: string, now: Instant, silenceMs: number): Promise<{ run: Run; mine: boolean }> {
      const rowKey = keys.runKey(kind, name);
      const planner = newMark();
      for (;;) {
        const standing = await read(rowKey);
        if (standing?.planner === planner) return { run: columns(standing), mine: true };
        const taken = standing && millisecondsOf(now) - millisecondsOf(standing.claimedAt) < silenceMs;
        if (standing?.plannedAt || (standing && taken)) return { run: columns(standing), mine: false };
        const run: Run = { ...(standing ? columns(standing) : { startedAt: now }), planner, claimedAt: now };
        if (await write(rowKey, run, standing)) return { run, mine: true };
      }
    },

    /** Undefined where it has not been begun. One round trip. */
    async get(kind: string, name: string): Promise<Run | undefined> {
      const run = await read(keys.runKey(kind, name));
      return run && columns(run);
    },

    /** Notes how far a run has come. What somebody else noted in between is kept. */
    async note(
      kind: string,
      name: string,
      progress: Pick<Run, 'finishedAt'> | Pick<Run, 'plannedAt' | 'recipients'>,
    ): Promise<void> {
      const rowKey = keys.runKey(kind, name);
      for (;;) {
        const run = await read(rowKey);
        if (!run || (await write(rowKey, { ...columns(run), ...progress, ...ends(run) }, run))) return;
      }
    },
  };
}

/** What was noted first stays. */
const ends = ({ plannedAt, recipients, finishedAt }: Run): Partial<Run> => ({
  ...(plannedAt && { plannedAt }),
  ...(recipients !== undefined && { recipients }),
  ...(finishedAt && { finishedAt }),
});

/** The run without storage's own columns. */
const columns = ({ startedAt, planner, claimedAt, ...rest }: Run): Run => ({
  startedAt,
  planner,
  claimedAt,
  ...ends({ startedAt, planner, claimedAt, ...rest }),
});
