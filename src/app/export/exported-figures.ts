import type { FigureReader } from '../../domain/figures/figures.js';
import { type ReportLine, reportOf } from '../../domain/figures/report.js';
import { besideYearBefore, periodsOver, type ReportPeriod } from '../../domain/figures/report-periods.js';
import { EVERYWHERE } from '../../domain/figures/sums.js';
import { type Deps, todayIn } from '../deps.js';
import { nameInFigures } from '../figures/count-ideas.js';
import { byMonthOf } from '../figures/overview.js';
import { besideIn, placeOf } from '../figures/report.js';
import type { ExportScope } from './export-scope.js';

/** What the indicators said of a period that is over. */
export interface ExportedFigures {
  period: ReportPeriod;
  lines: readonly ReportLine[];
}

/**
 * The indicators of a place, a period after the other, as the follow-up tells them: what rests on few people is told to those
 * alone. `person`: whoever reads; absent of operators, who are none of them. Nothing before measuring is negotiated and decided.
 */
export async function exportedFigures(
  deps: Deps,
  { department, from, to }: ExportScope,
  person?: { ref: string; leads: boolean },
): Promise<ExportedFigures[]> {
  const reading = deps.settings().measuring ? await deps.figureState.read() : undefined;
  if (!reading) return [];
  const { counting } = reading;
  const codes = department ? deps.directory().everyCode([department.code]) : [EVERYWHERE];
  const reader: FigureReader = {
    name: person ? nameInFigures(counting, person.ref) : '',
    answers: person?.leads === true && department !== undefined,
  };
  const standing = (await deps.figures.standing(counting, codes)).map(({ sums }) => sums);
  const found: ExportedFigures[] = [];
  for (const period of periodsOver(todayIn(deps))) {
    const months = besideYearBefore(period);
    const [first = '', last = ''] = [months.current[0], months.current.at(-1)];
    if ((from !== undefined && last < from.slice(0, 7)) || (to !== undefined && first > to.slice(0, 7))) continue;
    const [beside, current, before] = await Promise.all([
      besideIn(deps, months, department && codes),
      deps.figures.sums(counting, first, last, codes),
      deps.figures.sums(counting, months.before[0] ?? '', months.before.at(-1) ?? '', codes),
    ]);
    const byMonth = byMonthOf([...current, ...before]);
    found.push({
      period,
      lines: reportOf({ byMonth, now: standing, place: placeOf(deps, department), reader, beside }, months),
    });
  }
  return found;
}
