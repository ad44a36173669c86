import {
  type ByMonth,
  type FigureOf,
  type FigureTold,
  type OpeningFigure,
  openingFigureNames,
  openingFigures,
  restsOnFew,
  tallyOver,
} from './figures.js';
import type { Measure } from './measures.js';
import type { Month, Periods } from './months.js';
import { type FigureTally, summed } from './tally.js';

/** A place among others: a department, or small ones together. One that is `hidden` is not shown, and counts in the whole. */
export interface CountedPlace {
  byMonth: ByMonth;
  hidden?: boolean;
}

/**
 * The five figures of each place beside the others, in their order; of one that is hidden too. What rests on few is told to nobody here, and
 * never so that the whole without what is shown would tell it: then what has the fewest cases is not told either.
 */
export function figuresOfPlaces(places: readonly CountedPlace[], periods: Periods): FigureOf<OpeningFigure>[][] {
  const figures: FigureOf<OpeningFigure>[][] = places.map(() => []);
  for (const name of openingFigureNames) {
    const { measure, as } = openingFigures[name];
    const [current, before] = [periods.current, periods.before].map((months) => toldInPlaces(places, measure, months));
    for (const [at, own] of figures.entries()) {
      own.push({ name, as, current: current?.[at] ?? { few: true }, before: before?.[at] ?? { few: true } });
    }
  }
  return figures;
}

function toldInPlaces(places: readonly CountedPlace[], measure: Measure, months: readonly Month[]): FigureTold[] {
  const tallies = places.map(({ byMonth }) => tallyOver(byMonth, measure, months));
  const untold = new Set(
    places.flatMap(({ hidden }, at) => (hidden || restsOnFew(measure, tallies[at] ?? summed([])) ? [at] : [])),
  );
  for (;;) {
    const left = summed([...untold].flatMap((at) => tallies[at] ?? []));
    const next = restsOnFew(measure, left) ? smallest(tallies, untold) : undefined;
    if (next === undefined) break;
    untold.add(next);
  }
  return tallies.map(({ cases, hits }, at) => (untold.has(at) ? { few: true } : { few: false, cases, hits }));
}

/** What has the fewest cases of those that are told; undefined where none is. */
function smallest(tallies: readonly FigureTally[], untold: ReadonlySet<number>): number | undefined {
  const told = tallies.flatMap(({ cases }, at) => (untold.has(at) || cases === 0 ? [] : [{ cases, at }]));
  return told.toSorted((one, other) => one.cases - other.cases)[0]?.at;
}
