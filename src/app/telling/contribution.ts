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

/** So many ideas are looked through: their own first, and of others what leaves a trace of them. */
const MOST_READ = 24;

/** The ideas in which somebody has a part, the newest first; `more`: they may have a part in others. Two round trips at any number of ideas. */
export async function myContribution(deps: Deps, person: Person): Promise<{ ideas: Contributed[]; more: boolean }> {
  const refs = heldRefsOf(person);
  const [own, ...traced] = await Promise.all([
    deps.ideas.mine(person.ref, MOST_READ + 1),
    ...refs.map((ref) => deps.traces.page(ref, '', MOST_READ + 1)),
  ]);
  const others = traced.flat().flatMap(({ record, id }) => (record === 'idea' ? [id] : []));
  const ids = [...new Set([...own.map(({ id }) => id), ...others])];
  const found = await deps.ideas.loadAll(ids.slice(0, MOST_READ));
  const ideas = found.flatMap((idea) => {
    const as = contributionsTo(idea, refs);
    return as.length > 0 ? [{ idea, as }] : [];
  });
  return {
    ideas: ideas.sort((one, other) => (one.idea.createdAt < other.idea.createdAt ? 1 : -1)),
    more: ids.length > MOST_READ,
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
