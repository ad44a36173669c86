import type { Deps } from '../app/deps.js';
import { forgetRefusals } from '../app/person/closed-chat.js';
import { accept, type Result, refuse } from '../domain/result.js';
import type { Instant } from '../domain/time.js';
import {
  type Delivery,
  type DeliveryState,
  type DeliveryStore,
  isOpen,
  type ReadDelivery,
} from '../store/delivery/deliveries.js';
import type { OutboxStore } from '../store/delivery/outbox.js';
import { type DeliveryName, MOST_AT_ONCE, PER_WAKE_UP, type WakeUps } from '../store/delivery/wake-ups.js';
import type { SharedStore } from '../store/shared.js';
import { goOn, HALT, type HaltRow } from './pacing/halt.js';

/** What operators see of a delivery, or of an event that could not be made into deliveries. No names and no words. */
export interface OperatorLine {
  /** With this id it can be sent again. */
  id: string;
  state: DeliveryState;
  reason: string;
  kind: Delivery['kind'] | 'event';
  person: string;
  /** The id of what it is about. */
  record: string;
  /** When it came into this state; unknown of an event. */
  since: Instant | '';
}

export interface OperatorDeps {
  app: Pick<Deps, 'people' | 'now' | 'settings'>;
  deliveries: DeliveryStore;
  outbox: OutboxStore;
  wakeUps: WakeUps;
  shared: SharedStore;
}

/** Everything, or what is in a state, from all partitions one by one: long where there is much of it. */
export async function* linesIn(
  { deliveries, outbox }: OperatorDeps,
  state?: DeliveryState,
): AsyncGenerator<OperatorLine> {
  if (!state || state === 'failed') {
    for (const { id, seq, reason = '' } of await outbox.stuck()) {
      yield { id: `event/${id}.${seq}`, state: 'failed', reason, kind: 'event', person: '', record: id, since: '' };
    }
  }
  for (const partition of deliveries.partitions) {
    for (const row of await deliveries.all(partition, state)) yield lineOf(row);
  }
}

const lineOf = (row: Delivery): OperatorLine => ({
  id: `${row.person}/${row.run}`,
  state: row.state,
  reason: row.reason ?? '',
  kind: row.kind,
  person: row.person,
  record: 'id' in row && row.id ? row.id : '',
  since: row.at,
});

/**
 * Owes a delivery again that has ended without arriving, and forgets what spoke against it; an ambiguous one may then
 * arrive twice. Refuses an id that is not there, one that is open, and one that needs nothing more.
 */
export async function sendAgain(deps: OperatorDeps, id: string): Promise<Result<void, 'notThere' | 'open' | 'done'>> {
  const [person = '', run = ''] = id.split('/');
  if (person === 'event') return relayAgain(deps, run);
  const { deliveries, wakeUps } = deps;
  const row = run && (await deliveries.get({ person, run }));
  if (!row) return refuse('notThere');
  if (isOpen(row)) return refuse('open');
  if (row.state === 'sent' || row.state === 'moot') return refuse('done');
  if (await oweAgain(deps, row)) await wakeUps.send([row]);
  return accept(undefined);
}

/** Which deliveries operators want sent again, all at once. */
export interface Which {
  state: 'ambiguous' | 'failed' | 'unreachable';
  kind?: string;
  /** Those that have come into the state since then. */
  since?: Instant;
}

/**
 * Owes again all that is in a state; gives how many of each kind. They go out at the ordinary pace: the first ones are
 * woken here, the rest is found by the bot's own rounds, so that the queue stays short. Looks through all partitions.
 */
export async function sendAllAgain(
  deps: OperatorDeps,
  { state, kind, since = '' }: Which,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const count = (one: string) => counts.set(one, (counts.get(one) ?? 0) + 1);
  const events = state === 'failed' && (kind ?? 'event') === 'event' && since === '' ? await deps.outbox.stuck() : [];
  for (const row of events) if (await deps.outbox.again(row)) count('event');
  for (const partition of deps.deliveries.partitions) {
    const rows = await deps.deliveries.all(partition, state);
    const wanted = rows.filter((row) => row.at >= since && (kind ?? row.kind) === row.kind);
    const again: DeliveryName[] = [];
    for (const row of wanted) {
      if (!(await oweAgain(deps, row))) continue;
      again.push(row);
      count(row.kind);
    }
    if (again.length > 0 && (await deps.wakeUps.ready()) < MOST_AT_ONCE) {
      for (let from = 0; from < again.length; from += PER_WAKE_UP) {
        await deps.wakeUps.send(again.slice(from, from + PER_WAKE_UP));
      }
    }
  }
  return counts;
}

/** False when somebody else was faster, who has made it open too. */
async function oweAgain({ app, deliveries }: OperatorDeps, row: ReadDelivery): Promise<boolean> {
  const { reason: _, onceMore: __, ...rest } = row;
  // How often nobody knew whether it arrived stays on record.
  const fresh = { faults: 0, refusals: 0, tries: 0 };
  await forgetRefusals(app, row.person);
  const again: Delivery = { ...rest, ...fresh, state: 'owed', due: app.now(), at: app.now() };
  return (await deliveries.change(row, again)) !== undefined;
}

async function relayAgain({ outbox }: OperatorDeps, name: string): Promise<Result<void, 'notThere'>> {
  const row = (await outbox.stuck()).find(({ id, seq }) => `${id}.${seq}` === name);
  return row && (await outbox.again(row)) ? accept(undefined) : refuse('notThere');
}

/** Lets messages go out again at once that rest, because of an administrator or of a storm. False when none rest. */
export async function resume({ app, shared }: OperatorDeps): Promise<boolean> {
  const { value } = await shared.read<HaltRow>(HALT);
  if (!value || value.times === 0) return false;
  await shared.change<HaltRow>(HALT, () => goOn(app.now()));
  return true;
}
