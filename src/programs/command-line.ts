import { randomBytes } from 'node:crypto';
import { readFound } from '../app/organisation/begin.js';
import { readInForce } from '../app/organisation/in-force.js';
import { tombstonesOf } from '../config/backup-target.js';
import { readProcessConfig } from '../config/config.js';
import { organisationSource } from '../config/organisation-source.js';
import { sharingOutOf } from '../config/sharing/sharing-settings.js';
import { storageProblem } from '../config/storage-settings.js';
import type { RuntimeOptions } from '../create-services.js';
import { faultLine } from '../domain/organisation/organisation-file.js';
import { instantOf } from '../domain/time.js';
import { codeOf, createLog } from '../log.js';
import { machineClock } from '../machine-clock.js';
import { openOrganisationVersions } from '../store/organisation/versions.js';
import { openStorage, type Storage } from '../store/storage.js';

/** What a command works with, from the same configuration as the bot; undefined when something is missing, which is said. */
export async function openRuntime(): Promise<RuntimeOptions | undefined> {
  const read = readProcessConfig();
  if (!read.ok) return failWith(read.problems.join('\n'));
  const { config } = read;
  const file = readFound(await organisationSource(config.organisationFile, config.storage).read());
  const { code } = file;
  if (code === undefined) return failWith(file.ok ? '' : file.faults.map(faultLine).join('\n'));

  // The log goes to the error stream, so that the answer stands alone.
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, process.stderr);
  const clock = machineClock(log);
  let storage: Storage;
  try {
    storage = openStorage({ ...config.storage, clock });
    await storage.prepare();
  } catch (error) {
    return failWith(storageProblem(codeOf(error), config.storage));
  }
  // What is in force counts, as for the bot; before it has ever run, the file.
  const inForce = await readInForce(openOrganisationVersions(storage, code), code);
  const organisation = inForce?.ok ? inForce.organisation : file.ok && file.organisation;
  if (!organisation) return failWith(file.ok ? '' : file.faults.map(faultLine).join('\n'));
  return {
    identity: config.identity,
    ...(config.otherIdentities && { otherIdentities: config.otherIdentities }),
    deliveryRate: config.deliveryRate,
    organisation: () => organisation,
    storage,
    now: () => instantOf(clock.now()),
    random: (size) => randomBytes(size),
    publicUrl: () => config.publicUrl,
    tombstones: tombstonesOf(config),
    sharingOut: sharingOutOf(config.sharing, config.storage),
    log,
  };
}

/** Says why a command does nothing; the process ends with 1. */
export function failWith(reason: string): undefined {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}

export const t = (text: string): void => void process.stdout.write(`${text}\n`);
