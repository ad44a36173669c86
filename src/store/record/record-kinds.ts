import { z } from 'zod';
import { day, instant } from '../idea/state/idea-state.js';
import { ifReadable, json, type RowKind } from '../row-kinds.js';
import type { RowVersions } from '../row-versions.js';
import type { StoredRow } from '../rows.js';

/**
 * Columns that records share whose rows hold a state, words and the keys of their lists, whatever their kind. What only a newer version
 * knows is kept as it is; a stage or an event for which this version has no rule makes the row one that cannot be read.
 */
export const text = z.string();
export const yes = z.literal(true).exactOptional();
const wordsKept = json(z.record(z.string(), z.string()));

/** Of a record's own row, beside its `record`. */
export const recordColumns = <S>(state: z.ZodType<S>) => ({
  // For those who look into the table: the state has them too.
  ...{ stage: text.exactOptional(), department: text.exactOptional() },
  state: json(state),
  words: wordsKept,
  /** Keys of the rows that change with it. */
  lists: json(z.array(text)).default([]),
});
/** Of those, what may be longer than a column. */
export const recordLengths = { long: ['state', 'words'], joined: true };

/** Of a row that a list of records, or what they belong to, finds one by. */
export const listColumns = <S>(state: z.ZodType<S>) => ({ state: json(state), words: wordsKept });

/** Of an event's row. */
export const eventColumns = (types: readonly string[]) => ({
  body: json(
    z.looseObject({
      ...{ type: z.enum(types), seq: z.number(), at: instant, day, by: text },
      data: z.looseObject({}).default({}),
    }),
  ),
});
/** Of what was said with it. */
export const textColumns = { words: wordsKept };

/** What a row tells that happened, without words; undefined of what only a newer version knows. */
export const eventsIn =
  <E>(kind: RowKind<{ body: object }>) =>
  (versions: RowVersions, row: StoredRow<object>): E | undefined => {
    const body = ifReadable(versions, kind, row)?.body;
    return body && ({ ...body, words: {} } as unknown as E);
  };
