import { z } from 'zod';
import { type Instant, millisecondsOf } from '../../domain/time.js';
import { openShared } from '../shared.js';
import type { Storage } from '../storage.js';

/** Which counting is read, and up to when what has happened is in it. */
export interface Counting {
  /** Its name. */
  counting: string;
  followedTo: Instant;
}

interface FigureState extends Partial<Counting> {
  /** Who counts now, and when they last said so. */
  by?: string;
  at?: Instant;
  /** Countings that nobody reads any more, or that were broken off: to be taken away. */
  old: readonly string[];
}

const stateSchema = z
  .looseObject({
    counting: z.string().exactOptional(),
    followedTo: z.string().exactOptional(),
    by: z.string().exactOptional(),
    at: z.string().exactOptional(),
    old: z.array(z.string()).catch([]).default([]),
  })
  .catch({ old: [] });

const NAME = 'figures';
const parsed = (value: unknown): FigureState => stateSchema.parse(value ?? {});
/** Whoever has not said for so long, in milliseconds, that they count, is gone. */
const SILENT_AFTER_MS = 5 * 60_000;

export type FigureStateStore = ReturnType<typeof openFigureState>;

/** How far counting has come: a small value that all instances agree on. */
export function openFigureState(storage: Pick<Storage, 'deliveries' | 'versions'>, municipality: string) {
  const shared = openShared(storage, municipality);
  const readingOf = ({ counting, followedTo }: FigureState): Counting | undefined =>
    counting !== undefined && followedTo !== undefined ? { counting, followedTo } : undefined;

  return {
    /** The counting that is read; undefined before there is one. One round trip. */
    read: async (): Promise<Counting | undefined> => readingOf(parsed((await shared.read(NAME)).value)),

    /** Whether the caller is to count now, and goes on being the one who does. `me`: a name that no other instance has. Two round trips. */
    async claim(
      me: string,
      now: Instant,
    ): Promise<{ mine: boolean; old: readonly string[]; reading: Counting | undefined }> {
      const stands = await shared.change<FigureState>(NAME, (value) => {
        const state = parsed(value);
        const isFree =
          !state.by || state.by === me || !state.at || millisecondsOf(now) - millisecondsOf(state.at) > SILENT_AFTER_MS;
        return isFree ? { ...state, by: me, at: now } : undefined;
      });
      const state = parsed(stands);
      return { mine: state.by === me, old: state.old, reading: readingOf(state) };
    },

    /** That a counting is begun: should it be broken off, it is taken away. */
    async begin(counting: string): Promise<void> {
      await shared.change<FigureState>(NAME, (value) => {
        const state = parsed(value);
        return { ...state, old: [...new Set([...state.old, counting])] };
      });
    },

    /** A counting is read from now on, and what was read before is to be taken away. */
    async put({ counting, followedTo }: Counting): Promise<void> {
      await shared.change<FigureState>(NAME, (value) => {
        const state = parsed(value);
        const before = state.counting !== undefined && state.counting !== counting ? [state.counting] : [];
        const old = [...new Set([...state.old, ...before])].filter((one) => one !== counting);
        return { ...state, counting, followedTo, old };
      });
    },

    /** These have been taken away. */
    async dropped(countings: readonly string[]): Promise<void> {
      await shared.change<FigureState>(NAME, (value) => {
        const state = parsed(value);
        return { ...state, old: state.old.filter((one) => !countings.includes(one)) };
      });
    },
  };
}
