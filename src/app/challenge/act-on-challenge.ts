import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ChallengeCommand, ChallengeCommandType } from '../../domain/challenge/commands.js';
import { challengeDenied, decideChallenge } from '../../domain/challenge/decide.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import { rolesForAnswer } from '../../domain/challenge/outside.js';
import { codesInChallenge } from '../../domain/challenge/policy.js';
import { mayReadChallenge } from '../../domain/challenge/reading.js';
import type { ChallengeRefusal } from '../../domain/challenge/refusal.js';
import type { ChallengeWords } from '../../domain/challenge/words.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { ChallengeStore } from '../../store/challenge/challenges.js';
import { answering, decideAndSave, type Verdict } from '../decide-and-save.js';
import type { Deps } from '../deps.js';
import { colleague } from '../person/colleague.js';
import { type ChallengeView, viewChallenge } from './challenge-view.js';
import { rolesIn, speaksFor } from './roles.js';
import { challengeSetting } from './setting.js';

/** What a person can do to a challenge that exists. */
export type ChallengeAct = Exclude<ChallengeCommandType, 'proposeChallenge' | 'bringNext' | 'handBackChallenge'>;

export interface ChallengeActRequest {
  id: string;
  idempotencyKey: string;
  type: ChallengeAct;
  /** That of the pressed card. */
  decisionVersion?: number | undefined;
  words: ChallengeWords;
  /** Who is to own it: an address, what Teams' picker gave, or what stands for oneself. */
  owner?: string | undefined;
  /** Which department takes part, or no more. */
  department?: string | undefined;
  /** Of an answer from outside: something may come to be bought. */
  buys?: boolean;
  /** Which of them is corrected, by its event's number; and its last correction, as the form showed it. */
  answer?: number | undefined;
  correction?: number | undefined;
  /** The activity whose card will show the outcome to the actor. */
  shownIn?: string;
}

export type ActedOnChallenge =
  | { ok: true; view: ChallengeView; event: ChallengeEvent }
  /** Nothing changed. What stands now is absent where there is no such challenge, or it is not for them. */
  | { ok: false; refusal: ChallengeRefusal | { code: 'unknownColleague' }; view?: ChallengeView };

/** Load, judge on what is stored, decide, save. The same operation twice is one effect and the same answer. Two round trips, one more for a colleague. */
export async function actOnChallenge(
  deps: Deps,
  person: Person,
  request: ChallengeActRequest,
): Promise<ActedOnChallenge> {
  const { id, idempotencyKey, type, decisionVersion, words, shownIn } = request;
  const naming = type === 'nameChallengeOwner' ? colleague(deps, person, request.owner ?? '') : undefined;
  const refused = async (
    challenge: Challenge,
    refusal: ChallengeRefusal | { code: 'unknownColleague' },
  ): Promise<ActedOnChallenge> => {
    // A refusal may be our own effect, seen again.
    const effect = await deps.commits.effectOf(idempotencyKey);
    if (effect?.record === 'challenge' && effect.id === id && effect.by === person.ref)
      return again(deps, person, effect);
    const reads = mayReadChallenge(challenge, rolesIn(deps, person, challenge));
    return { ok: false, refusal, ...(reads && { view: await viewChallenge(deps, person, challenge) }) };
  };
  return decideAndSave(deps, storeFor(deps, person, request), id, {
    async judge(before): Promise<Verdict<Challenge, ChallengeEvent, ActedOnChallenge>> {
      if (!before) return answering({ ok: false, refusal: { code: 'notFound' } });
      const { challenge, answer } = before;
      const own = rolesIn(deps, person, challenge);
      const roles = answer ? rolesForAnswer(own, challenge, answer) : own;
      const actor = { ref: person.ref, roles, speaksFor: speaksFor(deps, person, challenge) };
      // Nobody learns by trying who is known here.
      const denied = challengeDenied({ type, decisionVersion }, challenge, actor);
      if (denied) return answering(await refused(challenge, denied));
      const owner = await naming?.();
      if (naming && !owner) return answering(await refused(challenge, { code: 'unknownColleague' }));
      const command = {
        type,
        data: dataOf(deps, challenge, request, owner),
        words,
        ...(decisionVersion !== undefined && { decisionVersion }),
      };
      const setting = { ...challengeSetting(deps), answer };
      const decision = decideChallenge(command as ChallengeCommand, challenge, actor, setting);
      if (!decision.ok) return answering(await refused(challenge, decision.refusal));
      return {
        ...{ kind: 'change', idempotencyKey, events: [decision.value], ...(shownIn && { shownIn }) },
        answers: async (after) => ({ ok: true, view: await viewChallenge(deps, person, after), event: decision.value }),
      };
    },
    again: (effect) => again(deps, person, effect),
  });
}

/** Challenges, each read with its answer from outside where one is corrected. */
function storeFor(
  { challenges }: Pick<Deps, 'challenges'>,
  person: Person,
  { type, answer = 0 }: ChallengeActRequest,
): Pick<ChallengeStore, 'load' | 'write'> {
  if (type !== 'correctOutside') return challenges;
  const { write, loadWithAnswer } = challenges;
  return { write, load: (id) => loadWithAnswer(id, { seq: answer, refs: heldRefsOf(person) }) };
}

/** What a command holds beside its words. */
function dataOf(
  deps: Pick<Deps, 'directory'>,
  challenge: Challenge,
  { type, department: named = '', buys, answer, correction }: ChallengeActRequest,
  owner: PersonRef | undefined,
): object {
  // An older card may call a department as it was.
  const [department] = codesInChallenge(challenge, [named], deps.directory());
  switch (type) {
    case 'nameChallengeOwner':
      return { owner };
    case 'takePart':
    case 'leavePart':
      return { department };
    case 'takeDownOutside':
      return buys ? { buys } : {};
    case 'correctOutside':
      return { answer, ...(correction !== undefined && { correction }), ...(buys && { buys }) };
    default:
      return {};
  }
}

/** An operation that was spent before: the same answer for the one who did, and nothing for anybody else. */
async function again(
  deps: Deps,
  person: Person,
  { record, id, seq, by }: { record: string; id: string; seq: number; by: string },
): Promise<ActedOnChallenge> {
  const [stored, event] =
    record === 'challenge'
      ? await Promise.all([deps.challenges.load(id), deps.challenges.event(id, seq)])
      : [undefined, undefined];
  if (!stored) return { ok: false, refusal: { code: 'stale' } };
  const { challenge } = stored;
  const isOwn = by === person.ref && event !== undefined;
  // Whoever has said no reads it this once more, as the first time.
  const view =
    isOwn || mayReadChallenge(challenge, rolesIn(deps, person, challenge))
      ? await viewChallenge(deps, person, challenge)
      : undefined;
  return event && view && isOwn
    ? { ok: true, view, event }
    : { ok: false, refusal: { code: 'stale' }, ...(view && { view }) };
}
