import type { PersonRef } from '../../domain/person/person.js';
import { isRecordKind } from '../../domain/record.js';
import type { Outgoing } from '../../store/delivery/outbox.js';
import type { SentCard } from '../../store/delivery/sent-cards.js';
import { isPassing } from '../../store/rows.js';
import type { DeliveryDeps } from '../deps.js';
import { subjectOf } from '../subjects.js';
import { oweUpdate } from './owe-update.js';

/** As many events as one look takes; more are found by the next. */
const AT_ONCE = 100;
/** An event that could not be made into messages so often stands aside, for operators to see. */
const MOST_FAULTS = 10;

/**
 * Makes what events owe into deliveries, one for each person, and takes the event from the outbox when all stand. Any
 * number of relays may do the same at once, and one that dies half-way is finished by another. True when there is more.
 */
export async function relay(deps: DeliveryDeps, stopping?: AbortSignal): Promise<boolean> {
  const waiting = await deps.outbox.list(AT_ONCE);
  let relayed = 0;
  let moved = false;
  for (const outgoing of waiting) {
    if (stopping?.aborted) return false;
    // While instances are being replaced, what a newer one has saved waits for it.
    if (!isRecordKind(outgoing.record)) continue;
    try {
      if (await relayOne(deps, outgoing)) moved = true;
      relayed++;
    } catch (error) {
      await noteFault(deps, outgoing, error);
    }
  }
  return moved || (waiting.length === AT_ONCE && relayed > 0);
}

/** The event stays in the outbox and is tried again, or stands aside when it is the event's own fault; the others go on. */
async function noteFault({ log, outbox }: DeliveryDeps, outgoing: Outgoing, error: unknown): Promise<void> {
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

/** True when something else has come of it, so that there is more to tell. */
async function relayOne(deps: DeliveryDeps, outgoing: Outgoing): Promise<boolean> {
  const { app, deliveries, sentCards, outbox, log, wake } = deps;
  const { record, id, seq, shownIn } = outgoing;
  const kind = subjectOf(record);
  const [subject, event, standing] = await Promise.all([
    kind.load(app, id),
    kind.event(app, id, seq),
    sentCards.of(id),
  ]);
  if (!subject || !event) throw new Error('The outbox names an event that is not there');

  for (const copy of standing.filter((one) => one.seq < seq)) {
    const actors = copy.person === event.by && copy.activity === shownIn;
    if (actors) await sentCards.moveOn({ ...copy, decisionVersion: subject.decisionVersion, seq });
    else await oweUpdate(deps, copy, seq);
  }
  if (kind.takesAway(event)) {
    deps.weeks.forget();
    await takeOutOfChats(deps, event.by, outgoing, standing);
  }
  const messages = await kind.hears(app, subject, event);
  await deliveries.add(messages);
  const more = await kind.goesOn(app, subject, event);
  await outbox.done(outgoing);
  await wake(messages.filter(({ due }) => due <= app.now()));
  log.info({ record, id, seq, event: event.type, messages: messages.length }, 'An event was made into messages');
  return more;
}

/** What is out of sight now goes out of every message that has shown it, at once, but the one that shows it to the actor. */
async function takeOutOfChats(
  deps: DeliveryDeps,
  by: PersonRef | 'clock',
  { id, seq, shownIn }: Outgoing,
  standing: readonly SentCard[],
): Promise<void> {
  const seen = new Set(standing.map(({ person, activity }) => `${person} ${activity}`));
  for (const shown of await deps.app.shown.of(id)) {
    const { person, activity } = shown;
    const actors = person === by && activity === shownIn;
    if (!actors && !seen.has(`${person} ${activity}`)) await oweUpdate(deps, shown, seq);
  }
}
