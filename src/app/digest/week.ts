import { type Digest, digestOf } from '../../domain/digest/digest.js';
import type { Idea } from '../../domain/idea/idea.js';
import { rolesOn } from '../../domain/idea/policy.js';
import type { Place } from '../../domain/organisation/place.js';
import type { Person } from '../../domain/person/person.js';
import { listPosts, type Post, postsOf, withoutDisowned } from '../../domain/person/posts.js';
import { addDays, dayOf, type Instant, type Week, weekOf, weekSpan } from '../../domain/time.js';
import type { LoggedEvent } from '../../store/idea/ideas.js';
import { type Deps, timeZoneOf, todayIn } from '../deps.js';
import { queueIds } from '../idea/lists/queues.js';
import { knownOn } from '../idea/roles.js';

/** What happened in a week in the whole municipality: read once, told to many. */
export interface WeekLog {
  week: Week;
  span: { from: Instant; to: Instant };
  events: LoggedEvent[];
}

/** The week that is going on, and the latest one that is over. */
export const thisWeek = (deps: Pick<Deps, 'settings' | 'now'>): Week => weekOf(todayIn(deps));
export const lastWeek = (deps: Pick<Deps, 'settings' | 'now'>): Week =>
  weekOf(addDays(dayOf(deps.now(), timeZoneOf(deps)), -7));

/** The log of one week; undefined where there is no such week. */
export async function readWeek(deps: Pick<Deps, 'ideas' | 'settings'>, week: Week): Promise<WeekLog | undefined> {
  const span = weekSpan(week, timeZoneOf(deps));
  return span && { week, span, events: await deps.ideas.log(span.from, span.to) };
}

/** The places whose week somebody is told of: those that they manage, lead or deputise in; else their own department. */
export function scopesOf(deps: Pick<Deps, 'directory'>, person: Person): { scopes: Place[]; posts: Post[] } {
  const posts = withoutDisowned(postsOf(person.emails, deps.directory()), person.disowned);
  const wanted: Place[] = [
    ...posts.manages,
    ...[...posts.leads, ...posts.deputises].map((department) => ({ department })),
  ];
  if (wanted.length === 0 && person.department) {
    wanted.push({ department: person.department, ...(person.unit && { unit: person.unit }) });
  }
  const whole = new Set(wanted.filter(({ unit }) => !unit).map(({ department }) => department));
  const kept = wanted.filter(({ department, unit }) => !unit || !whole.has(department));
  const scopes = [...new Map(kept.map((place) => [`${place.department}.${place.unit ?? ''}`, place])).values()];
  return { scopes, posts: listPosts(posts) };
}

/** One person's digest of a week. Three round trips' time. */
export async function weekFor(deps: Deps, person: Person, log: WeekLog): Promise<Digest> {
  const { scopes } = scopesOf(deps, person);
  const departments = [...new Set(scopes.map(({ department }) => department))];
  const [open, waiting] = await Promise.all([
    Promise.all(departments.map((code) => deps.ideas.open(code))),
    queueIds(deps, person),
  ]);
  const ids = new Set([...open.flat().map(({ id }) => id), ...waiting, ...log.events.map(({ id }) => id)]);
  const ideas = await deps.ideas.loadAll([...ids]);
  const theirs = new Set(waiting);
  const known = await knownOn(deps, person, ideas);
  return digestOf({
    week: log.week,
    span: log.span,
    scopes,
    events: log.events,
    ideas,
    // What waits for them was judged when the queue was read, deputies' cover and all.
    reader: { ref: person.ref, rolesOn: (idea: Idea) => rolesOn(known, idea, deps.directory(), theirs.has(idea.id)) },
    today: todayIn(deps),
    answerDays: deps.settings().answerDays,
  });
}
