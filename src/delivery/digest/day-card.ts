import { timeZoneOf, todayIn } from '../../app/deps.js';
import { myTurn } from '../../app/idea/lists/my-turn.js';
import { peopleAskedOnce } from '../../app/person/asked-once.js';
import { writePairs } from '../../app/search/near-elsewhere.js';
import type { CardContext, Drawn } from '../../cards/card-context.js';
import { type DayRow, dayCard, MOST_WAITING } from '../../cards/digest/day.js';
import { elsewhereNews, fitNews } from '../../cards/digest/elsewhere-news.js';
import { MET_ONCE_DAYS } from '../../domain/person/met-before.js';
import { hasDayCard, type Person, WAITING_KEPT_UP_WITH } from '../../domain/person/person.js';
import { addDays, type Day, type Instant, instantOf, millisecondsOf } from '../../domain/time.js';
import { type ItemsTold, MOST_ITEMS, type ReadDayItem } from '../../store/delivery/day-items.js';
import type { DeliveryStore, ReadDelivery } from '../../store/delivery/deliveries.js';
import { cardAfter, cardsBetween, type DayCardRow, hasPost } from '../day-plan.js';
import type { DaySectionDeps } from '../day-section.js';
import { daySections } from '../day-sections.js';
import { nextMorning } from '../morning.js';
import { announcedOf, isAnnouncement, MOST_LOOKED_AT } from './announcements.js';
import { fromElsewhere, likeWhatIsTold } from './elsewhere-section.js';
import { fewerItems } from './fewer-items.js';
import { fitsFor } from './fits-section.js';
import { saidBy, together, toldTo } from './said.js';
import { isWeeksDay } from './week-section.js';

type DayCardDeps = DaySectionDeps & { deliveries: Pick<DeliveryStore, 'day'> };

/** What could not be told for so many days is no news any more. What is announced waits for its place in a week, and ends with what it announces. */
const OLDEST_DAYS = 14;

/** A day card, or why nothing is said; and what becomes of what was gathered for it. */
export interface DrawnDay {
  card: Drawn | string;
  told: ItemsTold;
  /** What is to be noted when it has been posted. */
  posted?: () => Promise<unknown>;
  /** Something waits for its reader. */
  asks: boolean;
  /** Where nothing is said: when something may be, for not all could be looked at or read. No card has been posted by then. */
  due?: Instant;
}

/**
 * A person's day card as it is now. What has been told is not told again, what has been answered, hidden or switched off is
 * left out, and a day on which nothing is new has no card. One that stands already tells all of its day.
 */
export async function drawDay(deps: DayCardDeps, delivery: ReadDelivery, person: Person): Promise<DrawnDay> {
  const { app, context } = deps;
  if (delivery.kind !== 'daily') throw new TypeError('Not a day card');
  const today = todayIn(app);
  const nothing = (
    reason: string,
    ended: Pick<ItemsTold, 'over' | 'past'> = { over: [] },
    due?: Instant,
  ): DrawnDay => ({
    card: reason,
    told: { on: today, fresh: [], ...ended },
    asks: false,
    ...(due && { due }),
  });
  if (!hasDayCard(person)) return nothing('day card off');
  const telling = await tellingOn(deps, person, today, { card: delivery, fewer: true });
  const { turn, items, said, sections, past, later, notLookedAt, elsewhere, fits } = telling;
  const fresh = items.filter((item) => said.live.has(item) && item.told === undefined);
  const dead = items.filter((item) => !said.live.has(item) && !said.unread.has(item));
  const ended = { over: [...dead, ...past.slice(0, MOST_ITEMS)], past: past.slice(MOST_ITEMS) };
  // What cannot be read just now, or is announced in another week, is told by a later card, which is owed with the end of this one.
  const waits = later + notLookedAt > 0 || items.some((item) => said.unread.has(item) && item.told === undefined);
  // What fits comes by itself on the day of the week on which leaders read of the week.
  const { digest: times, calendar } = app.settings();
  const fitsAlone = fits.length > 0 && isWeeksDay(today, times, calendar);
  const isNew = fresh.length > 0 || fitsAlone || sections.some(({ alone }) => alone) || delivery.activity !== undefined;
  // A row of an earlier version has gathered nothing, and told of all that waits.
  if (!isNew && (delivery.gathers || turn.counts.all === 0)) {
    // A card that is not posted takes no day from what it has not looked at: where it has made room that is told at once.
    const soon = dead.length > 0 ? app.now() : nextMorning(app.now(), timeZoneOf(app), app.settings().calendar).at;
    return nothing('nothing new', ended, waits ? soon : undefined);
  }
  const next = waits ? { next: await cardAfter(deps, delivery, person) } : {};
  const rows = rowsOf(context(person.language), telling, person);
  const came = hasPost(deps, person) ? 'toPost' : 'toOther';
  return {
    card: dayCard(context(person.language), {
      turn,
      rows,
      reader: person.ref,
      newHere: isNewHere(telling, person),
      later,
      came,
    }),
    // Drawing a card anew alerts nobody: the next one tells it.
    told: {
      on: today,
      fresh: delivery.activity === undefined ? fresh : [],
      ...ended,
      elsewhere: elsewhere && writePairs([elsewhere]),
      fits: fits.length > 0 ? writePairs(fits) : undefined,
      ...next,
    },
    posted: () => Promise.all(sections.map((section) => section.posted?.())),
    asks: turn.counts.all > 0,
  };
}

/** The same for somebody who asks for it: nothing counts as told by it. */
export async function dayNow(deps: DayCardDeps, person: Person): Promise<Drawn> {
  const telling = await tellingOn(deps, person, todayIn(deps.app));
  const context = deps.context(person.language);
  const rows = rowsOf(context, telling, person);
  return dayCard(context, { turn: telling.turn, rows, reader: person.ref, came: 'onDemand' });
}

/** All that a card tells beside what waits. */
const rowsOf = (
  context: CardContext,
  { turn, said, sections, elsewhere, fits }: Awaited<ReturnType<typeof tellingOn>>,
  { ref: reader }: Person,
): DayRow[] => [
  // First of their part: they are few, and told once.
  ...sections.flatMap((section) => section.rows),
  ...said.rows,
  ...(elsewhere
    ? [elsewhereNews(context, elsewhere, { reader, waits: turn.ideas.some(({ id }) => id === elsewhere.near.id) })]
    : []),
  ...fits.map((one) => fitNews(context, one, reader)),
];

/** What waits for a person, what is gathered for them and not told on an earlier day, what has been, and what rooms say beside. */
async function tellingOn(
  all: DayCardDeps,
  person: Person,
  today: Day,
  { card, fewer = false }: { card?: DayCardRow; fewer?: boolean } = {},
) {
  const deps = { ...all, app: peopleAskedOnce(all.app) };
  const { app, deliveries } = deps;
  const [turn, gathered, sections] = await Promise.all([
    myTurn(app, person, 'all', 0, { size: MOST_WAITING + 1 }),
    deliveries.day.of(person.ref),
    Promise.all(daySections.map((section) => section(deps, person, today))),
  ]);
  const oldest = instantOf(millisecondsOf(app.now()) - OLDEST_DAYS * 86_400_000);
  const isOld = (item: ReadDayItem) => item.at < oldest && !isAnnouncement(item);
  const isPast = (item: ReadDayItem) => (item.told !== undefined && item.told < today) || isOld(item);
  const isPresent = (item: ReadDayItem) => !isPast(item);
  // What was told before, and what is too old, takes no room from what is new.
  const past = gathered.filter(isPast);
  const untold = gathered.filter(isPresent);
  const standing = fewer ? (await fewerItems(deps, untold)).filter(isPresent) : untold;
  // Of what is announced a week has a few: what waits for the next one takes no room from what is news.
  const announcements = card ? standing.filter(isAnnouncement) : [];
  const announced = announcements.slice(0, MOST_LOOKED_AT);
  const others = standing.filter((item) => !announcements.includes(item));
  const news = others.slice(0, MOST_ITEMS - announced.length);
  const tells = toldTo(deps, person);
  const asksElsewhere = tells('elsewhere');
  const read = onceAsked(() => cardsBetween(deliveries.day, person.ref, addDays(today, -MET_ONCE_DAYS), today));
  const look = { today, card, cards: read };
  const [saidOfNews, saidOfAnnounced, likeWaiting] = await Promise.all([
    saidBy(deps, person, news),
    announcedOf(deps, person, announced),
    asksElsewhere ? fromElsewhere(app, person, { ...look, near: turn.ideas }) : undefined,
  ]);
  const said = together([saidOfNews, saidOfAnnounced]);
  const elsewhere =
    asksElsewhere && turn.ideas.length === 0 ? await likeWhatIsTold(app, person, { ...look, said }) : likeWaiting;
  // Whoever asks for their card does not wait for it. The same is not told twice on one card.
  const fitting = asksElsewhere && card ? await fitsFor(app, person, look) : [];
  const fits = fitting.filter(({ idea }) => idea.id !== elsewhere?.idea.id);
  return {
    ...{ turn, items: [...news, ...announced], said, past, elsewhere, fits, later: others.length - news.length },
    notLookedAt: announcements.length - announced.length,
    sections: sections.flatMap((section) => {
      const rows = section?.rows.filter(({ part }) => tells(part)) ?? [];
      return section && rows.length > 0 ? [{ ...section, rows }] : [];
    }),
  };
}

/** What is read once, whoever asks first. */
function onceAsked<T>(reads: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked = asked ?? reads();
    return asked;
  };
}

/** Whether new ideas stand here of somebody who has chosen to get them at once, for more wait than they keep up with. */
const isNewHere = ({ turn, said }: Awaited<ReturnType<typeof tellingOn>>, { preferences }: Person): boolean =>
  preferences.newIdeas === 'direct' &&
  turn.counts.all > WAITING_KEPT_UP_WITH &&
  said.rows.some(({ part }) => part === 'new');
