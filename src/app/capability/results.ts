import { type Measured, measuredBeside } from '../../domain/capability/measured.js';
import type { Round } from '../../domain/capability/round.js';
import type { ShownSums } from '../../domain/capability/shown.js';
import { periodsOn } from '../../domain/figures/months.js';
import { EVERYWHERE } from '../../domain/figures/sums.js';
import type { Department } from '../../domain/organisation/organisation.js';
import { departmentsIn, followedPlaces } from '../../domain/person/followed-places.js';
import type { Person } from '../../domain/person/person.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import type { StoredRound } from '../../store/capability/capability.js';
import { type Deps, todayIn } from '../deps.js';
import { nameInFigures } from '../figures/count-ideas.js';
import { byMonthOf } from '../figures/overview.js';
import { mayUndertakeFor } from '../undertaking/roles.js';
import { readableTo } from '../undertaking/undertaking-view.js';
import { beginsNow } from './begin-round.js';

/** What a department, or the whole municipality, has said in a round, as those read it who are to do something about it. */
export interface CapabilityResults {
  /** Absent: the whole municipality. */
  department?: Department | undefined;
  /** The newest round that is over; absent where there is none. */
  round?: Round | undefined;
  /** What may be shown of it; absent where nothing may. */
  shown?: ShownSums | undefined;
  /** The same of the round before. */
  before?: { year: string; shown: ShownSums } | undefined;
  /** What the bot has measured, by the statement beside which it stands. */
  measured: ReadonlyMap<string, Measured>;
  /** What the department has promised after that round. */
  promised?: Undertaking | undefined;
  mayPromise: boolean;
  /** One is going on, and until when. */
  open?: Round | undefined;
  /** Whether the reader can begin one now, or why whoever else could cannot. */
  begins: ReturnType<typeof beginsNow>;
  /** Other departments of theirs, and the whole. */
  others: readonly Department[];
  whole: boolean;
  /** So many departments have none but the whole to show. */
  isOnly: boolean;
}

/** Whether somebody reads results of a department, or of the whole: its leaders, deputies and managers, and the office. */
function readsOf(deps: Deps, person: Person, code: string | undefined) {
  const { held, led, managed } = followedPlaces(person, deps.directory());
  const own = departmentsIn(deps.directory(), [...led, ...managed]);
  if (!held.office && own.length === 0) return undefined;
  const department = code === undefined ? undefined : deps.directory().department(code);
  if (code !== undefined && (!department || !(held.office || own.includes(department)))) return undefined;
  return { department, own, leads: department !== undefined && led.has(department.code) };
}

/** Whether there is anything to read for those who follow up, or to begin for the office. One round trip. */
export async function hasCapability(deps: Deps, person: Person): Promise<boolean> {
  const { held, led, managed } = followedPlaces(person, deps.directory());
  if (!deps.settings().measuring || !(held.office || led.size + managed.size > 0)) return false;
  const rounds = await deps.capability.rounds();
  return rounds.length > 0 || (held.office && deps.settings().survey.statements.length > 0);
}

/** What was said in the newest round that is over, beside what is measured. Undefined for those who have no post there. Three round trips' time at any number of people. */
export async function openResults(
  deps: Deps,
  person: Person,
  { department: code }: { department?: string | undefined },
): Promise<CapabilityResults | undefined> {
  if (!deps.settings().measuring) return undefined;
  const reads = readsOf(deps, person, code);
  if (!reads) return undefined;
  const { department, own, leads } = reads;
  const rounds = await deps.capability.rounds();
  const [newest, earlier] = rounds.filter(({ closed }) => closed);
  const isOnly = deps.directory().departments.length === 1;
  const of = isOnly ? undefined : department?.code;
  const place = department?.code ?? (isOnly ? deps.directory().departments[0]?.code : undefined);
  const [shown, before, row, measured] = await Promise.all([
    newest && shownIn(deps, newest, of),
    earlier && shownIn(deps, earlier, of),
    newest && place ? deps.capability.department(newest.year, place) : undefined,
    measuredIn(deps, person, department, leads),
  ]);
  const promise = row?.promise && (await deps.undertakings.load(row.promise))?.undertaking;
  return {
    ...{ department, round: newest, shown, measured, isOnly, open: rounds.find(({ closed }) => !closed) },
    ...(earlier && before && { before: { year: earlier.year, shown: before } }),
    ...(promise && readableTo(deps, person, promise) && { promised: promise }),
    mayPromise:
      newest !== undefined && place !== undefined && row?.promise === undefined && mayUndertakeFor(deps, person, place),
    begins: beginsNow(deps, person, rounds),
    others: own.filter((one) => one !== department),
    whole: department !== undefined && !isOnly,
  };
}

/** What may be shown of a department, or of the whole where none is named. One round trip. */
async function shownIn(
  { capability }: Deps,
  { year }: StoredRound,
  code: string | undefined,
): Promise<ShownSums | undefined> {
  if (code === undefined) return capability.whole(year);
  const row = await capability.department(year, code);
  return row && row.answers > 0 ? { answers: row.answers, sums: row.sums } : undefined;
}

/** What was measured in the last twelve months, as the reader may see it. Two round trips. */
async function measuredIn(
  deps: Deps,
  person: Person,
  department: Department | undefined,
  leads: boolean,
): Promise<ReadonlyMap<string, Measured>> {
  const reading = await deps.figureState.read();
  if (!reading) return new Map();
  const { counting } = reading;
  const { current } = periodsOn(todayIn(deps));
  const codes = department ? deps.directory().everyCode([department.code]) : [EVERYWHERE];
  const [sums, now] = await Promise.all([
    deps.figures.sums(counting, current[0] ?? '', current.at(-1) ?? '', codes),
    deps.figures.standing(counting, codes),
  ]);
  const places = department ? [department] : deps.directory().departments;
  return measuredBeside(
    {
      ...{ byMonth: byMonthOf(sums), now: now.map((one) => one.sums) },
      headcount: places.reduce((sum, { headcount }) => sum + headcount, 0),
      reader: { name: nameInFigures(counting, person.ref), answers: leads },
    },
    current,
  );
}
