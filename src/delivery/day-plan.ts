import { timeZoneOf, todayIn } from '../app/deps.js';
import type { Person, PersonRef } from '../domain/person/person.js';
import { listPosts, postsHeld } from '../domain/person/posts.js';
import { addDays, type Day, type Instant, millisecondsOf } from '../domain/time.js';
import type { CardChange } from '../store/delivery/day-items.js';
import { type Delivery, owed, type ReadDelivery } from '../store/delivery/deliveries.js';
import { dailyRun } from '../store/keys.js';
import type { DeliveryDeps } from './deps.js';
import { gatheredFrom, nextDayCard } from './pacing/day-when.js';

/** So many days back the last card is looked for, and so many ahead the next one: no calendar closes for longer. */
const BACK_DAYS = 7;
const AHEAD_DAYS = 370;

type PlanDeps = Pick<DeliveryDeps, 'app'> & { deliveries: Pick<DeliveryDeps['deliveries'], 'day'> };
type DayCards = Pick<DeliveryDeps['deliveries']['day'], 'cards'>;
export type DayCardRow = Extract<ReadDelivery, { kind: 'daily' }>;

/** Whether the organisation file gives this person a post. */
export const hasPost = ({ app }: Pick<DeliveryDeps, 'app'>, { emails, disowned }: Person): boolean =>
  listPosts(postsHeld({ emails, disowned }, app.directory())).length > 0;

/** The cards that are owed because of something that is gathered now: today's drawn anew where it stands, and the next one. One round trip. */
export async function cardsFor(deps: PlanDeps, person: Person, now: Instant): Promise<CardChange[]> {
  const cards = await cardsOf(deps, person);
  const update = drawnAnew(cards, todayIn(deps.app), now) ?? [];
  return [update, nextCard(deps, person, now, cards)].flat();
}

/**
 * Owes a person the card that tells of today: one that is to come, now, or else a new one. Nothing more where they have had
 * one today. Gives what there is to add; undefined where there is nothing. One round trip, another one for a card that is to come.
 */
export async function cardOfToday(
  deps: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake'>,
  person: PersonRef,
  now: Instant,
): Promise<Delivery | undefined> {
  const today = todayIn(deps.app);
  for (;;) {
    const cards = await cardsOf(deps, { ref: person });
    if (cards.some(({ postedOn }) => postedOn === today)) return undefined;
    const pending = pendingOf(cards);
    if (!pending) return owed({ person, run: dailyRun(today) }, { kind: 'daily', gathers: true }, now, now);
    const due = pending.due < now ? pending.due : now;
    const changed = await deps.deliveries.change(pending, { ...pending, gathers: true, due, at: now });
    if (!changed) continue;
    await deps.wake([changed]);
    return undefined;
  }
}

/** Has today's card drawn anew where one stands or is on its way: what waits for its reader has changed. One round trip where there is none. */
export async function redrawToday(
  deps: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake'>,
  person: PersonRef,
  now: Instant,
): Promise<void> {
  for (;;) {
    const update = drawnAnew(await cardsOf(deps, { ref: person }), todayIn(deps.app), now);
    if (!update) return;
    const written = await deps.deliveries.change(update.before, update.after);
    if (!written) continue;
    await deps.wake([written], Math.max(0, millisecondsOf(written.due) - millisecondsOf(now)));
    return;
  }
}

/** The card that tells what a card of today has no room for, or may not have told. One round trip. */
export async function cardAfter(
  deps: PlanDeps,
  { run }: Pick<ReadDelivery, 'run'>,
  person: Person,
): Promise<CardChange> {
  const today = todayIn(deps.app);
  const cards = (await cardsOf(deps, person)).filter((card) => card.run !== run);
  return nextCard(deps, person, deps.app.now(), cards, today);
}

/** The person's card of today, where it stands as this activity. One round trip. */
export async function cardToday(
  { app, deliveries }: PlanDeps,
  { ref }: Person,
  activity: string,
): Promise<DayCardRow | undefined> {
  const today = todayIn(app);
  return (await cardsBetween(deliveries.day, ref, today, today)).find((card) => card.activity === activity);
}

/** Whether another card has been posted to the person today. One round trip. */
export async function isSecondOfDay({ app, deliveries }: PlanDeps, { person, run }: ReadDelivery): Promise<boolean> {
  const today = todayIn(app);
  const cards = await cardsBetween(deliveries.day, person, addDays(today, -BACK_DAYS), today);
  return cards.some((card) => card.run !== run && card.postedOn === today);
}

/** The person's cards that were or are to come on these days. One round trip. */
export async function cardsBetween(day: DayCards, person: PersonRef, from: Day, to: Day): Promise<DayCardRow[]> {
  const rows = await day.cards(person, from, to);
  return rows.filter((row): row is DayCardRow => row.kind === 'daily');
}

function cardsOf({ app, deliveries }: PlanDeps, { ref }: Pick<Person, 'ref'>): Promise<DayCardRow[]> {
  const today = todayIn(app);
  return cardsBetween(deliveries.day, ref, addDays(today, -BACK_DAYS), addDays(today, AHEAD_DAYS));
}

/**
 * The card that stands today, or is on its way, drawn anew. Where it is to be drawn or is being sent already it is written
 * anew, so that whoever has drawn it finds that there is more to tell (sending/settle.ts).
 */
function drawnAnew(
  cards: readonly DayCardRow[],
  today: Day,
  now: Instant,
): (CardChange & { before: ReadDelivery }) | undefined {
  const before = cards.find(
    ({ postedOn, state, activity }) =>
      postedOn === today && (state === 'sent' || state === 'sending' || (state === 'owed' && activity !== undefined)),
  );
  if (!before) return undefined;
  const again = before.state === 'sent' && ({ state: 'owed', due: gatheredFrom(now) } as const);
  return { before, after: { ...before, ...again, at: now } };
}

/** One that is owed and has not been posted. */
const pendingOf = (cards: readonly DayCardRow[]): DayCardRow | undefined =>
  cards.find(({ state, activity }) => state === 'owed' && activity === undefined);

function nextCard(
  { app }: PlanDeps,
  person: Person,
  now: Instant,
  cards: readonly DayCardRow[],
  last = lastPosted(cards),
): CardChange {
  // One that has not been posted yet tells of this too. It is written anew, so that one that is drawn just now is drawn once more.
  const pending = pendingOf(cards);
  if (pending) return { before: pending, after: { ...pending, gathers: true, at: now } };
  const times = { timeZone: timeZoneOf(app), calendar: app.settings().calendar };
  const { day, due } = nextDayCard(now, times, { last, hasPost: hasPost({ app }, person) });
  const run = dailyRun(day);
  // One that had nothing to say, or could not be sent, is owed again.
  const before = cards.find((card) => card.run === run);
  return { before, after: owed({ person: person.ref, run }, { kind: 'daily', gathers: true }, due, now) };
}

/** On which day the person's last card was posted, or is being. */
function lastPosted(cards: readonly DayCardRow[]): Day | undefined {
  return cards
    .flatMap(({ postedOn }) => postedOn ?? [])
    .sort()
    .at(-1);
}
