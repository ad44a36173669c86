import { tallyOver, toldOf } from '../../domain/figures/figures.js';
import { type MoneySums, moneyIn } from '../../domain/figures/marking/money-sums.js';
import { monthOf, monthsAfter } from '../../domain/figures/months.js';
import { EVERYWHERE } from '../../domain/figures/sums.js';
import type { Person } from '../../domain/person/person.js';
import { type Deps, todayIn } from '../deps.js';
import { nameInFigures } from './count-ideas.js';
import { byMonthOf, readerOfFigures } from './overview.js';

/**
 * What was asked for, granted and used for tests since the year began: in departments of the reader, or in the whole
 * municipality. Undefined where it is nothing, rests on few, or is not for them. Two round trips at any number of ideas; none
 * for whoever reads no figures.
 */
export async function moneyOfYear(
  deps: Deps,
  person: Person,
  departments: readonly string[] | 'everywhere',
): Promise<MoneySums | undefined> {
  const read = await readerOfFigures(deps, person);
  if (!read.ok) return undefined;
  const { counting, leads } = read.value;
  const present = monthOf(todayIn(deps));
  const months = Array.from({ length: Number(present.slice(5)) }, (_, at) => monthsAfter(present, -at)).toReversed();
  const codes = departments === 'everywhere' ? [EVERYWHERE] : deps.directory().everyCode(departments);
  const byMonth = byMonthOf(await deps.figures.sums(counting, months[0] ?? present, present, codes));
  const answers = departments !== 'everywhere' && departments.every((one) => leads.has(one));
  const reader = { name: nameInFigures(counting, person.ref), answers };
  const sums = moneyIn(
    (measure) => tallyOver(byMonth, measure, months),
    (measure) => toldOf(measure, tallyOver(byMonth, measure, months), reader),
  );
  return sums === 'few' ? undefined : sums;
}
