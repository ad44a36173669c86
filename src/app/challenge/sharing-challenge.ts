import type { PersonRef } from '../../domain/person/person.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import type { Deps } from '../deps.js';

type Sharing = Pick<Deps, 'challenges' | 'follows'>;

/** Everybody who has said that they have the problem which a challenge is about, or that their department takes part: so many at a time. */
export async function* sharingChallenge(deps: Sharing, id: string, size: number): AsyncGenerator<PersonRef[]> {
  yield* deps.follows.pages(id, size);
  yield await speakersOf(deps, id);
}

/** Whether this person has. One round trip's time. */
export async function sharesChallenge(deps: Sharing, person: PersonRef, id: string): Promise<boolean> {
  const [follows, speakers] = await Promise.all([deps.follows.follows(id, person), speakersOf(deps, id)]);
  return follows || speakers.includes(person);
}

/** Eight at most. */
async function speakersOf({ challenges }: Sharing, id: string): Promise<PersonRef[]> {
  const stored = await unlessUnreadable(challenges.load(id));
  return Object.values(stored?.challenge.takingPart ?? {});
}
