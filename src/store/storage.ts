import { TableClient } from '@azure/data-tables';
import { BlobServiceClient, type ContainerClient } from '@azure/storage-blob';
import { QueueClient } from '@azure/storage-queue';

/** Told of every request to storage, so that tests can count round trips and operators measure them. */
export interface StorageObserver {
  started(): void;
  finished(): void;
}

export interface StorageOptions {
  connectionString: string;
  /** Put before the names of tables and queue: letters and digits, a letter first. */
  prefix?: string;
  observer?: StorageObserver;
}

/** The tables and the queue of one deployment. */
export interface Storage {
  ideas: TableClient;
  people: TableClient;
  deliveries: TableClient;
  wakeUps: QueueClient;
  /**
   * The container of pictures. Made when the first picture is stored: a deployment that has none needs no blob service.
   */
  pictures: () => ContainerClient;
  /** Creates what is missing; rejects when storage has not answered within ten seconds. */
  prepare(): Promise<void>;
  /** Which of tables and queue does not answer within five seconds, and why; and storage's own clock (ms since the epoch). */
  ping(): Promise<{ silent: 'storage' | 'queue' | undefined; cause?: unknown; storageTime: number | undefined }>;
}

/** The SDK tries again for half a minute, and waits for ever where a connection stays silent: somebody waits for these. */
const PREPARE_WITHIN_MS = 10_000;
const PING_WITHIN_MS = 5_000;

/** Opens storage by connection string; plain HTTP is allowed only because Azurite speaks it, and Azure's own strings say https. */
export function openStorage({ connectionString, prefix = '', observer }: StorageOptions): Storage {
  const table = (name: string) =>
    TableClient.fromConnectionString(connectionString, `${prefix}${name}`, {
      allowInsecureConnection: true,
      ...(observer && { additionalPolicies: [{ position: 'perCall', policy: observing(observer) }] }),
    });
  const ideas = table('Ideas');
  const people = table('People');
  const deliveries = table('Deliveries');
  const wakeUps = new QueueClient(connectionString, `${prefix.toLowerCase()}wake-ups`);
  return {
    ideas,
    people,
    deliveries,
    wakeUps,
    pictures: () =>
      BlobServiceClient.fromConnectionString(connectionString).getContainerClient(`${prefix.toLowerCase()}pictures`),
    async prepare() {
      const abortSignal = AbortSignal.timeout(PREPARE_WITHIN_MS);
      const tables = [ideas, people, deliveries].map((one) => one.createTable({ abortSignal }));
      await Promise.all([...tables, wakeUps.createIfNotExists({ abortSignal })]);
    },
    async ping() {
      const abortSignal = AbortSignal.timeout(PING_WITHIN_MS);
      const rows = ideas
        .listEntities({ queryOptions: { filter: "PartitionKey eq 'ping'" }, abortSignal })
        .byPage({ maxPageSize: 1 });
      const [tables, queue] = await Promise.allSettled([rows.next(), wakeUps.getProperties({ abortSignal })]);
      if (tables.status === 'rejected') return { silent: 'storage', cause: tables.reason, storageTime: undefined };
      if (queue.status === 'rejected') return { silent: 'queue', cause: queue.reason, storageTime: undefined };
      return { silent: undefined, storageTime: queue.value.date?.getTime() };
    },
  };
}

interface Policy {
  name: string;
  sendRequest<Q, S>(request: Q, next: (request: Q) => Promise<S>): Promise<S>;
}

const observing = (observer: StorageObserver): Policy => ({
  name: 'observing',
  async sendRequest(request, next) {
    observer.started();
    try {
      return await next(request);
    } finally {
      observer.finished();
    }
  },
});
