import { peopleAskedOnce } from '../../app/person/asked-once.js';
import type { PersonRef } from '../../domain/person/person.js';
import { isAwaited } from '../../domain/rank.js';
import { rankOfDelivery } from '../../store/delivery/delivery-ranks.js';
import type { Outgoing } from '../../store/delivery/outbox.js';
import { redrawToday } from '../day-plan.js';
import type { DeliveryDeps } from '../deps.js';
import type { Hearers } from '../subject.js';
import { subjectOf } from '../subjects.js';
import { drawAnew } from './draw-anew.js';
import { give } from './give.js';
import { oweUpdates } from './owe-update.js';

/** So many people's day cards are drawn anew at the same time. */
const AT_ONCE = 8;

/**
 * Tells of what stands in one row of the outbox: first those who wait for it, then, as a row of news, those who only hear of
 * it. Whoever waits has their own card of it drawn anew before they are told. True when there is more to tell.
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
  const oldCards = begins ? await drawAnew(deps, subject, event, outgoing) : undefined;
  if (begins && left.length > 0) await drawDaysAnew(deps, await kind.readersOf(app, left));
  const hearers: Hearers = rest ? 'rest' : ranked && isAwaited(ranked.rank) ? 'awaited' : 'all';
  let messages = 0;
  for await (const page of kind.hears(peopleAskedOnce(app), subject, heard, hearers)) {
    const waiting = page.filter((one) => isAwaited(rankOfDelivery(one)));
    await oldCards?.of(waiting.map(({ person }) => person));
    await give(deps, page);
    messages += page.length;
  }
  const takesAway = kind.takesAway(event);
  if (hearers !== 'awaited' && !round && takesAway) await takeOutOfChats(deps, event.by, outgoing, takesAway);
  const more = begins && (await kind.goesOn(app, subject, event));
  const draws = await oldCards?.others();
  const isLeft = hearers === 'awaited' && (kind.isNewsToSome(event) || takesAway !== false);
  if (isLeft && ranked) await outbox.goOn({ ...outgoing, ranked });
  else await outbox.done(outgoing);
  log.info({ record, id, seq, event: event.type, messages }, 'An event was made into messages');
  return more || isLeft || draws === true;
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
  which: true | 'quotes',
): Promise<void> {
  deps.weeks.forget();
  const standing = await deps.sentCards.of(id);
  const seen = new Set(standing.map(({ person, activity }) => `${person} ${activity}`));
  const others = (await deps.app.shown.of(id)).filter(({ person, activity, card }) => {
    if (which === 'quotes' && card !== 'quotes') return false;
    const actors = person === by && activity === shownIn;
    return !actors && !seen.has(`${person} ${activity}`);
  });
  await oweUpdates(deps, others, seq, 'answer');
}
