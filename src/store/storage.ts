import { TableClient } from '@azure/data-tables';
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
  /** Creates what is missing. */
  prepare(): Promise<void>;
  /** Resolves with storage's own clock (ms since the epoch) when tables and queue answer; rejects when one does not. */
  ping(): Promise<{ storageTime: number | undefined }>;
}

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
    async prepare() {
      await Promise.all([...[ideas, people, deliveries].map((one) => one.createTable()), wakeUps.createIfNotExists()]);
    },
    async ping() {
      const rows = ideas
        .listEntities({ queryOptions: { filter: "PartitionKey eq 'ping'" } })
        .byPage({ maxPageSize: 1 });
      const [{ date }] = await Promise.all([wakeUps.getProperties(), rows.next()]);
      return { storageTime: date?.getTime() };
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
