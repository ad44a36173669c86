import { plain } from '../../language/spelling.js';
import { addressIn } from '../address.js';
import { numberColumns } from './number-columns.js';
import type { FileSource } from './sources-schema.js';
import { keptOf, type StaffEntry } from './staff.js';

/** A file from a personnel system: what its columns mean, and what its rows say. */

/** What a file can say of each person: one column each. Others are never read. */
export const staffColumns = ['email', 'department', 'unit', 'away', 'protected'] as const;
export type StaffColumn = (typeof staffColumns)[number];

/** What each is called where nothing else is said, in any case and with or without å, ä and ö; the first is what faults call it. */
const usualHeadings: { readonly [C in StaffColumn]: readonly [string, ...string[]] } = {
  email: ['E-post', 'E-postadress', 'Epost', 'Mail', 'E-mail', 'Email', 'UPN', 'userPrincipalName'],
  department: ['Förvaltning', 'Bolag', 'Department', 'Organisation'],
  unit: ['Enhet', 'Avdelning', 'Arbetsplats', 'Unit', 'Workplace'],
  away: ['Frånvarande', 'Tjänstledig', 'Away'],
  protected: [
    ...([
      'Skyddade personuppgifter',
      'Skyddad',
      'Skyddad identitet',
      'Skyddad folkbokföring',
      'Skyddsmarkering',
    ] as const),
    ...['Skydd', 'Sekretessmarkering', 'Sekretess', 'Protected'],
  ],
};
const required: readonly StaffColumn[] = ['email', 'department'];

/** What a column that says who is protected may be called besides: it is asked about, since nobody reads it otherwise. */
const MAY_SAY_PROTECTED = /sekretess|skyddad|skyddsmark|identitetsskydd|protected/;

/** What stands in a cell that says no. Whatever else stands in the column of the protected protects. */
const noes: ReadonlySet<string> = new Set(['nej', 'no', 'n', 'ej', '0', 'false', 'falskt']);

/** What is wrong in a row, and how to put it right; never what it holds. */
export interface StaffFault {
  row: number;
  column?: StaffColumn;
  message: string;
}

/**
 * People by their rows, and every row that says too little of anybody; or why none of the file is read. `cut`: a row is broken, and
 * whoever stands in it or is lost in it is missing here without being gone.
 */
export type ReadStaff =
  | { ok: true; people: StaffEntry[]; faults: StaffFault[]; cut?: true }
  | { ok: false; faults: [string, ...string[]] };

/** What the rows of one address say. */
interface InRows {
  row: number;
  department: string;
  unit: string;
  away: boolean;
  protected: boolean;
}

/**
 * Reads the rows of a file, the headings first. A file with personal identity numbers is refused whole, in whatever column they
 * stand: it must not lie where it lies. A row without an address is left out and told of. Several of one address are one person with
 * several employments: the place of the first counts, they are away if all say so, and protected if any does. It is told where they
 * are of two departments.
 */
export function readStaff(rows: readonly (readonly string[])[], source: FileSource): ReadStaff {
  const [headings = [], ...below] = rows;
  const [numbered, ...more] = numberColumns(headings, below);
  if (numbered) return { ok: false, faults: [numbered, ...more] };
  const found = findStaffColumns(headings, source);
  if (!found.ok) return found;
  const [awayWhen, hiddenWhen] = [source.awayWhen, source.protectedWhen].map((words) => new Set(words.map(plain)));
  const people = new Map<string, InRows>();
  const faults: StaffFault[] = [];
  const unknown: number[] = [];
  let isCut = false;
  for (const [at, cells] of below.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = at + 2;
    const broken = brokenBy(cells, headings.length);
    if (broken) {
      isCut = true;
      faults.push({ row, message: broken });
      continue;
    }
    const of = (column: StaffColumn): string => (cells[found.at[column] ?? -1] ?? '').trim();
    const who = addressIn(of('email'));
    if (!who) {
      const message = of('email') ? 'is no address: write one' : 'is empty: write an address';
      faults.push({ row, column: 'email', message });
      continue;
    }
    const isAway = awayWhen?.has(plain(of('away'))) ?? false;
    if (!isAway && !saysNo(of('away'))) unknown.push(row);
    const isProtected = hiddenWhen?.has(plain(of('protected'))) || !saysNo(of('protected'));
    const earlier = people.get(who);
    if (!earlier) {
      const place = { department: of('department'), unit: of('unit') };
      people.set(who, { row, ...place, away: isAway, protected: isProtected });
      continue;
    }
    earlier.away &&= isAway;
    earlier.protected ||= isProtected;
    // Which of two departments is theirs nobody can know.
    if (plain(of('department')) !== plain(earlier.department))
      faults.push({ row, column: 'email', message: `is the same as in row ${earlier.row}: keep one of them` });
  }
  const [first, ...others] = unknown;
  if (first !== undefined) {
    const also = others.length > 0 ? `, as in ${others.length} more rows` : '';
    const message = `says neither yes nor no${also}: name its words in sources.file.awayWhen`;
    faults.push({ row: first, column: 'away', message });
  }
  return { ok: true, people: [...people].map(entryOf), faults, ...(isCut && { cut: true }) };
}

function entryOf([who, { department, unit, away, protected: isProtected }]: readonly [string, InRows]): StaffEntry {
  if (isProtected) return { who, protected: true };
  return keptOf({ who, department, unit, ...(away && { away: true }) });
}

/** Nothing but a dash says no, too; another sign by itself may be a mark. */
const saysNo = (cell: string): boolean => /^[\s\p{Pd}\u2212]*$/u.test(cell) || noes.has(plain(cell));

/** Why a row cannot be read: its cells do not stand under their headings. */
function brokenBy(cells: readonly string[], width: number): string | undefined {
  if (cells.some((cell) => /[\r\n]/.test(cell) && cell.includes('@')))
    return 'holds several rows: look for a quotation mark that does not end';
  if (cells.slice(width).some((cell) => cell.trim() !== ''))
    return 'has more cells than there are headings: write what has the delimiter in it within quotation marks';
  return undefined;
}

/** A fault as one line for an operator. */
export const staffFaultLine = ({ row, column, message }: StaffFault): string =>
  `Row ${row}: ${column ? `${usualHeadings[column][0]} ` : ''}${message}.`;

type FoundStaffColumns =
  | { ok: true; at: Partial<Record<StaffColumn, number>> }
  | { ok: false; faults: [string, ...string[]] };

function findStaffColumns(headings: readonly string[], { columns }: FileSource): FoundStaffColumns {
  const written = headings.map((heading) => plain(heading));
  const at: Partial<Record<StaffColumn, number>> = {};
  const faults: string[] = [];
  for (const column of staffColumns) {
    const name = columns[column];
    const called = (name === undefined ? usualHeadings[column] : [name]).map((one) => plain(one));
    const places = written.flatMap((heading, place) => (called.includes(heading) ? [place] : []));
    const [first, second] = places;
    if (second !== undefined) {
      const both = places.map((place) => `“${headings[place]}”`).join(' and ');
      faults.push(`${both} may both be ${column}: say which in sources.file.columns of the organisation file`);
    } else if (first !== undefined) at[column] = first;
    else if (name !== undefined)
      faults.push(`there is no column “${name}”, which sources.file.columns names as ${column}`);
    else if (required.includes(column)) {
      faults.push(
        `there is no column for ${column}: call it “${usualHeadings[column][0]}”, or name it in sources.file.columns`,
      );
    }
  }
  const unread = at.protected === undefined ? headings.filter((one) => MAY_SAY_PROTECTED.test(plain(one))) : [];
  for (const one of columns.protected === undefined ? unread : []) {
    faults.push(`“${one}” may say who is protected: name it in sources.file.columns, or take it out of the file`);
  }
  const [fault, ...others] = faults;
  return fault ? { ok: false, faults: [fault, ...others] } : { ok: true, at };
}
