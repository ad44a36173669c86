import type { Idea } from '../domain/idea/idea.js';
import { isOpenToEverybody } from '../domain/idea/reading/visibility.js';
import type { Person, PersonRef } from '../domain/person/person.js';
import { sharesChallenge, sharingChallenge } from './challenge/sharing-challenge.js';
import type { Deps } from './deps.js';

/** Who shares the problem that an idea solves, of whatever room: those who have said so of the idea, or of the challenge that it answers. */

/** Everybody who does, so many at a time; whoever has said so twice comes twice. */
export async function* sharingPages(deps: Deps, { id, challenge }: Idea, size: number): AsyncGenerator<PersonRef[]> {
  yield* deps.reactions.pages(id, 'need', size);
  if (challenge !== undefined) yield* sharingChallenge(deps, challenge, size);
}

export async function everybodySharing(deps: Deps, idea: Idea): Promise<PersonRef[]> {
  const all: PersonRef[] = [];
  for await (const some of sharingPages(deps, idea, 1000)) all.push(...some);
  return [...new Set(all)];
}

/** Whether this person does. One round trip's time. */
export async function sharesProblem(deps: Deps, person: Person, { id, challenge }: Idea): Promise<boolean> {
  const [own, ofChallenge] = await Promise.all([
    deps.reactions.of(id, 'need', person.ref),
    challenge !== undefined && sharesChallenge(deps, person, challenge),
  ]);
  return own !== undefined || ofChallenge;
}

/** Whether there is anybody but those whose idea it is, of an idea that they may read. Three round trips at most. */
export async function isShared(deps: Deps, idea: Idea): Promise<boolean> {
  if (!isOpenToEverybody(idea)) return false;
  if (Object.keys(idea.takingPart ?? {}).length > 0) return true;
  for await (const some of sharingPages(deps, idea, 1)) if (some.length > 0) return true;
  return false;
}
