import type { Idea } from '../../domain/idea/idea.js';
import { isSubmitter } from '../../domain/idea/policy.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { Deps } from '../deps.js';

/** What somebody has been to an idea that they can tell of when they speak of their work. */
export const contributions = ['had', 'together', 'joined', 'led', 'did', 'owns', 'tookOn'] as const;
export type Contribution = (typeof contributions)[number];

export interface Contributed {
  idea: Idea;
  as: readonly Contribution[];
}

export interface MyContribution {
  ideas: Contributed[];
  /** After which idea there may be others in which they have a part; absent where all have been looked through. */
  after?: string;
}

/** So many that they sent in themselves, the newest, stand first. */
const MOST_OWN = 24;
/** So many others that they have something to do with are looked through at a time: only the idea itself says whether it is a part. */
const MOST_OTHERS = 24;
/** So many traces are read for them, since some are of no idea. */
const MOST_TRACES = 200;

/**
 * Ideas in which somebody has a part, the newest first: their own newest, and of all others, by their traces, a part at a time in
 * the order of ids. `after`: where the part before ended. Two round trips' time at any number of ideas.
 */
export async function myContribution(
  deps: Pick<Deps, 'ideas' | 'traces'>,
  person: Pick<Person, 'ref' | 'also'>,
  after?: string,
): Promise<MyContribution> {
  const refs = heldRefsOf(person);
  const [own, ...traced] = await Promise.all([
    deps.ideas.mine(person.ref, MOST_OWN),
    ...refs.map((ref) => deps.traces.page(ref, after ?? '', MOST_TRACES)),
  ]);
  // What comes after the end of a page that is full nobody has read.
  const ends = traced.flatMap((page) => (page.length < MOST_TRACES ? [] : (page.at(-1)?.id ?? [])));
  const end = ends.sort()[0];
  const first = new Set(own.map(({ id }) => id));
  const others = [...new Set(traced.flat().flatMap(({ record, id }) => (record === 'idea' ? [id] : [])))]
    .filter((id) => !first.has(id) && (end === undefined || id <= end))
    .sort();
  const looked = others.slice(0, MOST_OTHERS);
  const next = others.length > MOST_OTHERS ? looked.at(-1) : end;
  const found = await deps.ideas.loadAll([...(after === undefined ? first : []), ...looked]);
  const ideas = found.flatMap((idea) => {
    const as = contributionsTo(idea, refs);
    return as.length > 0 ? [{ idea, as }] : [];
  });
  return {
    ideas: ideas.sort((one, other) => (one.idea.createdAt < other.idea.createdAt ? 1 : -1)),
    ...(next !== undefined && { after: next }),
  };
}

/** What these references, which are one person's, are or have been to an idea. Whoever was asked and has not said yes is nothing to it. */
export function contributionsTo(idea: Idea, refs: readonly PersonRef[]): Contribution[] {
  const is = (who: PersonRef | undefined): boolean => who !== undefined && refs.includes(who);
  const said = (who: { person: PersonRef; accepted: boolean } | undefined): boolean =>
    is(who?.person) && who?.accepted === true;
  const had = !idea.submittersLeft && refs.some((ref) => isSubmitter(ref, idea));
  const holds: Readonly<Record<Contribution, boolean>> = {
    had: had && idea.coSubmitters.length === 0,
    together: had && idea.coSubmitters.length > 0,
    joined: (idea.joined ?? []).some(is),
    led: said(idea.driver),
    did: said(idea.doer),
    owns: said(idea.owner),
    tookOn: is(idea.leader),
  };
  return contributions.filter((one) => holds[one]);
}
