import { closeRound } from '../../app/capability/close-round.js';
import { askedIn, isDone } from '../../app/capability/round-now.js';
import { timeZoneOf, todayIn } from '../../app/deps.js';
import { askedBy } from '../../domain/capability/round.js';
import { newPersonRef } from '../../domain/ids.js';
import type { Contact } from '../../domain/organisation/organisation.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { addDays, instantAt, millisecondsOf } from '../../domain/time.js';
import type { PromiseToTell, StoredRound } from '../../store/capability/capability.js';
import { owed } from '../../store/delivery/deliveries.js';
import { noteRun } from '../../store/keys.js';
import type { DeliveryDeps } from '../deps.js';
import { aboutAsk, aboutPromise, aboutResult } from './about-notes.js';

/** Whoever tells many people and says nothing for so many milliseconds is gone, and another goes on. */
const SILENCE_MS = 10 * 60_000;
/** Clocks differ and writes take time: a round is closed when its last answers are surely in storage. */
const CLOSES_LATE_MS = 10 * 60_000;
/** So many references are asked for at the same time. */
const AT_ONCE = 50;

/** What is asked once a year: people are asked and reminded, the round is closed, and what came of it and what is promised are told. Any number of instances may look at once; each effect is one. */
export function processCapability(deps: DeliveryDeps, stopping?: AbortSignal): () => Promise<void> {
  return async () => {
    const { app } = deps;
    if (!app.settings().measuring) return;
    const [rounds, promises] = await Promise.all([app.capability.rounds(), app.capability.toTell()]);
    const [newest] = rounds;
    const today = todayIn(app);
    if (app.settings().calendar.isClosed(today)) return;
    for (const one of promises) if (!stopping?.aborted) await tellPromise(deps, one, stopping);
    if (!newest || stopping?.aborted) return;
    if (newest.closed) return tellResults(deps, newest, stopping);
    const time = askedBy(newest, today, app.settings().calendar);
    if (time !== undefined) return ask(deps, newest, time, stopping);
    if (isOver(deps, newest) && (await deps.clockIsRight()) && (await closeRound(app, newest)))
      deps.log.info(
        { year: newest.year },
        'A round of the yearly question is over, and what may be shown of it stands',
      );
  };
}

const isOver = ({ app }: DeliveryDeps, { until }: StoredRound): boolean =>
  millisecondsOf(app.now()) >= millisecondsOf(instantAt(addDays(until, 1), 0, timeZoneOf(app))) + CLOSES_LATE_MS;

/** Does something for many people once, whoever begins it; what is broken off is done again by another. */
async function once(
  { app, runs }: DeliveryDeps,
  name: string,
  work: () => Promise<number>,
  stopping?: AbortSignal,
): Promise<void> {
  const { run, mine } = await runs.claim('capability', name, app.now(), SILENCE_MS);
  if (run.plannedAt || !mine) return;
  const recipients = await work();
  if (stopping?.aborted) return;
  const now = app.now();
  await runs.note('capability', name, { plannedAt: now, recipients });
  await runs.note('capability', name, { finishedAt: now });
}

/** Those who are asked and have not answered are, or are reminded. */
async function ask(deps: DeliveryDeps, round: StoredRound, time: number, stopping?: AbortSignal): Promise<void> {
  const { app } = deps;
  await once(
    deps,
    aboutAsk(round.year, time),
    async () => {
      const rows = new Map((await app.capability.departments(round.year)).map((row) => [row.code, row]));
      return tellEverybody(deps, aboutAsk(round.year, time), stopping, (person) => {
        const asked = askedIn(app, person, round);
        return asked !== undefined && !isDone(app, asked, rows.get(asked.department));
      });
    },
    stopping,
  );
}

/** All who work in a department are told what it promises. */
async function tellPromise(deps: DeliveryDeps, one: PromiseToTell, stopping?: AbortSignal): Promise<void> {
  const { app } = deps;
  const code = app.directory().codeNow(one.department);
  const about = aboutPromise(one.promise);
  await once(
    deps,
    about,
    () => tellEverybody(deps, about, stopping, ({ department }) => department === code),
    stopping,
  );
  const run = await deps.runs.get('capability', about);
  if (run?.plannedAt) await app.capability.told(one);
}

/** A note in the day card of everybody who is to have it; how many they are. */
async function tellEverybody(
  deps: DeliveryDeps,
  about: string,
  stopping: AbortSignal | undefined,
  isTold: (person: Person) => boolean,
): Promise<number> {
  let count = 0;
  for await (const page of deps.app.everyone.pages()) {
    if (stopping?.aborted) return count;
    const refs = page.filter(isTold).map(({ ref }) => ref);
    await tell(deps, about, refs, stopping);
    count += refs.length;
  }
  return count;
}

async function tell(
  deps: DeliveryDeps,
  about: string,
  refs: readonly PersonRef[],
  stopping?: AbortSignal,
): Promise<void> {
  const { app, deliveries, feed } = deps;
  const now = app.now();
  const rows = refs.map((person) =>
    owed({ person, run: noteRun('capability', about) }, { kind: 'note', note: 'capability', about }, now, now),
  );
  await deliveries.add(rows, stopping);
  if (stopping?.aborted) return;
  feed.add(rows);
  await feed.fill();
}

/** Results are news for so long: whoever comes to a post later finds them where they stand. */
const RESULTS_DAYS = 60;

/** Leaders, managers of departments and the office are told that the answers are in. */
async function tellResults(deps: DeliveryDeps, round: StoredRound, stopping?: AbortSignal): Promise<void> {
  const { app } = deps;
  if (todayIn(app) > addDays(round.until, RESULTS_DAYS) || told.get(deps) === round.year) return;
  const about = aboutResult(round.year);
  await once(
    deps,
    about,
    async () => {
      const { departments, office } = app.directory();
      const contacts = [...departments.flatMap(({ leaders, managers }) => [...leaders, ...managers]), ...office];
      const refs = await refsOf(deps, contacts);
      await tell(deps, about, refs, stopping);
      return refs.length;
    },
    stopping,
  );
  if ((await deps.runs.get('capability', about))?.plannedAt) told.set(deps, round.year);
}

/** Of which year's results this instance knows that they are told. */
const told = new WeakMap<DeliveryDeps, string>();

/** The references of those behind contacts, once each. */
async function refsOf({ app }: DeliveryDeps, named: readonly Contact[]): Promise<PersonRef[]> {
  const contacts = [...new Map(named.map((one) => [one.email, one])).values()];
  const refs: PersonRef[] = [];
  for (let from = 0; from < contacts.length; from += AT_ONCE) {
    const some = contacts.slice(from, from + AT_ONCE);
    refs.push(...(await Promise.all(some.map((one) => app.people.refOf(one, () => newPersonRef(app.random))))));
  }
  return [...new Set(refs)];
}
