import type { Tier } from '../../../domain/idea/idea.js';
import type { HadBy } from '../../../domain/idea/policy.js';
import type { UntilBack } from '../../../domain/idea/waiting/paused.js';
import { longestPause } from '../../../domain/person/away.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { Day } from '../../../domain/time.js';
import { type Deps, todayIn } from '../../deps.js';
import { type DecisionChain, isAway } from '../../person/post-holders.js';
import { mayDecideIt, tierFor } from './deciders.js';

/** Nobody of a department is there to decide: who is back first, and their last day away. */
export interface Holiday {
  leader: PersonRef;
  until: Day;
}

const nobodys: HadBy = { submitter: '', coSubmitters: [] };

/**
 * Whether all who lead are away and have said until when, and nobody stands in who can be reached: then promises wait for them, for
 * some weeks at most. Whoever is away for longer, or for a time that nobody has told, is reminded, and the next in the chain after them.
 */
export function holidayIn({ leader, deputy }: DecisionChain, idea: HadBy = nobodys, today: Day): Holiday | undefined {
  const leads = leader.filter((link) => mayDecideIt(link, idea));
  if (deputy.some((link) => mayDecideIt(link, idea) && link.card?.installed && !isAway(link, today))) return undefined;
  const away = leads.flatMap((link) => {
    const { ref, awayUntil, absent } = link.card ?? {};
    return ref !== undefined && awayUntil && awayUntil >= today && !absent ? [{ leader: ref, until: awayUntil }] : [];
  });
  const [first] = away.toSorted((one, other) => (one.until < other.until ? -1 : 1));
  return first && away.length === leads.length && first.until <= longestPause(today) ? first : undefined;
}

/** Who decides on an idea that comes to a department now, and until when they are away where nobody stands in. */
export function arrivesAt(
  deps: Pick<Deps, 'now' | 'settings'>,
  chain: DecisionChain,
  idea: HadBy,
): { tier: Tier } & UntilBack {
  const tier = tierFor(chain, idea);
  const away = tier === 'leader' ? holidayIn(chain, idea, todayIn(deps)) : undefined;
  return { tier, ...(away && { awayUntil: away.until }) };
}
