import { LONGEST_EXTENSION_MONTHS } from '../idea/commands/testing/test-end.js';
import { limits, type Words } from '../idea/words.js';
import { oneLine, tidy } from '../language/tidy.js';
import { searchDepartments } from '../organisation/department-search.js';
import type { Directory } from '../organisation/directory.js';
import { type Assurance, privateIn } from '../private-words/private-words.js';
import { addMonths, type Day, isDay, isNear } from '../time.js';
import { type Column, stageFrom, usualHeadings } from './columns.js';
import type { ExistingStage } from './enter.js';

/** A row of the file as it stands there; `number` as a spreadsheet counts, the headings being 1. */
export interface FileRow {
  number: number;
  cells: Partial<Record<Column, string>>;
}

/** Whom a row names, and for which department; that much is known of a row that cannot be entered, too. */
export interface RowPeople {
  number: number;
  department?: string;
  contact?: string;
  by?: string;
}

/** A row that can be entered. */
export interface ExistingRow extends RowPeople {
  department: string;
  stage: ExistingStage;
  words: Words;
  /** What the file calls it; absent: it is known by its content. */
  id?: string;
}

/** What is wrong in a row, and how to put it right. */
export interface RowFault {
  row: number;
  column?: Column;
  message: string;
}

export interface RowRules {
  directory: Directory;
  today: Day;
  /** The department of rows that name none. */
  department?: string | undefined;
  /** What somebody who has read all rows vouches for. */
  sure: readonly Assurance[];
}

const lists = {
  title: ['title', limits.title],
  problem: ['problem', limits.problem],
  solution: ['solution', limits.solution],
  result: ['lesson', limits.lesson],
} as const;

/** A row as it can be entered; or every fault of what it says, and whom it names, which only storage can judge. */
export function readRow(
  { number, cells }: FileRow,
  { directory, today, department: usual, sure }: RowRules,
): { row: ExistingRow } | { faults: RowFault[]; people: RowPeople } {
  const faults: RowFault[] = [];
  const wrong = (column: Column, message: string) => void faults.push({ row: number, column, message });
  const of = (column: Column): string => oneLine(cells[column] ?? '');
  const words: Words = {};
  for (const [column, [word, limit]] of Object.entries(lists) as [keyof typeof lists, (typeof lists)['title']][]) {
    const text = word === 'title' ? of(column) : tidy(cells[column] ?? '');
    if (text.length > limit) wrong(column, `has ${text.length} characters: write at most ${limit}`);
    else if (text) words[word] = text;
  }
  for (const column of ['title', 'problem'] as const) {
    if (of(column) === '') wrong(column, 'is empty: write it');
  }
  const stage = stageFrom(of('stage'));
  if (!stage) wrong('stage', `is “${of('stage')}”: write testas, används or avslutad`);
  if (stage === 'closed' && of('result') === '')
    wrong('result', 'is empty: write what was learned, since it has ended');
  const department = departmentIn(of('department') || (usual ?? ''), directory);
  if (!department.ok) wrong('department', department.message);
  for (const column of ['start', 'end'] as const) {
    const read = dayIn(column, of(column), stage, today);
    if (!read.ok) wrong(column, read.message);
    else if (read.day) words[column] = read.day;
  }
  const found = privateIn(
    Object.values(lists).map(([word]) => words[word] ?? ''),
    sure,
    { stored: true },
  );
  if (found) faults.push({ row: number, message: privately[found] });
  const [contact, by, id] = [of('contact'), of('by').toLowerCase(), of('id')];
  const people = { number, ...(contact && { contact }), ...(by && { by }) };
  if (faults.length > 0 || !stage || !department.ok) {
    return { faults, people: { ...people, ...(department.ok && { department: department.code }) } };
  }
  return { row: { ...people, department: department.code, stage, words, ...(id && { id }) } };
}

const privately = {
  personalNumber: 'holds a personal identity number: take it out',
  perhapsPersonalNumber:
    'holds ten digits that may be a personal identity number: take them out, or say with --sure number that none is',
  aboutPerson:
    'may tell of a certain person’s health: write it without the person, or say with --sure health that it does not',
} as const;

type CellRead<T> = ({ ok: true } & T) | { ok: false; message: string };

/** A department by its code, name or alias, as they are: what merely resembles one is asked about. */
function departmentIn(written: string, directory: Directory): CellRead<{ code: string }> {
  if (written === '') return { ok: false, message: 'is empty: write the department’s name or code' };
  const own = directory.departments.find(({ code }) => code.toLowerCase() === written.toLowerCase());
  if (own) return { ok: true, code: own.code };
  const found = searchDepartments(directory, written);
  if (found.kind === 'one' && found.hit.nearness === 'exact') return { ok: true, code: found.hit.department.code };
  const nearest =
    found.kind === 'none'
      ? found.closest
      : (found.kind === 'one' ? [found.hit] : found.hits).map(({ department }) => department);
  const names = nearest.slice(0, 3).map(({ code, name }) => `${name.sv} (${code})`);
  const meant = names.length > 0 ? `, perhaps ${names.join(' or ')}` : '';
  return {
    ok: false,
    message: `is “${written}”, which is none${meant}: write its name or code as in the organisation file`,
  };
}

/** A day that a row says. Of when something began a year or a month will do. */
function dayIn(
  column: 'start' | 'end',
  written: string,
  stage: ExistingStage | undefined,
  today: Day,
): CellRead<{ day?: Day }> {
  if (column === 'end' && stage !== 'piloting') return { ok: true };
  if (column === 'start' && stage === 'closed') return { ok: true };
  if (written === '') {
    return column === 'end'
      ? { ok: false, message: 'is empty: write the test’s last day, as 2027-05-31' }
      : { ok: true };
  }
  const whole = column === 'start' ? written.replace(/^(\d{4})$/, '$1-01').replace(/^(\d{4}-\d\d)$/, '$1-01') : written;
  if (!isDay(whole)) return { ok: false, message: `is “${written}”: write it as 2027-05-31` };
  if (!isNear(whole, today))
    return { ok: false, message: `is ${whole}, too far from today: leave it empty or write another` };
  if (column === 'start' && whole > today)
    return { ok: false, message: `is ${whole}, which has not come yet: leave it empty` };
  if (column === 'end' && whole <= today) {
    return { ok: false, message: `is ${whole}, which is over: write a day ahead, or another stage` };
  }
  const last = addMonths(today, LONGEST_EXTENSION_MONTHS);
  if (column === 'end' && whole > last) return { ok: false, message: `is ${whole}: write ${last} at the latest` };
  return { ok: true, day: whole };
}

/** What is wrong with each row that has the id of one before it, also of one in which other things are wrong. */
export function twinFaults(rows: readonly FileRow[]): RowFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ number, cells }) => {
    const id = oneLine(cells.id ?? '');
    const twin = id === '' ? undefined : first.get(id);
    if (id !== '' && twin === undefined) first.set(id, number);
    return twin === undefined ? [] : [{ row: number, message: sameAs(twin) }];
  });
}

/** What a row is told that is another one's twin. */
export const sameAs = (row: number): string => `is the same as row ${row}: take one of them away`;

/** A fault as one line for an operator. */
export const rowFaultLine = ({ row, column, message }: RowFault): string =>
  `Row ${row}: ${column ? `${usualHeadings[column][0]} ` : ''}${message}.`;

/** All by which a row that has no id of its own is known: the same words of the same department are the same. */
export const contentOf = ({ department, words }: Pick<ExistingRow, 'department' | 'words'>): string =>
  JSON.stringify([department, words.title ?? '', words.problem ?? '']);
