import type { Readable } from 'node:stream';
import { newIdempotencyKey } from '../../domain/ids.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import { instantOf, millisecondsOf } from '../../domain/time.js';
import type { Deps } from '../deps.js';
import type { FileBytes } from '../privacy/data-files.js';
import { type ExportAsk, mayExport, type NoExport } from './export-scope.js';

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
  const file = await deps.exports.of(person.ref);
  const name = file?.name;
  if (!file || name === undefined || file.token !== token || file.until <= deps.now()) return undefined;
  if (!mayExport(deps, person, readAsk(file.what))) return undefined;
  return {
    async content(): Promise<{ name: string; bytes: FileBytes } | undefined> {
      const read = await deps.exports.read(file);
      return read && { name, bytes: { size: read.size, stream: read.stream as Readable } };
    },
    remove: () => deps.exports.remove(file),
  };
}

/** As it was asked for; one whose row says nothing is of all, which the office alone may have. */
export const readAsk = (what: string | undefined): ExportAsk => JSON.parse(what ?? '{}') as ExportAsk;
