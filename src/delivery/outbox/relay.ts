import { isRecordKind } from '../../domain/record.js';
import { type Lane, lanes, type Outgoing } from '../../store/delivery/outbox.js';
import { UnreadableRow } from '../../store/row-versions.js';
import { isPassing } from '../../store/rows.js';
import type { DeliveryDeps } from '../deps.js';
import { processRest } from '../subjects.js';
import { drawNext } from './draw-anew.js';
import { inFairOrder, inRecordOrder } from './fair-order.js';
import { gatherNews } from './gather-news.js';
import { relayOne } from './relay-one.js';

/** As many events as one look reads, a page of storage; more are found by the next. */
const MOST_READ = 1000;
/** An event that could not be made into messages so often stands aside, for operators to see. */
const MOST_FAULTS = 10;

/** So often one call looks again because of what has come of the look before. */
const MOST_LOOKS = 10;

interface LookOptions {
  stopping?: AbortSignal | undefined;
  /** Whether something new has come, so that it is looked at again before the next: default, it has not. */
  isKicked?: () => boolean;
  /** How many events of each record have been told since there was nothing left: whoever has had more waits for the others. */
  served?: Map<string, number>;
}

/**
 * Makes what events owe into deliveries, one for each person, and takes the event from the outbox when all stand. Any
 * number of relays may do the same at once, and one that dies half-way is finished by another. What somebody waits for
 * comes first. True when there is more.
 */
export async function relay(deps: DeliveryDeps, stopping?: AbortSignal): Promise<boolean> {
  let more = true;
  for (let looks = 0; more && looks < MOST_LOOKS && !stopping?.aborted; looks++) {
    more = false;
    for (const lane of lanes) if (await relayLane(deps, lane, { stopping })) more = true;
  }
  return more;
}

/** One look at one lane. True when there is more. */
export async function relayLane(
  deps: DeliveryDeps,
  lane: Lane,
  { stopping, isKicked, served = new Map() }: LookOptions,
): Promise<boolean> {
  const waiting = await deps.outbox.next(lane, MOST_READ);

  // While instances are being replaced, what a newer one has saved waits for it.
  const known = waiting.filter(({ record }) => isRecordKind(record));
  if (known.length === 0) served.clear();
  let told = 0;
  let more = false;
  for (const part of partsOf(inRecordOrder(inFairOrder(known, served)))) {
    if (stopping?.aborted) return false;
    if (told > 0 && isKicked?.()) return true;
    const done = await tell(deps, part);
    served.set(part[0].id, (served.get(part[0].id) ?? 0) + 1);
    told += done.told;
    more ||= done.more;
  }
  // Nobody waits for what people say by a press.
  if (lane === 'rest' && (await processRest(deps, stopping))) more = true;
  return more || (waiting.length === MOST_READ && told > 0);
}

/** Tells of one part; where that fails of several events, of each by itself, so that only the faulty one waits. */
async function tell(deps: DeliveryDeps, part: Part): Promise<{ told: number; more: boolean }> {
  const [first, ...others] = part;
  try {
    return { told: 1, more: await done(deps, part) };
  } catch (error) {
    if (others.length === 0 || isPassing(error)) {
      await noteFault(deps, first, error);
      return { told: 0, more: false };
    }
    const each: { told: number; more: boolean }[] = [];
    for (const one of part) each.push(await tell(deps, [one]));
    return { told: each.filter(({ told }) => told > 0).length, more: each.some(({ more }) => more) };
  }
}

function done(deps: DeliveryDeps, part: Part): Promise<boolean> {
  const [first] = part;
  if (first.redraws) return drawNext(deps, first);
  return first.gathers ? gatherNews(deps, part) : relayOne(deps, first);
}

type Part = readonly [Outgoing, ...Outgoing[]];

/** What is done at once: an event, or all of a record's that may wait for each other, in the place of the first. */
function partsOf(events: readonly Outgoing[]): Part[] {
  const news = new Map<string, [Outgoing, ...Outgoing[]]>();
  const parts: Part[] = [];
  for (const event of events) {
    const gathering = event.gathers && news.get(event.id);
    if (gathering) {
      gathering.push(event);
      continue;
    }
    const part: [Outgoing] = [event];
    parts.push(part);
    if (event.gathers) news.set(event.id, part);
  }
  return parts;
}

/** The event stays in the outbox and is tried again, or stands aside when it is the event's own fault; the others go on. */
async function noteFault({ log, outbox }: DeliveryDeps, outgoing: Outgoing, error: unknown): Promise<void> {
  // Operators have been told of the row itself, once.
  if (error instanceof UnreadableRow) return;
  const { record, id, seq, faults } = outgoing;
  const giveUp = faults + 1 >= MOST_FAULTS && !isPassing(error);
  const next = giveUp ? 'it stands aside: npm run deliveries shows it' : 'the next sweep tries again';
  log.error({ record, id, seq, err: error }, `An event could not be made into messages; ${next}`);
  if (isPassing(error)) return;
  try {
    await outbox.failed(outgoing, error instanceof Error ? error.name : typeof error, giveUp);
  } catch (unwritten) {
    log.error({ record, id, seq, err: unwritten }, 'That could not be noted either');
  }
}
