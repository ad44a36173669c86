import type { TableClient, TransactionAction } from '@azure/data-tables';
import { type Decider, differentPosts, type TakenAs } from '../../domain/idea/deciding/decider.js';
import type { PersonRef } from '../../domain/person/person.js';
import { type Instant, laterOf } from '../../domain/time.js';
import * as keys from '../keys.js';
import { isStatus, readRow, readRows, type StoredRow, unlessGone } from '../rows.js';

export interface PersonRow {
  body?: string;
  /** This reference is another one's now. */
  same?: PersonRef;
  /** Of somebody who has left and had decided something: what stays with the decisions, as JSON. */
  decider?: string;
}

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
export function openLeavers(table: TableClient, partitionKey: string) {
  const leavingRow = (ref: PersonRef) => readRow<LeavingRow>(table, partitionKey, keys.leavingKey(ref));

  /** The name that stays with the decisions of the one whose row is left without anything else; undefined for none. */
  async function nameIn({ decider, rowKey }: StoredRow<PersonRow>): Promise<string | undefined> {
    if (decider) return (JSON.parse(decider) as Decider).name;
    return (await leavingRow(rowKey.split('|')[1] ?? ''))?.name;
  }

  /**
   * Notes what somebody who leaves has decided in one idea, before the trace that leads there goes. Nothing where no name
   * was kept. Any number may note at once; settles when it stands.
   */
  async function noteDecided(ref: PersonRef, { posts, until }: Omit<Decider, 'name'>): Promise<void> {
    for (;;) {
      const row = await leavingRow(ref);
      if (!row?.name) return;
      const before = row.decided ? (JSON.parse(row.decided) as Omit<Decider, 'name'>) : undefined;
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
      const [row, person] = await Promise.all([
        leavingRow(ref),
        readRow<PersonRow>(table, partitionKey, keys.personKey(ref)),
      ]);
      if (!row?.decided || !row.name || !person) return;
      const { posts, until } = JSON.parse(row.decided) as Omit<Decider, 'name'>;
      const held = JSON.parse(row.held ?? '[]') as TakenAs[];
      const decider = JSON.stringify({
        name: row.name,
        posts: posts.length > 0 ? posts : held,
        until,
      } satisfies Decider);
      if (person.decider === decider) return;
      try {
        const entity = { partitionKey, rowKey: person.rowKey, decider };
        await table.updateEntity(entity, 'Replace', { etag: person.etag });
        return;
      } catch (error) {
        if (!isStatus(error, 412)) throw error;
      }
    }
  }

  /** Those who have left, by reference, until all that was theirs is gone. One round trip. */
  async function leaving(): Promise<ErasedPerson[]> {
    const range = keys.inRange(partitionKey, keys.prefixRange(keys.prefixes.leaving));
    const rows = await readRows<LeavingRow>(table, range);
    return rows.map(({ rowKey, since, marks = '[]' }) => ({
      ...{ ref: rowKey.split('|')[1] ?? '', since },
      marks: JSON.parse(marks) as string[],
    }));
  }

  /** All is gone: the last that told of them, their reference, too, unless a decision keeps their name. */
  async function gone(ref: PersonRef): Promise<void> {
    const row = await readRow<PersonRow>(table, partitionKey, keys.personKey(ref));
    const rows = [...(row?.decider ? [] : [keys.personKey(ref)]), keys.leavingKey(ref)];
    const actions = rows.map((rowKey): TransactionAction => ['delete', { partitionKey, rowKey }]);
    await unlessGone(table.submitTransaction(actions));
  }

  return { nameIn, noteDecided, settled, leaving, gone };
}
