import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import { movedTo, namedInEvent, withoutLeaver } from '../../domain/challenge/leaving.js';
import type { ChallengeRole } from '../../domain/challenge/policy.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { RecordPlace } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import type { RecordRange } from '../../store/idea/record-pages.js';
import type { Deps } from '../deps.js';
import { changeKept, eventsHeld, forgetRecordOf, forgetWords, moveMessages } from '../person-in-record.js';
import { handBackChallenge } from './as-clock.js';
import { rolesIn } from './roles.js';

/** What is stored of somebody about one challenge. Nobody else is named in it. */
export interface HeldInChallenge {
  record: 'challenge';
  createdAt: Instant;
  challenge: Challenge;
  roles: ReadonlySet<ChallengeRole>;
  /** What they did, and what was asked of them. */
  events: ChallengeEvent[];
  /** They have said that they have the same problem. */
  same: boolean;
  earlier?: RecordPlace;
}

/** Undefined where there is no such challenge (any more). Three round trips. */
export async function heldInChallenge(
  deps: Deps,
  person: Person,
  id: string,
  part?: RecordRange,
): Promise<HeldInChallenge | undefined> {
  const stored = await deps.challenges.load(id);
  if (!stored) return undefined;
  const { challenge } = stored;
  const refs = heldRefsOf(person);
  const isNamed = (event: ChallengeEvent) => namedInEvent(event).some((ref) => refs.includes(ref));
  const [{ events, earlier, since }, same] = await Promise.all([
    eventsHeld(deps.challenges, id, part, isNamed),
    deps.follows.follows(id, person.ref),
  ]);
  const createdAt = since ?? challenge.changedAt;
  const roles = rolesIn(deps, person, challenge);
  return { ...{ record: 'challenge', createdAt, challenge, roles, events, same }, ...(earlier && { earlier }) };
}

/**
 * Takes somebody who has left out of one challenge: whoever published it is to name another owner, and what they said no with goes. What
 * they wrote for their department stays, and leads to nobody. Broken off anywhere it is done again; the trace goes last.
 */
export async function leaveChallenge(deps: Deps, person: PersonRef, id: string): Promise<void> {
  const { challenges, follows } = deps;
  await handBackChallenge(deps, person, id);
  await kept(deps, id, (challenge) => withoutLeaver(challenge, person));
  await forgetWords(challenges, id, ({ by, type }) => by === person && type === 'ownershipDeclined');
  await follows.remove(id, person);
  await forgetRecordOf(deps, person, id);
}

/** Of two references that are one person's, what stands under the first stands under the second. */
export async function moveInChallenge(deps: Deps, id: string, from: PersonRef, to: PersonRef): Promise<void> {
  const { follows } = deps;
  if (await follows.follows(id, from)) {
    await follows.add(id, to, { record: 'challenge' });
    await follows.remove(id, from);
  }
  await kept(deps, id, (challenge) => movedTo(challenge, from, to));
  await moveMessages(deps, id, from, to);
}

/** Without an event. */
const kept = ({ challenges }: Deps, id: string, change: (challenge: Challenge) => Challenge): Promise<void> =>
  changeKept(challenges, id, (stored) => stored.challenge, change);
