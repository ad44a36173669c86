import { isDeepStrictEqual } from 'node:util';
import type { TableClient, TransactionAction } from '@azure/data-tables';
import { type Decider, differentPosts, type TakenAs } from '../../domain/person/decider.js';
import type { PersonRef } from '../../domain/person/person.js';
import { type Instant, laterOf } from '../../domain/time.js';
import * as keys from '../keys.js';
import { type ColumnsOf, ifReadable, type ReadableRow, readable, surelyReadable } from '../row-kinds.js';
import type { RowVersions } from '../row-versions.js';
import { isStatus, readRow, readRows, unlessGone } from '../rows.js';
import { leavingKind, personKind } from './person-kinds.js';

/** What of a person's row matters here: of somebody who has left and had decided something, what stays with the decisions. */
export type PersonColumns = ColumnsOf<typeof personKind>;

/** Of somebody who leaves and may have decided something: their name and posts, until it is known whether they have. */
export interface LeavingRow {
  since: Instant;
  name?: string;
  held?: string;
  /** What they have decided, as far as their ideas have been looked through, as JSON. */
  decided?: string;
  /** What they are to be known again by in ideas that are not looked through yet, as JSON. */
  marks?: string;
}

/** Somebody who has had their data erased, and since when; nothing says who they were. */
export interface ErasedPerson {
  ref: PersonRef;
  since: Instant;
  /** By which they are known again where they must not decide. */
  marks: string[];
}

/** What is kept of whoever may have decided something, when they leave. */
export interface Keeping {
  name: string;
  /** Their posts on that day: what is said of decisions of which nothing else tells. */
  held: TakenAs[];
}

/** What stays of those who decided and have had their data erased, in the table People beside everybody else. */
export function openLeavers(table: TableClient, versions: RowVersions, partitionKey: string) {
  const rowOf = (key: string) => readRow(table, partitionKey, key);
  const leavingRow = async (ref: PersonRef) => surelyReadable(versions, leavingKind, await rowOf(keys.leavingKey(ref)));
  const personRow = async (ref: PersonRef) => surelyReadable(versions, personKind, await rowOf(keys.personKey(ref)));

  /** The name that stays with the decisions of the one whose row is left without anything else; undefined for none. */
  async function nameIn({ decider, rowKey }: ReadableRow<PersonColumns>): Promise<string | undefined> {
    if (decider) return decider.name;
    const row = await rowOf(keys.leavingKey(rowKey.split('|')[1] ?? ''));
    return ifReadable(versions, leavingKind, row)?.name;
  }

  /**
   * Notes what somebody who leaves has decided in one idea, before the trace that leads there goes. Nothing where no name
   * was kept. Any number may note at once; settles when it stands.
   */
  async function noteDecided(ref: PersonRef, { posts, until }: Omit<Decider, 'name'>): Promise<void> {
    for (;;) {
      const row = await leavingRow(ref);
      if (!row?.name) return;
      const before = row.decided;
      const all = differentPosts([...(before?.posts ?? []), ...posts]);
      if (before && before.until >= until && all.length === before.posts.length) return;
      const decided = JSON.stringify({ posts: all, until: laterOf(until, before?.until) });
      try {
        const { etag } = row;
        await table.updateEntity({ partitionKey, rowKey: row.rowKey, decided }, 'Merge', { etag });
        return;
      } catch (error) {
        if (!isStatus(error, 412)) throw error;
      }
    }
  }

  /**
   * All ideas of somebody who leaves have been looked through: of a decider name, posts and the last day stay under their
   * reference, which no address or identity leads to; of everybody else no name is left. Done again it changes nothing.
   */
  async function settled(ref: PersonRef): Promise<void> {
    for (;;) {
      const [row, person] = await Promise.all([leavingRow(ref), personRow(ref)]);
      if (!row?.decided || !row.name || !person) return;
      const { posts, until } = row.decided;
      const decider: Decider = { name: row.name, posts: posts.length > 0 ? posts : (row.held ?? []), until };
      if (isDeepStrictEqual(person.decider, decider)) return;
      try {
        const entity = { partitionKey, rowKey: person.rowKey, decider: JSON.stringify(decider) };
        await table.updateEntity(entity, 'Merge', { etag: person.etag });
        return;
      } catch (error) {
        if (!isStatus(error, 412)) throw error;
      }
    }
  }

  /** Those who have left, by reference, until all that was theirs is gone. One round trip. */
  async function leaving(): Promise<ErasedPerson[]> {
    const range = keys.inRange(partitionKey, keys.prefixRange(keys.prefixes.leaving));
    const rows = readable(versions, leavingKind, await readRows(table, range));
    return rows.map(({ rowKey, since, marks = [] }) => ({ ref: rowKey.split('|')[1] ?? '', since, marks }));
  }

  /** All is gone: the last that told of them, their reference, too, unless a decision keeps their name. */
  async function gone(ref: PersonRef): Promise<void> {
    const row = await personRow(ref);
    const rows = [...(row?.decider ? [] : [keys.personKey(ref)]), keys.leavingKey(ref)];
    const actions = rows.map((rowKey): TransactionAction => ['delete', { partitionKey, rowKey }]);
    await unlessGone(table.submitTransaction(actions));
  }

  return { nameIn, noteDecided, settled, leaving, gone };
}
