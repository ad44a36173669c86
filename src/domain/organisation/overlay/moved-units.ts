import type { Directory } from '../directory.js';

/** Units that are a part of another department than before. */
export interface MovedUnits {
  /** The department that they have left, by the code that it had. */
  from: string;
  /** Every code under which something of that one may be stored. */
  codes: readonly string[];
  /** The department to which they have come. */
  into: string;
  units: readonly string[];
}

/**
 * Which units stand in another department of another organisation. One whose department has become a part of another, or has got another
 * code, has come along with it and not moved; of one that is gone nothing is known.
 */
export function movedUnits(before: Directory, after: Directory): MovedUnits[] {
  const moved = new Map<string, { from: string; into: string; units: string[] }>();
  for (const { code: from, units } of before.departments)
    for (const { code: unit } of units) {
      const into = after.unit(unit)?.department.code;
      if (into === undefined || into === after.codeNow(from)) continue;
      const way = `${from}.${into}`;
      const found = moved.get(way) ?? { from, into, units: [] };
      found.units.push(unit);
      moved.set(way, found);
    }
  return [...moved.values()].map((one) => ({ ...one, codes: before.everyCode([one.from]) }));
}
