import type { TransactionAction } from '@azure/data-tables';
import type { IdeaEvent } from '../../domain/idea/events.js';
import { type Reaction, type ReactionTally, reactionNames, tallied } from '../../domain/idea/reactions.js';
import type { Words } from '../../domain/idea/words.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Instant } from '../../domain/time.js';
import { MOST_ENTITIES } from '../commit.js';
import * as keys from '../keys.js';
import { firstReadable, keptOf, withKept } from '../row-kinds.js';
import { UnreadableRow } from '../row-versions.js';
import { readPages, readRow, readRows, type StoredRow, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import { type LogRow, splitEvent } from './idea-rows.js';
import { reactionLines } from './lists/reaction-lines.js';
import { carryReactions } from './merging/carried-reactions.js';
import {
  columnsOf,
  owedIn,
  owedKind,
  type Reacted,
  type ReactionCount,
  type ReactionRow,
  type Reactions,
  readReaction,
  readTally,
  type TallyRow,
  type Uncounted,
  type UncountedRow,
  type Untold,
  type UntoldRow,
} from './reaction-kinds.js';

export type { Reacted, ReactionCount, Reactions } from './reaction-kinds.js';

/** Beside those that one transaction counts, it holds the tally and what is told of it. */
export const MOST_COUNTED = MOST_ENTITIES - 2;
/** So often it is tried to take one back while others count. */
const TAKING_TRIES = 20;
/** So many rows one look takes: a page. */
const AT_ONCE = 1000;

export type ReactionStore = ReturnType<typeof openReactions>;

/**
 * What people say of an idea by a press. Each is a row that is written once, with its own small commit, and touches nothing
 * that others write. How many there are is counted afterwards, from rows that go in the transaction that counts them: so
 * each is counted exactly once, by however many and however they end.
 */
export function openReactions(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);
  const create = (rowKey: string, columns: object): TransactionAction => [
    'create',
    { partitionKey, rowKey, ...columns },
  ];

  const read = (id: string, reaction: Reaction, person: PersonRef) =>
    readRow<ReactionRow>(table, partitionKey, keys.reactionKey(reaction, id, person));
  const tallyRow = (id: string) => readRow<TallyRow>(table, partitionKey, keys.tallyKey(id));

  /** A tally that cannot be read is counted and told of, and shown as if nobody had said so. */
  function shownTally(row: StoredRow<TallyRow> | undefined, id: string, reaction: Reaction): ReactionTally {
    const found = readTally(row, id, reaction);
    if (found.ok) return found.value;
    versions.unread(found.unread);
    return { count: 0 };
  }

  /** To be counted on: nothing is written over one that cannot be read. */
  function sureTally(row: StoredRow<TallyRow> | undefined, id: string, reaction: Reaction): ReactionTally {
    const found = readTally(row, id, reaction);
    if (found.ok) return found.value;
    versions.unread(found.unread);
    throw new UnreadableRow(found.unread);
  }

  /**
   * What is owed, a page of it; `more`: this is not all. Then what is to be told is read by itself, and what is to be counted
   * after an idea and around: one whose tally cannot be read stands before no other, however much of it there is.
   */
  async function owedRows(after: string) {
    const first = (range: { from: string; to: string }) =>
      firstReadable(versions, owedKind, table, keys.inRange(partitionKey, range), AT_ONCE);
    const rows = await first(keys.reactionsOwed());
    if (rows.length < AT_ONCE) return { rows, more: false };
    // No key goes on after an idea's id with a sign that sorts after `|`.
    const counts = keys.around(keys.reactionsOwed('count'), after && `${after}}`);
    const [tell = [], ...found] = await Promise.all([keys.reactionsOwed('tell'), ...counts].map(first));
    return { rows: [...found.flat().slice(0, AT_ONCE), ...tell], more: true };
  }

  /** False where somebody else came first, and where it is there already. */
  const committed = (actions: TransactionAction[]): Promise<boolean> => unlessChanged(table.submitTransaction(actions));

  return {
    /**
     * Adds one that is not there yet. `event` says the same for the log. False where the person's own is there: it stands.
     * One round trip.
     */
    add(id: string, reaction: Reaction, { person, at, idempotencyKey, words, department }: Reacted, event: IdeaEvent) {
      const where = department !== undefined && { department };
      const row: ReactionRow = {
        at,
        idempotencyKey,
        ...(Object.keys(words).length > 0 && wordsColumn(words)),
        ...where,
      };
      // It has no number in the record of the idea, which does not change.
      const logged: LogRow = { record: 'idea', ...splitEvent({ ...event, seq: 0 }).row };
      return committed([
        create(keys.reactionKey(reaction, id, person), row),
        create(keys.reactionLogKey(at, id, reaction, person), logged),
        traceOf(partitionKey, person, { record: 'idea', id }),
        create(keys.uncountedKey(id, reaction, person), {
          ...(row.words && { says: true }),
          ...where,
        } satisfies UncountedRow),
      ]);
    },

    /** Somebody's own, or undefined. One round trip. */
    async of(id: string, reaction: Reaction, person: PersonRef): Promise<Reacted | undefined> {
      const row = await read(id, reaction, person);
      return row && reactedIn(row, person);
    },

    /** Everybody who has said so. */
    async everybody(id: string, reaction: Reaction): Promise<PersonRef[]> {
      const all: PersonRef[] = [];
      for await (const some of pages(id, reaction, AT_ONCE)) all.push(...some);
      return all;
    },

    /** The same, so many at a time. */
    pages,

    /** Whether anybody has. One round trip. */
    async any(id: string, reaction: Reaction): Promise<boolean> {
      const range = keys.inRange(partitionKey, keys.prefixRange(keys.reactionKey(reaction, id, '')));
      return (await readRows<object>(table, range, { limit: 1, select: ['RowKey'] })).length > 0;
    },

    /** How many there are, and whether this person is one of them: a read and one for each reaction, in one round trip's time. */
    async on(id: string, person: PersonRef): Promise<Reactions> {
      const [row, ...own] = await Promise.all([tallyRow(id), ...reactionNames.map((one) => read(id, one, person))]);
      const entries = reactionNames.map(
        (one, at) => [one, { ...countedIn(row, id, one), mine: own[at] !== undefined }] as const,
      );
      return Object.fromEntries(entries) as Reactions;
    },

    /** One round trip. */
    tally: async (id: string, reaction: Reaction): Promise<ReactionTally> =>
      shownTally(await tallyRow(id), id, reaction),

    /**
     * What is not counted, by idea, and what nobody has been told of; `more`: this is not all, and what is to be counted begins
     * after that of the idea named, whether there is such an idea or not. One round trip; two where there is more.
     */
    async owed(after = ''): Promise<{ uncounted: Uncounted[]; untold: Untold[]; more: boolean }> {
      const { rows, more } = await owedRows(after);
      return { ...owedIn(rows), more };
    },

    /**
     * Counts at most `MOST_COUNTED` of an idea's, and takes away what said that they are not counted. False where somebody
     * else has counted some of them just now. Throws where the tally cannot be read. Two round trips, two more where one of the same name is still to be told.
     */
    async count({ id, reaction, rows: some }: Uncounted, now: Instant): Promise<boolean> {
      const row = await tallyRow(id);
      const come = some.filter(({ gone }) => !gone);
      const left = some.filter(({ gone }) => gone).map(({ department }) => department);
      const { tally, opens } = tallied(sureTally(row, id, reaction), { come, gone: left.length, left }, now);
      const entity = { partitionKey, rowKey: keys.tallyKey(id), [reaction]: JSON.stringify(tally) };
      const counted = (...untold: TransactionAction[]) =>
        committed([
          row ? ['update', entity, 'Merge', { etag: row.etag }] : ['create', entity],
          // The tally's etag guards them: they go only with it. Where one is gone, nothing of this happens.
          ...some.map(({ rowKey }): TransactionAction => ['delete', { partitionKey, rowKey }]),
          ...untold,
        ]);
      if (!opens) return counted();
      const untold = keys.untoldKey(id, reaction, opens.from);
      const columns = { due: opens.due } satisfies UntoldRow;
      if (await counted(create(untold, columns))) return true;
      // After somebody has taken theirs back there may be one of the same name, of which nobody is told yet.
      const stands = await readRow<object>(table, partitionKey, untold);
      if (!stands) return false;
      return counted(['update', { partitionKey, rowKey: untold, ...columns }, 'Merge', { etag: stands.etag }]);
    },

    /** They will be told: what is owed to each of them stands elsewhere. One round trip. */
    told: ({ id, reaction, from, etag }: Untold): Promise<void> =>
      unlessGone(table.deleteEntity(partitionKey, keys.untoldKey(id, reaction, from), { etag })),

    /** Takes the words of somebody who has left away for good; that they said it stands, and leads to nobody. */
    async eraseWords(id: string, person: PersonRef): Promise<void> {
      for (const reaction of reactionNames) {
        for (let row = await read(id, reaction, person); row?.words; row = await read(id, reaction, person)) {
          const { words: _, ...rest } = columnsOf(row);
          const without = { partitionKey, rowKey: row.rowKey, ...rest };
          await unlessGone(table.updateEntity(without, 'Replace', { etag: row.etag }));
        }
      }
    },

    /** Of two references that are one person's, those of the first stand under the second; of two that say the same, one goes. */
    async move(id: string, from: PersonRef, to: PersonRef): Promise<void> {
      for (const reaction of reactionNames) {
        const row = await read(id, reaction, from);
        if (!row) continue;
        const { rowKey } = row;
        const found = readReaction(row);
        // A later look, or an instance that can read it, moves it.
        if (!found.ok) throw new UnreadableRow(found.unread);
        const moved = create(keys.reactionKey(reaction, id, to), withKept(columnsOf(row), keptOf(found).kept));
        if (await committed([['delete', { partitionKey, rowKey }], moved])) continue;
        await take(id, reaction, from);
      }
    },

    /**
     * Takes somebody's own away with its words, and off the tally: they take it back, or it stands elsewhere, as in the row of an
     * idea from before it had one of its own. Nothing where there is none. Two round trips.
     */
    take,

    /** What has been written with them (reaction-lines.ts). */
    lines: reactionLines(storage, partitionKey),

    /** They go along when the idea becomes a part of another one (merging/carried-reactions.ts). */
    carry: carryReactions(storage, partitionKey),
  };

  async function* pages(id: string, reaction: Reaction, size: number): AsyncGenerator<PersonRef[]> {
    const range = keys.inRange(partitionKey, keys.prefixRange(keys.reactionKey(reaction, id, '')));
    for await (const rows of readPages<object>(table, range, { size, select: ['RowKey'] })) {
      yield rows.flatMap(({ rowKey }) => rowKey.split('|')[2] ?? []);
    }
  }

  function countedIn(
    row: StoredRow<TallyRow> | undefined,
    id: string,
    reaction: Reaction,
  ): Omit<ReactionCount, 'mine'> {
    const { count, departments } = shownTally(row, id, reaction);
    return { count, ...(departments && { departments }) };
  }

  function reactedIn(row: StoredRow<ReactionRow>, person: PersonRef): Reacted | undefined {
    const found = readReaction(row);
    if (!found.ok) {
      versions.unread(found.unread);
      return undefined;
    }
    const { department, out, ...said } = found.value;
    return { person, ...said, ...(department !== undefined && { department }), ...(out && { out }) };
  }

  /** Counted, it is taken off; not counted yet, it never is. Somebody else may count it, or take it away, in between. */
  async function take(id: string, reaction: Reaction, person: PersonRef): Promise<void> {
    for (let tries = 0; tries < TAKING_TRIES; tries++) {
      const uncounted = keys.uncountedKey(id, reaction, person);
      const [row, waits] = await Promise.all([
        read(id, reaction, person),
        readRow<object>(table, partitionKey, uncounted),
      ]);
      if (!row) return;
      const { rowKey, at, department } = row;
      const gone = keys.uncountedKey(id, reaction, person, { said: at });
      const taken = await committed([
        ['delete', { partitionKey, rowKey }],
        waits ? ['delete', { partitionKey, rowKey: uncounted }] : create(gone, department ? { department } : {}),
      ]);
      if (taken) return;
    }
    throw new Error(`What somebody has said of idea ${id} changed ${TAKING_TRIES} times while it was taken back`);
  }
}

const wordsColumn = (words: Words): Pick<ReactionRow, 'words'> => ({ words: JSON.stringify(words) });
