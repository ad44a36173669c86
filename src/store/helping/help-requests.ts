import type { TransactionAction } from '@azure/data-tables';
import { type Help, MOST_OF_IDEA, renamedIn } from '../../domain/helping/help.js';
import { afterHelp, isOverfull } from '../../domain/helping/helper.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Day, Week } from '../../domain/time.js';
import * as keys from '../keys.js';
import { movesOf } from '../record/record-rows.js';
import { type KeptColumns, readable, withKept } from '../row-kinds.js';
import { readRow, readRows, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import { helpHeldKind, helpKind, helpThankedKind } from './help-kinds.js';
import {
  columnsOfHelp,
  helpHeldBy,
  helpKey,
  helpsDue,
  helpsOf,
  helpThanked,
  listsOfHelp,
  placesOf,
} from './help-rows.js';
import type { HelperStore } from './helpers.js';

/** So many of one idea are read: those that are open, and those of which it is kept how they ended. */
const MOST_READ = 50;
/** So many are looked at in one round. */
export const MOST_HELP_DUE = 200;
/** So many who have helped a manager reads of in a week of a department. */
const MOST_THANKED = 20;

/** One that changes as often as this while somebody leaves is a fault. */
const MOST_TRIES = 20;

/** So many of a person's are read. */
const MOST_HELD = 500;

/** What somebody has had with a question for help with an idea. */
export interface HelpHeld {
  idea: string;
  on: Day;
  as: 'asks' | 'asked' | 'helps';
  line?: string;
}

/** A question for help with the version that the next change must name, and the rows that change with it. */
export interface StoredHelp {
  help: Help;
  etag: string;
  lists: readonly string[];
  kept?: KeptColumns;
}

/** Somebody who has helped somebody, for their manager. */
export interface HelpThanked {
  helper: PersonRef;
  unit?: string;
  thanks: string;
}

export type HelpRequestStore = ReturnType<typeof openHelpRequests>;

/** Questions for help with ideas, each until it is kept no longer how it ended. */
export function openHelpRequests(
  { ideas: table, versions }: Pick<Storage, 'ideas' | 'versions'>,
  municipality: string,
  helpers: Pick<HelperStore, 'of' | 'rowsFor'>,
) {
  const partitionKey = keys.recordsPartition(municipality);
  const range = (part: { from: string; to: string }) => keys.inRange(partitionKey, part);

  const toHelp = (rows: readonly { rowKey: string; etag: string; partitionKey: string }[]): StoredHelp[] =>
    readable(versions, helpKind, rows).map((row) => {
      const { partitionKey: _, rowKey, etag, kept, lists, week, department, unit, ...columns } = row;
      const [, idea = '', name = ''] = rowKey.split('|');
      const toldIn = week !== undefined && department !== undefined && { week, department, ...(unit && { unit }) };
      return { help: { idea, name, ...columns, ...(toldIn && { toldIn }) }, etag, lists, ...(kept && { kept }) };
    });

  function rowsFor(before: StoredHelp | undefined, after: Help): TransactionAction[] {
    const lists = listsOfHelp(after);
    const row = { partitionKey, ...columnsOfHelp(after), lists: JSON.stringify(Object.keys(lists)) };
    return [
      before ? ['update', withKept(row, before.kept), 'Replace', { etag: before.etag }] : ['create', row],
      ...movesOf(partitionKey, before?.lists ?? [], lists),
    ];
  }

  /** What a change makes of those whom it asks or no longer asks: a few of them, however many can help. */
  async function helpersFor(before: Help | undefined, after: Help, today: Day): Promise<TransactionAction[] | 'full'> {
    const refs = [before, after].flatMap((help) => (help ? [...help.asked, help.helper ?? []].flat() : []));
    const found = await Promise.all([...new Set(refs)].map(helpers.of));
    const changes = found.flatMap((stored) =>
      stored ? { stored, now: afterHelp(stored.helper, before, after, today) } : [],
    );
    if (changes.some(({ stored, now }) => isOverfull(now) && !isOverfull(stored.helper))) return 'full';
    return changes.flatMap(({ stored, now }) => helpers.rowsFor(stored, now));
  }

  async function of(idea: string): Promise<StoredHelp[]> {
    return toHelp(await readRows<object>(table, range(helpsOf(idea)), { limit: MOST_READ }));
  }

  async function named(idea: string, name: string): Promise<StoredHelp | undefined> {
    const row = await readRow<object>(table, partitionKey, helpKey(idea, name));
    return row && toHelp([row])[0];
  }

  /** Whom it names has a trace to its idea, by which what is theirs is found. */
  const tracesFor = (before: Help | undefined, { idea, by, asked, desk }: Help): TransactionAction[] =>
    [...new Set([by, ...asked, ...desk])]
      .filter((ref) => !(before && [before.by, ...before.asked, ...before.desk].includes(ref)))
      .map((ref) => traceOf(partitionKey, ref, { record: 'idea', id: idea }));

  /**
   * Writes one, and what becomes by it of those who can help, all or nothing. False where it, or one of them, changed first: of two
   * yes at the same moment one wins. False too where somebody would help with more than they can. Two round trips.
   */
  async function keep(before: StoredHelp | undefined, after: Help, today: Day): Promise<boolean> {
    const ofHelpers = await helpersFor(before?.help, after, today);
    if (ofHelpers === 'full') return false;
    return unlessChanged(
      table.submitTransaction([...rowsFor(before, after), ...ofHelpers, ...tracesFor(before?.help, after)]),
    );
  }

  async function remove({ help, etag, lists }: StoredHelp, today: Day): Promise<boolean> {
    // Nobody waits for it, and nobody helps.
    const ofHelpers = await helpersFor(help, { ...help, state: 'ended' }, today);
    if (ofHelpers === 'full') return false;
    return unlessChanged(
      table.submitTransaction([
        ['delete', { partitionKey, rowKey: helpKey(help.idea, help.name), etag }],
        ...movesOf(partitionKey, lists, {}),
        ...ofHelpers,
      ]),
    );
  }

  /** Does something to each of an idea for which that is to be done, again where it, or one who can help, has changed meanwhile. */
  async function inEach(idea: string, change: (stored: StoredHelp) => Promise<boolean> | false): Promise<void> {
    for (const { help } of await of(idea)) {
      for (let tries = 0; ; tries++) {
        const stored = await named(idea, help.name);
        const changing = stored && change(stored);
        if (!changing || (await changing)) break;
        if (tries >= MOST_TRIES) throw new Error(`A question for help with ${idea} changed ${tries} times meanwhile`);
      }
    }
  }

  return {
    /** Those of an idea. One round trip. */
    of,
    /** One by its name; undefined where it is kept no longer. One round trip. */
    named,
    keep,
    /** Takes it away, with all lists in which it stands. False where something changed it first. Two round trips. */
    remove,

    /** Makes one, in one of its idea's places; a press that comes twice has made one. `full`: the idea has as many open as it may. Two round trips. */
    async add(help: Omit<Help, 'place'>, today: Day): Promise<'added' | 'full'> {
      for (let tries = 0; tries <= MOST_OF_IDEA; tries++) {
        const [before, taken] = await Promise.all([
          named(help.idea, help.name),
          readRows(table, range(placesOf(help.idea)), { limit: MOST_OF_IDEA, select: ['RowKey'] }),
        ]);
        if (before) return 'added';
        const places = new Set(taken.map(({ rowKey }) => Number(rowKey.split('|')[2])));
        const place = Array.from({ length: MOST_OF_IDEA }, (_, at) => at + 1).find((one) => !places.has(one));
        if (place === undefined) return 'full';
        if (await keep(undefined, { ...help, place }, today)) return 'added';
      }
      return 'full';
    },

    /** What the clock has to look at, the oldest first, so many at most. One round trip. */
    async due(today: Day): Promise<{ rowKey: string; idea: string; name: string; etag: string }[]> {
      const rows = await readRows<object>(table, range(helpsDue(today)), { limit: MOST_HELP_DUE });
      return rows.map(({ rowKey, etag }) => {
        const [, , idea = '', name = ''] = rowKey.split('|');
        return { rowKey, idea, name, etag };
      });
    },

    /** A date of what is gone. */
    async dueNoMore({ rowKey, etag }: { rowKey: string; etag: string }): Promise<void> {
      await unlessGone(table.deleteEntity(partitionKey, rowKey, { etag }));
    },

    /** What somebody has asked, was asked and has helped with, as long as that is kept. One round trip. */
    async heldBy(person: PersonRef): Promise<HelpHeld[]> {
      const rows = await readRows<object>(table, range(helpHeldBy(person)), { limit: MOST_HELD });
      return readable(versions, helpHeldKind, rows).map(({ rowKey, on, as, line }) => ({
        ...{ idea: rowKey.split('|')[2] ?? '', on, as },
        ...(line !== undefined && { line }),
      }));
    },

    /** Who has helped somebody in a week, of those of a department who want their manager to know. One round trip. */
    async thankedIn(week: Week, department: string): Promise<HelpThanked[]> {
      const rows = await readRows<object>(table, range(helpThanked(week, department)), { limit: MOST_THANKED });
      return readable(versions, helpThankedKind, rows).map(({ helper, unit, thanks }) => ({
        ...{ helper, thanks },
        ...(unit !== undefined && { unit }),
      }));
    },

    /** What somebody has asked goes; of what others have asked they are asked no more, and where they helped, others are. */
    forget: (idea: string, person: PersonRef, today: Day): Promise<void> =>
      inEach(idea, (stored) => {
        const { help } = stored;
        const after = renamedIn(help, person, undefined);
        if (help.by === person) return remove(stored, today);
        if (help.helper === person) return keep(stored, withoutHelper(help, after, today), today);
        return [...help.asked, ...help.desk].includes(person) && keep(stored, after, today);
      }),

    /** Of two references that are one person's, the second has asked, is asked or helps where the first did. */
    move: (idea: string, from: PersonRef, to: PersonRef, today: Day): Promise<void> =>
      inEach(idea, (stored) => {
        const { by, helper, asked, desk } = stored.help;
        return [by, helper, ...asked, ...desk].includes(from) && keep(stored, renamedIn(stored.help, from, to), today);
      }),
  };
}

/** Who helped has left: others are asked, and what was said to them goes. */
function withoutHelper(before: Help, { thanks: _, toldIn: __, ...after }: Help, today: Day): Help {
  return before.state === 'helped'
    ? { ...after, state: 'new', asked: [], desk: [], no: [], due: today, tell: [] }
    : after;
}
