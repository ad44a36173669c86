import type { TransactionAction } from '@azure/data-tables';
import { dueOf, type KeptDraft } from '../../domain/draft/draft.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Instant } from '../../domain/time.js';
import { inRange, peoplePartition } from '../keys.js';
import { unmetBody } from '../person/people.js';
import { rowsOfPicked, stillPicked } from '../person/picked.js';
import { firstReadable, ifReadable, type KeptColumns, withKept } from '../row-kinds.js';
import { readRow, readRows, type StoredRow, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import * as keys from './draft-keys.js';
import { draftDueKind, draftKind } from './draft-kinds.js';

/** Which draft: whose, and by which operation it is sent in. */
export type DraftName = Pick<KeptDraft, 'person' | 'name'>;

/** A draft as it was read. */
export type ReadDraft = KeptDraft & { etag: string; kept?: KeptColumns };

/** A draft of which the time has come, and the row that says so. */
export type DueDraft = DraftName & { rowKey: string; etag: string };

export type DraftStore = ReturnType<typeof openDrafts>;

/**
 * What people have written and not sent in, in People, so that it goes with them: a row for each, and one in the order of
 * time by which it ends. Both come and go in one transaction.
 */
export function openDrafts({ people: table, versions }: Pick<Storage, 'people' | 'versions'>, municipality: string) {
  const partitionKey = peoplePartition(municipality);

  function fromRow(row: StoredRow<object>): ReadDraft | undefined {
    const [, person = '', name = ''] = row.rowKey.split('|');
    const found = ifReadable(versions, draftKind, row);
    return found && { ...found.body, person, name, etag: found.etag, ...(found.kept && { kept: found.kept }) };
  }

  const rowOf = ({ person, name, ...body }: KeptDraft) => ({
    ...{ partitionKey, rowKey: keys.draftKey(person, name), body: JSON.stringify(body) },
  });
  const dueRow = (draft: KeptDraft) => ({
    ...{ partitionKey, rowKey: keys.draftDueKey(dueOf(draft), draft.person, draft.name) },
  });

  const created = (draft: KeptDraft): TransactionAction[] => [
    ['create', rowOf(draft)],
    ['create', dueRow(draft)],
  ];

  const rowsOf = (person: PersonRef, limit?: number) =>
    readRows<object>(table, inRange(partitionKey, keys.draftsOf(person)), limit === undefined ? {} : { limit });

  /** Takes a draft away with what would end it. Nothing where that has been done. One round trip. */
  async function remove(draft: ReadDraft): Promise<void> {
    const { rowKey } = rowOf(draft);
    const both = table.submitTransaction([
      ['delete', { partitionKey, rowKey }],
      ['delete', dueRow(draft)],
    ]);
    // Where one of the two is gone already, so is the other, unless somebody has been in the rows by hand.
    if (!(await unlessChanged(both))) await unlessGone(table.deleteEntity(partitionKey, rowKey, { etag: draft.etag }));
  }

  /** Writes what has become of one in its place. False where somebody else came first. One round trip. */
  function change({ etag, kept, ...before }: ReadDraft, after: KeptDraft): Promise<boolean> {
    const moved: TransactionAction[] =
      dueOf(before) === dueOf(after)
        ? []
        : [
            ['delete', dueRow(before)],
            ['create', dueRow(after)],
          ];
    return unlessChanged(
      table.submitTransaction([['update', withKept(rowOf(after), kept), 'Replace', { etag }], ...moved]),
    );
  }

  return {
    /** Keeps drafts, all or none, once for their names: false where there is one. One round trip. */
    keep(...drafts: readonly KeptDraft[]): Promise<boolean> {
      return unlessChanged(table.submitTransaction(drafts.flatMap(created)));
    },

    /**
     * The same of a question, and what says that it is asked. `isNew`: of whom it asks nothing stood yet, and what they are known by when they
     * come is written with it; false too where that has changed meanwhile.
     */
    ask(question: KeptDraft, asking: KeptDraft, isNew: boolean): Promise<boolean> {
      const { unmet, person: ref } = question;
      const begun = isNew ? { ref, body: unmetBody(ref) } : undefined;
      const them = unmet && (begun ? rowsOfPicked(partitionKey, unmet, begun) : stillPicked(partitionKey, unmet, ref));
      return unlessChanged(table.submitTransaction([...(them ?? []), ...[question, asking].flatMap(created)]));
    },

    change,

    /** One round trip. */
    async get({ person, name }: DraftName): Promise<ReadDraft | undefined> {
      const row = await readRow<object>(table, partitionKey, keys.draftKey(person, name));
      return row && fromRow(row);
    },

    /** The drafts of a person, so many at most, the newest first. One round trip. */
    async of(person: PersonRef, limit: number): Promise<ReadDraft[]> {
      const rows = await rowsOf(person, limit);
      return rows.flatMap((row) => fromRow(row) ?? []).sort((one, other) => (one.at < other.at ? 1 : -1));
    },

    /** Those of which the time has come by now, so many at most, the oldest first. One round trip. */
    async due(now: Instant, limit: number): Promise<DueDraft[]> {
      const range = inRange(partitionKey, keys.draftsDueBy(now));
      const rows = await firstReadable(versions, draftDueKind, table, range, limit);
      return rows.map(({ rowKey, etag }) => {
        const [, , person = '', name = ''] = rowKey.split('|');
        return { person, name, rowKey, etag };
      });
    },

    remove,

    /** Takes away a row that leads to no draft any more. */
    async forget({ rowKey, etag }: DueDraft): Promise<void> {
      await unlessGone(table.deleteEntity(partitionKey, rowKey, { etag }));
    },

    /** All that somebody has written so, also what cannot be read: it holds words all the same. A round trip for each. */
    async removeAllOf(person: PersonRef): Promise<void> {
      for (const row of await rowsOf(person)) {
        const draft = fromRow(row);
        if (draft) await remove(draft);
        else await unlessGone(table.deleteEntity(partitionKey, row.rowKey, { etag: row.etag }));
      }
    },
  };
}
