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

/** Whether the caller counts, what is to be taken away, and what is read. */
export interface CountingClaim {
  mine: boolean;
  old: readonly string[];
  reading: Counting | undefined;
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

  /** Changes the state as long as the caller is the one who counts: false where another one has taken over. */
  async function asCounter(me: string, next: (state: FigureState) => FigureState | undefined): Promise<boolean> {
    let done = false;
    await shared.change<FigureState>(NAME, (value) => {
      const state = parsed(value);
      const after = state.by === me ? next(state) : undefined;
      done = after !== undefined;
      return after;
    });
    return done;
  }

  return {
    /** The counting that is read; undefined before there is one. One round trip. */
    read: async (): Promise<Counting | undefined> => readingOf(parsed((await shared.read(NAME)).value)),

    /**
     * Whether the caller is to count now, and goes on being the one who does. `me`: a name that no other has; `takesOver`: also
     * from one who is counting, and notices at its next step. Two round trips.
     */
    async claim(me: string, now: Instant, takesOver = false): Promise<CountingClaim> {
      const stands = await shared.change<FigureState>(NAME, (value) => {
        const state = parsed(value);
        const isSilent = !state.at || millisecondsOf(now) - millisecondsOf(state.at) > SILENT_AFTER_MS;
        return takesOver || !state.by || state.by === me || isSilent ? { ...state, by: me, at: now } : undefined;
      });
      const state = parsed(stands);
      return { mine: state.by === me, old: state.old, reading: readingOf(state) };
    },

    /** Lets others count. */
    release: (me: string): Promise<boolean> => asCounter(me, ({ by: _, at: __, ...state }) => state),

    /** That a counting is begun: should it be broken off, it is taken away. */
    begin: (me: string, counting: string): Promise<boolean> =>
      asCounter(me, (state) => ({ ...state, old: [...new Set([...state.old, counting])] })),

    /** A counting that was begun is read from now on, and what was read before is to be taken away. */
    put: (me: string, { counting, followedTo }: Counting): Promise<boolean> =>
      asCounter(me, (state) => {
        if (!state.old.includes(counting)) return undefined;
        const old = [...state.old.filter((one) => one !== counting), ...(state.counting ? [state.counting] : [])];
        return { ...state, counting, followedTo, old };
      }),

    /** All that has happened until then is in the counting that is read. */
    advance: (me: string, { counting, followedTo }: Counting): Promise<boolean> =>
      asCounter(me, (state) => (state.counting === counting ? { ...state, followedTo } : undefined)),

    /** It has been taken away. */
    dropped: (me: string, counting: string): Promise<boolean> =>
      asCounter(me, (state) => ({ ...state, old: state.old.filter((one) => one !== counting) })),
  };
}
