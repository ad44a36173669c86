import { type FigureTold, tallyOver, toldOf } from '../../domain/figures/figures.js';
import type { Measure } from '../../domain/figures/measures.js';
import { monthOf, monthsAfter } from '../../domain/figures/months.js';
import { percentile, summed } from '../../domain/figures/tally.js';
import { departmentsIn } from '../../domain/person/followed-places.js';
import type { Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import { type Deps, todayIn } from '../deps.js';
import { nameInFigures } from '../figures/count-ideas.js';
import { byMonthOf, type NoOverview } from '../figures/overview.js';

/** So many months back, the present one with them. */
const MONTHS = 12;

/** What a manager has done in their own posts, which nobody else can open. */
export interface ManagerMirror {
  /** How many times they have decided on money; `days`: the median of what it took, where all that were decided there are theirs. */
  decided: number;
  days?: number | undefined;
  /** Of the ideas that were decided on where they manage, those that were done at once or tested. */
  tried: FigureTold;
  /** Of those that ended after a test, those that ended with a lesson. */
  lessons: FigureTold;
  /** So many of their units have said that they have a problem too. */
  carried: number;
}

/** "Min spegel": for whoever manages, of their own posts alone. Three round trips' time at any number of ideas and years. */
export async function openMirror(deps: Deps, person: Person): Promise<Result<ManagerMirror, NoOverview>> {
  const { manages } = postsHeld(person, deps.directory());
  if (manages.length === 0) return refuse({ code: 'notForYou' });
  if (!deps.settings().measuring) return refuse({ code: 'notMeasured' });
  const reading = await deps.figureState.read();
  if (!reading) return refuse({ code: 'notCounted' });
  const { counting } = reading;
  const present = monthOf(todayIn(deps));
  const months = Array.from({ length: MONTHS }, (_, at) => monthsAfter(present, at + 1 - MONTHS));
  const departments = departmentsIn(
    deps.directory(),
    manages.map(({ department }) => department),
  );
  const codes = deps.directory().everyCode(departments.map(({ code }) => code));
  const [sums, beside] = await Promise.all([
    deps.figures.sums(counting, months[0] ?? '', present, codes),
    deps.besideLog.read(months),
  ]);
  const byMonth = byMonthOf(sums);
  const name = nameInFigures(counting, person.ref);
  const told = (measure: Measure) => toldOf(measure, tallyOver(byMonth, measure, months), { name, answers: false });
  const money = summed(months.map((month) => tallyOver(byMonth, 'moneyDecided', [month])));
  const decided = money.people[name] ?? 0;
  const units = departments.flatMap((one) => {
    const isWhole = manages.some(({ department, unit }) => department === one.code && unit === undefined);
    return one.units.flatMap(({ code }) => (isWhole || manages.some(({ unit }) => unit === code) ? [code] : []));
  });
  return accept({
    decided,
    // What others have decided stands among the same days: of theirs nothing is told here.
    ...(decided > 0 && decided === money.cases && { days: percentile(money.days, 0.5) }),
    ...{ tried: told('decisions'), lessons: told('endings') },
    carried: units.filter((unit) => beside.hasSaid(unit, months)).length,
  });
}
