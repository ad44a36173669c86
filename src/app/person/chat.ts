import { isDeepStrictEqual } from 'node:util';
import type { Language } from '../../domain/languages.js';
import type { EntraIdentity } from '../../domain/person/person.js';
import { havingWritten } from '../../domain/person/spoken-language.js';
import type { Newcomer } from '../../store/person/newcomers.js';
import type { ConversationReference, ReadPerson } from '../../store/person/people.js';
import type { Deps } from '../deps.js';
import { changePerson } from './change-person.js';

export interface ChatState {
  /** The conversation that they have written in, when it is their own with the bot. */
  reach: ConversationReference | undefined;
  /** The language of what they did by hand. */
  spoken: Language | undefined;
}

/**
 * Somebody has written: where they can be written to and which language they use are kept up to date, and what their chat
 * has refused before counts no more. Two round trips, none where nothing is new.
 */
export async function noteHeard(
  deps: Pick<Deps, 'people'>,
  me: ReadPerson,
  { reach, spoken }: ChatState,
): Promise<ReadPerson> {
  const { person } = await changePerson(deps, me, ({ person: before, reach: old, refusedOn }) => {
    const now = reach ?? old;
    const heard = havingWritten(before, spoken);
    if (heard === before && isDeepStrictEqual(now, old) && !refusedOn) return undefined;
    return { person: heard, ...(now && { reach: now }) };
  });
  return person;
}

/** Somebody can be written to here; where they have another chat by now, that one stands. Two round trips. */
export async function noteOpened(
  deps: Pick<Deps, 'people'>,
  me: ReadPerson,
  reach: ConversationReference,
): Promise<ReadPerson> {
  const { person } = await changePerson(deps, me, ({ person: before, reach: old }) =>
    old ? undefined : { person: before, reach },
  );
  return person;
}

/**
 * Teams' roster does not say who somebody is, or who they are now: it is asked again by the clock's work
 * (delivery/person/newcomers.ts). Up to two round trips.
 */
export const noteUnrecognised = (
  { newcomers, now }: Pick<Deps, 'newcomers' | 'now'>,
  who: Pick<Newcomer, 'identity' | 'reach' | 'language' | 'known'>,
): Promise<void> => newcomers.note(who, now());

/**
 * The bot was removed: nothing can be sent there any more, and the roster need not say who they are. Gives whoever was known;
 * three round trips, one for nobody.
 */
export async function noteRemoved(
  deps: Pick<Deps, 'people' | 'newcomers'>,
  identity: EntraIdentity,
): Promise<ReadPerson | undefined> {
  const [found] = await Promise.all([deps.people.byIdentity(identity), deps.newcomers.leave(identity)]);
  if (!found) return undefined;
  const { person } = await changePerson(deps, found, ({ person: before, reach }) =>
    reach ? { person: before } : undefined,
  );
  return person;
}
