import { isDeepStrictEqual } from 'node:util';
import type { TransactionAction } from '@azure/data-tables';
import type { Idea } from '../../domain/idea/idea.js';
import type { Adoption, AdoptionStatus } from '../../domain/idea/use/adoption.js';
import type { Day, Instant } from '../../domain/time.js';
import * as keys from '../keys.js';
import { type LongColumns, longColumns } from '../long-columns.js';
import { type KeptColumns, keptOf, withKept } from '../row-kinds.js';
import { type RowVersions, UnreadableRow, type UnreadRow } from '../row-versions.js';
import type { StoredRow } from '../rows.js';
import { adoptionKind, adoptionState, listsNamed, readJson } from './idea-kinds.js';
import { type ListRow, type Lists, listRows, type Mornings } from './idea-rows.js';

/**
 * Adoptions are rows beside the idea's: what a department does with an idea changes its own row and no other. The idea's row
 * holds what its own events have made of adoptions (departments are asked, an invitation is taken back, a way to reach
 * somebody goes) until a step has moved that into those rows, and what rows of version 1 hold. Whoever reads gets both as one.
 */
interface AdoptionColumns extends ListRow {
  status?: AdoptionStatus;
  start?: Day;
  /** Number and time of its newest event; 0 and none while it is only asked for. Absent in rows of version 1. */
  seq?: number;
  at?: Instant;
}
/** The adoption as JSON, and its list and due rows: as of an idea's row. In rows of version 1 both stand in that. */
export type AdoptionRow = AdoptionColumns & Partial<LongColumns<'state' | 'lists'>>;

/** An adoption as its own row has it. `adoption` is absent where the invitation was taken back: the row stays, so that its version guards it. */
export interface StoredAdoption {
  adoption?: Adoption;
  seq: number;
  at?: Instant;
  lists: Lists;
  etag: string;
  /** What is written back as it was. */
  kept?: KeptColumns;
}
export type Adoptions = Readonly<Record<string, StoredAdoption>>;

/** What of adoptions stands in the idea's row. `over`: the numbers of the rows beside it that it takes the place of, or away. */
export interface Staged {
  adoptions: Idea['adoptions'];
  over: Readonly<Record<string, number>>;
}

export function toAdoptionRow(id: string, { adoption, seq, at, lists }: Omit<StoredAdoption, 'etag'>): AdoptionRow {
  const { status, start } = adoption ?? {};
  return {
    ...{ id, seq, ...(status && { status }), ...(start && { start }), ...(at && { at }) },
    ...longColumns('state', JSON.stringify(adoption ?? null)),
    ...longColumns('lists', JSON.stringify(lists)),
  };
}

/** Adoptions by department; undefined where there are none. `unread`: one cannot be read, so that the idea is not written. */
export interface ReadAdoptions {
  adoptions?: Adoptions;
  unread?: UnreadRow;
}

/** Rows of version 1 say nothing that the idea's row does not. What cannot be read is left out, and told of. */
export function fromAdoptionRows(versions: RowVersions, rows: readonly StoredRow<AdoptionRow>[]): ReadAdoptions {
  const own: [string, StoredAdoption][] = [];
  let unread: UnreadRow | undefined;
  for (const row of rows) {
    const found = fromAdoptionRow(row);
    if (!found.ok) {
      unread = found.unread;
      versions.unread(unread);
    } else if (found.value) {
      own.push([row.rowKey.split('|')[2] ?? '', found.value]);
    }
  }
  return { ...(own.length > 0 && { adoptions: Object.fromEntries(own) }), ...(unread && { unread }) };
}

/** Throws where what would be written of an idea's adoptions is not known whole. */
export function mustBeWhole({ unread }: Pick<ReadAdoptions, 'unread'>): void {
  if (unread) throw new UnreadableRow(unread);
}

function fromAdoptionRow(
  row: StoredRow<AdoptionRow>,
): { ok: true; value: StoredAdoption | undefined } | { ok: false; unread: UnreadRow } {
  const { rowKey: id, etag } = row;
  const read = adoptionKind.read(row, id);
  if (!read.ok) return read;
  const { seq, at, ...whole } = read.value;
  if (whole.state === undefined || seq === undefined) return { ok: true, value: undefined };
  const state = readJson(whole.state, adoptionState, 'state');
  const lists = readJson(whole.lists ?? '{}', listsNamed, 'lists');
  const unread = (why: string) => ({ ok: false as const, unread: { kind: adoptionKind.name, id, why, newer: false } });
  if (!state.ok) return unread(state.why);
  if (!lists.ok) return unread(lists.why);
  const adoption = state.value as Adoption | null;
  const beside = { ...(adoption && { adoption }), ...(at && { at }), ...keptOf(read) };
  return { ok: true, value: { seq, lists: lists.value as unknown as Lists, etag, ...beside } };
}

/** The idea with all its adoptions, wherever they stand. */
export function withAdoptions(inRow: Idea, over: Staged['over'], own: Adoptions = {}): Idea {
  const adoptions = { ...inRow.adoptions };
  const adoptionEvents: NonNullable<Idea['adoptionEvents']> = {};
  for (const [code, { adoption, seq, at }] of Object.entries(own)) {
    if (over[code] !== seq) {
      if (adoption) adoptions[code] = adoption;
      else delete adoptions[code];
    }
    if (at) adoptionEvents[code] = { seq, at };
  }
  return { ...inRow, adoptions, ...(Object.keys(adoptionEvents).length > 0 && { adoptionEvents }) };
}

/** What of an idea's adoptions its own row has to say: what the rows beside it do not, and what its department does with it. */
export function stagedOf({ adoptions, department }: Idea, own: Adoptions = {}): Staged {
  const staged: Staged['adoptions'] = {};
  const over: Record<string, number> = {};
  for (const code of new Set([...Object.keys(adoptions), ...Object.keys(own)])) {
    const [adoption, there] = [adoptions[code], own[code]];
    if (there && code !== department && isDeepStrictEqual(adoption, there.adoption)) continue;
    if (adoption) staged[code] = adoption;
    if (there) over[code] = there.seq;
  }
  return { adoptions: staged, over };
}

/** All list rows of an idea and its adoptions, whichever row names them. */
export const listsOf = ({ lists, adoptions = {} }: { lists: Lists; adoptions?: Adoptions }): Lists[] => [
  lists,
  ...Object.values(adoptions).map((one) => one.lists),
];

/** List and due rows by whose they are: the idea's, or an adoption's by its department. */
interface ListShares {
  own: Lists;
  of: Readonly<Record<string, Lists>>;
}

/** Whose the list rows of an idea are. What its own department does with it is the idea's. */
export function sharesOf(lists: Lists, home: string): ListShares {
  const own: Lists = {};
  const of: Record<string, Lists> = {};
  for (const [key, row] of Object.entries(lists)) {
    const code = keys.adopterIn(key);
    if (code === undefined || code === home) own[key] = row;
    else of[code] = { ...of[code], [key]: row };
  }
  return { own, of };
}

/** The same as they should be, of an idea with all its adoptions. */
export const sharesNow = (idea: Idea, mornings: Mornings): ListShares =>
  sharesOf(listRows(idea, mornings), idea.department);

/**
 * A department that has got the idea, where it had an adoption with a row of its own: the lists that this one names are the idea's from then
 * on, and it names none. `rows`: how it is written so.
 */
export function homeOf(adoptions: Adoptions = {}, department: string) {
  const { [department]: home } = adoptions;
  const own = home && Object.keys(home.lists).length > 0 ? { ...home, lists: {} } : undefined;
  return {
    lists: own && home ? home.lists : {},
    own: own ? { [department]: own } : {},
    rows: (partitionKey: string, id: string): TransactionAction[] => {
      if (!own) return [];
      const row = { partitionKey, rowKey: keys.adoptionKey(id, department), ...toAdoptionRow(id, own) };
      return [['update', withKept(row, own.kept), 'Replace', { etag: own.etag }]];
    },
  };
}

/**
 * The departments whose rows are not yet as the idea has them, in their order. `inRow`: the list rows that the idea's row
 * names; `now`: those of adoptions as they should be.
 */
export function unsettled(idea: Idea, inRow: Lists, own: Adoptions = {}, now: ListShares['of']): string[] {
  const { department } = idea;
  const { adoptions, over } = stagedOf(idea, own);
  const left = sharesOf(inRow, department).of;
  const isLeft = (code: string): boolean =>
    (code !== department && (code in adoptions || code in over)) ||
    code in left ||
    (own[code] !== undefined && !isDeepStrictEqual(own[code].lists, now[code] ?? {}));
  const codes = new Set([...Object.keys(adoptions), ...Object.keys(own), ...Object.keys(left)]);
  return [...codes].filter(isLeft).sort();
}
