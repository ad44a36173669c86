import type { ReadConfig } from '../../config/config.js';
import { organisationSource } from '../../config/organisation-source.js';
import { openStorage } from '../../store/storage.js';
import { type Area, type Finding, fault } from './finding.js';
import { ofAddress } from './of-address.js';
import { ofConfiguration } from './of-configuration.js';
import { ofOrganisation, ofPeople } from './of-organisation.js';
import { ofPackage } from './of-package.js';
import { ofMessages, ofRows } from './of-rows.js';
import { ofStorage } from './of-storage.js';
import { ofTokens } from './of-tokens.js';

export interface Examined {
  read: ReadConfig;
  /** Of Node.js, as it says itself: "v24.1.0". */
  nodeVersion: string;
  /** The app package; `named` by whoever asks. `release`: the version of this program. */
  appPackage: { file: string; named: boolean; release: string };
  /** Names what is tried with in storage, another each time: letters and digits. */
  probe: string;
  /** By the machine's own clock, in milliseconds since the epoch. */
  now: () => number;
}

/**
 * Everything that has to be right for the bot to do its work, found by trying, one finding after the other. What cannot be tried because something before
 * it is wrong is left out. Leaves nothing behind in storage but the tables, queues and containers that the bot makes itself.
 */
export async function* examine({ read, nodeVersion, appPackage, probe, now }: Examined): AsyncGenerator<Finding> {
  yield* ofConfiguration(read, nodeVersion);
  if (!read.ok) return;
  const { config } = read;
  const { identity, publicUrl } = config;
  const storage = openStorage(config.storage);
  const isReadable = yield* ofStorage(storage, config.storage, probe, now);
  const source = organisationSource(config.organisationFile, config.storage);
  const looked = ofOrganisation(await source.read(), source.name, config, isReadable ? storage : undefined);
  const { organisation, code } = yield* surely('organisation', looked, { organisation: undefined, code: undefined });
  yield* surely('token', ofTokens(config, organisation), undefined);
  yield* ofPackage(appPackage, config);
  if (isReadable && organisation && code !== undefined) {
    yield* surely('people', ofPeople(organisation, code, storage), undefined);
    yield* surely('rows', ofRows(storage, code), undefined);
    yield* surely('messages', ofMessages(storage, code), undefined);
  }
  yield* ofAddress(publicUrl, identity.kind === 'app');
}

/** One part that breaks off is a fault of its own, and keeps none of the others from being looked at. */
async function* surely<T>(area: Area, looking: AsyncGenerator<Finding, T>, otherwise: T): AsyncGenerator<Finding, T> {
  try {
    return yield* looking;
  } catch (error) {
    // A message of storage may hold what people wrote.
    const kind = error instanceof Error ? error.constructor.name : 'unknown';
    yield fault(area, `This could not be looked at to its end (${kind}).`, 'Mend what stands above, and run it again.');
    return otherwise;
  }
}
