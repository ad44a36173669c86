import { randomBytes } from 'node:crypto';
import { TableServiceClient } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import type { JestEnvironment } from '@jest/environment';
import { ModuleMocker } from 'jest-mock';
import { againAfterBrokenPipe } from '../../src/store/broken-pipe';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * Jest's environment: the worker's own process as it is (one-realm.js says why), in which the names of a file's tables and
 * queues have a beginning of their own (TEST_PREFIX). When the file has ended, what it has left in the process goes, and all
 * that it has stored, for Azurite looks through the messages of all queues at each look into one, and through all tables
 * for each request: after a thousand towns an empty look took it 100 ms.
 */
export default class OwnStorage implements JestEnvironment {
  readonly global = globalThis as unknown as JestEnvironment['global'];
  readonly fakeTimers = null;
  readonly fakeTimersModern = null;
  readonly moduleMocker = new ModuleMocker(globalThis);
  readonly #prefix = `t${[...randomBytes(4)].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;
  readonly #environment = process.env;
  readonly #exit = process.exit;
  readonly #globals = Object.getOwnPropertyDescriptors(globalThis);

  getVmContext() {
    return null;
  }

  exportConditions(): string[] {
    return ['node', 'node-addons'];
  }

  async setup(): Promise<void> {
    process.env = { ...this.#environment, TEST_PREFIX: this.#prefix };
  }

  async teardown(): Promise<void> {
    for (const key of Reflect.ownKeys(globalThis)) if (!(key in this.#globals)) Reflect.deleteProperty(globalThis, key);
    Object.defineProperties(globalThis, { console: this.#globals.console });
    process.exit = this.#exit;
    process.env = this.#environment;
    const connectionString = process.env.TEST_STORAGE;
    if (connectionString !== undefined)
      await Promise.all([this.#dropTables(connectionString), this.#dropQueues(connectionString)]);
  }

  async #dropTables(connectionString: string): Promise<void> {
    const service = TableServiceClient.fromConnectionString(connectionString, {
      allowInsecureConnection: true,
      additionalPolicies: [againAfterBrokenPipe],
    });
    const dropped: Promise<void>[] = [];
    for await (const { name = '' } of service.listTables()) {
      if (name.startsWith(this.#prefix)) dropped.push(service.deleteTable(name));
    }
    await Promise.all(dropped);
  }

  async #dropQueues(connectionString: string): Promise<void> {
    const service = QueueServiceClient.fromConnectionString(connectionString);
    for await (const { name } of service.listQueues({ prefix: this.#prefix })) await service.deleteQueue(name);
  }
}
