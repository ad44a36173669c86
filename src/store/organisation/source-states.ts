import { z } from 'zod';
import type { Loss } from '../../domain/organisation/sources/loss.js';
import type { SourceName } from '../../domain/organisation/sources/staff.js';
import type { Instant } from '../../domain/time.js';
import { openShared } from '../shared.js';
import type { Storage } from '../storage.js';

/** A loss that is not ordinary: what it is, and since when the office is asked, or has said yes. */
export interface AskedLoss {
  loss: Loss;
  at: Instant;
  /** The office has been asked. */
  told?: boolean;
}

/** How far a source has been read, and what of it waits. Names departments as the source does, and no people. */
export interface SourceState {
  /** Where the next look goes on, as the source has said it. */
  next?: string;
  /** When all of it was looked at last. */
  wholeAt?: Instant;
  /** What the office is asked about. */
  asked?: AskedLoss;
  /** What it has said yes to, until a look has done it. */
  allowed?: AskedLoss;
  /** The beginnings of the marks of addresses whose owners' personal data are protected. */
  hidden?: readonly string[];
}

const loss = z.object({
  of: z.number(),
  gone: z.number(),
  departments: z.array(z.object({ name: z.string(), of: z.number(), gone: z.number() })),
});
const askedLoss = z.object({ loss, at: z.string(), told: z.boolean().exactOptional() });
/** What cannot be read is as if nothing had been read: then the whole source is looked at anew. */
const stateSchema = z
  .looseObject({
    next: z.string().exactOptional(),
    wholeAt: z.string().exactOptional(),
    asked: askedLoss.exactOptional(),
    allowed: askedLoss.exactOptional(),
    hidden: z.array(z.string()).exactOptional(),
  })
  .catch({});

export type SourceStateStore = ReturnType<typeof openSourceStates>;

/** How far each source of who works where has been read: a small value that all instances agree on. */
export function openSourceStates(storage: Pick<Storage, 'deliveries' | 'versions'>, municipality: string) {
  const shared = openShared(storage, municipality);
  const nameOf = (source: SourceName) => `staff.${source}`;
  return {
    /** One round trip. */
    async read(source: SourceName): Promise<SourceState> {
      return stateSchema.parse((await shared.read(nameOf(source))).value ?? {});
    },

    /** Makes the state into the next; `next` may be asked more than once, and gives undefined where nothing is to change. */
    async change(source: SourceName, next: (state: SourceState) => SourceState | undefined): Promise<SourceState> {
      const stands = await shared.change<SourceState>(nameOf(source), (value) => next(stateSchema.parse(value ?? {})));
      return stateSchema.parse(stands ?? {});
    },
  };
}
