import { z } from 'zod';
import { type Instant, millisecondsOf } from '../../domain/time.js';
import { openShared } from '../shared.js';
import type { Storage } from '../storage.js';

/** How far the groups that say who has a post have been looked at. Names posts by code, and no people. */
export interface GroupState {
  /** When a look was begun last, by whom, and by which organisation file. */
  lookedAt?: Instant;
  by?: string;
  hash?: string;
  /** What waits to be said once more, by post: a sum of it, and since when. */
  waits: Readonly<Record<string, { sum: string; at: Instant }>>;
  /** What was wrong with which post at the last look, so that operators hear of it once. */
  faults: Readonly<Record<string, string>>;
}

/** What cannot be read is as if nothing had been looked at. */
const stateSchema = z
  .looseObject({
    lookedAt: z.string().exactOptional(),
    by: z.string().exactOptional(),
    hash: z.string().exactOptional(),
    waits: z.record(z.string(), z.object({ sum: z.string(), at: z.string() })).catch({}),
    faults: z.record(z.string(), z.string()).catch({}),
  })
  .catch({ waits: {}, faults: {} });

const NAME = 'groups';
const parsed = (value: unknown): GroupState => stateSchema.parse(value ?? { waits: {}, faults: {} });

export type GroupStateStore = ReturnType<typeof openGroupStates>;

/** A small value that all instances agree on. */
export function openGroupStates(storage: Pick<Storage, 'deliveries' | 'versions'>, municipality: string) {
  const shared = openShared(storage, municipality);
  return {
    /** One round trip. */
    read: async (): Promise<GroupState> => parsed((await shared.read(NAME)).value),

    /** Whether the caller is to look now: an hour after the last look, or at once by another file. `me`: a name that no other has. One round trip, two where it is. */
    async claim({
      hash,
      now,
      everyMs,
      me,
    }: {
      hash: string;
      now: Instant;
      everyMs: number;
      me: string;
    }): Promise<boolean> {
      const stands = await shared.change<GroupState>(NAME, (value) => {
        const state = parsed(value);
        const isDue =
          state.hash !== hash || !state.lookedAt || millisecondsOf(now) - millisecondsOf(state.lookedAt) >= everyMs;
        return isDue ? { ...state, lookedAt: now, hash, by: me } : undefined;
      });
      return parsed(stands).by === me;
    },

    /** What a look has left. */
    async note({ waits, faults }: Pick<GroupState, 'waits' | 'faults'>): Promise<void> {
      await shared.change<GroupState>(NAME, (value) => ({ ...parsed(value), waits, faults }));
    },
  };
}
