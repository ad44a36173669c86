import { createHash } from 'node:crypto';
import { mayEnterFor } from '../../domain/existing/may-enter.js';
import { contentOf, type ExistingRow, type RowFault, type RowPeople, sameAs } from '../../domain/existing/rows.js';
import type { Refusal } from '../../domain/idea/refusal.js';
import { newPersonRef } from '../../domain/ids.js';
import { addressIn } from '../../domain/organisation/address.js';
import { type Person, unmet } from '../../domain/person/person.js';
import { addDays, addMonths, type Day } from '../../domain/time.js';
import { type Deps, todayIn } from '../deps.js';
import { isColleague } from '../person/colleague.js';
import { enterExisting } from './enter-existing.js';

/** What became of a row: it is written now, or could be; it had been written before; or what is wrong with it. */
export type RowOutcome =
  | { kind: 'written' | 'before'; row: ExistingRow; idea: string }
  | { kind: 'ready'; row: ExistingRow }
  | { kind: 'fault'; faults: RowFault[] };

export interface ImportOptions {
  /** Address of the one who enters rows that name nobody. */
  by: string;
  /** What ids of rows belong to: the same id in a file of another name is another one. */
  source: string;
  /** False: nothing is written. */
  write: boolean;
  /** Waited for after each row that is written. */
  pause: () => Promise<void>;
}

/** So many rows in a row that fail by surprise are no fault of theirs: storage is not there. */
const MOST_SURPRISES = 5;

/**
 * Enters rows one after the other, each once: its operation is named after what the row is known by, so that a run can be broken
 * off anywhere, started again or run twice at once. Silent, since what is entered is told to nobody. A row that cannot be
 * entered costs itself only; throws when five rows on end fail by surprise.
 */
export async function* importExisting(
  deps: Deps,
  rows: readonly ExistingRow[],
  { by, source, write, pause }: ImportOptions,
): AsyncGenerator<RowOutcome> {
  const people = enterers(deps, write);
  const seen = new Map<string, number>();
  let surprises = 0;
  for (const row of rows) {
    const key = keyOf(row, source);
    const twin = seen.get(key);
    seen.set(key, twin ?? row.number);
    if (twin !== undefined) {
      yield fault(row, sameAs(twin));
      continue;
    }
    try {
      const outcome = await importRow(deps, row, { person: await people(row.by ?? by), key, write });
      yield outcome;
      surprises = 0;
      if (outcome.kind === 'written') await pause();
    } catch (error) {
      if (++surprises === MOST_SURPRISES) throw error;
      const why = error instanceof Error ? error.message : String(error);
      yield fault(row, `could not be written (${why.split('\n', 1)[0]}): run the import again, what is written stays`);
    }
  }
}

/** What is wrong with whom rows name that cannot be entered, so that one run says everything about each of them. */
export async function* faultsOfPeople(deps: Deps, rows: readonly RowPeople[], by: string): AsyncGenerator<RowFault> {
  const people = enterers(deps, false);
  for (const row of rows) yield* await peopleFaults(deps, row, await people(row.by ?? by));
}

/** `person`: who enters the row. */
async function peopleFaults(deps: Deps, row: RowPeople, person: Person | undefined): Promise<RowFault[]> {
  const faults = entererFaults(deps, row, person);
  if (row.contact && !(await isColleague(deps, row.contact))) faults.push(faultOf(row, contactUnknown, 'contact'));
  return faults;
}

function entererFaults(deps: Deps, row: RowPeople, person: Person | undefined): RowFault[] {
  if (!person) {
    return [
      faultOf(
        row,
        'names nobody whom the organisation file or the bot knows: write the address of a leader or a manager',
        'by',
      ),
    ];
  }
  if (row.department === undefined || mayEnterFor(person, deps.directory()).includes(row.department)) return [];
  return [
    faultOf(
      row,
      `is ${person.name}, who has no post in ${row.department}: write the address of a leader or a manager there`,
      'by',
    ),
  ];
}

async function importRow(
  deps: Deps,
  row: ExistingRow,
  { person, key, write }: { person: Person | undefined; key: string; write: boolean },
): Promise<RowOutcome> {
  const before = await effectOfAny(deps, [key, ...keysBefore(deps, row)]);
  if (before) return writtenBefore(deps, row, before.id);
  const faults = await peopleFaults(deps, row, person);
  if (!person || faults.length > 0) return { kind: 'fault', faults };
  if (!write) return { kind: 'ready', row };
  const { stage, words, department, contact } = row;
  const result = await enterExisting(deps, person, {
    ...{ idempotencyKey: key, stage, words, department, contact },
    ...(stage === 'inUse' && { askOn: askedFirst(todayIn(deps), key) }),
  });
  if (!result.ok) return fault(row, refusedAs(result.refusal));
  return { kind: result.value.isNew ? 'written' : 'before', row, idea: result.value.idea.id };
}

/** Keys are asked for side by side: there are nine at most. */
async function effectOfAny({ commits }: Pick<Deps, 'commits'>, keys: readonly string[]) {
  const found = await Promise.all(keys.map((key) => commits.effectOf(key)));
  return found.find((one) => one !== undefined);
}

/** What a row without an id was known by when its department had another code, or was not a part of the one that it is of now. */
const keysBefore = ({ directory }: Pick<Deps, 'directory'>, { department, words, id }: ExistingRow): string[] =>
  id !== undefined
    ? []
    : directory()
        .everyCode([department])
        .filter((code) => code !== department)
        .map((code) => keyBy(['content', contentOf({ department: code, words })]));

/** By its own id a row may have been another one: then the id has been given twice, and that is told rather than lost. */
async function writtenBefore(deps: Deps, row: ExistingRow, id: string): Promise<RowOutcome> {
  const stored = row.id === undefined ? undefined : await deps.ideas.load(id);
  const title = stored?.idea.words.title;
  if (title !== undefined && title !== '' && title !== row.words.title) {
    return fault(
      row,
      `has been written before as “${title}” (${id}), and nothing is written over: change it there, or give the row another id`,
      'id',
    );
  }
  return { kind: 'before', row, idea: id };
}

const contactUnknown = 'is no colleague’s address: write the one that they have at work, or leave it empty';

const faultOf = ({ number }: RowPeople, message: string, column?: RowFault['column']): RowFault => ({
  row: number,
  message,
  ...(column && { column }),
});

const fault = (...of: Parameters<typeof faultOf>): RowOutcome => ({ kind: 'fault', faults: [faultOf(...of)] });

/** What the rows' own rules have let through: the domain has the last word. */
const refusedAs = (refusal: Refusal): string =>
  refusal.code === 'unknownColleague'
    ? `: the contact ${contactUnknown}`
    : `is refused (${refusal.code}${'field' in refusal ? ` ${refusal.field}` : ''}): look at what it says`;

/** The name of a row's operation. A content's hash is as good a name as an id, and neither can be read from it. */
const keyOf = (row: ExistingRow, source: string): string =>
  keyBy(row.id === undefined ? ['content', contentOf(row)] : ['id', source, row.id]);

function keyBy(known: readonly string[]): string {
  return `import.${createHash('sha256').update(JSON.stringify(known)).digest('hex').slice(0, 40)}`;
}

/** So many days after the first half-year: what came in one night is not asked about in one morning. */
const SPREAD_DAYS = 183;
const askedFirst = (today: Day, key: string): Day =>
  addDays(addMonths(today, 6), Number.parseInt(key.slice(-8), 16) % SPREAD_DAYS);

/** Those who enter rows, each looked up once. One whom nobody has met gets a row of their own only when something is written. */
function enterers(deps: Deps, write: boolean): (written: string) => Promise<Person | undefined> {
  const known = new Map<string, Promise<Person | undefined>>();
  return (written) => {
    const found = known.get(written) ?? entererCalled(deps, written, write);
    known.set(written, found);
    return found;
  };
}

async function entererCalled(deps: Deps, written: string, write: boolean): Promise<Person | undefined> {
  const email = addressIn(written);
  if (!email) return undefined;
  const named = deps.directory().contact(email);
  const card = (await deps.people.contacts([email])).get(email);
  const ref =
    card?.ref ?? (named && write ? await deps.people.refOf(named, () => newPersonRef(deps.random)) : undefined);
  const met = ref === undefined ? undefined : (await deps.people.byRef(ref))?.person;
  if (met) return { ...met, emails: [...new Set([...met.emails, email])] };
  return named && { ...unmet, ref: ref ?? '', name: named.name, emails: [email] };
}
