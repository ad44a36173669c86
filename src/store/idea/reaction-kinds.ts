import { z } from 'zod';
import {
  type Come,
  type Reaction,
  type ReactionRound,
  type ReactionTally,
  reactionNames,
} from '../../domain/idea/reactions.js';
import type { Words } from '../../domain/idea/words.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Instant } from '../../domain/time.js';
import { type Read, rowKind } from '../row-kinds.js';
import type { UnreadRow } from '../row-versions.js';
import type { StoredRow } from '../rows.js';
import { readJson } from './idea-kinds.js';

/** How the rows of reactions are read. A tally that only a newer version could add to is left to that one. */

/** What one person has said of an idea by a press, as it is stored. */
export interface ReactionRow {
  at: Instant;
  idempotencyKey: string;
  /** As JSON: they can be erased, and the row stays. */
  words?: string;
  /** The code of the department in which they were then. */
  department?: string;
  /** Those who decide have taken the words out of sight. */
  out?: 'hidden';
}

/** What one person has said of an idea by a press. */
export interface Reacted {
  person: PersonRef;
  at: Instant;
  /** The press, so that it is the same one when it comes again. */
  idempotencyKey: string;
  words: Words;
  /** The code of the department in which they were then. */
  department?: string;
  /** Those who decide have taken the words out of sight: nobody reads them but the one who wrote them. */
  out?: 'hidden';
}

/** How many are counted, and whether the reader is one of them, who may not be counted yet. */
export type Reactions = { readonly [R in Reaction]: ReactionCount };
export interface ReactionCount {
  count: number;
  mine: boolean;
  /** How many by the code of their department. */
  departments?: Readonly<Record<string, number>>;
}

/** One row for all reactions to an idea, each a tally as JSON, in a column of its own that the others' counting leaves as it is. */
export type TallyRow = Partial<Record<Reaction, string>>;

/** Those of one idea that are not counted yet. */
export interface Uncounted {
  id: string;
  reaction: Reaction;
  rows: readonly (Come & { gone: boolean; rowKey: string })[];
}

/** That those whose idea it is are to be told. */
export interface Untold extends Pick<ReactionRound, 'from' | 'due'> {
  id: string;
  reaction: Reaction;
  etag: string;
}

export interface UntoldRow {
  due: Instant;
}
/** `says`: with a line of their own. `carried`: it has come with another idea, and is told to nobody. */
export interface UncountedRow {
  says?: boolean;
  department?: string;
  carried?: boolean;
}

/** What is written of a row, whatever else it held. */
export const columnsOf = ({ at, idempotencyKey, words, department, out }: ReactionRow): ReactionRow => ({
  ...{ at, idempotencyKey },
  ...(words !== undefined && { words }),
  ...(department !== undefined && { department }),
  ...(out !== undefined && { out }),
});

export const reactionKind = rowKind('reaction', {
  at: z.string(),
  idempotencyKey: z.string(),
  words: z.string().exactOptional(),
  department: z.string().exactOptional(),
  out: z.literal('hidden').exactOptional(),
});
/** What is not counted, or not told of yet: which, of which idea and by whom stands in the key. */
export const owedKind = rowKind('reactions', {
  due: z.string().exactOptional(),
  says: z.boolean().default(false),
  department: z.string().exactOptional(),
  carried: z.boolean().exactOptional(),
});
const tallyKind = rowKind('tally', Object.fromEntries(reactionNames.map((one) => [one, z.string().exactOptional()])));

const round = {
  from: z.number(),
  due: z.string(),
  newest: z.array(z.string()).default([]),
  said: z.number().default(0),
  carried: z.number().exactOptional(),
};
const tally = z.object({
  count: z.number(),
  departments: z.record(z.string(), z.number()).exactOptional(),
  telling: z.object(round).exactOptional(),
  earlier: z.object({ ...round, until: z.number() }).exactOptional(),
});

/** Words that cannot be read cost the words. */
export function readReaction(row: StoredRow<ReactionRow>): Read<Omit<ReactionRow, 'words'> & { words: Words }> {
  const read = reactionKind.read(row, row.rowKey);
  if (!read.ok) return read;
  const words = readJson(read.value.words ?? '{}', z.record(z.string(), z.string()), 'words');
  return { ...read, value: { ...read.value, words: words.ok ? words.value : {} } };
}

/** The tally of one reaction to an idea; that of nobody where there is none yet. */
export function readTally(
  row: StoredRow<TallyRow> | undefined,
  id: string,
  reaction: Reaction,
): { ok: true; value: ReactionTally } | { ok: false; unread: UnreadRow } {
  if (!row) return { ok: true, value: { count: 0 } };
  const read = tallyKind.read(row, id);
  if (!read.ok) return read;
  const stored = read.value[reaction];
  if (stored === undefined) return { ok: true, value: { count: 0 } };
  const found = readJson(stored, tally, reaction);
  return found.ok ? found : { ok: false, unread: { kind: tallyKind.name, id, why: found.why, newer: false } };
}

/** What is owed, by idea and reaction. */
export function owedIn(rows: readonly (Partial<UntoldRow & UncountedRow> & { rowKey: string; etag: string })[]): {
  uncounted: Uncounted[];
  untold: Untold[];
} {
  const groups = new Map<string, { id: string; reaction: Reaction; rows: Uncounted['rows'][number][] }>();
  const untold: Untold[] = [];
  for (const { rowKey, etag, due, says = false, department, carried = false } of rows) {
    const [, what, id = '', name, last = '', gone] = rowKey.split('|');
    const reaction = reactionNames.find((one) => one === name);
    // One that only a newer version knows is left for that one.
    if (!reaction) continue;
    if (what === 'tell' && due) untold.push({ id, reaction, from: Number(last), due, etag });
    if (what !== 'count') continue;
    const group = groups.get(`${id}|${reaction}`) ?? { id, reaction, rows: [] };
    group.rows.push({
      person: last,
      says,
      gone: gone === 'gone',
      rowKey,
      ...(department !== undefined && { department }),
      ...(carried && { carried }),
    });
    groups.set(`${id}|${reaction}`, group);
  }
  return { uncounted: [...groups.values()], untold };
}
