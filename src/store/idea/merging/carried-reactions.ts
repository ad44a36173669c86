import type { TransactionAction } from '@azure/data-tables';
import type { Reaction } from '../../../domain/idea/reactions.js';
import type { PersonRef } from '../../../domain/person/person.js';
import * as keys from '../../keys.js';
import { firstReadable, type ReadableRow, withKept } from '../../row-kinds.js';
import { UnreadableRow } from '../../row-versions.js';
import { readRow, readRows, unlessChanged } from '../../rows.js';
import { type StoredStep, stepGoesOn } from '../../steps.js';
import type { Storage } from '../../storage.js';
import { traceOf } from '../../traces.js';
import { columnsOf, type ReactionRow, reactionKind, type UncountedRow } from '../reaction-kinds.js';

/** Six rows each, the other idea's and the step's: 98 entities. */
export const CARRIED_AT_ONCE = 16;

/** What people have said of one idea, which is to stand with another. */
export interface Carrying {
  from: string;
  /** As it was read: it is guarded that it is still so, and has not become a part of a third. */
  to: { id: string; etag: string };
  reaction: Reaction;
  /** Whether the other idea is somebody's own: of that they say nothing. */
  isOwn: (person: PersonRef) => boolean;
  /** What makes it necessary, which goes on or ends with it. */
  step?: StoredStep | undefined;
}

/**
 * Moves so many of them, in one transaction: each leaves the first idea and its tally, and stands with the second one, where
 * it is counted and told to nobody as new; whoever follows the first one follows the second. Of somebody who has said so of
 * both the one at the second stays, with the line of the first where it has none. `left`: there is more. Undefined where
 * somebody else changed any of it first. Throws where none of those that are left can be read. Three round trips.
 */
export function carryReactions(storage: Pick<Storage, 'ideas' | 'versions'>, partitionKey: string) {
  const { ideas: table, versions } = storage;
  const create = (rowKey: string, columns: object): TransactionAction => [
    'create',
    { partitionKey, rowKey, ...columns },
  ];
  const remove = (rowKey: string): TransactionAction => ['delete', { partitionKey, rowKey }];

  async function movesOf(row: ReadableRow<ReactionRow>, { from, to, reaction, isOwn }: Carrying) {
    const person = row.rowKey.split('|')[2] ?? '';
    const uncounted = keys.uncountedKey(from, reaction, person);
    const [waits, there, follows] = await Promise.all([
      readRow<object>(table, partitionKey, uncounted),
      readRow<Partial<ReactionRow>>(table, partitionKey, keys.reactionKey(reaction, to.id, person)),
      readRow<object>(table, partitionKey, keys.followKey(from, person)),
    ]);
    const { at, words, department } = row;
    const where = department !== undefined && { department };
    const leaves = [
      remove(row.rowKey),
      waits ? remove(uncounted) : create(keys.uncountedKey(from, reaction, person, { said: at }), { ...where }),
    ];
    if (isOwn(person)) return leaves;
    if (there) {
      const { rowKey, etag } = there;
      const joined = words && !there.words && { partitionKey, rowKey, words };
      return joined ? [...leaves, ['update', joined, 'Merge', { etag }] satisfies TransactionAction] : leaves;
    }
    return [
      ...leaves,
      create(keys.reactionKey(reaction, to.id, person), withKept(columnsOf(row), row.kept)),
      create(keys.uncountedKey(to.id, reaction, person), { carried: true, ...where } satisfies UncountedRow),
      // To follow twice is to follow: the row says nothing.
      ...(follows
        ? [['upsert', { partitionKey, rowKey: keys.followKey(to.id, person) }, 'Merge'] satisfies TransactionAction]
        : []),
      traceOf(partitionKey, person, { record: 'idea', id: to.id }),
    ];
  }

  return async (carrying: Carrying): Promise<{ left: boolean } | undefined> => {
    const { from, to, reaction, step } = carrying;
    const said = keys.inRange(partitionKey, keys.prefixRange(keys.reactionKey(reaction, from, '')));
    const rows = await firstReadable(versions, reactionKind, table, said, CARRIED_AT_ONCE + 1);
    if (rows.length === 0) {
      const [unread] = await readRows<object>(table, said, { limit: 1 });
      if (unread) throw new UnreadableRow({ kind: reactionKind.name, id: unread.rowKey, why: 'carried', newer: true });
    }
    if (rows.length === 0 && !step) return { left: false };
    const left = rows.length > CARRIED_AT_ONCE;
    const moves = await Promise.all(rows.slice(0, CARRIED_AT_ONCE).map((row) => movesOf(row, carrying)));
    const actions: TransactionAction[] = [
      ['update', { partitionKey, rowKey: keys.recordKey(to.id) }, 'Merge', { etag: to.etag }],
      ...moves.flat(),
      ...(step ? [stepGoesOn(partitionKey, step, left ? step.data : undefined)] : []),
    ];
    return (await unlessChanged(table.submitTransaction(actions))) ? { left } : undefined;
  };
}
