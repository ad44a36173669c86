import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import { movedTo, namedInEvent, withoutLeaver } from '../../domain/challenge/leaving.js';
import type { ChallengeRole } from '../../domain/challenge/policy.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { RecordPlace } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import type { RecordRange } from '../../store/idea/record-pages.js';
import type { Deps } from '../deps.js';
import { changeKept, moveMessages } from '../person-in-record.js';
import { handBackChallenge } from './as-clock.js';
import { rolesIn } from './roles.js';

/** A challenge has no more events than somebody presses buttons of its card: those are read at once. */
const MOST_EVENTS = 200;

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
  // All of it stands on the first page.
  const isFirst = part?.below === undefined && part?.before === undefined;
  const all = isFirst ? await deps.challenges.newest(id, MOST_EVENTS) : [];
  const events = all.filter((event) => namedInEvent(event).some((ref) => refs.includes(ref)));
  const same = await deps.follows.follows(id, person.ref);
  const createdAt = all[0]?.at ?? challenge.changedAt;
  return { ...{ record: 'challenge', createdAt, challenge, roles: rolesIn(deps, person, challenge), events, same } };
}

/**
 * Takes somebody who has left out of one challenge: whoever published it is to name another owner, and what they said no with goes. What
 * they wrote for their department stays, and leads to nobody. Broken off anywhere it is done again; the trace goes last.
 */
export async function leaveChallenge(deps: Deps, person: PersonRef, id: string): Promise<void> {
  const { challenges, traces, shown, sentCards, follows } = deps;
  await handBackChallenge(deps, person, id);
  await kept(deps, id, (challenge) => withoutLeaver(challenge, person));
  const events = await challenges.newest(id, MOST_EVENTS);
  for (const { by, seq, type } of events)
    if (by === person && type === 'ownershipDeclined') await challenges.eraseWords(id, seq);
  const copy = await sentCards.in(id, person);
  await Promise.all([follows.remove(id, person), shown.removeAllOf(id, person), copy && sentCards.forget(copy)]);
  await traces.remove(person, { id });
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
