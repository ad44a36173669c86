import type { Idea } from '../../domain/idea/idea.js';
import type { EntraIdentity } from '../../domain/person/person.js';
import type { Deps } from '../deps.js';

export interface ElsewhereQuery {
  id: string;
  /** Who asks; nobody in the roster is asked for here. */
  identity: EntraIdentity | undefined;
  /** Whether guests of the tenant may talk with the bot. */
  guests: boolean;
}

/**
 * An idea that is asked about where others read along; undefined where there is none, and for whoever has not met the bot
 * alone, and so every guest. One round trip.
 */
export async function ideaElsewhere(
  deps: Pick<Deps, 'people' | 'ideas'>,
  query: ElsewhereQuery,
): Promise<Idea | undefined> {
  const [mayRead, stored] = await Promise.all([readsElsewhere(deps, query), deps.ideas.load(query.id)]);
  return mayRead ? stored?.idea : undefined;
}

/** Whether anything of a record is told there to whoever asks: they have met the bot, and are no guest unless guests are let in. One round trip. */
export async function readsElsewhere(
  { people }: Pick<Deps, 'people'>,
  { identity, guests }: Omit<ElsewhereQuery, 'id'>,
): Promise<boolean> {
  const known = identity && (await people.byIdentity(identity));
  return known !== undefined && (!known.person.guest || guests);
}
