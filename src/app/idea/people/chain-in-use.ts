import type { Idea } from '../../../domain/idea/idea.js';
import type { FollowUpAudience } from '../../../domain/idea/use/follow-up.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';
import { decidersOf } from './deciders.js';

/**
 * Who can say how an idea in use goes, the first to be asked first: its owner, the leader who took it on, those who decide
 * for its department. Whoever has left, has removed the bot or does not decide any more is passed over; there is always
 * somebody.
 */
export async function chainInUse(deps: Deps, idea: Idea): Promise<[first: FollowUpAudience, next?: FollowUpAudience]> {
  const reachable = async (ref: PersonRef) => (await deps.people.byRef(ref))?.reach !== undefined;
  const { owner, leader } = idea;
  const [ownerThere, leaderThere, deciders] = await Promise.all([
    owner?.accepted && reachable(owner.person),
    leader && reachable(leader),
    decidersOf(deps, idea),
  ]);
  const leads = leader && leaderThere && deciders.includes(leader) ? ('leader' as const) : ('deciders' as const);
  return ownerThere ? ['owner', leads] : leads === 'leader' ? ['leader', 'deciders'] : ['deciders'];
}
