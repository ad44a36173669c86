import { isOnMoney } from '../../domain/idea/deciding/registered.js';
import { isToldInWeek } from '../../domain/idea/reading/in-week.js';
import { addDays, dayOf, instantAt, mondayOf, type Week, weekOf, weekSpan } from '../../domain/time.js';
import type { LoggedEvent } from '../../store/idea/ideas.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import { type Deps, timeZoneOf } from '../deps.js';
import { oldestWeek } from './open-week.js';
import { thisWeek } from './week.js';

/** So many ideas are read at the same time. */
const TOGETHER = 16;

type FillDeps = Pick<Deps, 'ideas' | 'settings' | 'now'>;

/**
 * Has a week tell also of what an earlier version of the bot wrote without rows of its week: of ideas as they stand now. Where
 * nothing is missing it costs reading the week and its log. How many events were missing.
 */
export async function fillWeek(deps: FillDeps, week: Week, stopping?: AbortSignal): Promise<number> {
  const { ideas } = deps;
  const span = weekSpan(week, timeZoneOf(deps));
  if (!span) return 0;
  const [log, told] = await Promise.all([ideas.log(span.from, span.to), ideas.week(week)]);
  const nameOf = ({ id, event }: (typeof log)[number]) => [id, event.adoption, event.seq].join(' ');
  const known = new Set(told.map(nameOf));
  const missing = log.filter((one) => isToldInWeek(one.event) && !known.has(nameOf(one)));
  for (let from = 0; from < missing.length && !stopping?.aborted; from += TOGETHER) {
    await Promise.all(
      missing.slice(from, from + TOGETHER).map(async ({ id, event }) => {
        const stored = await unlessUnreadable(ideas.load(id));
        if (stored) await ideas.tellInWeek(stored.idea, event);
      }),
    );
  }
  await registerMoney(deps, week, log, stopping);
  return missing.length;
}

/** Decisions on money stand in a list of their own as well, which an earlier version did not keep. Nothing is asked where there is none. */
async function registerMoney(
  { ideas }: FillDeps,
  week: Week,
  log: readonly LoggedEvent[],
  stopping?: AbortSignal,
): Promise<void> {
  const decided = log.filter(({ event }) => isOnMoney(event));
  const monday = mondayOf(week);
  if (!monday || decided.length === 0) return;
  const registered = await ideas.registered('money', monday, addDays(monday, 6), Number.POSITIVE_INFINITY);
  const known = new Set(registered.map(({ id, seq }) => `${id} ${seq}`));
  for (const { id, event } of decided) {
    if (stopping?.aborted) return;
    const stored = known.has(`${id} ${event.seq}`) ? undefined : await unlessUnreadable(ideas.load(id));
    if (stored) await ideas.registerAnew(stored.idea, event);
  }
}

/** The same of every week that can be read, from the first in which something happened. Two readings a week, and more for longer ones. */
export async function fillWeeks(deps: FillDeps, stopping?: AbortSignal): Promise<number> {
  const zone = timeZoneOf(deps);
  const first = await deps.ideas.firstLogged(instantAt(mondayOf(oldestWeek(deps)) ?? '', 0, zone));
  let missing = 0;
  for (let week = first && weekOf(dayOf(first, zone)); week && week <= thisWeek(deps); week = weekAfter(week)) {
    if (stopping?.aborted) break;
    missing += await fillWeek(deps, week, stopping);
  }
  return missing;
}

const weekAfter = (week: Week): Week => weekOf(addDays(mondayOf(week) ?? '', 7));
