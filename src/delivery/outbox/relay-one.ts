import type { PersonRef } from '../../domain/person/person.js';
import { isAwaited } from '../../domain/rank.js';
import { wholeId } from '../../domain/record.js';
import type { Outgoing } from '../../store/delivery/outbox.js';
import type { SentCard } from '../../store/delivery/sent-cards.js';
import { redrawToday } from '../day-plan.js';
import type { DeliveryDeps } from '../deps.js';
import type { Hearers, SubjectEvent, SubjectRecord } from '../subject.js';
import { subjectOf } from '../subjects.js';
import { give } from './give.js';
import { oweUpdate } from './owe-update.js';

/** So many cards are owed an update at the same time. */
const AT_ONCE = 8;

/**
 * Tells of what stands in one row of the outbox: first those who wait for it, then, as a row of news, those who only hear of
 * it. True when there is more to tell.
 */
export async function relayOne(deps: DeliveryDeps, outgoing: Outgoing): Promise<boolean> {
  const { app, outbox, log } = deps;
  const { record, id, seq, ranked, left = [], rest, round } = outgoing;
  const kind = subjectOf(record);
  const tells = round ?? [{ seq }];
  const seqs = tells.map((one) => one.seq);
  const [subject, events] = await Promise.all([kind.load(app, id), kind.events(app, id, seqs)]);
  const [event] = events;
  if (!subject || !event || events.length < seqs.length) {
    throw new Error('The outbox names an event that is not there');
  }

  const heard = events.map((one) => ({ event: one, told: tells.find((it) => it.seq === one.seq)?.told }));
  // News that is told together has drawn the cards anew when it was gathered.
  const begins = !rest && !round;
  if (begins) {
    await drawAnew(deps, subject, event, outgoing);
    if (left.length > 0) await drawDaysAnew(deps, await kind.readersOf(app, left));
  }
  const hearers: Hearers = rest ? 'rest' : ranked && isAwaited(ranked.rank) ? 'awaited' : 'all';
  let messages = 0;
  for await (const page of kind.hears(app, subject, heard, hearers)) {
    await give(deps, page);
    messages += page.length;
  }
  if (hearers !== 'awaited' && !round && kind.takesAway(event)) await takeOutOfChats(deps, event.by, outgoing);
  const more = begins && (await kind.goesOn(app, subject, event));
  const isLeft = hearers === 'awaited' && (kind.isNewsToSome(event) || kind.takesAway(event));
  if (isLeft && ranked) await outbox.goOn({ ...outgoing, ranked });
  else await outbox.done(outgoing);
  log.info({ record, id, seq, event: event.type, messages }, 'An event was made into messages');
  return more || isLeft;
}

/** Every card that follows the record shows it as it is after the event; the one in which the actor sees it does already. */
export async function drawAnew(
  deps: DeliveryDeps,
  subject: SubjectRecord,
  { by }: SubjectEvent,
  { record, id, seq, shownIn }: Outgoing,
): Promise<void> {
  const { decisionVersion } = subject;
  // A part numbers its events by itself: a card shows them when it shows as much as has happened to all of it.
  const upTo = wholeId(id) === id ? seq : subjectOf(record).seqOf(subject);
  for (const copy of (await deps.sentCards.of(wholeId(id))).filter((one) => one.seq < upTo)) {
    const actors = copy.person === by && copy.activity === shownIn;
    if (actors) await deps.sentCards.moveOn({ ...copy, decisionVersion, seq: upTo });
    else await oweUpdate(deps, copy, upTo);
  }
}

/** What has been answered, or is not asked any more, does not wait on a day card that stands. */
async function drawDaysAnew(deps: DeliveryDeps, readers: readonly PersonRef[]): Promise<void> {
  for (let from = 0; from < readers.length; from += AT_ONCE) {
    const some = readers.slice(from, from + AT_ONCE);
    await Promise.all(some.map((person) => redrawToday(deps, person, deps.app.now())));
  }
}

/** What is out of sight now goes out of every message that has shown it, but the one that shows it to the actor. */
async function takeOutOfChats(
  deps: DeliveryDeps,
  by: PersonRef | 'clock',
  { id, seq, shownIn }: Outgoing,
): Promise<void> {
  deps.weeks.forget();
  const standing: readonly SentCard[] = await deps.sentCards.of(id);
  const seen = new Set(standing.map(({ person, activity }) => `${person} ${activity}`));
  const others = (await deps.app.shown.of(id)).filter(({ person, activity }) => {
    const actors = person === by && activity === shownIn;
    return !actors && !seen.has(`${person} ${activity}`);
  });
  for (let from = 0; from < others.length; from += AT_ONCE) {
    await Promise.all(others.slice(from, from + AT_ONCE).map((shown) => oweUpdate(deps, shown, seq, 'answer')));
  }
}
