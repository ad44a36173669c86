import { parseArgs } from 'node:util';
import { createServices, type RuntimeOptions } from '../create-services.js';
import {
  linesIn,
  type OperatorDeps,
  type OperatorLine,
  resume,
  sendAgain,
  sendAllAgain,
  type Which,
} from '../delivery/operators.js';
import { newIdempotencyKey } from '../domain/ids.js';
import { type DeliveryState, openDeliveries, states } from '../store/delivery/deliveries.js';
import { openOutbox } from '../store/delivery/outbox.js';
import { openWakeUps } from '../store/delivery/wake-ups.js';
import { openShared } from '../store/shared.js';
import { failWith, openRuntime, t } from './command-line.js';

/** The states from which a message can be sent again. */
const retryable = ['ambiguous', 'failed', 'unreachable'] as const satisfies Which['state'][];

const usage = `Write npm run deliveries to count them by state, or after -- one of
  --state ${states.join('|')}   lists what is in that state
  --retry ID   sends one again that has failed, is ambiguous or unreachable; ID as --state lists it
  --retry-all ${retryable.join('|')} [--kind notice|digest|…] [--since 2026-11-24]
               sends all again that are in that state, since that instant in UTC; what is ambiguous may then stand twice
  --resume     sends again at once when sending rests, after an administrator had stopped the bot or in a storm`;

/** `npm run deliveries`: what became of messages, without names or words, and sending them again. */
async function main(): Promise<void> {
  const asked = readArguments();
  if (!asked) return failWith(usage);
  const runtime = await openRuntime();
  if (!runtime) return;
  const deps = operatorDeps(runtime);
  if (asked.retry !== undefined) return retry(deps, asked.retry);
  if (asked.all) return retryAll(deps, asked.all);
  if (asked.resume) return t((await resume(deps)) ? 'Messages go out again.' : 'Nothing rests.');
  if (asked.state !== undefined) return list(deps, asked.state);
  return count(deps);
}

interface CliArguments {
  state?: DeliveryState;
  retry?: string;
  all?: Which;
  resume?: boolean;
}

const options = {
  state: { type: 'string' },
  retry: { type: 'string' },
  'retry-all': { type: 'string' },
  kind: { type: 'string' },
  since: { type: 'string' },
  resume: { type: 'boolean' },
} as const;

/** Undefined when they cannot be read, or ask for several things. */
function readArguments(): CliArguments | undefined {
  try {
    const { values } = parseArgs({ options });
    const { state: inState, retry: again, 'retry-all': all, kind, since, resume: goOn } = values;
    if ([inState, again, all, goOn].filter((one) => one !== undefined).length > 1) return undefined;
    const state = states.find((one) => one === inState);
    const from = retryable.find((one) => one === all);
    if (inState !== state || all !== from || (from === undefined && (kind ?? since) !== undefined)) return undefined;
    if (since !== undefined && !/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(since)) return undefined;
    return {
      ...(state && { state }),
      ...(again !== undefined && { retry: again }),
      ...(from && { all: { state: from, ...(kind && { kind }), ...(since && { since }) } }),
      ...(goOn && { resume: goOn }),
    };
  } catch {
    return undefined;
  }
}

function operatorDeps(runtime: RuntimeOptions): OperatorDeps {
  const { app } = createServices(runtime);
  const { storage, organisation, random } = runtime;
  const { code } = organisation().municipality;
  return {
    app,
    deliveries: openDeliveries(storage, code, () => newIdempotencyKey(random)),
    outbox: openOutbox(storage, code),
    wakeUps: openWakeUps(storage),
    shared: openShared(storage, code),
  };
}

const columns = [
  'id',
  'state',
  'reason',
  'kind',
  'person',
  'record',
  'since',
] as const satisfies (keyof OperatorLine)[];

async function list(deps: OperatorDeps, state: DeliveryState): Promise<void> {
  let lines = 0;
  for await (const line of linesIn(deps, state)) {
    if (lines++ === 0) t(columns.join('\t'));
    t(columns.map((column) => line[column]).join('\t'));
  }
  if (lines === 0) t(`No delivery is ${state}.`);
}

async function count(deps: OperatorDeps): Promise<void> {
  const counts = new Map<DeliveryState, Map<string, number>>(states.map((state) => [state, new Map()]));
  for await (const { state, kind } of linesIn(deps)) {
    const kinds = counts.get(state);
    kinds?.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  for (const [state, kinds] of counts) {
    const all = [...kinds.values()].reduce((sum, one) => sum + one, 0);
    const each = [...kinds].map(([kind, number]) => `${kind} ${number}`).join(', ');
    t([state, all, each].join('\t').trimEnd());
  }
}

const refusals = {
  notThere: 'is no delivery: take the id from npm run deliveries -- --state failed.',
  open: 'is owed already: the bot sends it.',
  done: 'needs nothing more: it was sent, or had nothing left to say.',
} as const;

async function retry(deps: OperatorDeps, id: string): Promise<void> {
  const outcome = await sendAgain(deps, id);
  if (outcome.ok) t(`${id} is owed again; the bot sends it.`);
  else failWith(`${id} ${refusals[outcome.refusal]}`);
}

async function retryAll(deps: OperatorDeps, which: Which): Promise<void> {
  const counts = [...(await sendAllAgain(deps, which))];
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  t(['owed again', all, counts.map(([kind, count]) => `${kind} ${count}`).join(', ')].join('\t').trimEnd());
}

void main();
