import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Deps, openDeps } from '../../src/app/deps.js';
import type { Instant } from '../../src/domain/time.js';
import { openStorage, type Storage } from '../../src/store/storage.js';
import { exampleOrganisation } from '../samples/organisation/example-organisation.js';
import { type RunningAzurite, startOwnAzurite } from './storage.js';

/** What whoever runs the programs of src/programs has: a storage of its own, and a folder to write into. `deps`: the use cases on that storage. */
export interface OperatorsStorage {
  azurite: RunningAzurite;
  storage: Storage;
  deps: Deps;
  folder: string;
  stop: () => Promise<unknown>;
}

/** With the example organisation and nobody in it; what the use cases do happens at `now`. */
export async function startOperatorsStorage(now: () => Instant): Promise<OperatorsStorage> {
  const [azurite, folder] = await Promise.all([startOwnAzurite(), mkdtemp(join(tmpdir(), 'idelotsen-'))]);
  const storage = openStorage({ connectionString: azurite.connectionString });
  await storage.prepare();
  const organisation = exampleOrganisation();
  const deps = openDeps(storage, { organisation: () => organisation, now, random: (size) => randomBytes(size) });
  const stop = () => Promise.all([azurite.stop(), rm(folder, { recursive: true })]);
  return { azurite, storage, deps, folder, stop };
}
