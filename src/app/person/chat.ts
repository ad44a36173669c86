import { isDeepStrictEqual } from 'node:util';
import type { Language } from '../../domain/languages.js';
import { havingWritten } from '../../domain/person/spoken-language.js';
import type { ConversationReference, ReadPerson } from '../../store/person/people.js';
import type { Deps } from '../deps.js';
import { changePerson } from './change-person.js';

export interface Heard {
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
  { reach, spoken }: Heard,
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

/** The bot was removed: nothing can be sent there any more. Two round trips. */
export async function noteRemoved(deps: Pick<Deps, 'people'>, me: ReadPerson): Promise<ReadPerson> {
  const { person } = await changePerson(deps, me, ({ person: before, reach }) =>
    reach ? { person: before } : undefined,
  );
  return person;
}
