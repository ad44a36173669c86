import { asTheyStand, type Digest, foldWeek, type OpenedIdeas } from '../../domain/digest/digest.js';
import { type IdsOfPart, partsOf, shownOf, type WeekPart } from '../../domain/digest/parts.js';
import { isMonth, type Period, weeksOf } from '../../domain/digest/period.js';
import type { MoneySums } from '../../domain/figures/marking/money-sums.js';
import type { Idea } from '../../domain/idea/idea.js';
import { isTheirTurn, rolesOn } from '../../domain/idea/policy.js';
import type { Scopes } from '../../domain/idea/reading/in-week.js';
import type { Place } from '../../domain/organisation/place.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { listPosts, type Post, postsHeld } from '../../domain/person/posts.js';
import { addDays, dayOf, type Week, weekOf } from '../../domain/time.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import { type Deps, timeZoneOf, todayIn } from '../deps.js';
import { moneyOfYear } from '../figures/money-of-year.js';
import { type HelpedInWeek, helpedIn } from '../helping/helped-in-week.js';
import { turnIds } from '../idea/lists/queues.js';
import { knownOn } from '../idea/roles.js';

/** A week or month as its reader is told of it, with the ideas that are shown. */
export interface ReadWeek {
  digest: Digest;
  reader: PersonRef;
  /** Those that are shown, as they stand now. */
  ideas: ReadonlyMap<string, Idea>;
  /** Those of them that wait for the reader and on which they decide, and do not only note what others have decided. */
  deciding: ReadonlySet<string>;
  /** Money for tests in these departments since the year began. */
  money?: MoneySums;
  /** Who of those whom they manage have helped others, and how, where they want it known. */
  helped?: readonly HelpedInWeek[];
}

/** What is shown of a week: so many of each part at most, or a page of one of them, as long as there is such a page. */
export interface ShownOfWeek {
  most: number;
  page?: { part: WeekPart; from: number; to: number };
}

/** The week that is going on, and the latest one that is over. */
export const thisWeek = (deps: Pick<Deps, 'settings' | 'now'>): Week => weekOf(todayIn(deps));
export const lastWeek = (deps: Pick<Deps, 'settings' | 'now'>): Week =>
  weekOf(addDays(dayOf(deps.now(), timeZoneOf(deps)), -7));

/**
 * The places whose week somebody is told of: those that they manage, lead or deputise in; the whole municipality for the
 * innovation office; else their own department.
 */
export function scopesOf(deps: Pick<Deps, 'directory'>, person: Person): { scopes: Scopes; posts: Post[] } {
  const held = postsHeld(person, deps.directory());
  const posts = listPosts(held);
  const wanted: Place[] = [
    ...held.manages,
    ...[...held.leads, ...held.deputises].map((department) => ({ department })),
  ];
  if (wanted.length === 0 && held.office) return { scopes: 'everywhere', posts };
  if (wanted.length === 0 && person.department) {
    wanted.push({ department: person.department, ...(person.unit && { unit: person.unit }) });
  }
  const whole = new Set(wanted.filter(({ unit }) => !unit).map(({ department }) => department));
  const kept = wanted.filter(({ department, unit }) => !unit || !whole.has(department));
  const scopes = [...new Map(kept.map((place) => [`${place.department}.${place.unit ?? ''}`, place])).values()];
  return { scopes, posts };
}

/** Of a month's weeks, so that its requests are as many as those of a few weeks. */
const RANGES_OF_MONTH = 4;

/** What a week or a month comes to for a person, by rows alone, a page at a time: no idea is opened. One round trip's time, one more for a deputy. */
export async function digestFor(
  deps: Deps,
  person: Person,
  week: Period,
  { scopes }: { scopes: Scopes } = scopesOf(deps, person),
): Promise<Digest> {
  const { ideas } = deps;
  const read = byEveryCode(deps, scopes);
  const places = read === 'everywhere' ? [undefined] : [...new Set(read.map(({ department }) => department))];
  const { answerDays } = deps.settings();
  const fold = foldWeek({ week, scopes: read, today: todayIn(deps), answerDays });
  const ranges = isMonth(week) ? RANGES_OF_MONTH : undefined;
  const weeks = weeksOf(week);
  const [mine] = await Promise.all([
    turnIds(deps, person),
    ...places.flatMap((code) => [
      ...weeks.map((one) => ideas.eachOfWeek(one, code, fold.told, ranges)),
      ideas.eachOpen(code, fold.waits),
    ]),
  ]);
  return { ...fold.digest(mine), scopes };
}

/** The same places by every code under which something of them is written. */
const byEveryCode = ({ directory }: Pick<Deps, 'directory'>, scopes: Scopes): Scopes =>
  scopes === 'everywhere'
    ? scopes
    : scopes.flatMap((place) =>
        directory()
          .everyCode([place.department])
          .map((department) => ({ ...place, department })),
      );

/** The same with what is shown of it, and money. Two round trips' time, one more for a deputy: as many ideas are opened in the longest week as in a short one. */
export async function weekFor(deps: Deps, person: Person, week: Period, shown: ShownOfWeek): Promise<ReadWeek> {
  const places = scopesOf(deps, person);
  const [digest, money, helped] = await Promise.all([
    digestFor(deps, person, week, places),
    moneyOf(deps, person, places.scopes),
    isMonth(week) ? [] : helpedIn(deps, person, week),
  ]);
  const wanted = idsShown(partsOf(digest), shown);
  const opened = await openShown(deps, digest, wanted);
  const ideas = new Map([...opened].flatMap(([id, idea]) => (idea ? [[id, idea] as const] : [])));
  const known = await knownOn(deps, person, [...ideas.values()]);
  const theirs = new Set(digest.mine);
  // What waits for them was judged when the queue was read, deputies' cover and all.
  const roles = (idea: Idea) => rolesOn(known, idea, deps.directory(), theirs.has(idea.id));
  const isTheirs = (idea: Idea) => isTheirTurn(person.ref, roles(idea), idea);
  const { scopes } = digest;
  const present = { ...asTheyStand({ ...digest, scopes: byEveryCode(deps, scopes) }, opened, isTheirs), scopes };
  const decidedOn = present.mine.flatMap((id) => ideas.get(id) ?? []).filter((idea) => roles(idea).has('decider'));
  const deciding = new Set(decidedOn.map(({ id }) => id));
  return {
    digest: present,
    reader: person.ref,
    ideas,
    deciding,
    ...(money && { money }),
    ...(helped.length > 0 && { helped }),
  };
}

/** Of a unit nobody counts it. */
async function moneyOf(deps: Deps, person: Person, scopes: Scopes): Promise<MoneySums | undefined> {
  if (scopes === 'everywhere') return moneyOfYear(deps, person, scopes);
  const isWhole = scopes.length > 0 && scopes.every(({ unit }) => unit === undefined);
  return isWhole
    ? moneyOfYear(
        deps,
        person,
        scopes.map(({ department }) => department),
      )
    : undefined;
}

function idsShown(parts: readonly IdsOfPart[], { most, page }: ShownOfWeek): readonly string[] {
  const onPage = page && parts.find(({ part }) => part === page.part)?.ids.slice(page.from, page.to);
  return onPage && onPage.length > 0
    ? onPage
    : parts.flatMap(({ part, ids }) => ids.slice(0, Math.min(most, (shownOf[part] ?? most) + 1)));
}

/** What a department said when it declined stands in its adoption: only of ideas of which the week tells that. */
async function openShown({ ideas }: Deps, { decisions }: Digest, wanted: readonly string[]): Promise<OpenedIdeas> {
  const answered = new Set(
    decisions.filter(({ event }) => event.type === 'notNow' || event.type === 'stoppedUsing').map(({ id }) => id),
  );
  const [told, others] = await Promise.all([
    Promise.all(wanted.filter((id) => answered.has(id)).map((id) => unlessUnreadable(ideas.load(id)))),
    ideas.loadAll(wanted.filter((id) => !answered.has(id))),
  ]);
  const found = [...others, ...told.flatMap((stored) => (stored ? [stored.idea] : []))];
  const byId = new Map(found.map((idea) => [idea.id, idea]));
  return new Map(wanted.map((id) => [id, byId.get(id)]));
}
