import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ChallengeCommandData } from '../../domain/challenge/commands.js';
import { decideChallenge } from '../../domain/challenge/decide.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import type { ChallengeRefusal } from '../../domain/challenge/refusal.js';
import type { ChallengeWords } from '../../domain/challenge/words.js';
import { newIdeaId } from '../../domain/ids.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { OperationEffect } from '../../store/commit.js';
import { answering, decideAndCreate, type Verdict } from '../decide-and-save.js';
import type { Deps } from '../deps.js';
import { colleague } from '../person/colleague.js';
import { type ChallengeView, viewChallenge } from './challenge-view.js';
import { mayPublishFor } from './roles.js';
import { challengeSetting } from './setting.js';

/** What stands in the form. `owner`: an address, what Teams' picker gave, or what stands for oneself. */
export interface Publication extends Omit<ChallengeCommandData['proposeChallenge'], 'owner'> {
  idempotencyKey: string;
  words: ChallengeWords;
  owner: string;
}

/** The challenge that it has become, as whoever publishes it sees it, and by which event. */
export interface Published {
  challenge: Challenge;
  view: ChallengeView;
  event: ChallengeEvent;
}

export type PublishRefusal = ChallengeRefusal | { code: 'unknownColleague' } | { code: 'unknownDepartment' };

/**
 * Publishes a challenge, once for each form: the same again gives the one that it became. Refuses whoever has no post for it, a colleague
 * whom nobody knows, and whatever the rules of challenges refuse. Two round trips.
 */
export async function publishChallenge(
  deps: Deps,
  person: Person,
  { idempotencyKey, words, owner: named, ...data }: Publication,
): Promise<Result<Published, PublishRefusal>> {
  const { departments, municipality } = mayPublishFor(deps, person);
  if (data.department !== undefined && !deps.directory().department(data.department))
    return refuse({ code: 'unknownDepartment' });
  const mayPublish = data.department === undefined ? municipality : departments.includes(data.department);
  if (!mayPublish) return refuse({ code: 'notAllowed' });
  const finding = colleague(deps, person, named);
  const taken = deps.challenges.placesTaken(data.department);
  const [owner] = await Promise.all([finding(), taken]);
  if (!owner) return refuse({ code: 'unknownColleague' });
  let first: Promise<number[]> | undefined = taken;
  const before = (effect: OperationEffect) => publishedBy(deps, person, effect);
  const made = await decideAndCreate(deps, deps.challenges, () => newIdeaId(deps.random), {
    // Read anew only where somebody else has taken the place in between.
    beside: () => {
      const read = first ?? deps.challenges.placesTaken(data.department);
      first = undefined;
      return read;
    },
    judge(_id, placesTaken): Verdict<Challenge, ChallengeEvent, Result<Published, PublishRefusal>> {
      const actor = { ref: person.ref, roles: new Set<never>(), mayPublish };
      const setting = { ...challengeSetting(deps), placesTaken };
      const command = { type: 'proposeChallenge', data: { ...data, owner }, words } as const;
      const decision = decideChallenge(command, undefined, actor, setting);
      if (!decision.ok) return answering(decision);
      return {
        ...{ kind: 'change', idempotencyKey, events: [decision.value] },
        answers: publishedAs(deps, person, decision.value),
      };
    },
    again: async (effect) => (await before(effect)) ?? refuse({ code: 'stale' }),
  });
  if (made.ok) return made;
  // A refusal may be our own effect, seen again: the place is taken by what was published, or its days have come nearer since.
  const effect = await deps.commits.effectOf(idempotencyKey);
  return (effect && (await before(effect))) ?? made;
}

/** What is read to show it is read beside the writing. */
const publishedAs = (deps: Deps, person: Person, event: ChallengeEvent) => async (challenge: Challenge) =>
  accept({ challenge, view: await viewChallenge(deps, person, challenge), event });

/** What an operation has published; undefined of one that somebody has spent on something else, or that is another's. */
async function publishedBy(
  deps: Deps,
  person: Person,
  { by, id, seq, record }: OperationEffect,
): Promise<Result<Published, never> | undefined> {
  if (record !== 'challenge' || by !== person.ref || seq !== 1) return undefined;
  const [stored, event] = await Promise.all([deps.challenges.load(id), deps.challenges.event(id, seq)]);
  return stored && event && publishedAs(deps, person, event)(stored.challenge);
}
