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
  { people, ideas }: Pick<Deps, 'people' | 'ideas'>,
  { id, identity, guests }: ElsewhereQuery,
): Promise<Idea | undefined> {
  const [known, stored] = await Promise.all([identity && people.byIdentity(identity), ideas.load(id)]);
  const mayRead = known !== undefined && (!known.person.guest || guests);
  return mayRead ? stored?.idea : undefined;
}
