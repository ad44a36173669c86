import { todayIn } from '../../app/deps.js';
import { fillWeek } from '../../app/digest/fill-weeks.js';
import { oldestWeek } from '../../app/digest/open-week.js';
import { monthToldWith, sameMonthBefore } from '../../domain/digest/period.js';
import type { Month } from '../../domain/figures/months.js';
import { newPersonRef } from '../../domain/ids.js';
import { type Calendar, openDay, SATURDAY } from '../../domain/organisation/calendar/calendar.js';
import type { Contact, Organisation } from '../../domain/organisation/organisation.js';
import type { PersonRef } from '../../domain/person/person.js';
import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  instantAt,
  millisecondsOf,
  mondayOf,
  type Week,
  weekOf,
} from '../../domain/time.js';
import { owed } from '../../store/delivery/deliveries.js';
import { digestRun } from '../../store/keys.js';
import { cardOfToday } from '../day-plan.js';
import type { DeliveryDeps } from '../deps.js';
import { isWeeksDay } from './week-section.js';

/** A digest that could not be sent at its hour, because the bot was down, is still sent until that hour so many days later. */
const CATCH_UP_DAYS = 2;
/** Clocks differ and writes take time: a week is read when its last minutes are surely in storage. */
const CLOSES_LATE_MS = 10 * 60_000;
/** As many people are looked up at the same time. */
const AT_ONCE = 50;

/**
 * The week whose digest is to be sent now, if any: that before the latest digest hour, unless that hour is long gone. On a day
 * when nobody is at work there is none; it comes on the next day when somebody is, and of several that would come together
 * then only the newest. A digest day that the organisation file puts on a weekend stands. Pure.
 */
export function weekToSend(
  now: Instant,
  { day, hour, timeZone }: Organisation['digest'],
  calendar: Calendar,
): Week | undefined {
  const isClosed = day < SATURDAY ? calendar.isClosed : calendar.isDayOff;
  const open = (date: Day) => openDay(date, { isClosed });
  const today = dayOf(now, timeZone);
  if (open(today) !== today) return undefined;
  const present = mondayOf(weekOf(today)) ?? '';
  for (const monday of [present, addDays(present, -7)]) {
    const closed = millisecondsOf(instantAt(monday, 0, timeZone)) + CLOSES_LATE_MS;
    const wanted = open(addDays(monday, day - 1));
    if (millisecondsOf(now) < Math.max(closed, millisecondsOf(instantAt(wanted, hour, timeZone)))) continue;
    const last = instantAt(open(addDays(wanted, CATCH_UP_DAYS)), hour, timeZone);
    return now <= last ? weekOf(addDays(monday, -7)) : undefined;
  }
  return undefined;
}

/** Whoever plans a run and says nothing for so many milliseconds is gone, and another takes over. */
const PLANNING_MS = 2 * 60_000;

/**
 * Owes every manager the digest of a week, once, whoever asks and however often. One instance plans; if it dies, another
 * one goes on. True when all of it is owed. Whether there is something to say, and whether they want it, is looked at when
 * each is sent.
 */
export async function planDigest(deps: DeliveryDeps, week: Week, stopping?: AbortSignal): Promise<boolean> {
  const { run, mine } = await deps.runs.claim('digest', week, deps.app.now(), PLANNING_MS);
  if (run.plannedAt) return true;
  if (!mine) return false;
  await fillWeek(deps.app, week, stopping);
  await oweWeekCards(deps, stopping);
  await oweDigest(deps, week, stopping);
  await deps.app.ideas.forgetWeeks(oldestWeek(deps.app), stopping);
  return !stopping?.aborted;
}

/** The same without a claim, for whoever asks by hand; gives the recipients. */
export async function oweDigest(deps: DeliveryDeps, week: Week, stopping?: AbortSignal): Promise<PersonRef[]> {
  const { app, deliveries, runs, feed, log } = deps;
  const now = app.now();
  const [recipients, month] = [await managers(deps, stopping), await monthDue(deps, week)];
  const about = { kind: 'digest', week, ...(month !== undefined && { month }) } as const;
  const rows = recipients.map((person) => owed({ person, run: digestRun(week) }, about, now, now));
  await deliveries.add(rows, stopping);
  if (stopping?.aborted) return recipients;
  await runs.note('digest', week, { plannedAt: now, recipients: rows.length });
  feed.add(rows);
  await feed.fill();
  log.info({ run: digestRun(week), recipients: rows.length }, 'A digest is owed');
  return recipients;
}

/** The month that is told with a week: the latest that is over, once. A few readings side by side. */
async function monthDue({ runs }: Pick<DeliveryDeps, 'runs'>, week: Week): Promise<Month | undefined> {
  const earlier = await Promise.all(sameMonthBefore(week).map((one) => runs.get('digest', one)));
  return earlier.some((run) => run?.plannedAt) ? undefined : monthToldWith(week);
}

/** Owes those who lead, and the innovation office, the day card that tells them of the week: managers get a message of it. */
async function oweWeekCards(deps: DeliveryDeps, stopping?: AbortSignal): Promise<void> {
  const { app, deliveries, wake } = deps;
  const { departments, office } = app.directory();
  const { digest, calendar } = app.settings();
  const today = todayIn(app);
  // The bot was down on that day: their next card is about its own day.
  if (!isWeeksDay(today, digest, calendar)) return;
  const contacts = [...departments.flatMap(({ leaders }) => leaders), ...office];
  const now = app.now();
  const refs = await refsOf(deps, contacts, stopping);
  for (let from = 0; from < refs.length && !stopping?.aborted; from += AT_ONCE) {
    const some = refs.slice(from, from + AT_ONCE);
    const rows = (await Promise.all(some.map((one) => cardOfToday(deps, one, now)))).flatMap((row) => row ?? []);
    await deliveries.add(rows, stopping);
    await wake(rows);
  }
}

/** Everybody whom the organisation file names as manager, met or not. */
function managers(deps: Pick<DeliveryDeps, 'app'>, stopping?: AbortSignal): Promise<PersonRef[]> {
  const places = deps.app.directory().departments.flatMap((department) => [department, ...department.units]);
  return refsOf(
    deps,
    places.flatMap((it) => it.managers),
    stopping,
  );
}

/** The references of those behind contacts, once each. */
async function refsOf(
  { app }: Pick<DeliveryDeps, 'app'>,
  named: readonly Contact[],
  stopping?: AbortSignal,
): Promise<PersonRef[]> {
  const contacts = [...new Map(named.map((it) => [it.email, it])).values()];
  const refs: PersonRef[] = [];
  for (let from = 0; from < contacts.length && !stopping?.aborted; from += AT_ONCE) {
    const some = contacts.slice(from, from + AT_ONCE);
    refs.push(...(await Promise.all(some.map((one) => app.people.refOf(one, () => newPersonRef(app.random))))));
  }
  return [...new Set(refs)];
}
