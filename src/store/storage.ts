import { TableClient } from '@azure/data-tables';
import { ManagedIdentityCredential } from '@azure/identity';
import { BlobServiceClient, ContainerClient } from '@azure/storage-blob';
import { QueueClient } from '@azure/storage-queue';
import { againAfterBrokenPipe } from './broken-pipe.js';
import { RowVersions, stamping } from './row-versions.js';
import type { StorageClock } from './storage-clock.js';

/** Told of every request to storage, so that tests can count round trips and operators measure them. */
export interface StorageObserver {
  started(): void;
  finished(): void;
}

/**
 * A storage account: by connection string, or by its name and a managed identity, which no secret can leak of. `clientId`
 * names a user-assigned identity; without it the machine's own one is used.
 */
export type StorageAccount = { connectionString: string } | { account: string; clientId?: string };

export type StorageOptions = StorageAccount & {
  /** Put before the names of tables and queue: letters and digits, a letter first. */
  prefix?: string;
  observer?: StorageObserver;
  /** Told of what time storage says that it is, with each answer of a table. */
  clock?: StorageClock;
  /** Up to which version of rows is read; default: the newest that this release knows. */
  reads?: number;
};

/** The tables and the queues of one deployment. */
export interface Storage {
  ideas: TableClient;
  people: TableClient;
  deliveries: TableClient;
  /** Wake-ups of what somebody waits for, and of the rest. */
  wakeUps: QueueClient;
  restWakeUps: QueueClient;
  /** In which version rows are written, and where those that cannot be read are told of. */
  versions: RowVersions;
  /** Where it is told how long each request to a table took, in milliseconds. */
  measure(told: (milliseconds: number) => void): void;
  /**
   * The container of pictures. Made when the first picture is stored: a deployment that has none needs no blob service.
   */
  pictures: () => ContainerClient;
  /** The container of files that are offered to people, made likewise. */
  files: () => ContainerClient;
  /** Creates what is missing; rejects when storage has not answered within ten seconds. */
  prepare(): Promise<void>;
  /** Which of tables and queue does not answer within five seconds, and why; and storage's own clock (ms since the epoch). */
  ping(): Promise<{ silent: 'storage' | 'queue' | undefined; cause?: unknown; storageTime: number | undefined }>;
}

/** The SDK tries again for half a minute, and waits for ever where a connection stays silent: somebody waits for these. */
const PREPARE_WITHIN_MS = 10_000;
const PING_WITHIN_MS = 5_000;

/** Opens a storage account. Nothing is asked of it before `prepare`. */
export function openStorage({ prefix = '', observer, clock, reads, ...account }: StorageOptions): Storage {
  let told: (milliseconds: number) => void = () => undefined;
  const { table, queue, blobs } = clientsOf(account, [
    measuring((milliseconds) => told(milliseconds)),
    ...(observer ? [observing(observer)] : []),
    ...(clock ? [timing(clock)] : []),
  ]);
  const versions = new RowVersions(reads);
  const ideas = stamping(table(`${prefix}Ideas`), versions);
  const people = stamping(table(`${prefix}People`), versions);
  const deliveries = stamping(table(`${prefix}Deliveries`), versions);
  const wakeUps = queue(`${prefix.toLowerCase()}wake-ups`);
  const restWakeUps = queue(`${prefix.toLowerCase()}wake-ups-rest`);
  return {
    ideas,
    people,
    deliveries,
    wakeUps,
    restWakeUps,
    versions,
    measure(tell) {
      told = tell;
    },
    pictures: () => blobs().getContainerClient(`${prefix.toLowerCase()}pictures`),
    files: () => blobs().getContainerClient(`${prefix.toLowerCase()}files`),
    async prepare() {
      const abortSignal = AbortSignal.timeout(PREPARE_WITHIN_MS);
      const tables = [ideas, people, deliveries].map((one) => one.createTable({ abortSignal }));
      const queues = [wakeUps, restWakeUps].map((one) => one.createIfNotExists({ abortSignal }));
      await orAborted(abortSignal, Promise.all([...tables, ...queues]));
    },
    async ping() {
      const abortSignal = AbortSignal.timeout(PING_WITHIN_MS);
      const rows = ideas
        .listEntities({ queryOptions: { filter: "PartitionKey eq 'ping'" }, abortSignal })
        .byPage({ maxPageSize: 1 });
      const [tables, queue] = await Promise.allSettled([
        orAborted(abortSignal, rows.next()),
        orAborted(abortSignal, wakeUps.getProperties({ abortSignal })),
      ]);
      if (tables.status === 'rejected') return { silent: 'storage', cause: tables.reason, storageTime: undefined };
      if (queue.status === 'rejected') return { silent: 'queue', cause: queue.reason, storageTime: undefined };
      return { silent: undefined, storageTime: queue.value.date?.getTime() };
    },
  };
}

/** The SDK does not pass a signal on to where it gets a managed identity's token, which may stay silent too. */
function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}

/** What speaks with the account. Plain HTTP is allowed only because Azurite speaks it, and Azure's own strings say https. */
function clientsOf(account: StorageAccount, policies: readonly Policy[]) {
  const watching = policies.map((policy) => ({ position: 'perCall' as const, policy }));
  const tables = { additionalPolicies: [...watching, againAfterBrokenPipe] };
  if ('connectionString' in account) {
    const { connectionString } = account;
    const options = { allowInsecureConnection: true, ...tables };
    return {
      table: (name: string) => TableClient.fromConnectionString(connectionString, name, options),
      queue: (name: string) => new QueueClient(connectionString, name),
      blobs: () => blobServiceOf(account),
    };
  }
  const credential = credentialOf(account);
  const address = (service: string) => `https://${account.account}.${service}.core.windows.net`;
  return {
    table: (name: string) => new TableClient(address('table'), name, credential, tables),
    queue: (name: string) => new QueueClient(`${address('queue')}/${name}`, credential),
    blobs: () => blobServiceOf(account, credential),
  };
}

/** What a machine shows of itself. */
export const credentialOf = ({ clientId }: { clientId?: string | undefined }): ManagedIdentityCredential =>
  clientId ? new ManagedIdentityCredential({ clientId }) : new ManagedIdentityCredential();

/** The blobs of an account. Nothing is asked of it. */
export const blobServiceOf = (account: StorageAccount, credential?: ManagedIdentityCredential): BlobServiceClient =>
  'connectionString' in account
    ? BlobServiceClient.fromConnectionString(account.connectionString)
    : new BlobServiceClient(`https://${account.account}.blob.core.windows.net`, credential ?? credentialOf(account));

/** A container by its https address, in an account of its own: the machine shows itself to it, unless the address is signed. Nothing is asked of it. */
export const containerAtAddress = (account: StorageAccount, address: string): ContainerClient =>
  new URL(address).searchParams.has('sig') || !('account' in account)
    ? new ContainerClient(address)
    : new ContainerClient(address, credentialOf(account));

/**
 * Where a connection string leads: the addresses that the clients of tables, queue and blobs make of it, whatever way it is
 * spelled. One of which a client can make nothing is undefined. Nothing is asked of storage.
 */
export function endpointsOf(connectionString: string): (URL | undefined)[] {
  const { table, queue, blobs } = clientsOf({ connectionString }, []);
  return [() => table('x').url, () => queue('x').url, () => blobs().url].map((address) => {
    try {
      return new URL(address().trim());
    } catch {
      return undefined;
    }
  });
}

interface StorageResponse {
  headers: { get(name: string): string | undefined };
}
interface Policy {
  name: string;
  sendRequest<Q, S extends StorageResponse>(request: Q, next: (request: Q) => Promise<S>): Promise<S>;
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

const measuring = (told: (milliseconds: number) => void): Policy => ({
  name: 'measuring',
  async sendRequest(request, next) {
    const started = performance.now();
    try {
      return await next(request);
    } finally {
      told(performance.now() - started);
    }
  },
});

const timing = (clock: StorageClock): Policy => ({
  name: 'timing',
  async sendRequest(request, next) {
    const sentAt = clock.byMachine();
    const answer = await next(request);
    const storageTime = Date.parse(answer.headers.get('date') ?? '');
    if (!Number.isNaN(storageTime)) clock.heard(storageTime, sentAt);
    return answer;
  },
});
