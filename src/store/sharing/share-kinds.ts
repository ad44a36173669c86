import { z } from 'zod';
import { entryKinds } from '../../domain/sharing/feed.js';
import { json, maybe, rowKind } from '../row-kinds.js';

const sheet = z.object({
  ...{ kind: z.enum(entryKinds), title: z.string(), need: z.string(), core: maybe(), ownWay: maybe(), first: maybe() },
  ...{ goal: maybe(), result: maybe(), lesson: maybe() },
  money: z.object({ value: z.number(), currency: z.literal('SEK'), hours: z.number().exactOptional() }).exactOptional(),
});

/** How the rows of what is shared are read. */
export const shareKind = rowKind('share', {
  version: z.number(),
  ...{ asked: maybe(), sharedAt: maybe(), withdrawn: maybe() },
  sheet: json(sheet).exactOptional(),
});

/** `todo`: who is to be told at the next look. */
export const shareDueKind = rowKind('shareDue', { todo: z.enum(['ask', 'yes', 'no']) });

/** The file as it was written last. */
export const sharedFileKind = rowKind('sharedFile', { number: z.number(), hash: z.string(), issued: z.string() });
