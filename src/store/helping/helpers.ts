import type { TransactionAction } from '@azure/data-tables';
import type { HelpArea } from '../../domain/helping/help.js';
import { FEWEST_HELPERS, type Helper } from '../../domain/helping/helper.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Day } from '../../domain/time.js';
import * as keys from '../keys.js';
import { movesOf } from '../record/record-rows.js';
import { type KeptColumns, surelyReadable, withKept } from '../row-kinds.js';
import { readRow, readRows, unlessChanged } from '../rows.js';
import type { Storage } from '../storage.js';
import { helperKind } from './help-kinds.js';
import { columnsOfHelper, everyHelper, helperKey, helpersIn, helpersRested, listsOfHelper } from './help-rows.js';

/** Somebody who can help, with the version that the next change must name, and the rows that change with it. */
export interface StoredHelper {
  helper: Helper;
  etag: string;
  lists: readonly string[];
  kept?: KeptColumns;
}

export type HelperStore = ReturnType<typeof openHelpers>;

/** Who has said that they can help, with what and how much. Nobody is shown this but each their own. */
export function openHelpers({ ideas: table, versions }: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const partitionKey = keys.recordsPartition(municipality);
  const range = (part: { from: string; to: string }) => keys.inRange(partitionKey, part);

  async function of(person: PersonRef): Promise<StoredHelper | undefined> {
    const row = await readRow<object>(table, partitionKey, helperKey(person));
    const found = surelyReadable(versions, helperKind, row, 'helper');
    if (!found) return undefined;
    const { partitionKey: _, rowKey: __, etag, kept, lists, ...helper } = found;
    return { helper: { person, ...helper }, etag, lists, ...(kept && { kept }) };
  }

  /** What a change of somebody writes, for a transaction of several things. */
  function rowsFor(before: StoredHelper | undefined, after: Helper): TransactionAction[] {
    const lists = listsOfHelper(after);
    const row = { partitionKey, ...columnsOfHelper(after), lists: JSON.stringify(Object.keys(lists)) };
    return [
      before ? ['update', withKept(row, before.kept), 'Replace', { etag: before.etag }] : ['create', row],
      ...movesOf(partitionKey, before?.lists ?? [], lists),
    ];
  }

  const keep = (before: StoredHelper | undefined, after: Helper): Promise<boolean> =>
    unlessChanged(table.submitTransaction(rowsFor(before, after)));

  /** Those whose references stand in the third or fourth place of these keys. */
  const namedIn = (rows: readonly { rowKey: string }[], place: number): PersonRef[] =>
    rows.flatMap(({ rowKey }) => rowKey.split('|')[place] ?? []);

  return {
    /** What somebody has said; undefined where they have said nothing. One round trip. */
    of,
    rowsFor,

    /** Writes it. False where something else changed it first. One round trip. */
    keep,

    /** Takes it away, with all lists in which it stands. False where something else changed it first. One round trip. */
    remove: ({ helper, etag, lists }: StoredHelper): Promise<boolean> =>
      unlessChanged(
        table.submitTransaction([
          ['delete', { partitionKey, rowKey: helperKey(helper.person), etag }],
          ...movesOf(partitionKey, lists, {}),
        ]),
      ),

    /** Whether so many have said that they can help that nobody can know of any one. One round trip, of five keys. */
    async areEnough(): Promise<boolean> {
      const found = await readRows(table, range(everyHelper), { limit: FEWEST_HELPERS, select: ['RowKey'] });
      return found.length >= FEWEST_HELPERS;
    },

    /**
     * Who can be asked in an area, those first who were asked least, so many at most: however many there are, the first ones
     * are found by their keys. One round trip.
     */
    async leastAsked(area: HelpArea, limit: number): Promise<PersonRef[]> {
      return namedIn(await readRows(table, range(helpersIn(area)), { limit, select: ['RowKey'] }), 3);
    },

    /** Whose rest is over, so many at most. One round trip. */
    async rested(today: Day, limit: number): Promise<PersonRef[]> {
      return namedIn(await readRows(table, range(helpersRested(today)), { limit, select: ['RowKey'] }), 2);
    },
  };
}
