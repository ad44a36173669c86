import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { tracedIn } from '../../domain/idea/people/traced.js';
import { isSubmitter, type Role } from '../../domain/idea/policy.js';
import type { Person } from '../../domain/person/person.js';
import { type Posts, postsOf } from '../../domain/person/posts.js';
import type { Instant } from '../../domain/time.js';
import type { Delivery } from '../../store/delivery/deliveries.js';
import type { SentCard } from '../../store/delivery/sent-cards.js';
import type { StoredPerson } from '../../store/person/people.js';
import type { Deps } from '../deps.js';
import { rolesWith } from '../idea/roles.js';

/** What is stored of somebody about one idea. */
export interface MyPart {
  idea: Idea;
  roles: ReadonlySet<Role>;
  /** Of an idea of theirs all that happened to it; of another one what they did, and what was asked of them. */
  events: IdeaEvent[];
  follows: boolean;
  /** They have said something about its text. */
  reported: boolean;
  /** Where a card of it stands in their chat. */
  copy?: SentCard;
}

/** Everything that is stored about a person. Nobody else is named in it. */
export interface MyData {
  at: Instant;
  stored: StoredPerson;
  posts: Posts;
  /** The newest idea first. */
  parts: MyPart[];
  /** What they were owed and sent, the newest first. */
  deliveries: Delivery[];
}

const TOGETHER = 16;

/** All that is stored about somebody, found by their own keys. Some four round trips for each idea, sixteen ideas at a time. */
export async function myData(deps: Deps, { person, reach, refusedOn }: StoredPerson): Promise<MyData> {
  const refs = refsOf(person);
  const [traced, deliveries] = await Promise.all([
    Promise.all(refs.map((ref) => deps.traces.of(ref))),
    deps.deliveries.allOf(person.ref),
  ]);
  const ids = [...new Set(traced.flat().flatMap(({ record, id }) => (record === 'idea' ? [id] : [])))];
  const parts: MyPart[] = [];
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = await Promise.all(ids.slice(from, from + TOGETHER).map((id) => partIn(deps, person, id)));
    parts.push(...some.filter((part) => part !== undefined));
  }
  return {
    at: deps.now(),
    stored: { person, ...(reach && { reach }), ...(refusedOn && { refusedOn }) },
    posts: postsOf(person.emails, deps.directory()),
    parts: parts.sort((one, other) => compare(other.idea.createdAt, one.idea.createdAt)),
    deliveries: deliveries.sort((one, other) => compare(other.at, one.at)),
  };
}

async function partIn(deps: Deps, person: Person, id: string): Promise<MyPart | undefined> {
  const [stored, history, follows, copy, report] = await Promise.all([
    deps.ideas.load(id),
    deps.ideas.history(id),
    deps.follows.follows(id, person.ref),
    deps.sentCards.in(id, person.ref),
    deps.reports.in(id, person.ref),
  ]);
  if (!stored) return undefined;
  const { idea } = stored;
  const refs = refsOf(person);
  const isTheirs = isSubmitter(person.ref, idea);
  const events = history.filter((event) => isTheirs || tracedIn(event).some((ref) => refs.includes(ref)));
  const roles = await rolesWith(deps, person, idea, false);
  return { idea, roles, events, follows, reported: report !== undefined, ...(copy && { copy }) };
}

/** Also those under which they stood before it was known that they are one person. */
const refsOf = ({ ref, also = [] }: Person) => [ref, ...also];

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
