import { z } from 'zod';
import type { Day } from '../../domain/time.js';
import { openShared } from '../shared.js';
import type { Storage } from '../storage.js';

/** Since when somebody who leads a department cannot be reached. */
export interface Unreached {
  since: Day;
  /** Who, in short: with another one it begins anew. */
  who: string;
  /** Its managers have been asked. */
  asked?: boolean | undefined;
}

const unreached = z.record(
  z.string(),
  z.object({ since: z.string(), who: z.string(), asked: z.boolean().exactOptional() }),
);
/** What cannot be read is as if nothing had been noted. */
const halfYear = z.string().optional().catch(undefined);

/** When it was looked at last, and the half-year in which all have been asked last. */
export interface PostsLooked {
  day: Day;
  half: string;
}
const looked = z.object({ day: z.string(), half: z.string() }).optional().catch(undefined);

const LOOKED = 'posts.looked';
const UNREACHED = 'posts.unreached';
const answeredIn = (department: string) => `posts.right.${department}`;

export type PostCheckStore = ReturnType<typeof openPostChecks>;

/** Whether managers have been asked if the posts of their department are right, and have said so: small values that all instances agree on. */
export function openPostChecks(storage: Pick<Storage, 'deliveries' | 'versions'>, municipality: string) {
  const shared = openShared(storage, municipality);
  return {
    /** One round trip. */
    looked: async (): Promise<PostsLooked | undefined> => looked.parse((await shared.read(LOOKED)).value),
    async noteLooked(at: PostsLooked): Promise<void> {
      await shared.change<PostsLooked>(LOOKED, () => at);
    },

    /** The half-year for which somebody has said last that a department's posts are right. One round trip. */
    answered: async (department: string) => halfYear.parse((await shared.read(answeredIn(department))).value),
    async noteAnswered(department: string, half: string): Promise<void> {
      await shared.change<string>(answeredIn(department), (before) => (before === half ? undefined : half));
    },

    /** Departments whose leaders cannot be reached, by code. `next` may be asked more than once. */
    async changeUnreached(
      next: (before: Readonly<Record<string, Unreached>>) => Record<string, Unreached>,
    ): Promise<Record<string, Unreached>> {
      const stands = await shared.change<unknown>(UNREACHED, (value) => next(unreached.catch({}).parse(value ?? {})));
      return unreached.catch({}).parse(stands ?? {});
    },
  };
}
