import { myData } from '../../app/privacy/my-data.js';
import { dataFile } from '../../cards/privacy/data-file.js';
import { newIdempotencyKey } from '../../domain/ids.js';
import type { Person } from '../../domain/person/person.js';
import { owed } from '../../store/delivery/deliveries.js';
import { dataFileRun } from '../../store/keys.js';
import type { ReadDataFile } from '../../store/person/data-files.js';
import type { DeliveryDeps } from '../deps.js';
import type { FileOffer, Message } from '../teams-port.js';

/** So many parts of a file are made at one look: the rest of a long one comes by the next, and nobody else waits for it. */
const PARTS_AT_ONCE = 25;

/**
 * Makes the files that people have asked for, a part at a time, and offers each when it is whole; takes away what nobody has
 * taken. Any number of instances may do it at once, and what one has begun another goes on with from where it is.
 */
export async function makeDataFiles(deps: DeliveryDeps, stopping?: AbortSignal): Promise<void> {
  const { app, log } = deps;
  for (const file of await app.dataFiles.all()) {
    if (stopping?.aborted) return;
    try {
      await makeDataFile(deps, file, stopping);
    } catch (error) {
      log.error(
        { person: file.person, err: error },
        'A file of somebody’s data could not be made; the next look goes on',
      );
    }
  }
}

async function makeDataFile(deps: DeliveryDeps, begun: ReadDataFile, stopping?: AbortSignal): Promise<void> {
  const { app, log } = deps;
  if (begun.until <= app.now()) return app.dataFiles.remove(begun);
  let file: ReadDataFile | undefined = begun;
  for (let parts = 0; file && file.name === undefined && parts < PARTS_AT_ONCE; parts++) {
    if (stopping?.aborted) return;
    file = await goOn(deps, file);
  }
  if (file?.name === undefined || file.offered) return;
  await offer(deps, file);
  await app.dataFiles.note(file, { ...file, offered: true });
  log.info({ person: file.person, bytes: file.size }, 'A file of somebody’s data is made and offered');
}

/** The file with its next part; undefined where somebody else has gone on with it, and where its person is gone. */
async function goOn({ app, context }: DeliveryDeps, file: ReadDataFile): Promise<ReadDataFile | undefined> {
  const stored = await app.people.byRef(file.person);
  if (!stored) {
    await app.dataFiles.remove(file);
    return undefined;
  }
  const data = await myData(app, stored, file.at);
  const { name, bytes } = dataFile(context(stored.person.language), data);
  const part = newIdempotencyKey(app.random);
  return app.dataFiles.goOn(file, { part, bytes, at: data.next, ...(!data.next && { name }) });
}

async function offer({ app, deliveries, wake }: DeliveryDeps, { person, token }: ReadDataFile): Promise<void> {
  const name = { person, run: dataFileRun(token) };
  const now = app.now();
  await deliveries.add([owed(name, { kind: 'file', token }, now, now)]);
  await wake([name]);
}

/** The question whether somebody wants their file, or that it could not be made; undefined where it is not there (any more). */
export async function fileMessage(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  { token }: { token: string },
  { ref, language }: Person,
): Promise<Message | undefined> {
  const [own, taken] = await Promise.all([app.dataFiles.of(ref), app.exports.of(ref)]);
  const { t } = context(language);
  if (own?.token === token && own.name !== undefined) {
    return offering({ name: own.name, size: own.size, about: t('data.fileAbout') });
  }
  if (taken?.token !== token) return undefined;
  if (taken.givenUp) return { text: t(`export.givenUp.${taken.givenUp}`) };
  if (taken.name === undefined) return undefined;
  const carries = { kind: 'export', of: { token } };
  return offering({ name: taken.name, size: taken.size, about: t('export.fileAbout'), carries });
}

const offering = (offers: FileOffer): Message => ({ summary: offers.about, offers });
