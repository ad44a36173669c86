import { z } from 'zod';
import type { Instant } from '../../domain/time.js';
import { openShared } from '../shared.js';
import type { Storage } from '../storage.js';

/** What sources call a place that the organisation does not know, as one of them writes it, and of how many people. */
export interface UnknownName {
  name: string;
  people: number;
}

/** All such names as they were when sources were looked at last; no people. */
export interface UnknownNames {
  names: UnknownName[];
  at: Instant;
  /** Those that the office has been asked about. */
  asked: string[];
}

const none = { names: [], at: '', asked: [] };
/** What cannot be read is as if nothing had been found: the next look finds it again. */
const schema = z
  .looseObject({
    names: z.array(z.object({ name: z.string(), people: z.number() })),
    at: z.string(),
    asked: z.array(z.string()),
  })
  .catch(() => none);

const ROW = 'staff.names';

export type UnknownNameStore = ReturnType<typeof openUnknownNames>;

/** What of the sources' names nobody has said what it means: one small value that all instances agree on. */
export function openUnknownNames(storage: Pick<Storage, 'deliveries' | 'versions'>, municipality: string) {
  const shared = openShared(storage, municipality);
  return {
    /** One round trip. */
    read: async (): Promise<UnknownNames> => schema.parse((await shared.read(ROW)).value ?? none),

    /** Makes them into the next; `next` may be asked more than once, and gives undefined where nothing is to change. */
    async change(next: (names: UnknownNames) => UnknownNames | undefined): Promise<void> {
      await shared.change<UnknownNames>(ROW, (value) => next(schema.parse(value ?? none)));
    },
  };
}
