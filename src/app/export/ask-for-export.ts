import type { Readable } from 'node:stream';
import { newIdempotencyKey } from '../../domain/ids.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import { instantOf, millisecondsOf } from '../../domain/time.js';
import type { ReadDataFile } from '../../store/person/data-files.js';
import type { Deps } from '../deps.js';
import type { FileBytes } from '../privacy/data-files.js';
import { type ExportAsk, mayExport, type NoExport } from './export-scope.js';
import { takenAwayFrom } from './taken-away.js';

/** So long a file is kept for whoever has asked for it. */
const KEPT_MS = 86_400_000;

/** Has a file made outside of any turn, which is offered when it is whole; one that is being made already is waited for. Two round trips. */
export async function askForExport(deps: Deps, person: Person, ask: ExportAsk): Promise<Result<void, NoExport>> {
  if (!mayExport(deps, person, ask)) return refuse({ code: 'notForYou' });
  const askedAt = deps.now();
  const until = instantOf(millisecondsOf(askedAt) + KEPT_MS);
  const token = newIdempotencyKey(deps.random);
  await deps.exports.ask({ person: person.ref, token, askedAt, until, what: JSON.stringify(ask) });
  return accept(undefined);
}

/** A file as long as it is offered to somebody who still may have it; undefined where there is none. */
export async function exportOf(deps: Deps, person: Person, token: string) {
  const file = await offeredTo(deps, person, token);
  const name = file?.name;
  if (!file || name === undefined) return undefined;
  return {
    async content(): Promise<{ name: string; bytes: FileBytes } | undefined> {
      const read = await deps.exports.read(file);
      return read && { name, bytes: { size: read.size, stream: read.stream as Readable } };
    },
    remove: () => deps.exports.remove(file),
  };
}

/**
 * Whether something that stands in a file has gone out of sight since it was begun: then it is asked for anew, and its person
 * is asked again when that one is there. Two round trips, or four.
 */
export async function renewedExport(deps: Deps, person: Person, token: string): Promise<boolean> {
  const file = await offeredTo(deps, person, token);
  if (!file) return false;
  const ask = readAsk(file.what);
  if (!(await isOutdated(deps, file, ask))) return false;
  await askForExport(deps, person, ask);
  return true;
}

async function offeredTo(deps: Deps, person: Person, token: string): Promise<ReadDataFile | undefined> {
  const file = await deps.exports.of(person.ref);
  if (file?.name === undefined || file.token !== token || file.until <= deps.now()) return undefined;
  return mayExport(deps, person, readAsk(file.what)) ? file : undefined;
}

/** Whether a file holds words that are out of sight, or names or words of somebody who has been erased since. */
async function isOutdated(
  deps: Deps,
  { begunAt, takenAway = [], outdated }: ReadDataFile,
  { names }: ExportAsk,
): Promise<boolean> {
  const isOfPeople = names === true || deps.settings().retention.words === 'erase';
  if (begunAt === undefined || (outdated && isOfPeople)) return true;
  const [goneSince, leaving] = await Promise.all([
    takenAwayFrom(deps, begunAt),
    isOfPeople ? deps.people.leaving() : [],
  ]);
  return leaving.some(({ since }) => since >= begunAt) || (goneSince?.some((key) => !takenAway.includes(key)) ?? true);
}

/** As it was asked for; one whose row says nothing is of all, which the office alone may have. */
export const readAsk = (what: string | undefined): ExportAsk => JSON.parse(what ?? '{}') as ExportAsk;
