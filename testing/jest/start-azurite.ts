// Jest reads this file without its moduleNameMapper, so imports here carry no .js.
import { type RunningAzurite, startAzurite } from '../storage/own-azurite';

let running: RunningAzurite | undefined;

/** Jest's globalSetup: one Azurite in memory for the whole run; its address reaches the workers through TEST_STORAGE. */
export default async function start(): Promise<void> {
  running = await startAzurite();
  process.env.TEST_STORAGE = running.connectionString;
}

/** What `start` started in this process; stop-azurite.ts ends it. */
export function runningAzurite(): RunningAzurite | undefined {
  return running;
}
