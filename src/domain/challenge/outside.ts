import { isGivenName } from '../private-words/given-names.js';
import { personalNumberIn } from '../private-words/personal-number.js';
import type { Day } from '../time.js';
import type { Challenge } from './challenge.js';
import type { ChallengeEventData } from './events.js';
import type { ChallengeRole } from './policy.js';
import type { ChallengeRefusal } from './refusal.js';
import type { ChallengeWords } from './words.js';

type OutsideWords = Pick<ChallengeWords, 'organisation' | 'proposal'>;

/** What an organisation outside has answered, as it reads now, and when that was taken down. */
export interface OutsideAnswer {
  /** The number of the event by which it was taken down. */
  seq: number;
  day: Day;
  buys: boolean;
  /** None of one whose words are gone. */
  words: OutsideWords;
  /** That it was written down wrongly: when it was last corrected, and by which event. */
  corrected?: { seq: number; day: Day };
  /** Whoever reads it has taken it down. */
  mine?: true;
}

/** So many answers from outside are taken down to one challenge: more have become a matter of its own in the municipality's diary. */
export const MOST_OUTSIDE = 100;

/** Whether somebody with these roles speaks of a challenge with organisations outside the municipality: who owns it, and those who decide. */
export const speaksOutside = (roles: ReadonlySet<ChallengeRole>): boolean => roles.has('owner') || roles.has('decider');

/** Posts by which somebody reads what has come in from outside, without a part in the challenge. */
export interface OutsidePosts {
  registrar: boolean;
  /** Whom the organisation file names for what is bought. */
  procurement: boolean;
}

/** Whether somebody reads the answers from outside: incoming documents, which are in no list, no search and nobody else's card. */
export const mayReadOutside = (roles: ReadonlySet<ChallengeRole>, { registrar, procurement }: OutsidePosts): boolean =>
  speaksOutside(roles) || registrar || procurement;

/** What has come in, as the challenge counts it. */
export const withAnswer = (
  { outside }: Pick<Challenge, 'outside'>,
  buys: boolean,
): NonNullable<Challenge['outside']> => ({
  answers: (outside?.answers ?? 0) + 1,
  ...((buys || outside?.buys) && { buys: true }),
});

/** The same where one of them has been corrected. */
export const withCorrection = (
  { outside }: Pick<Challenge, 'outside'>,
  buys: boolean,
): NonNullable<Challenge['outside']> => ({
  answers: outside?.answers ?? 0,
  ...((buys || outside?.buys) && { buys: true }),
  corrected: true,
});

/**
 * What somebody who is this to a challenge is to one of its answers from outside. Whoever took it down may correct it, as the owner may, while they read
 * such answers; where nobody owns the challenge, any of those who decide.
 */
export const rolesForAnswer = (
  roles: ReadonlySet<ChallengeRole>,
  { owner }: Pick<Challenge, 'owner'>,
  { mine }: Pick<OutsideAnswer, 'mine'>,
): ReadonlySet<ChallengeRole> =>
  roles.has('decider') && (mine || !owner?.accepted) ? new Set([...roles, 'taker']) : roles;

/** Why an answer is not taken down; undefined where it is. */
export function outsideRefused(
  { outside, hidden }: Pick<Challenge, 'outside' | 'hidden'>,
  organisation: string,
): ChallengeRefusal | undefined {
  if (hidden) return { code: 'notNow' };
  if ((outside?.answers ?? 0) >= MOST_OUTSIDE) return { code: 'tooManyOutside', most: MOST_OUTSIDE };
  return namesPerson(organisation) ? { code: 'notOrganisation' } : undefined;
}

/** A correction of an answer, as it reads now, by these words; or why there is none. */
export function correctionOf(
  { hidden }: Pick<Challenge, 'hidden'>,
  answer: OutsideAnswer | undefined,
  { correction, buys, words }: { correction?: number; buys?: true; words: OutsideWords },
): ChallengeEventData['outsideCorrected'] | ChallengeRefusal {
  // Words that are gone do not come back by a correction.
  if (hidden || answer?.words.organisation === undefined) return { code: 'notNow' };
  if (correction !== answer.corrected?.seq) return { code: 'stale' };
  if (namesPerson(words.organisation ?? '')) return { code: 'notOrganisation' };
  const buysNow = buys === true && !answer.buys;
  const { organisation, proposal } = answer.words;
  if (!buysNow && organisation === words.organisation && proposal === words.proposal) return { code: 'sameAnswer' };
  return { answer: answer.seq, ...(buysNow && { buys: true }) };
}

/** What is called after somebody, and is no person all the same: "Anna Lind AB", "Karl Bergs stiftelse". */
const ORGANISATION =
  /(?:\b(?:ab|hb|kb|ek|ltd|inc|llc|gmbh|as|oy|group|foundation|company|association|school)\b|bolag|företag|firma|förening|stiftelse|fond|byrå|konsult|skola|universitet|församling|kyrka|klinik|butik|verkstad)/i;

/** Whether what should be an organisation looks like a person: a name, an address of e-mail, or a personal number. */
function namesPerson(text: string): boolean {
  if (/\S@\S/.test(text) || personalNumberIn(text) !== undefined) return true;
  const words = text.split(/[\s,]+/).filter(Boolean);
  const areNames = words.length <= 3 && words.every((word) => /^\p{Lu}/u.test(word));
  return areNames && isGivenName(words[0] ?? '') && !ORGANISATION.test(text);
}
