import { isGivenName } from '../private-words/given-names.js';
import { personalNumberIn } from '../private-words/personal-number.js';
import type { Challenge } from './challenge.js';
import type { ChallengeRole } from './policy.js';
import type { ChallengeRefusal } from './refusal.js';

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

/** Why an answer is not taken down; undefined where it is. */
export function outsideRefused(
  { outside, hidden }: Pick<Challenge, 'outside' | 'hidden'>,
  organisation: string,
): ChallengeRefusal | undefined {
  if (hidden) return { code: 'notNow' };
  if ((outside?.answers ?? 0) >= MOST_OUTSIDE) return { code: 'tooManyOutside', most: MOST_OUTSIDE };
  return namesPerson(organisation) ? { code: 'notOrganisation' } : undefined;
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
