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
const AT_ONCE = 16;

/** So many cards are drawn anew before anybody is told; more are afterwards, as a row of news. */
const MOST_CARDS_AWAITED = 8;

/**
 * Tells of what stands in one row of the outbox: first those who wait for it, then, as a row of news, those who only hear of
 * it and those whose many cards show it. True when there is more to tell.
 */
export async function relayOne(deps: DeliveryDeps, outgoing: Outgoing): Promise<boolean> {
  const { app, outbox, log } = deps;
  const { record, id, seq, ranked, left = [], rest, told, round } = outgoing;
  const kind = subjectOf(record);
  const tells = round ?? [{ seq }];
  const seqs = tells.map((one) => one.seq);
  const [subject, events] = await Promise.all([kind.load(app, id), kind.events(app, id, seqs)]);
  const [event] = events;
  if (!subject || !event || events.length < seqs.length) {
    throw new Error('The outbox names an event that is not there');
  }

  const heard = events.map((one) => ({ event: one, told: tells.find((it) => it.seq === one.seq)?.told }));
  const hearers: Hearers = rest || told ? 'rest' : ranked && isAwaited(ranked.rank) ? 'awaited' : 'all';
  const begins = !rest && !told && !round;
  // News that is told together has drawn the cards anew when it was gathered.
  const old = rest || round ? [] : await cardsBefore(deps, subject, outgoing);
  const draw = (some: readonly SentCard[]) => drawThese(deps, subject, event, outgoing, some);
  // What waits for an answer is looked at again only when this is done: very many cards are drawn after those who wait are told.
  const drawsLater = hearers === 'awaited' && old.length > MOST_CARDS_AWAITED;
  if (!drawsLater) await draw(old);
  if (begins && left.length > 0) await drawDaysAnew(deps, await kind.readersOf(app, left));
  let messages = 0;
  for await (const page of kind.hears(app, subject, heard, hearers)) {
    if (drawsLater) {
      // Their own card first, as long as it is known: the message takes its place.
      const theirs = new Set(page.map(({ person }) => person));
      await draw(old.filter(({ person }) => theirs.has(person)));
    }
    await give(deps, page);
    messages += page.length;
  }
  if (hearers !== 'awaited' && !round && kind.takesAway(event)) await takeOutOfChats(deps, event.by, outgoing);
  const more = begins && (await kind.goesOn(app, subject, event));
  const isLeft = drawsLater || (hearers === 'awaited' && (kind.isNewsToSome(event) || kind.takesAway(event)));
  if (isLeft && ranked) await outbox.goOn({ ...outgoing, ranked }, drawsLater ? 'told' : 'rest');
  else await outbox.done(outgoing);
  log.info({ record, id, seq, event: event.type, messages }, 'An event was made into messages');
  return more || isLeft;
}

/** Every card that follows the record shows it as it is after the event; the one in which the actor sees it does already. */
export async function drawAnew(
  deps: DeliveryDeps,
  subject: SubjectRecord,
  event: SubjectEvent,
  outgoing: Outgoing,
): Promise<void> {
  await drawThese(deps, subject, event, outgoing, await cardsBefore(deps, subject, outgoing));
}

/** A part numbers its events by itself: a card shows them when it shows as much as has happened to all of it. */
const shownBy = (subject: SubjectRecord, { record, id, seq }: Outgoing): number =>
  wholeId(id) === id ? seq : subjectOf(record).seqOf(subject);

/** The cards that show the record as it was before the event. */
const cardsBefore = async (deps: DeliveryDeps, subject: SubjectRecord, outgoing: Outgoing): Promise<SentCard[]> => {
  const upTo = shownBy(subject, outgoing);
  return (await deps.sentCards.of(wholeId(outgoing.id))).filter((one) => one.seq < upTo);
};

async function drawThese(
  deps: DeliveryDeps,
  subject: SubjectRecord,
  { by }: SubjectEvent,
  outgoing: Outgoing,
  cards: readonly SentCard[],
): Promise<void> {
  const [{ decisionVersion }, { shownIn }, upTo] = [subject, outgoing, shownBy(subject, outgoing)];
  const drawOne = (copy: SentCard): Promise<void> =>
    copy.person === by && copy.activity === shownIn
      ? deps.sentCards.moveOn({ ...copy, decisionVersion, seq: upTo })
      : oweUpdate(deps, copy, upTo);
  for (let from = 0; from < cards.length; from += AT_ONCE) {
    await Promise.all(cards.slice(from, from + AT_ONCE).map(drawOne));
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
