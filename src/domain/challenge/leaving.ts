import type { PersonField, PersonRef } from '../person/person.js';
import type { Challenge } from './challenge.js';
import type { ChallengeEvent } from './events.js';

/**
 * Every field of a challenge that names somebody, and what becomes of the reference of one who has their data erased: it goes, or it
 * stands for what they have published and leads to nobody. The compiler names a field that is missing here.
 */
export const namesInChallenge: { readonly [K in PersonField<Challenge>]: 'goes' | 'stands' } = {
  publisher: 'stands',
  owner: 'goes',
  takingPart: 'stands',
};

/** A challenge without somebody who has left, of whom what it says in their words stays: they spoke for their department. */
export function withoutLeaver(challenge: Challenge, leaver: PersonRef): Challenge {
  const { owner, ...rest } = challenge;
  return owner?.person === leaver ? rest : challenge;
}

/** The same challenge where one reference is another one's now. */
export function movedTo(challenge: Challenge, from: PersonRef, to: PersonRef): Challenge {
  const { publisher, owner, takingPart } = challenge;
  const is = (person: PersonRef): PersonRef => (person === from ? to : person);
  return {
    ...challenge,
    publisher: is(publisher),
    ...(owner && { owner: { ...owner, person: is(owner.person) } }),
    ...(takingPart && {
      takingPart: Object.fromEntries(Object.entries(takingPart).map(([code, person]) => [code, is(person)])),
    }),
  };
}

/** Whom an event names: their traces lead to the challenge. */
export const namedInEvent = ({ by, data }: ChallengeEvent): PersonRef[] => {
  const named = 'owner' in data ? [data.owner.person, ...('former' in data ? [data.former] : [])] : [];
  return [...new Set([...(by === 'clock' ? [] : [by]), ...named])];
};
