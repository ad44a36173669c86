import { timeZoneOf } from '../../app/deps.js';
import { fillWeeks } from '../../app/digest/fill-weeks.js';
import { knownOf } from '../../app/person/post-holders.js';
import type { CardContext } from '../../cards/card-context.js';
import type { DayNews } from '../../cards/digest/day.js';
import { type DaysCounts, toRegisterNews } from '../../cards/digest/to-register-news.js';
import type { Directory } from '../../domain/organisation/directory.js';
import { addDays, type Day, dayOf, instantOf, isDay, millisecondsOf } from '../../domain/time.js';
import type { DeliveryDeps } from '../deps.js';
import { oweNote } from '../person/notes.js';

/** What is decided just before midnight is stored a little after it. */
const STORED_WITHIN_MS = 10 * 60_000;
/** So many days are looked at: those of which a bot that was down has not told. */
const DAYS_BACK = 7;
/** Whoever fills in what an earlier version has left out, and has not finished after so many milliseconds, is gone. */
const FILL_SILENCE_MS = 30 * 60_000;

/** A day and how many decisions of each part it has brought, in one name, for a note. */
const noteAbout = (day: Day, { money, begun, inUse, ended }: DaysCounts): string =>
  [day, money, begun, inUse, ended].join('.');

/** The row of such a note on a day card; undefined of what is none. */
export function registryNews(context: CardContext, about: string): DayNews | undefined {
  const [day = '', ...counts] = about.split('.');
  const [money = 0, begun = 0, inUse = 0, ended = 0] = counts.map(Number);
  return isDay(day) ? toRegisterNews(context, day, { money, begun, inUse, ended }) : undefined;
}

/** What an earlier version has not written of decisions on money is filled in once, by one instance. True where that is done. */
async function fillOnce({ app, runs }: DeliveryDeps, stopping?: AbortSignal): Promise<boolean> {
  const { run, mine } = await runs.claim('registered', '1', app.now(), FILL_SILENCE_MS);
  if (!mine) return run.plannedAt !== undefined;
  await fillWeeks(app, stopping);
  if (stopping?.aborted) return false;
  const now = app.now();
  await runs.note('registered', '1', { plannedAt: now, finishedAt: now });
  return true;
}

/**
 * Those who keep the records are told of what each day that is over has brought to be registered, once for each day; nobody
 * where the organisation file names none.
 */
export function tellRegistrars(deps: DeliveryDeps, stopping?: AbortSignal): () => Promise<void> {
  const { app } = deps;
  let filled = false;
  let done: { upTo: Day; by: Directory } | undefined;
  return async () => {
    if (!filled) filled = await fillOnce(deps, stopping);
    const directory = app.directory();
    const now = instantOf(millisecondsOf(app.now()) - STORED_WITHIN_MS);
    const upTo = addDays(dayOf(now, timeZoneOf(app)), -1);
    if (directory.registrars.length === 0 || (done?.upTo === upTo && done.by === directory)) return;
    const days = await app.ideas.countRegistered(addDays(upTo, 1 - DAYS_BACK), upTo);
    if (days.size > 0 && !(await deps.clockIsRight())) return;
    const people = days.size > 0 ? await knownOf(app, directory.registrars, 'registrar') : [];
    for (const [day, counts] of days) {
      await oweNote(deps, people, { note: 'toRegister', about: noteAbout(day, counts) }, day);
    }
    done = { upTo, by: directory };
  };
}
