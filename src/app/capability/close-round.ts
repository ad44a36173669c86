import { FEWEST_ANSWERS, ROUNDS_KEPT } from '../../domain/capability/round.js';
import { type CountedDepartment, shownOf } from '../../domain/capability/shown.js';
import { sumsOfAnswers, sumsTogether } from '../../domain/capability/sums.js';
import { readAnswers } from '../../domain/survey/survey-answers.js';
import type { StoredDepartment, StoredRound } from '../../store/capability/capability.js';
import type { Deps } from '../deps.js';
import { openWaiting } from './round-now.js';

/**
 * A round that is over becomes what may be shown of it, and nothing else stands: neither who has answered nor what is not shown.
 * Broken off anywhere it goes on at the next look, whoever looks; true when it is done. Some round trips for each department.
 */
export async function closeRound(deps: Deps, round: StoredRound): Promise<boolean> {
  const { capability } = deps;
  const { year } = round;
  const rows = await capability.departments(year);
  const shown = await capability.conclude(year, shownOf(countedIn(deps, year, rows)));
  const codes = new Set([...shown.departments.keys(), ...rows.map(({ code }) => code)]);
  for (const code of codes) {
    const row = rows.find((one) => one.code === code);
    const isClosed = row && row.marks.length === 0 && row.waiting.length === 0;
    if (!isClosed || !shown.departments.has(code)) await capability.close(year, code, shown.departments.get(code), row);
  }
  // Whatever has come in between is looked at anew.
  const left = await capability.departments(year);
  const isClean = left.every(({ marks, waiting }) => marks.length === 0 && waiting.length === 0);
  if (!isClean || !(await capability.end(round))) return false;
  const others = (await capability.rounds()).filter(({ closed }) => closed);
  for (const old of others.slice(ROUNDS_KEPT)) await capability.forget(old);
  return true;
}

/** What has come in, by the departments that there are now. Whoever has moved between them counts once. */
function countedIn(deps: Deps, year: string, rows: readonly StoredDepartment[]): CountedDepartment[] {
  const counted = new Map<string, CountedDepartment>();
  const seen = new Set(rows.flatMap(({ marks }) => marks));
  for (const row of rows) {
    const waiting = row.waiting.flatMap((one) => {
      const said = seen.has(one.mark) ? undefined : openWaiting(deps, { year, department: row.code }, one);
      const answers = said === undefined ? undefined : readAnswers(said);
      if (!answers) return [];
      seen.add(one.mark);
      return [answers];
    });
    // Fewer are never added to sums that stand: whoever has seen those would know what they said. It happens only where a key was lost.
    const added = row.answers > 0 && waiting.length < FEWEST_ANSWERS ? [] : waiting;
    const code = deps.directory().codeNow(row.code);
    const before = counted.get(code);
    counted.set(code, {
      code,
      answers: (before?.answers ?? 0) + row.answers + added.length,
      sums: sumsTogether([before?.sums ?? {}, row.sums, sumsOfAnswers(added, deps.settings().survey)]),
    });
  }
  return [...counted.values()];
}
