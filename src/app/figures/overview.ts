import {
  type ByMonth,
  FEWEST_EMPLOYEES,
  FEWEST_IDEAS,
  type FigureOf,
  ideasIn,
  type OpeningFigure,
  openingOf,
} from '../../domain/figures/figures.js';
import { type GoalFigures, goalsOf } from '../../domain/figures/goals.js';
import { type Month, monthOf, type Periods, periodsOn } from '../../domain/figures/months.js';
import { figuresOfPlaces } from '../../domain/figures/places.js';
import { EVERYWHERE, type Sums } from '../../domain/figures/sums.js';
import { type WaitsAt, waitsOf } from '../../domain/figures/waits.js';
import type { Department } from '../../domain/organisation/organisation.js';
import { departmentsIn, followedPlaces } from '../../domain/person/followed-places.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { SumOf } from '../../store/figures/figures.js';
import { type Deps, todayIn } from '../deps.js';
import { nameInFigures } from './count-ideas.js';

/** What the overview is divided into, in its order. */
export const overviewTabs = ['mine', 'everywhere', 'waiting', 'goals'] as const;
export type OverviewTab = (typeof overviewTabs)[number];

/** What somebody sees of it: their departments, and which tabs. */
export interface OverviewReader {
  departments: readonly Department[];
  /** Codes of those in which they decide. */
  leads: ReadonlySet<string>;
  tabs: readonly OverviewTab[];
}

export interface Overview extends OverviewReader {
  /** Which counting it is read from. */
  counting: string;
  tab: OverviewTab;
  periods: Periods;
  /** Of the tab with one's own department, that one; of the whole municipality's, the one that is looked into. */
  department?: Department | undefined;
  figures?: FigureOf<OpeningFigure>[];
  /** Of the whole municipality's: each department by itself, by its name; small ones are one. */
  places?: { department?: Department; figures: FigureOf<OpeningFigure>[] }[];
  waits?: WaitsAt[];
  goals?: GoalFigures[];
}

/** Why there is none: the organisation file does not say that measuring is agreed; it is counted just now; the reader has no post. */
export type NoOverview = { code: 'notMeasured' | 'notCounted' | 'notForYou' };

/** Who reads figures: managers and leaders of their department and of the whole; where ideas wait, those who can do something about it. */
export function overviewReader(
  { directory, settings }: Pick<Deps, 'directory' | 'settings'>,
  person: Person,
): OverviewReader | undefined {
  const { held, led, managed } = followedPlaces(person, directory());
  const departments = departmentsIn(directory(), [...led, ...managed]);
  if (departments.length === 0 && !held.office) return undefined;
  const leading = held.office || led.size > 0;
  const tabs: OverviewTab[] = [
    ...(departments.length > 0 ? (['mine'] as const) : []),
    'everywhere',
    ...(leading ? (['waiting'] as const) : []),
    ...(leading && settings().goals.length > 0 ? (['goals'] as const) : []),
  ];
  return { departments, leads: led, tabs };
}

/** Who reads, and which counting, where there is one. One round trip. */
export async function readerOfFigures(
  deps: Deps,
  person: Person,
): Promise<Result<OverviewReader & Pick<Overview, 'counting'>, NoOverview>> {
  const reader = overviewReader(deps, person);
  if (!reader) return refuse({ code: 'notForYou' });
  if (!deps.settings().measuring) return refuse({ code: 'notMeasured' });
  const reading = await deps.figureState.read();
  return reading ? accept({ ...reader, counting: reading.counting }) : refuse({ code: 'notCounted' });
}

/**
 * What ideas come to, on one tab; the first that the reader has where none is named. `department`: which of their own, or which of all on the tab of the whole. Three
 * round trips at any number of ideas and years.
 */
export async function openOverview(
  deps: Deps,
  person: Person,
  { tab: named, department: code }: { tab?: OverviewTab | undefined; department?: string | undefined } = {},
): Promise<Result<Overview, NoOverview>> {
  const read = await readerOfFigures(deps, person);
  if (!read.ok) return read;
  const { counting, ...reader } = read.value;
  const today = todayIn(deps);
  const periods = periodsOn(today);
  const tab = reader.tabs.find((one) => one === named) ?? reader.tabs[0] ?? 'everywhere';
  const [first = '', last = ''] = [periods.before[0], periods.current.at(-1)];
  const name = nameInFigures(counting, person.ref);
  const common = { ...reader, counting, tab, periods };
  switch (tab) {
    case 'mine': {
      const department = reader.departments.find((one) => one.code === code) ?? reader.departments[0];
      const codes = department ? deps.directory().everyCode([department.code]) : [];
      const sums = await deps.figures.sums(counting, first, last, codes);
      const reads = { name, answers: department !== undefined && reader.leads.has(department.code) };
      return accept({ ...common, department, figures: openingOf(byMonthOf(sums), periods, reads) });
    }
    case 'everywhere': {
      const sums = await deps.figures.sums(counting, first, last);
      const whole = sums.filter(({ department }) => department === EVERYWHERE);
      const places = placesOf(deps, sums, periods);
      const opened = code === undefined ? undefined : places.find(({ department }) => department?.code === code);
      // As it is told among the others, whoever looks into it.
      if (opened) return accept({ ...common, ...opened });
      return accept({ ...common, figures: openingOf(byMonthOf(whole), periods, { name, answers: false }), places });
    }
    case 'goals': {
      const standing = await deps.figures.standing(counting, [EVERYWHERE]);
      const sums = standing.map((one) => one.sums);
      return accept({ ...common, goals: goalsOf(deps.settings().goals, sums) });
    }
    case 'waiting': {
      // What waits now may have begun to in the present month too.
      const [standing, since] = await Promise.all([
        deps.figures.standing(counting, [EVERYWHERE]),
        deps.figures.sums(counting, first, monthOf(today), [EVERYWHERE]),
      ]);
      return accept({
        ...common,
        waits: waitsOf(
          standing.map(({ sums }) => sums),
          byMonthOf(since),
          today,
        ),
      });
    }
  }
}

/** Sums by their months. */
export function byMonthOf(all: readonly SumOf[]): ByMonth {
  const byMonth = new Map<Month, Sums[]>();
  for (const { month, sums } of all) byMonth.set(month, [...(byMonth.get(month) ?? []), sums]);
  return byMonth;
}

/** Each department by itself; those with few people or ideas together, last, and not at all where that is one: it would be picked out. */
function placesOf({ directory }: Deps, all: readonly SumOf[], periods: Periods) {
  const months = [...periods.before, ...periods.current];
  const departments = directory().departments.map((department) => {
    const codes = new Set(directory().everyCode([department.code]));
    const theirs = all.filter((one) => codes.has(one.department));
    const ideas = ideasIn(byMonthOf(theirs), months);
    return { department, theirs, ideas, isSmall: department.headcount < FEWEST_EMPLOYEES || ideas < FEWEST_IDEAS };
  });
  const large = departments.filter(({ isSmall }) => !isSmall);
  const small = departments.filter(({ isSmall, ideas }) => isSmall && ideas > 0);
  const places = [
    ...large.map(({ department, theirs }) => ({ department, byMonth: byMonthOf(theirs) })),
    { byMonth: byMonthOf(small.flatMap(({ theirs }) => theirs)), hidden: small.length < 2 },
  ];
  const figures = figuresOfPlaces(places, periods);
  return places.flatMap((place, at) => {
    const own = figures[at] ?? [];
    if ('hidden' in place && place.hidden) return [];
    return [{ figures: own, ...('department' in place && { department: place.department }) }];
  });
}
