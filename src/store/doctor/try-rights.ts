import type { TableClient } from '@azure/data-tables';
import type { ContainerClient } from '@azure/storage-blob';
import type { QueueClient } from '@azure/storage-queue';
import { inPartition } from '../conditions.js';
import { isStatus, type StoredRow } from '../rows.js';
import type { Storage } from '../storage.js';
import { PROBES } from './doctor-keys.js';

/** What came of trying all that the bot does in one place. */
export interface TriedPlace {
  kind: 'table' | 'queue' | 'container';
  name: string;
  /** What went well, in the order in which it was tried. */
  works: string[];
  /** What did not, with storage's status, or what the system said. */
  refused: { right: string; code: string }[];
  /** Storage took what was not as it was read: two writers would not see each other. */
  unguarded?: true;
  /** A container that everybody may read. */
  open?: true;
}

/** So long one place may take, in milliseconds. */
const WITHIN_MS = 15_000;
/** For so long a probe in a queue is seen by nobody; and so long it lives where it cannot be taken away. In seconds. */
const HIDDEN_S = 60;
const LIVES_S = 120;

/**
 * Tries each right that the bot needs, in each table, queue and container of its own, with a row, a message and a blob that go
 * again. Nobody reads the partition of the probes, and a running bot does not notice. `probe`: names these, another each time.
 * Never rejects.
 */
export async function* tryRights(storage: Storage, probe: string): AsyncGenerator<TriedPlace> {
  for (const table of [storage.ideas, storage.people, storage.deliveries]) yield await ofTable(table, probe);
  for (const queue of [storage.wakeUps, storage.restWakeUps]) yield await ofQueue(queue, probe);
  for (const container of [storage.pictures(), storage.files()]) yield await ofContainer(container, probe);
}

/** Does one thing, and keeps what came of it; undefined where it did not go. */
type Attempt = <T>(right: string, doing: (abortSignal: AbortSignal) => Promise<T>) => Promise<T | undefined>;

function placeOf(kind: TriedPlace['kind'], name: string): { place: TriedPlace; attempt: Attempt } {
  const place: TriedPlace = { kind, name, works: [], refused: [] };
  const attempt: Attempt = async (right, doing) => {
    try {
      const done = await doing(AbortSignal.timeout(WITHIN_MS));
      place.works.push(right);
      return done;
    } catch (error) {
      place.refused.push({ right, code: codeOf(error) });
      return undefined;
    }
  };
  return { place, attempt };
}

/** Storage's status, or the system's word; never a message, which may hold an address with a secret. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const status = 'statusCode' in error && error.statusCode;
  const code = 'code' in error && error.code;
  return String(status || code || error.name);
}

async function ofTable(table: TableClient, probe: string): Promise<TriedPlace> {
  const { place, attempt } = placeOf('table', table.tableName);
  const row = { partitionKey: PROBES, rowKey: probe };
  // As the bot does when it starts: what is there already stays.
  await attempt('create table', (abortSignal) => table.createTable({ abortSignal }));
  const created = await attempt('create', (abortSignal) => table.createEntity({ ...row, tries: 0 }, { abortSignal }));
  await attempt('read', (abortSignal) => readProbe(table, probe, abortSignal));
  const listed = await attempt('list', (abortSignal) => left(table, abortSignal));
  if (created) {
    const first = created.etag ?? '';
    const updated = await attempt('update', (abortSignal) =>
      table.updateEntity({ ...row, tries: 1 }, 'Replace', { etag: first, abortSignal }),
    );
    if (updated) {
      const guarded = await attempt('guard', (abortSignal) =>
        refusedAsChanged(table.updateEntity({ ...row, tries: 2 }, 'Replace', { etag: first, abortSignal })),
      );
      if (guarded === false) place.unguarded = true;
    }
    const etag = place.unguarded ? '*' : (updated?.etag ?? first);
    await attempt('delete', (abortSignal) => table.deleteEntity(row.partitionKey, row.rowKey, { etag, abortSignal }));
  }
  // What a run that was broken off has left.
  for (const { rowKey, etag } of listed ?? []) {
    if (rowKey !== probe) await table.deleteEntity(PROBES, rowKey, { etag }).catch(() => undefined);
  }
  return place;
}

/** There may be none, where it could not be created: that is an answer too. */
async function readProbe(table: TableClient, probe: string, abortSignal: AbortSignal): Promise<void> {
  try {
    await table.getEntity(PROBES, probe, { abortSignal });
  } catch (error) {
    if (!isStatus(error, 404)) throw error;
  }
}

async function left(table: TableClient, abortSignal: AbortSignal): Promise<StoredRow<object>[]> {
  const pages = table
    .listEntities({ queryOptions: { filter: inPartition(PROBES) }, abortSignal })
    .byPage({ maxPageSize: 100 });
  const { value = [] } = await pages.next();
  return value as StoredRow<object>[];
}

async function refusedAsChanged(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing;
    return false;
  } catch (error) {
    if (isStatus(error, 412)) return true;
    throw error;
  }
}

async function ofQueue(queue: QueueClient, probe: string): Promise<TriedPlace> {
  const { place, attempt } = placeOf('queue', queue.name);
  const text = Buffer.from(probe).toString('base64');
  const times = { visibilityTimeout: HIDDEN_S, messageTimeToLive: LIVES_S };
  await attempt('create queue', (abortSignal) => queue.createIfNotExists({ abortSignal }));
  await attempt('read', (abortSignal) => queue.getProperties({ abortSignal }));
  const sent = await attempt('send', (abortSignal) => queue.sendMessage(text, { ...times, abortSignal }));
  // What is received is there again a second later: a wake-up says no more than that there may be something to do.
  await attempt('receive', (abortSignal) =>
    queue.receiveMessages({ numberOfMessages: 1, visibilityTimeout: 1, abortSignal }),
  );
  if (!sent) return place;
  const { messageId, popReceipt } = sent;
  const updated = await attempt('update', (abortSignal) =>
    queue.updateMessage(messageId, popReceipt, text, HIDDEN_S, { abortSignal }),
  );
  await attempt('delete', (abortSignal) =>
    queue.deleteMessage(messageId, updated?.popReceipt ?? popReceipt, { abortSignal }),
  );
  return place;
}

async function ofContainer(container: ContainerClient, probe: string): Promise<TriedPlace> {
  const { place, attempt } = placeOf('container', container.containerName);
  const made = await attempt('create container', (abortSignal) => container.createIfNotExists({ abortSignal }));
  if (!made) return place;
  const properties = await attempt('read container', (abortSignal) => container.getProperties({ abortSignal }));
  if (properties?.blobPublicAccess !== undefined) place.open = true;
  const blob = container.getBlockBlobClient(`${PROBES}-${probe}`);
  const created = await attempt('create', (abortSignal) => blob.upload('probe', 5, { abortSignal }));
  if (!created) return place;
  await attempt('read', (abortSignal) => blob.downloadToBuffer(0, undefined, { abortSignal }));
  await attempt('list', (abortSignal) =>
    container.listBlobsFlat({ prefix: blob.name, abortSignal }).byPage({ maxPageSize: 1 }).next(),
  );
  const first = created.etag ?? '';
  const updated = await attempt('update', (abortSignal) =>
    blob.upload('probed', 6, { conditions: { ifMatch: first }, abortSignal }),
  );
  if (updated) {
    const guarded = await attempt('guard', (abortSignal) =>
      refusedAsChanged(blob.upload('late', 4, { conditions: { ifMatch: first }, abortSignal })),
    );
    if (guarded === false) place.unguarded = true;
  }
  const ifMatch = place.unguarded ? '*' : (updated?.etag ?? first);
  await attempt('delete', (abortSignal) => blob.delete({ conditions: { ifMatch }, abortSignal }));
  return place;
}
