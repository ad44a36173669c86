import { type Deps, timeZoneOf } from '../../app/deps.js';
import { lookUp } from '../../app/idea/people/audiences.js';
import { sharingPages } from '../../app/sharing.js';
import { type EventType, eventName, type IdeaEvent, inTime } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { answeredBy, LOOKED_BACK } from '../../domain/idea/notices/answered.js';
import type { Audience, LookedUp } from '../../domain/idea/notices/audiences.js';
import { lookUpsOf, recipientsOf } from '../../domain/idea/notices/notices.js';
import { gathers, rankOf } from '../../domain/idea/notices/ranks.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { isAwaited } from '../../domain/rank.js';
import { dayOf } from '../../domain/time.js';
import { type Delivery, owed } from '../../store/delivery/deliveries.js';
import { writeTold } from '../../store/delivery/told-together.js';
import { eventRun, newsRun, noteRun, type RunName } from '../../store/keys.js';
import type { Heard, Hearers } from '../subject.js';

/** So many followers are told at a time, and so many people are read at the same time: there may be thousands. */
const PAGE = 500;
const READ_AT_ONCE = 100;

/** Those who may be thousands, each of which an event has one at most. */
const pagesOf = {
  followers: ({ follows }: Deps, { id }: Idea) => follows.pages(id, PAGE),
  needing: ({ reactions }: Deps, { id }: Idea) => reactions.pages(id, 'need', PAGE),
  sharing: (app: Deps, idea: Idea) => sharingPages(app, idea, PAGE),
} as const satisfies { readonly [A in LookedUp]?: unknown };
const pagedAudiences = Object.keys(pagesOf) as (keyof typeof pagesOf)[];
const isPaged = (audience: LookedUp): boolean => audience in pagesOf;

/** What is told now, and the name of it. */
interface Telling {
  app: Deps;
  idea: Idea;
  run: RunName;
}

/** What somebody hears of, the oldest first. */
interface ToldToOne {
  event: IdeaEvent;
  as: Audience;
}
type ToldTo = ReadonlyMap<PersonRef, readonly ToldToOne[]>;
type FoundPeople = Partial<Record<LookedUp, readonly PersonRef[]>>;

/**
 * What people are owed because of events of an idea, page by page: one message each for all of them. Several are told
 * together only of what `gathers`, whose audiences are the same for all events of a kind.
 */
export async function* hears(
  app: Deps,
  idea: Idea,
  given: readonly Heard<IdeaEvent>[],
  hearers: Hearers,
): AsyncGenerator<Delivery[]> {
  const heard = given.toSorted((one, other) => inTime(one.event, other.event));
  const events = heard.map(({ event }) => event);
  const newest = events.at(-1)?.seq ?? 0;
  const find = await findersOf(app, idea, events);
  const toldTo = (paged: FoundPeople, isTheirs: (person: PersonRef) => boolean): ToldTo => {
    const all = new Map<PersonRef, ToldToOne[]>();
    for (const { event, told } of heard) {
      for (const { person, as } of recipientsOf(event, idea, { ...find(event), ...paged })) {
        if (person !== told && isTheirs(person)) all.set(person, [...(all.get(person) ?? []), { event, as }]);
      }
    }
    return all;
  };
  const isFor = ({ event, as }: ToldToOne): boolean =>
    hearers === 'all' || isAwaited(rankOf(event, as)) === (hearers === 'awaited');
  // Whoever does it again, because a bot has died half-way, does it under the same name.
  const run = events.length > 1 ? newsRun(idea.id, newest) : runOf(idea.id, events);
  const owe = (all: ToldTo) =>
    owedTo({ app, idea, run }, new Map([...all].filter(([, [first]]) => first && isFor(first))));

  const near = toldTo({}, () => true);
  // Of one event, whoever is told as something else is not told as a follower too.
  const alsoFollow = events.length > 1 ? await following(app, idea, [...near.keys()]) : [];
  yield await owe(toldTo({ followers: alsoFollow }, (person) => near.has(person)));
  if (hearers === 'awaited') return;
  for (const audience of pagedAudiences) {
    if (!events.some((event) => lookUpsOf(event).includes(audience))) continue;
    for await (const page of pagesOf[audience](app, idea)) {
      const others = page.filter((person) => !near.has(person));
      yield await owe(toldTo({ [audience]: others }, (person) => !near.has(person)));
    }
  }
}

/** An event by itself is told under its own name, which is its adoption's where it is of one. */
function runOf(id: string, [event]: readonly IdeaEvent[]): RunName {
  const name = event ? eventName(id, event) : { id, seq: 0 };
  return eventRun(name.id, name.seq);
}

/** What the one who spoke before an event is owed because of it: an answer, for which they do not wait with others. */
export async function answers(app: Deps, idea: Idea, event: IdeaEvent): Promise<Delivery | undefined> {
  const { id } = idea;
  const before = await app.ideas.eventsBetween(id, Math.max(1, event.seq - LOOKED_BACK), event.seq - 1);
  const asker = answeredBy(event, before);
  if (!asker) return undefined;
  const find = await findersOf(app, idea, [event]);
  const recipients = recipientsOf(event, idea, { ...find(event), followers: await following(app, idea, [asker]) });
  const as = recipients.find(({ person }) => person === asker)?.as;
  const told = new Map(as ? [[asker, [{ event, as }]]] : []);
  const [owed] = await owedTo({ app, idea, run: eventRun(id, event.seq) }, told);
  return owed && { ...owed, rank: 'answer' };
}

/** Everybody but those who may be thousands, whom an event is for, by its kind: looked up once for each. */
async function findersOf(
  app: Deps,
  idea: Idea,
  events: readonly IdeaEvent[],
): Promise<(event: IdeaEvent) => FoundPeople> {
  const found = new Map<EventType, FoundPeople>();
  for (const [type, event] of new Map(events.map((one) => [one.type, one]))) {
    const wanted = lookUpsOf(event).filter((audience) => !isPaged(audience));
    found.set(type, await lookUp(app, idea, event, wanted));
  }
  return ({ type }) => found.get(type) ?? {};
}

async function following({ follows }: Deps, { id }: Idea, people: readonly PersonRef[]): Promise<PersonRef[]> {
  const each = await Promise.all(people.map(async (person) => ((await follows.follows(id, person)) ? [person] : [])));
  return each.flat();
}

/** A page of what is owed. Whoever has had their data erased since is owed nothing. */
async function owedTo(telling: Telling, toldTo: ToldTo): Promise<Delivery[]> {
  const wanted = [...toldTo];
  const page: Delivery[] = [];
  for (let from = 0; from < wanted.length; from += READ_AT_ONCE) {
    const some = wanted.slice(from, from + READ_AT_ONCE);
    const people = await telling.app.people.byRefs(some.map(([person]) => person));
    for (const [ref, told] of some) {
      const person = people.get(ref)?.person;
      const newest = told.at(-1);
      if (person && newest) page.push(owedFor(telling, person, newest, told));
    }
  }
  return page;
}

/** What one person is owed. */
function owedFor(
  { app, idea: { id }, run }: Telling,
  person: Person,
  { event, as }: ToldToOne,
  told: readonly ToldToOne[],
): Delivery {
  const { ref } = person;
  const now = app.now();
  // One of many that came at once: told of in one message a day.
  if (event.type === 'movedOn' && event.data.many) {
    const about = dayOf(now, timeZoneOf(app));
    return owed({ person: ref, run: noteRun('movedOn', about) }, { kind: 'note', note: 'movedOn', about }, now, now);
  }
  // What gathers says of what type it is, so that more of it can be counted with it (digest/fewer-items.ts).
  const named = told.map((one) => ({ seq: one.event.seq, as: one.as, type: one.event.type }));
  const together = (told.length > 1 || gathers(event)) && { together: writeTold({ named, counted: [] }) };
  const notice = { kind: 'notice', ...eventName(id, event), as, ...together } as const;
  return owed({ person: ref, run }, notice, now, now, rankOf(event, as));
}
