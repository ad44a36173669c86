import type { Challenge } from '../../domain/challenge/challenge.js';
import { partnersNow, speaksForIn } from '../../domain/challenge/policy.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import type { Deps } from '../deps.js';
import { chainOf, refsOn } from '../person/post-holders.js';
import { speaksFor } from './roles.js';

type Sharing = Pick<Deps, 'challenges' | 'directory' | 'follows' | 'marks' | 'people'>;

/** Everybody who has said that they have the problem which a challenge is about, and those who speak for a department that takes part: so many at a time. */
export async function* sharingChallenge(deps: Sharing, id: string, size: number): AsyncGenerator<PersonRef[]> {
  yield* deps.follows.pages(id, size);
  const stored = await unlessUnreadable(deps.challenges.load(id));
  yield stored ? await partnersOf(deps, stored.challenge) : [];
}

/** Whether this person is one of them. One round trip's time. */
export async function sharesChallenge(deps: Sharing, person: Person, id: string): Promise<boolean> {
  const [follows, stored] = await Promise.all([
    deps.follows.follows(id, person.ref),
    unlessUnreadable(deps.challenges.load(id)),
  ]);
  if (follows || !stored) return follows;
  const { challenge } = stored;
  const { takingPart = {}, department } = challenge;
  return speaksFor(deps, person, challenge).some((code) => code !== department && Object.hasOwn(takingPart, code));
}

/**
 * The leaders of the departments that take part in a challenge, deputies where it has none, and whoever has said so for one of them as long
 * as they speak for it: as of an idea. Eight departments at most, and one round trip's time.
 */
export async function partnersOf(deps: Sharing, challenge: Challenge): Promise<PersonRef[]> {
  const directory = deps.directory();
  const there = partnersNow(challenge, directory);
  const saidSo = Object.entries(challenge.takingPart ?? {});
  const [chains, people] = await Promise.all([
    Promise.all(there.map((code) => chainOf(deps, code))),
    deps.people.byRefs(saidSo.map(([, ref]) => ref)),
  ]);
  const speaking = saidSo.flatMap(([code, ref]) => {
    const found = people.get(ref);
    const spoken = found ? speaksForIn(postsHeld(found.person, directory)) : [];
    return spoken.includes(directory.codeNow(code)) ? [ref] : [];
  });
  const leading = chains.flatMap(({ leader, deputy }) =>
    (leader.length > 0 ? leader : deputy).flatMap(({ card }) => refsOn(card).slice(0, 1)),
  );
  return [...new Set([...leading, ...speaking])];
}
