import { type AnswerRole, type Stage, stageNames } from '../idea/stages.js';
import { type Day, daysBetween } from '../time.js';
import type { ByMonth } from './figures.js';
import { dayIn } from './months.js';
import type { Sums } from './sums.js';
import { percentile } from './tally.js';

/** What waits in a stage for a role. */
export interface WaitsAt {
  stage: Stage;
  role: AnswerRole;
  ideas: number;
  /** The median of how long, in days; undefined where that is longer than the months that are read. */
  days?: number | undefined;
}

/**
 * Where ideas wait now, by the way's own order: in which stage and for which role, never for whom. `now`: what waits in all;
 * `since`: in which months that began, the latest ones; what began before those has waited longer than all others.
 */
export function waitsOf(now: readonly Sums[], since: ByMonth, today: Day): WaitsAt[] {
  const all = new Map<string, number>();
  for (const sums of now) {
    for (const [name, { cases }] of Object.entries(sums)) {
      if (name.startsWith('waiting.')) all.set(name, (all.get(name) ?? 0) + cases);
    }
  }
  return [...all]
    .flatMap(([name, ideas]): WaitsAt[] => {
      const [, stage = '', role = ''] = name.split('.');
      if (ideas <= 0 || !isStage(stage)) return [];
      return [{ stage, role: role as AnswerRole, ideas, days: medianDays(name, ideas, since, today) }];
    })
    .sort(
      (one, other) =>
        stageNames.indexOf(one.stage) - stageNames.indexOf(other.stage) || (one.role < other.role ? -1 : 1),
    );
}

const isStage = (name: string): name is Stage => stageNames.some((stage) => stage === name);

function medianDays(name: string, ideas: number, since: ByMonth, today: Day): number | undefined {
  const lengths: Record<number, number> = {};
  let known = 0;
  for (const [month, each] of since) {
    for (const { [name]: tally } of each) {
      for (const [day, count] of Object.entries(tally?.days ?? {})) {
        const length = daysBetween(dayIn(month, Number(day)), today);
        lengths[length] = (lengths[length] ?? 0) + count;
        known += count;
      }
    }
  }
  // Whatever began before these months is longer than any of them.
  const older = ideas - known;
  const longest = Number.MAX_SAFE_INTEGER;
  const median = percentile(older > 0 ? { ...lengths, [longest]: older } : lengths, 0.5);
  return median === undefined || median >= longest / 2 ? undefined : median;
}
