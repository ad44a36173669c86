import { randomBytes } from 'node:crypto';
import { isNativeError } from 'node:util/types';
import { TableServiceClient } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import { TestEnvironment } from 'jest-environment-node';
import { againAfterBrokenPipe } from '../../src/store/broken-pipe';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * Jest's environment: Node's, in which the names of a file's tables and queues have a beginning of their own (TEST_PREFIX).
 * When the file has ended, and all that it has stopped, they go, for Azurite looks through the messages of all queues at
 * each look into one, and through all tables for each request: after a thousand towns an empty look took it 100 ms.
 */
export default class OwnStorage extends TestEnvironment {
  readonly #prefix = `t${[...randomBytes(4)].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;

  readonly #environment = process.env;

  override async setup(): Promise<void> {
    await super.setup();
    process.env = { ...this.#environment, TEST_PREFIX: this.#prefix };
    // Packages outside the sandbox (shared-packages.js) read the worker's own.
    Object.defineProperty(this.global.process, 'env', {
      get: () => process.env,
      set: (environment: NodeJS.ProcessEnv) => {
        process.env = environment;
      },
    });
    this.#knowErrorsFromOutside();
  }

  /** What Node and the packages outside the sandbox (shared-packages.js) throw is an Error of theirs: to a test, it is one. */
  #knowErrorsFromOutside(): void {
    const { Error: inside } = this.global;
    const byPrototype = Function.prototype[Symbol.hasInstance];
    Object.defineProperty(inside, Symbol.hasInstance, {
      value(this: unknown, one: unknown) {
        return byPrototype.call(this, one) || (this === inside && isNativeError(one));
      },
    });
  }

  override async teardown(): Promise<void> {
    await super.teardown();
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
