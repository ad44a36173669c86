import { randomBytes } from 'node:crypto';

export { type OwnAzuriteOptions, type RunningAzurite, startAzurite as startOwnAzurite } from './own-azurite.js';

/** Connection string of the Azurite that serves the whole test run. Throws outside a Jest run. */
export function testConnectionString(): string {
  const connectionString = process.env.TEST_STORAGE;
  if (connectionString === undefined) throw new Error('TEST_STORAGE is not set: run this through Jest.');
  return connectionString;
}

/**
 * A prefix for table and queue names, new for each call, so that tests share one Azurite without meeting. It begins as all
 * of this file do (testing/jest/own-storage.ts). Twelve characters, lower-case letters and digits, a letter first: valid
 * for tables and queues.
 */
export function uniquePrefix(): string {
  const ofFile = process.env.TEST_PREFIX;
  if (ofFile === undefined) throw new Error('TEST_PREFIX is not set: run this through Jest.');
  const random = randomBytes(8).readBigUInt64BE().toString(36).padStart(13, '0');
  return ofFile + random.slice(ofFile.length - 12);
}
