import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readAsk } from '../../app/export/ask-for-export.js';
import { mayExport, scopeOf } from '../../app/export/export-scope.js';
import { takenAwayFrom } from '../../app/export/taken-away.js';
import { newIdempotencyKey } from '../../domain/ids.js';
import type { Person } from '../../domain/person/person.js';
import { dayOf, instantOf, millisecondsOf } from '../../domain/time.js';
import { owed } from '../../store/delivery/deliveries.js';
import { dataFileRun } from '../../store/keys.js';
import type { ReadDataFile } from '../../store/person/data-files.js';
import type { GivenUp } from '../../store/person/person-kinds.js';
import type { DeliveryDeps } from '../deps.js';
import { fillTables } from './fill-tables.js';
import { createWorkbook } from './workbook.js';

/** So often a workbook is begun before it is given up. */
const MOST_TRIES = 5;
/** So long whoever has begun one is waited for, in milliseconds; after that they are gone. */
const BUSY_MS = 10 * 60_000;
/** So long it rests when it could not be made, in milliseconds, times the square of how often that was: storage may be away for an hour. */
const REST_MS = 2 * 60_000;
/** So long it stands that one was given up: until the message that says so has gone. */
const TOLD_FOR_MS = 86_400_000;

/**
 * Makes one of the workbooks that people have asked for, the one that has waited longest, and offers it; takes away what nobody
 * has taken. One at a look, for each reads all that there is, and the clock's other work waits meanwhile. Whoever is stopped
 * leaves it to the next look.
 */
export async function makeExports(deps: DeliveryDeps, stopping?: AbortSignal): Promise<void> {
  const { app, log } = deps;
  const now = app.now();
  const all = await app.exports.all();
  const open = all
    .filter(({ name, givenUp, until }) => name === undefined && !givenUp && until > now)
    .filter(({ busyUntil }) => busyUntil === undefined || busyUntil <= now)
    .toSorted((one, other) => (one.tries ?? 0) - (other.tries ?? 0) || (one.askedAt < other.askedAt ? -1 : 1));
  for (const file of [...all.filter((one) => !open.includes(one)), ...open.slice(0, 1)]) {
    if (stopping?.aborted) return;
    try {
      await lookAfter(deps, file, stopping);
    } catch (error) {
      if (stopping?.aborted) return;
      log.error({ person: file.person, err: error }, 'A workbook could not be made; a later look tries again');
    }
  }
}

async function lookAfter(deps: DeliveryDeps, file: ReadDataFile, stopping?: AbortSignal): Promise<void> {
  const { app } = deps;
  const isMade = file.name !== undefined;
  if (file.until <= app.now()) return isMade || file.givenUp ? app.exports.remove(file) : giveUp(deps, file, 'failed');
  if (isMade) return offer(deps, file);
  if (file.givenUp || (file.busyUntil ?? '') > app.now()) return;
  const made = await makeExport(deps, file, stopping);
  if (made) await offer(deps, made);
}

async function offer(deps: DeliveryDeps, file: ReadDataFile): Promise<void> {
  const { app, log } = deps;
  if (file.offered) return;
  await tell(deps, file);
  await app.exports.note(file, { ...file, offered: true });
  log.info({ person: file.person, bytes: file.size }, 'A workbook is made and offered');
}

/** That it is there, or that it is not: once, however often it is owed. */
async function tell(deps: DeliveryDeps, { person, token }: ReadDataFile): Promise<void> {
  const name = { person, run: dataFileRun(token) };
  const now = deps.app.now();
  await deps.deliveries.add([owed(name, { kind: 'file', token }, now, now)]);
  await deps.wake([name]);
}

/** Whoever has asked is told that they get none. First it stands that it is given up, which the message then says. */
async function giveUp(deps: DeliveryDeps, file: ReadDataFile, why: GivenUp): Promise<void> {
  const { app, log } = deps;
  const until = instantOf(millisecondsOf(app.now()) + TOLD_FOR_MS);
  if (!(await app.exports.note(file, { ...file, givenUp: why, until }))) return;
  await tell(deps, file);
  log.warn({ person: file.person, why }, 'A workbook is given up');
}

/** Undefined where somebody else makes it, where it is given up, and where its person is gone. */
async function makeExport(
  deps: DeliveryDeps,
  begun: ReadDataFile,
  stopping?: AbortSignal,
): Promise<ReadDataFile | undefined> {
  const { app } = deps;
  const stored = await app.people.byRef(begun.person);
  if (!stored) {
    await app.exports.remove(begun);
    return undefined;
  }
  if (!mayExport(app, stored.person, readAsk(begun.what))) {
    await giveUp(deps, begun, 'notForYou');
    return undefined;
  }
  const { tries = 0 } = begun;
  if (tries >= MOST_TRIES) {
    await giveUp(deps, begun, 'failed');
    return undefined;
  }
  const begunAt = app.now();
  const takenAway = (await takenAwayFrom(app, begunAt)) ?? [];
  const busyUntil = instantOf(millisecondsOf(begunAt) + BUSY_MS);
  const isMine = await app.exports.note(begun, {
    ...begun,
    ...{ begunAt, takenAway, busyUntil, tries: tries + 1, outdated: false },
  });
  const file = isMine ? await app.exports.of(begun.person) : undefined;
  if (!file) return undefined;
  try {
    return await filled(deps, file, stored.person, stopping);
  } catch (error) {
    // Stopped, it was not tried. Where storage does not answer either, it is tried when nobody can be busy with it any more.
    const rest = instantOf(millisecondsOf(app.now()) + (tries + 1) ** 2 * REST_MS);
    const after = stopping?.aborted ? { busyUntil: undefined, tries } : { busyUntil: rest };
    await app.exports.note(file, { ...file, ...after }).catch(() => false);
    throw error;
  }
}

/** The file, whole; undefined where somebody else has gone on with it. */
async function filled(
  { app, context }: DeliveryDeps,
  file: ReadDataFile,
  person: Person,
  stopping?: AbortSignal,
): Promise<ReadDataFile | undefined> {
  const { names, ...what } = readAsk(file.what);
  const scope = scopeOf(app, readAsk(file.what));
  const kit = context(person.language);
  const stream = new PassThrough();
  const reader = { ref: file.person, leads: scope.department !== undefined };
  // Compressed, it is small enough to be held: some megabytes of the largest city.
  const [bytes] = await Promise.all([
    buffer(stream),
    fillTables(app, kit, scope, (tables) => createWorkbook(stream, tables), { reader, stopping }).catch(
      (error: unknown) => {
        stream.destroy(error instanceof Error ? error : new Error(String(error)));
        throw error;
      },
    ),
  ]);
  // Before anybody can have it: no file with names is without its row.
  if (names) await app.namedExports.note({ by: file.person, at: file.askedAt, format: 'xlsx', ...what }, file.token);
  const name = `${kit.t('export.fileName')}-${dayOf(app.now(), kit.timeZone)}.xlsx`;
  const { busyUntil: _, ...rest } = file;
  return app.exports.goOn(rest, { part: newIdempotencyKey(app.random), bytes, name });
}
