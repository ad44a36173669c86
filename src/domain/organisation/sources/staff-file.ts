import { plain } from '../../language/spelling.js';
import { personalNumberIn } from '../../private-words/personal-number.js';
import { addressIn } from '../address.js';
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
  protected: ['Skyddade personuppgifter', 'Skyddad', 'Skyddad identitet', 'Protected'],
};
const required: readonly StaffColumn[] = ['email', 'department'];

/** How a column of personal identity numbers is called, in plain spelling. */
const numberHeadings: ReadonlySet<string> = new Set([
  'personnummer',
  'personnr',
  'pers nr',
  'pnr',
  'person nr',
  'personid',
  'person id',
  'samordningsnummer',
  'social security number',
  'ssn',
  'personal identity number',
]);
/** Of a column with no such name, so large a part of its cells that look like one: telephone numbers do by chance, one in eighteen. */
const TOO_MANY_NUMBERS = 0.3;

/** What is wrong in a row, and how to put it right; never what it holds. */
export interface StaffFault {
  row: number;
  column?: StaffColumn;
  message: string;
}

/** People by their rows, and every row that says too little of anybody; or why none of the file is read. */
export type ReadStaff =
  | { ok: true; people: StaffEntry[]; faults: StaffFault[] }
  | { ok: false; faults: [string, ...string[]] };

/**
 * Reads the rows of a file, the headings first. A file with personal identity numbers is refused whole, in whatever column they
 * stand: it must not lie where it lies. A row without an address is left out and told of; so is the second of one address.
 */
export function readStaff(rows: readonly (readonly string[])[], source: FileSource): ReadStaff {
  const [headings = [], ...below] = rows;
  const [numbered, ...more] = numberColumns(headings, below);
  if (numbered) return { ok: false, faults: [numbered, ...more] };
  const found = findStaffColumns(headings, source);
  if (!found.ok) return found;
  const [away, hidden] = [source.awayWhen, source.protectedWhen].map((words) => new Set(words.map(yes)));
  const people: StaffEntry[] = [];
  const faults: StaffFault[] = [];
  const rowOf = new Map<string, number>();
  for (const [at, cells] of below.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = at + 2;
    const of = (column: StaffColumn): string => (cells[found.at[column] ?? -1] ?? '').trim();
    const who = addressIn(of('email'));
    const earlier = who && rowOf.get(who);
    if (!who)
      faults.push({
        row,
        column: 'email',
        message: of('email') ? 'is no address: write one' : 'is empty: write an address',
      });
    else if (earlier)
      faults.push({ row, column: 'email', message: `is the same as in row ${earlier}: keep one of them` });
    if (!who || earlier) continue;
    rowOf.set(who, row);
    const isProtected = hidden?.has(yes(of('protected')));
    people.push({
      who,
      ...(isProtected ? { protected: true as const } : keptOf({ who, department: of('department'), unit: of('unit') })),
      ...(!isProtected && away?.has(yes(of('away'))) && { away: true as const }),
    });
  }
  return { ok: true, people, faults };
}

/** A fault as one line for an operator. */
export const staffFaultLine = ({ row, column, message }: StaffFault): string =>
  `Row ${row}: ${column ? `${usualHeadings[column][0]} ` : ''}${message}.`;

const yes = (word: string): string => plain(word);

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
  const [fault, ...others] = faults;
  return fault ? { ok: false, faults: [fault, ...others] } : { ok: true, at };
}

/** Columns of personal identity numbers, by what they are called and by what stands in them. */
function numberColumns(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(headings.length, ...rows.slice(0, 100).map((cells) => cells.length));
  return Array.from({ length: width }, (_, place) => place).flatMap((place) => {
    const heading = headings[place]?.trim() || `number ${place + 1}`;
    if (!numberHeadings.has(plain(heading)) && !holdsNumbers(rows, place)) return [];
    return [`the column “${heading}” has personal identity numbers: take it out of the file, and delete this one`];
  });
}

function holdsNumbers(rows: readonly (readonly string[])[], place: number): boolean {
  let [filled, alike] = [0, 0];
  for (const cells of rows) {
    const cell = cells[place] ?? '';
    if (cell.trim() === '') continue;
    filled += 1;
    const found = personalNumberIn(cell);
    if (found === 'certain') return true;
    if (found) alike += 1;
  }
  return alike > 0 && alike >= filled * TOO_MANY_NUMBERS;
}
