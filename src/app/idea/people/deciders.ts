import type { Idea, Tier } from '../../../domain/idea/idea.js';
import { type HadBy, hadIt, mayNotDecide, tierOf, tiers } from '../../../domain/idea/policy.js';
import { newPersonRef } from '../../../domain/ids.js';
import type { PersonRef } from '../../../domain/person/person.js';
import { type Deps, todayIn } from '../../deps.js';
import { aLeaderIsAway, chainOf, type DecisionChain, type PostHolder, refsOn } from '../../person/post-holders.js';

/** Everybody of the chain who decides once it has come to this tier: those who came before go on deciding. */
export const upTo = (tier: Tier, chain: DecisionChain): PostHolder[] =>
  (tier === 'outside' ? tiers : tiers.slice(0, tiers.indexOf(tier) + 1)).flatMap((one) => chain[one]);

/** Whether somebody may decide on an idea: nobody does on their own. One who is not known yet has no part in it. */
export const mayDecideIt = ({ card, marks }: PostHolder, idea: HadBy): boolean =>
  !hadIt(marks, idea) && !refsOn(card).some((ref) => mayNotDecide(ref, idea));

/** The first tier, from this one on, with somebody who may decide, whether or not they can be reached; `outside` where nobody may. */
export const nextDeciders = (chain: DecisionChain, idea: HadBy, from: Tier): Tier =>
  tiers
    .slice(from === 'outside' ? tiers.length : tiers.indexOf(from))
    .find((tier) => upTo(tier, chain).some((link) => mayDecideIt(link, idea))) ?? 'outside';

/**
 * Who will decide on an idea of these people: the first tier with somebody else in it who can be reached. Where nobody
 * in the department can (none there, or none has installed the bot), the innovation office gets it, so that it does not
 * lie unread; the department's own leaders may still decide, and get it when they come. `outside` where it is everybody's own.
 */
export function tierFor(chain: DecisionChain, idea: HadBy): Tier {
  const canBeReached = (link: PostHolder) => link.card?.installed === true && mayDecideIt(link, idea);
  const reached = (['leader', 'deputy'] as const).find((tier) => chain[tier].some(canBeReached));
  return (
    reached ??
    (['office', 'leader', 'deputy'] as const).find((tier) => chain[tier].some((link) => mayDecideIt(link, idea))) ??
    'outside'
  );
}

/**
 * Everybody who gets an idea to decide on, by reference: its department's leaders, the deputies while a leader is away or
 * none can decide, the office when it has come to them; never anybody who had it. People who have not met the bot yet get a
 * reference here, and their messages wait for them.
 */
export async function decidersOf(deps: Deps, idea: Pick<Idea, 'department' | 'tier'> & HadBy): Promise<PersonRef[]> {
  const chain = await chainOf(deps, idea.department);
  const tier = tierOf(idea, deps.directory());
  const wanted = tier === 'leader' && aLeaderIsAway(chain, todayIn(deps)) ? upTo('deputy', chain) : upTo(tier, chain);
  const able = wanted.filter((link) => mayDecideIt(link, idea));
  // Where it is everybody's own, they note what has been decided outside.
  const asked = able.length === 0 && tier === 'outside' ? wanted : able;
  const refs = await Promise.all(
    asked.map(({ card, contact }) => card?.ref ?? deps.people.refOf(contact, () => newPersonRef(deps.random))),
  );
  return [...new Set(refs)];
}
