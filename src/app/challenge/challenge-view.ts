import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import { namedInEvent } from '../../domain/challenge/leaving.js';
import type { ChallengeRole } from '../../domain/challenge/policy.js';
import { mayReadChallenge } from '../../domain/challenge/reading.js';
import type { ImprovementTally } from '../../domain/improvement/improvement.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { type Deps, todayIn } from '../deps.js';
import { readsOutside } from './outside-answers.js';
import { rolesIn } from './roles.js';

/** A challenge as one reader sees it. */
export interface ChallengeView {
  challenge: Challenge;
  roles: ReadonlySet<ChallengeRole>;
  /** Of those in it whose names may be shown. */
  names: ReadonlyMap<PersonRef, string>;
  /** How many ideas answer it. */
  answers: number;
  /** Who has said that they have the same problem. */
  same: { people: number; departments: number; mine: boolean };
  /** Whether the problem has got better where its answers are in use: how many say what, of the ideas that show it themselves. */
  improvement?: ImprovementTally | undefined;
  /** Of answers from outside, for whoever may read them. */
  outside?: { answers: number; buys: boolean };
}

/** A challenge as somebody may read it; undefined where there is none, and where it is not for them. Two round trips. */
export async function openChallenge(deps: Deps, person: Person, id: string): Promise<ChallengeView | undefined> {
  const stored = await deps.challenges.load(id);
  if (!stored) return undefined;
  const { challenge } = stored;
  return mayReadChallenge(challenge, rolesIn(deps, person, challenge))
    ? viewChallenge(deps, person, challenge)
    : undefined;
}

/** `told`: what is told of it, whose names are looked up too. One round trip's time. */
export async function viewChallenge(
  deps: Deps,
  person: Person,
  challenge: Challenge,
  told: readonly ChallengeEvent[] = [],
): Promise<ChallengeView> {
  const { id, publisher, owner } = challenge;
  const people = [publisher, ...(owner ? [owner.person] : []), ...told.flatMap(namedInEvent)];
  const [named, answers, counted, mine, improvement] = await Promise.all([
    deps.people.namesOf(people),
    deps.challenges.answers(id),
    deps.follows.count(id),
    deps.follows.follows(id, person.ref),
    deps.improvements.shownFor(id, todayIn(deps)),
  ]);
  const names = new Map([...named].map(([ref, { name }]) => [ref, name]));
  const roles = rolesIn(deps, person, challenge);
  const { outside } = challenge;
  return {
    ...{ challenge, roles, names, answers: answers.length, same: { ...counted, mine } },
    improvement,
    ...(readsOutside(deps, person, roles) && {
      outside: { answers: outside?.answers ?? 0, buys: outside?.buys === true },
    }),
  };
}
