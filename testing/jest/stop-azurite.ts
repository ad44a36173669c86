// Jest reads this file without its moduleNameMapper, so imports here carry no .js.
import { runningAzurite } from './start-azurite';

/** Jest's globalTeardown: ends the run's Azurite. An interrupted run does not come here, and Azurite ends by itself. */
export default async function stop(): Promise<void> {
  const azurite = runningAzurite();
  if (azurite === undefined) throw new Error('Jest loaded start-azurite.ts twice, so its Azurite is not known here.');
  await azurite.stop();
}
