import type { FigureMark } from './mark.js';

/** What marks of one measure come to. Of two times it is their sum, so that any span of months is counted from its months. */
export interface FigureTally {
  cases: number;
  hits: number;
  /** Whole SEK. */
  sum: number;
  /** How many took how many days. */
  days: Readonly<Record<number, number>>;
  /** How many rest on whom, and come from which unit. */
  people: Readonly<Record<string, number>>;
  units: Readonly<Record<string, number>>;
}

export const NO_CASES: FigureTally = { cases: 0, hits: 0, sum: 0, days: {}, people: {}, units: {} };

/** A tally with a mark more, or less. */
export function withMark(tally: FigureTally, { hit, days, sum = 0, by, unit }: FigureMark, count: 1 | -1): FigureTally {
  return {
    cases: tally.cases + count,
    hits: tally.hits + (hit ? count : 0),
    sum: tally.sum + count * sum,
    days: counted(tally.days, days, count),
    people: counted(tally.people, by, count),
    units: counted(tally.units, unit, count),
  };
}

function counted<K extends string | number>(
  counts: Readonly<Record<K, number>>,
  key: K | undefined,
  by: number,
): Readonly<Record<K, number>> {
  if (key === undefined || by === 0) return counts;
  const { [key]: had = 0, ...others } = counts as Record<K, number | undefined>;
  const has = had + by;
  return (has === 0 ? others : { ...counts, [key]: has }) as Readonly<Record<K, number>>;
}

/** What several tallies come to together. */
export function summed(tallies: readonly FigureTally[]): FigureTally {
  const [days, persons, units] = [new Counts<number>(), new Counts<string>(), new Counts<string>()];
  let [cases, hits, sum] = [0, 0, 0];
  for (const tally of tallies) {
    cases += tally.cases;
    hits += tally.hits;
    sum += tally.sum;
    for (const [key, count] of Object.entries(tally.days)) days.add(Number(key), count);
    for (const [key, count] of Object.entries(tally.people)) persons.add(key, count);
    for (const [key, count] of Object.entries(tally.units)) units.add(key, count);
  }
  return { cases, hits, sum, days: days.all(), people: persons.all(), units: units.all() };
}

/** Added up in place: of a whole year's months there are many. */
class Counts<K extends string | number> {
  readonly #counts = new Map<K, number>();

  add(key: K, count: number): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }

  all(): Record<K, number> {
    return Object.fromEntries([...this.#counts].filter(([, count]) => count !== 0)) as Record<K, number>;
  }
}

/**
 * The value at a share (0 to 1) of what took some days, in order: of an even number's middle the mean of both, else the
 * nearest one from above. Undefined of none.
 */
export function percentile(days: FigureTally['days'], share: number): number | undefined {
  const sorted = Object.entries(days)
    .map(([value, count]) => ({ value: Number(value), count }))
    .sort((one, other) => one.value - other.value);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  const at = (place: number): number => {
    let passed = 0;
    for (const { value, count } of sorted) {
      passed += count;
      if (passed > place) return value;
    }
    return sorted.at(-1)?.value ?? 0;
  };
  const exact = share * total;
  if (Number.isInteger(exact) && exact > 0 && exact < total) {
    return share === 0.5 ? (at(exact - 1) + at(exact)) / 2 : at(exact - 1);
  }
  return at(Math.min(total - 1, Math.max(0, Math.ceil(exact) - 1)));
}
