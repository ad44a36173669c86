import './config/compile-cache.js';

import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { isHalfRestored } from './app/backup/restore.js';
import { type BeginningWith, beginWith, readFound } from './app/organisation/begin.js';
import { tombstonesOf } from './config/backup-target.js';
import { answersKeyOf, type Config, readProcessConfig } from './config/config.js';
import { organisationSource } from './config/organisation-source.js';
import { sharingOutOf } from './config/sharing/sharing-settings.js';
import { groupSource, staffSources } from './config/staff-sources.js';
import { storageProblem } from './config/storage-settings.js';
import type { RuntimeOptions } from './create-services.js';
import { followOrganisation, sayKnown } from './delivery/following/follow-organisation.js';
import type { Organisation } from './domain/organisation/organisation.js';
import { faultLine } from './domain/organisation/organisation-file.js';
import { thinChains } from './domain/organisation/organisation-rules.js';
import { instantOf } from './domain/time.js';
import { unlockedDoor } from './http/self-check.js';
import { closeServer, type Server } from './http/server.js';
import { codeOf, createLog, takeOver } from './log.js';
import { machineClock } from './machine-clock.js';
import { openOrganisationVersions } from './store/organisation/versions.js';
import { openStorage, type Storage } from './store/storage.js';
import { forgedRequests } from './teams/authentication/forged-requests.js';

/** How long a stop may take before the process ends anyway; what is in hand then is found again at the next start. */
const STOP_WITHIN_MS = 20_000;

async function main(): Promise<void> {
  const read = readProcessConfig();
  if (!read.ok) return refuseToStart(read.problems);
  const { config } = read;
  const source = organisationSource(config.organisationFile, config.storage);
  const found = await source.read();
  const file = readFound(found);
  // Where it is not even known whose storage it is, nothing can stand in for the file.
  const { code } = file;
  if (code === undefined) return refuseToStart(file.ok ? [] : file.faults.map(faultLine));

  const log = createLog(config.logLevel);
  takeOver(console, log);
  if (file.ok) warnOfThinChains(file.organisation, log);
  const clock = machineClock(log);
  let storage: Storage;
  try {
    storage = openStorage({ ...config.storage, clock });
    // A file with faults is told of, and not that storage is silent as well.
    if (!file.ok && (await storage.ping()).silent) return refuseToStart(file.faults.map(faultLine));
    await storage.prepare();
  } catch (error) {
    log.debug({ err: error }, 'Storage could not be prepared');
    return refuseToStart([storageProblem(codeOf(error), config.storage)]);
  }
  const now = () => instantOf(clock.now());
  const versions = openOrganisationVersions(storage, code);
  let begun: BeginningWith | undefined;
  try {
    if (await isHalfRestored(storage, code))
      return refuseToStart([
        'A restore was broken off here: run npm run restore again until it says that it is whole.',
      ]);
    begun = await beginWith({ versions, code, now }, found, file);
  } catch (error) {
    log.debug({ err: error }, 'The organisation in force could not be read');
    return refuseToStart([storageProblem(codeOf(error), config.storage)]);
  }
  if (!begun) return refuseToStart(file.ok ? [] : file.faults.map(faultLine));
  if (begun.taken?.kind === 'known') sayKnown(log, source.name, begun.version);
  const organisation = followOrganisation({ versions, source, code, now, log }, begun);
  // All that a bot is made of takes twice as long to load as what says that it cannot start.
  const { compose } = await import('./composition.js');
  const { server, deliveries, follower, indexing, sources, groups, figures, answered } = compose({
    identity: config.identity,
    ...(config.otherIdentities && { otherIdentities: config.otherIdentities }),
    guests: config.guests,
    metrics: config.metrics,
    deliveryRate: config.deliveryRate,
    answersKey: answersKeyOf(config),
    organisation: organisation.current,
    organisationTrouble: organisation.trouble,
    organisationChanged: organisation.look,
    storage,
    now,
    machineNow: () => instantOf(clock.byMachine()),
    random: (size) => randomBytes(size),
    ...publicAddress(config, log),
    tombstones: tombstonesOf(config),
    sources: (app) => staffSources(config, app),
    groups: groupSource(config),
    sharingOut: sharingOutOf(config.sharing, config.storage),
    log,
  });
  if (config.identity.kind === 'app') {
    const forged = [config.identity, ...(config.otherIdentities ?? [])].flatMap((who) =>
      forgedRequests(who, clock.now()),
    );
    const answered = await unlockedDoor(server, forged);
    if (answered !== undefined) return refuseToStart([doorProblem(answered)]);
  }
  const fault = await listen(server, config);
  if (fault !== undefined) return refuseToStart([addressProblem(fault, config)]);
  deliveries.start();
  organisation.start();
  follower.start();
  indexing.start();
  sources.start();
  groups.start();
  figures.start();
  const address = server.address() as AddressInfo | string;
  const where = typeof address === 'string' ? { pipe: address } : { host: config.host, port: address.port };
  log.info({ ...where, municipality: code, organisation: begun.version }, 'Idélotsen answers');

  const stop = async (exitCode: number) => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await Promise.all([
      ...[
        closeServer(server).then(answered),
        deliveries.stop(),
        organisation.stop(),
        sources.stop(),
        groups.stop(),
        figures.stop(),
      ],
      follower.stop().then(indexing.stop),
    ]);
    log.info({}, 'Stopped');
    process.exit(exitCode);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'Stopping: turns and messages in hand are finished first');
      void stop(0);
    });
  }
  // Node's own report of these would show the message, and with it what people wrote.
  for (const surprise of ['uncaughtException', 'unhandledRejection'] as const) {
    process.once(surprise, (error: unknown) => {
      log.fatal({ err: error }, 'The bot met a fault that nobody took care of, and stops: start it again');
      void stop(1);
    });
  }
}

/** Nobody decides on what is their own: a department with one who decides has nobody for that. */
function warnOfThinChains(organisation: Organisation, log: Pick<Logger, 'warn'>): void {
  for (const { department, on } of thinChains(organisation)) {
    log.warn(
      { department, on },
      'Fewer than two people can decide here: npm run organisation -- FILE says what to add',
    );
  }
}

/** Every reason at once, on the error stream, one a line, and the end: what was asked for meanwhile is not waited for. */
function refuseToStart(reasons: readonly string[]): void {
  const lines = reasons.map((reason) => `- ${reason}\n`).join('');
  process.stderr.write(`Idélotsen cannot start:\n${lines}`, () => process.exit(1));
}

/** Where cards find their pictures. Operators are told where nobody will see any. */
function publicAddress(
  { publicUrl, identity }: Config,
  log: Pick<Logger, 'warn'>,
): Partial<Pick<RuntimeOptions, 'publicUrl'>> {
  if (publicUrl !== undefined) return { publicUrl: () => publicUrl };
  if (identity.kind === 'app') {
    log.warn(
      {},
      'Cards are drawn without pictures, which are kept: set PUBLIC_URL to the address at which Teams reaches the bot',
    );
  }
  return {};
}

function doorProblem(answered: string): string {
  return `The bot did not refuse a message that nobody had signed (it answered ${answered} instead of 401), so anyone could act as any employee: do not run it, and tell those who maintain it.`;
}

function addressProblem(code: string, { host, port }: Config): string {
  if (typeof port === 'string') return `PORT is "${port}", and this machine cannot listen there (${code}).`;
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use by another program: set PORT to one that is free.`;
  if (code === 'EACCES') return `Port ${port} on ${host} is not allowed to this user: set PORT to one above 1023.`;
  return `HOST is "${host}", and this machine cannot listen there (${code}): set it to an address of this machine.`;
}

/** Settles when the server listens, or with the system's code for why it cannot. */
const listen = (server: Server, { host, port }: Config): Promise<string | undefined> =>
  new Promise((resolve) => {
    server.once('error', (error: Error) => resolve(codeOf(error) ?? error.name));
    if (typeof port === 'string') server.listen(port, () => resolve(undefined));
    else server.listen(port, host, () => resolve(undefined));
  });

void main();
