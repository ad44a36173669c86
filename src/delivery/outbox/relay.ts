import { timeZoneOf } from '../../app/deps.js';
import { moveOn } from '../../app/idea/clock/move-on.js';
import { endMoved } from '../../app/idea/merge-idea.js';
import { lookUp } from '../../app/idea/people/audiences.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Audience } from '../../domain/idea/notices/audiences.js';
import { isNewIdea, recipientsOf } from '../../domain/idea/notices/notices.js';
import { takesAway } from '../../domain/idea/reading/out-of-sight.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { dayOf, instantOf, millisecondsOf } from '../../domain/time.js';
import { type Delivery, owed } from '../../store/delivery/deliveries.js';
import type { Outgoing } from '../../store/delivery/outbox.js';
import type { SentCard } from '../../store/idea/sent-cards.js';
import { dailyRun, eventRun, noteRun } from '../../store/keys.js';
import { isPassing } from '../../store/rows.js';
import { nextMorning } from '../clock/morning.js';
import type { DeliveryDeps } from '../deps.js';
import { oweUpdate } from './owe-update.js';

/** As many events as one look takes; more are found by the next. */
const AT_ONCE = 100;
/** Milliseconds before the morning from which on a day's card is left as it is: it may be on its way. */
const ON_ITS_WAY = 10 * 60_000;
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
  const { id: idea, seq, faults } = outgoing;
  const giveUp = faults + 1 >= MOST_FAULTS && !isPassing(error);
  const next = giveUp ? 'it stands aside: npm run deliveries shows it' : 'the next sweep tries again';
  log.error({ idea, seq, err: error }, `An event could not be made into messages; ${next}`);
  if (isPassing(error)) return;
  try {
    await outbox.failed(outgoing, error instanceof Error ? error.name : typeof error, giveUp);
  } catch (unwritten) {
    log.error({ idea, seq, err: unwritten }, 'That could not be noted either');
  }
}

/** True when something else has come of it (the idea has gone on to others, a proposal has ended), so that there is more to tell. */
async function relayOne(deps: DeliveryDeps, outgoing: Outgoing): Promise<boolean> {
  const { app, deliveries, sentCards, outbox, log, wake } = deps;
  const { id, seq, shownIn } = outgoing;
  const [stored, event, standing] = await Promise.all([app.ideas.load(id), app.ideas.event(id, seq), sentCards.of(id)]);
  if (!stored || !event) throw new Error('The outbox names an event that is not there');

  for (const copy of standing.filter((one) => one.seq < seq)) {
    const actors = copy.person === event.by && copy.activity === shownIn;
    if (actors) await sentCards.moveOn({ ...copy, turn: stored.idea.turn, seq });
    else await oweUpdate(deps, copy, seq);
  }
  const ended = await endMoved(app, stored.idea);
  if (takesAway(event)) {
    deps.weeks.forget();
    await takeOutOfChats(deps, event, outgoing, standing);
  }
  const messages = await messagesFor(deps, stored.idea, event);
  await deliveries.add(messages);
  // Who could decide may have become a submitter by it: then the idea goes on, and the event of that tells the next.
  const moved = mayLoseReaders(event) && (await moveOn(app, id));
  await outbox.done(outgoing);
  await wake(messages.filter(({ due }) => due <= app.now()));
  log.info({ idea: id, seq, event: event.type, messages: messages.length }, 'An event was made into messages');
  return moved || ended;
}

/** What is out of sight now goes out of every message that has shown it, at once, but the one that shows it to the actor. */
async function takeOutOfChats(
  deps: DeliveryDeps,
  { by, seq }: IdeaEvent,
  { id, shownIn }: Outgoing,
  standing: readonly SentCard[],
): Promise<void> {
  const seen = new Set(standing.map(({ person, activity }) => `${person} ${activity}`));
  for (const shown of await deps.app.shown.of(id)) {
    const { person, activity } = shown;
    const actors = person === by && activity === shownIn;
    if (!actors && !seen.has(`${person} ${activity}`)) await oweUpdate(deps, shown, seq);
  }
}

async function messagesFor({ app }: DeliveryDeps, idea: Idea, event: IdeaEvent): Promise<Delivery[]> {
  const recipients = recipientsOf(event, idea, await lookUp(app, idea, event));
  const people = await app.people.byRefs(recipients.map(({ person }) => person));
  // Whoever has had their data erased since is owed nothing.
  const present = recipients.filter(({ person }) => people.has(person));
  return present.map(({ person, as }) => {
    const now = app.now();
    // One of many that came at once: told of in one message a day.
    if (event.type === 'movedOn' && event.data.many) {
      const about = dayOf(now, timeZoneOf(app));
      return owed({ person, run: noteRun('movedOn', about) }, { kind: 'note', note: 'movedOn', about }, now, now);
    }
    if (!isBundled(event, as, people.get(person)?.person)) return noticeOf(person, idea.id, event.seq, as, now);
    const { at, day } = nextMorning(
      instantOf(millisecondsOf(now) + ON_ITS_WAY),
      timeZoneOf(app),
      app.settings().calendar,
    );
    return owed({ person, run: dailyRun(day) }, { kind: 'daily' }, at, now);
  });
}

/** Talk and what is filled in change nobody's right to decide; and who is asked by name reads what waits for them. */
const harmless: ReadonlySet<IdeaEvent['type']> = new Set([
  ...(['edited', 'pictureAdded', 'commented', 'thanked', 'concerned', 'filled', 'hidden', 'movedOn'] as const),
]);
const mayLoseReaders = ({ type, to: { waiting } }: IdeaEvent): boolean =>
  waiting !== undefined && (!('person' in waiting) || waiting.for === 'submitter') && !harmless.has(type);

const noticeOf = (person: PersonRef, idea: string, seq: number, as: Audience, now: string): Delivery =>
  owed({ person, run: eventRun(idea, seq) }, { kind: 'notice', idea, seq, as }, now, now);

/** Whether somebody who decides gets this with the day's other new ideas in one card. */
const isBundled = (event: IdeaEvent, as: Audience, person: Person | undefined): boolean =>
  isNewIdea(event, as) && person?.preferences.newIdeas === 'daily';
