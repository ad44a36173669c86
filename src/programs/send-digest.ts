import { parseArgs } from 'node:util';
import { createServices } from '../create-services.js';
import { type DigestReport, sendDigestNow } from '../delivery/digest/digest-now.js';
import type { DeliveryState } from '../store/delivery/deliveries.js';
import { failWith, openRuntime, t } from './command-line.js';

/** `npm run digest -- --week 2026-W47`: sends one week's digest on demand, and says in one sentence what became of it. */
async function main(): Promise<void> {
  const week = readWeek();
  if (week === null) return failWith('Write npm run digest, or npm run digest -- --week 2026-W47.');
  const runtime = await openRuntime();
  if (!runtime) return;
  const { app, contextFor: context, teams } = createServices(runtime);
  const { storage, log, deliveryRate: rate } = runtime;
  const sent = await sendDigestNow({ app, storage, teams, context, log, ...(rate && { rate }) }, week);
  if (sent.ok) t(sentence(sent.value));
  else failWith(`${week} ${refusals[sent.refusal]}`);
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

const words: Record<DeliveryState, string> = {
  sent: 'sent',
  moot: 'without anything to say or switched off',
  unreachable: 'waiting for the person to install the bot',
  owed: 'to be tried again by the bot',
  sending: 'in the hands of another sender',
  ambiguous: 'that may or may not have arrived',
  failed: 'failed',
};

function sentence({ week, recipients, states }: DigestReport): string {
  const told = (Object.keys(words) as DeliveryState[]).flatMap((state) =>
    states[state] ? [`${states[state]} ${words[state]}`] : [],
  );
  return `Digest of ${week} for ${recipients} managers: ${told.length > 0 ? told.join(', ') : 'nobody to send it to'}.`;
}

void main();
