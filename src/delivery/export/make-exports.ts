import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readAsk } from '../../app/export/ask-for-export.js';
import { exportScope } from '../../app/export/export-scope.js';
import { newIdempotencyKey } from '../../domain/ids.js';
import { dayOf } from '../../domain/time.js';
import { owed } from '../../store/delivery/deliveries.js';
import { dataFileRun } from '../../store/keys.js';
import type { ReadDataFile } from '../../store/person/data-files.js';
import type { DeliveryDeps } from '../deps.js';
import { fillTables } from './fill-tables.js';
import { createWorkbook } from './workbook.js';

/** Makes the workbooks that people have asked for and offers each; takes away what nobody has taken. Whoever is stopped leaves it to the next look. */
export async function makeExports(deps: DeliveryDeps, stopping?: AbortSignal): Promise<void> {
  const { app, log } = deps;
  for (const file of await app.exports.all()) {
    if (stopping?.aborted) return;
    try {
      if (file.until <= app.now()) await app.exports.remove(file);
      else await makeExport(deps, file, stopping);
    } catch (error) {
      if (stopping?.aborted) return;
      log.error({ person: file.person, err: error }, 'A workbook could not be made; the next look tries again');
    }
  }
}

async function makeExport(deps: DeliveryDeps, begun: ReadDataFile, stopping?: AbortSignal): Promise<void> {
  const { app, log } = deps;
  const file = begun.name === undefined ? await made(deps, begun, stopping) : begun;
  if (file?.name === undefined || file.offered) return;
  const name = { person: file.person, run: dataFileRun(file.token) };
  const now = app.now();
  await deps.deliveries.add([owed(name, { kind: 'file', token: file.token }, now, now)]);
  await deps.wake([name]);
  await app.exports.note(file, { ...file, offered: true });
  log.info({ person: file.person, bytes: file.size }, 'A workbook is made and offered');
}

/** Undefined where somebody else has made it, and where its person is gone or may not have it any more. */
async function made({ app, context }: DeliveryDeps, file: ReadDataFile, stopping?: AbortSignal) {
  const stored = await app.people.byRef(file.person);
  const scope = stored && exportScope(app, stored.person, readAsk(file.what));
  if (!stored || !scope?.ok) {
    await app.exports.remove(file);
    return undefined;
  }
  const kit = context(stored.person.language);
  const stream = new PassThrough();
  const reader = { ref: file.person, leads: scope.value.department !== undefined };
  // Compressed, it is small enough to be held: some megabytes of the largest city.
  const [bytes] = await Promise.all([
    buffer(stream),
    fillTables(app, kit, scope.value, (tables) => createWorkbook(stream, tables), { reader, stopping }).catch(
      (error: unknown) => {
        stream.destroy(error instanceof Error ? error : new Error(String(error)));
        throw error;
      },
    ),
  ]);
  // Before anybody can have it: no file with names is without its row.
  const { names, ...what } = readAsk(file.what);
  if (names) await app.namedExports.note({ by: file.person, at: file.askedAt, format: 'xlsx', ...what }, file.token);
  const name = `${kit.t('export.fileName')}-${dayOf(app.now(), kit.timeZone)}.xlsx`;
  return app.exports.goOn(file, { part: newIdempotencyKey(app.random), bytes, name });
}
