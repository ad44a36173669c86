import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readProcessConfig } from './config.js';
import { type DigestReport, sendDigestNow } from './delivery/digest-now.js';
import { faultLine } from './domain/organisation-file.js';
import { instantOf } from './domain/time.js';
import { foundation } from './foundation.js';
import { createLog } from './log.js';
import { loadOrganisation } from './organisation-source.js';
import type { State } from './store/deliveries.js';
import { openStorage, type Storage } from './store/storage.js';

/** `npm run digest -- --week 2026-W47`: sends one week's digest on demand, and says in one sentence what became of it. */
async function main(): Promise<void> {
  const week = readWeek();
  if (week === null) return refuse('Write npm run digest, or npm run digest -- --week 2026-W47.');
  const read = readProcessConfig();
  if (!read.ok) return refuse(read.problems.join('\n'));
  const { config } = read;
  const organisation = await loadOrganisation(config.organisationFile);
  if (!organisation.ok) return refuse(organisation.faults.map(faultLine).join('\n'));

  let storage: Storage;
  try {
    storage = openStorage({ connectionString: config.storageConnectionString });
    await storage.prepare();
  } catch {
    return refuse('Storage does not answer: set AZURE_STORAGE_CONNECTION_STRING, or start Azurite.');
  }
  // The log goes to the error stream, so that the sentence stands alone.
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, process.stderr);
  const { app, kitFor, teams } = foundation({
    identity: config.identity,
    organisation: organisation.organisation,
    storage,
    now: () => instantOf(Date.now()),
    random: (size) => randomBytes(size),
    log,
  });
  const rate = config.deliveryRate;
  const sent = await sendDigestNow({ app, storage, teams, kit: kitFor, log, rate }, week);
  if (sent.ok) process.stdout.write(`${sentence(sent.value)}\n`);
  else refuse(`${week} ${refusals[sent.refusal]}`);
}

/** The week asked for; undefined for the latest that is over; null when the arguments cannot be read. */
function readWeek(): string | undefined | null {
  try {
    return parseArgs({ options: { week: { type: 'string' } } }).values.week;
  } catch {
    return null;
  }
}

const refusals = {
  noWeek: 'is no week: write it as 2026-W47.',
  notOver: 'is not over yet: choose an earlier week.',
} as const;

const words: Record<State, string> = {
  sent: 'sent',
  moot: 'without anything to say or switched off',
  unreachable: 'waiting for the person to install the bot',
  owed: 'to be tried again by the bot',
  sending: 'in the hands of another sender',
  ambiguous: 'that may or may not have arrived',
  failed: 'failed',
};

function sentence({ week, recipients, states }: DigestReport): string {
  const told = (Object.keys(words) as State[]).flatMap((state) =>
    states[state] ? [`${states[state]} ${words[state]}`] : [],
  );
  return `Digest of ${week} for ${recipients} managers: ${told.length > 0 ? told.join(', ') : 'nobody to send it to'}.`;
}

function refuse(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}

void main();
