import type { Challenge } from '../../domain/challenge/challenge.js';
import { isChallengeOpenTo } from '../../domain/challenge/decide.js';
import { mayReadOutside, type OutsideAnswer, rolesForAnswer } from '../../domain/challenge/outside.js';
import type { ChallengeRole } from '../../domain/challenge/policy.js';
import { mayReadChallenge } from '../../domain/challenge/reading.js';
import { heldRefsOf, type Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import type { Deps } from '../deps.js';
import { rolesIn } from './roles.js';

/** So many are read at a time: each may be a screen of a phone. */
const PAGE = 5;

/** Whether somebody who has these roles in a challenge reads what has come in from outside, as posts are now. */
export function readsOutside(
  deps: Pick<Deps, 'directory' | 'settings'>,
  person: Person,
  roles: ReadonlySet<ChallengeRole>,
): boolean {
  const buyer = deps.settings().procurement?.email;
  const registrar = postsHeld(person, deps.directory()).registrar === true;
  return mayReadOutside(roles, { registrar, procurement: buyer !== undefined && person.emails.includes(buyer) });
}

/** Answers from outside, as somebody may read them. */
export interface OutsidePage {
  challenge: Challenge;
  roles: ReadonlySet<ChallengeRole>;
  answers: OutsideAnswer[];
  page: number;
  more: boolean;
}

/** A page of them from 0, the newest first; undefined where there is no such challenge, and where they are not for this reader. Three round trips' time. */
export async function outsideAnswers(
  deps: Deps,
  person: Person,
  id: string,
  page: number,
): Promise<OutsidePage | undefined> {
  const stored = await deps.challenges.load(id);
  if (!stored) return undefined;
  const { challenge } = stored;
  const roles = rolesIn(deps, person, challenge);
  // Incoming documents are registrars' and the buyer's to read also where the challenge's own words are hidden.
  const byPost = readsOutside(deps, person, new Set());
  if (!byPost && !(mayReadChallenge(challenge, roles) && readsOutside(deps, person, roles))) return undefined;
  const refs = heldRefsOf(person);
  const { answers, more } = await deps.challenges.outside(id, { from: page * PAGE, count: PAGE, refs });
  return { challenge, roles, answers, page, more };
}

/** An answer from outside that somebody may correct, and its challenge. */
export interface CorrectableAnswer {
  challenge: Challenge;
  answer: OutsideAnswer;
}

/** One of them, by its event's number; undefined where there is none, and where it is not theirs to correct (any more). One round trip's time. */
export async function answerToCorrect(
  deps: Deps,
  person: Person,
  id: string,
  seq: number,
): Promise<CorrectableAnswer | undefined> {
  const stored = await deps.challenges.loadWithAnswer(id, { seq, refs: heldRefsOf(person) });
  if (!stored?.answer) return undefined;
  const { challenge, answer } = stored;
  return mayCorrect(challenge, rolesIn(deps, person, challenge), answer) ? { challenge, answer } : undefined;
}

/** Whether somebody with these roles in a challenge corrects this answer to it. */
export const mayCorrect = (challenge: Challenge, roles: ReadonlySet<ChallengeRole>, answer: OutsideAnswer): boolean =>
  !challenge.hidden &&
  answer.words.organisation !== undefined &&
  isChallengeOpenTo('correctOutside', challenge, rolesForAnswer(roles, challenge, answer));
