import type { ByMonth } from '../../domain/figures/figures.js';
import type { Periods } from '../../domain/figures/months.js';
import { type ReportLine, type ReportSource, reportOf } from '../../domain/figures/report.js';
import { besideYearBefore, periodName, periodsOver, type ReportPeriod } from '../../domain/figures/report-periods.js';
import { EVERYWHERE } from '../../domain/figures/sums.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Department } from '../../domain/organisation/organisation.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import { type Deps, todayIn } from '../deps.js';
import { undertakenIn } from '../undertaking/list-undertakings.js';
import { nameInFigures } from './count-ideas.js';
import { inOrder } from './figure-ideas.js';
import { byMonthOf, type NoOverview, readerOfFigures } from './overview.js';

/** What a department, or the whole municipality, writes in its follow-up. */
export interface Report {
  period: ReportPeriod;
  /** Those that can be written about. */
  periods: readonly ReportPeriod[];
  /** Absent: the whole municipality. */
  department?: Department | undefined;
  lines: readonly ReportLine[];
  /** What was learned of tests that ended in it, the newest first. */
  lessons: readonly Idea[];
  /** What was undertaken for its year, as everybody may read it. */
  undertakings: readonly Undertaking[];
}

const MOST_LESSONS = 3;
/** So many ideas that ended are looked through for lessons that everybody may read. */
const ENDED_READ = 10;

/**
 * The text of a period that is over: of one of the reader's own departments, or of the whole municipality. The newest period
 * where none is named. Five round trips at any number of ideas and years.
 */
export async function writeReport(
  deps: Deps,
  person: Person,
  { period: named, department: code }: { period?: string | undefined; department?: string | undefined },
): Promise<Result<Report, NoOverview>> {
  const read = await readerOfPlace(deps, person, code);
  if (!read.ok) return read;
  const { counting, department, answers } = read.value;
  const all = periodsOver(todayIn(deps));
  const period = all.find((one) => periodName(one) === named) ?? all[0];
  if (!period) return refuse({ code: 'notCounted' });
  const months = besideYearBefore(period);
  const [first = '', last = ''] = [months.current[0], months.current.at(-1)];
  const codes = department ? deps.directory().everyCode([department.code]) : [EVERYWHERE];
  const [beside, current, before, now, ended, undertaken] = await Promise.all([
    besideIn(deps, months, department && codes),
    deps.figures.sums(counting, first, last, codes),
    deps.figures.sums(counting, months.before[0] ?? '', months.before.at(-1) ?? '', codes),
    deps.figures.standing(counting, codes),
    Promise.all(
      codes.map((one) => deps.figures.cases(counting, { name: 'endings', department: one, first, last }, ENDED_READ)),
    ),
    undertakenIn(deps, String(period.year), department),
  ]);
  const byMonth: ByMonth = byMonthOf([...current, ...before]);
  const reads = { name: nameInFigures(counting, person.ref), answers };
  const lines = reportOf(
    {
      ...{ byMonth, now: now.map(({ sums }) => sums), place: placeOf(deps, department), reader: reads, beside },
    },
    months,
  );
  const ids = inOrder(ended.flat())
    .filter(({ hit }) => hit)
    .map(({ id }) => id);
  const found = await deps.ideas.loadAll([...new Set(ids)].slice(0, ENDED_READ));
  const lessons = found.filter((idea) => idea.ending?.lesson && !idea.hidden && !idea.withheld).slice(0, MOST_LESSONS);
  const undertakings = undertaken.filter(({ hidden }) => !hidden);
  return accept({ period, periods: all, department, lines, lessons, undertakings });
}

/** Who writes of one of their own departments, or of the whole where none is named; `answers`: they decide there. One round trip. */
export async function readerOfPlace(
  deps: Deps,
  person: Person,
  code: string | undefined,
): Promise<Result<{ counting: string; department?: Department | undefined; answers: boolean }, NoOverview>> {
  const read = await readerOfFigures(deps, person);
  if (!read.ok) return read;
  const { counting, departments, leads } = read.value;
  if (code === undefined) return accept({ counting, answers: false });
  const own = deps.directory().codeNow(code);
  const department = departments.find((one) => one.code === own);
  return department
    ? accept({ counting, department, answers: leads.has(department.code) })
    : refuse({ code: 'notForYou' });
}

/** What is counted beside the log, of these departments; of all where none are named. One round trip's time. */
export async function besideIn(
  { besideLog }: Pick<Deps, 'besideLog'>,
  months: Periods,
  codes?: readonly string[],
): Promise<NonNullable<ReportSource['beside']>> {
  const { lessonsOpened, hasSaid } = await besideLog.read([...months.before, ...months.current]);
  return { lessonsOpened: (some) => lessonsOpened(codes, some), hasSaid };
}

/** How many work there, and in which units. */
export function placeOf({ directory }: Pick<Deps, 'directory'>, department: Department | undefined) {
  const all = department ? [department] : directory().departments;
  return {
    headcount: all.reduce((sum, { headcount }) => sum + headcount, 0),
    headcountIn: (year: string) => all.reduce((sum, one) => sum + (one.headcounts?.[year] ?? one.headcount), 0),
    units: all.flatMap(({ units }) => units.map(({ code }) => code)),
  };
}
