import type { Command } from '../../../domain/idea/commands.js';
import type { Idea, Tier } from '../../../domain/idea/idea.js';
import { tierOf } from '../../../domain/idea/policy.js';
import { toldTier } from '../../../domain/idea/waiting/silence.js';
import type { DueKind } from '../../../store/idea/state/due-days.js';
import type { Deps } from '../../deps.js';
import { chainOf } from '../../person/post-holders.js';
import { isShared } from '../../sharing.js';
import { chainInUse } from '../people/chain-in-use.js';
import { tierFor } from '../people/deciders.js';
import { arrivesAt } from '../people/holiday.js';
import { actAsClock } from './as-clock.js';

/** Who hears of it when the tier before has not answered twice: the deputies, and where none of them can the innovation office. */
async function nextTier(deps: Deps, idea: Idea): Promise<Tier> {
  const tier = tierOf({ ...idea, tier: toldTier(idea) }, deps.directory());
  if (tier === 'outside') return tier;
  const chain = { ...(await chainOf(deps, idea.department)), leader: [] };
  const next = tierFor(tier === 'leader' ? chain : { ...chain, deputy: [] }, idea);
  // Whoever is left has been asked already: that is no reason to say that nobody may.
  return next === 'outside' ? 'office' : next;
}

/** Who decides on an idea that is to be read again. */
const anew = async (deps: Deps, idea: Idea) => arrivesAt(deps, await chainOf(deps, idea.department), idea);

type Bring = (deps: Deps, idea: Idea, rest: string) => Promise<Command>;

/** What the clock asks of an idea for each thing that time brings. */
const brings: {
  readonly [K in DueKind extends infer D ? (D extends `${infer Head}.${string}` ? Head : D & string) : never]: Bring;
} = {
  remind: async (_deps, { decisionVersion }) => ({ type: 'remind', data: {}, words: {}, decisionVersion }),
  escalate: async (deps, idea) => {
    const tier = idea.waiting?.for === 'deciders' ? await nextTier(deps, idea) : idea.tier;
    return { type: 'escalate', data: { tier }, words: {}, decisionVersion: idea.decisionVersion };
  },
  remindAgain: async (deps, idea) => {
    const tier = await nextTier(deps, idea);
    return { type: 'remindAgain', data: { tier }, words: {}, decisionVersion: idea.decisionVersion };
  },
  tellDelay: async (_deps, { decisionVersion }) => ({ type: 'tellDelay', data: {}, words: {}, decisionVersion }),
  askProgress: async (_deps, { decisionVersion }) => ({ type: 'askProgress', data: {}, words: {}, decisionVersion }),
  lookHalfWay: async () => ({ type: 'lookHalfWay', data: {}, words: {} }),
  comeBack: async (deps, idea) => {
    return { type: 'comeBack', data: await anew(deps, idea), words: {} };
  },
  endRest: async (deps, idea) => {
    const { awayUntil } = idea.tier === 'leader' ? await anew(deps, idea) : {};
    return { type: 'endRest', data: { ...(awayUntil && { awayUntil }) }, words: {} };
  },
  askFollowUp: async (deps, idea) => {
    const [first] = await chainInUse(deps, idea);
    return { type: 'askFollowUp', data: { to: [first] }, words: {} };
  },
  remindFollowUp: async (deps, idea) => {
    const [first, next] = await chainInUse(deps, idea);
    return { type: 'remindFollowUp', data: { to: next ? [first, next] : [first] }, words: {} };
  },
  askImprovement: async (deps, idea) => ({
    type: 'askImprovement',
    data: (await isShared(deps, idea)) ? { shared: true } : {},
    words: {},
  }),
  endWaking: async () => ({ type: 'endWaking', data: {}, words: {} }),
  endProposal: async () => ({ type: 'endProposal', data: { why: 'date' }, words: {} }),
  lapseJoining: async (_deps, _idea, person) => ({ type: 'lapseJoining', data: { person }, words: {} }),
  endOpinions: async () => ({ type: 'endOpinions', data: {}, words: {} }),
  remindChecks: async () => ({ type: 'remindChecks', data: {}, words: {} }),
  lapseTakingOver: async () => ({ type: 'lapseTakingOver', data: {}, words: {} }),
  checkAdoption: async (_deps, _idea, department) => ({ type: 'checkAdoption', data: { department }, words: {} }),
  remindBetter: async (_deps, _idea, department) => ({ type: 'remindBetter', data: { department }, words: {} }),
};

/** All that time brings, by the heads of its names: what stands after a full stop says whose it is. */
export const dueKinds = Object.keys(brings) as (keyof typeof brings)[];

/**
 * Does what a date has brought an idea. Any number of instances may find it at once: the operation is named after the
 * idea's version, so there is one effect. True when something happened; false when it is not due (any more).
 */
export async function timePasses(deps: Deps, id: string, due: string): Promise<boolean> {
  const [kind = '', ...rest] = due.split('.');
  // One that only a newer version of the bot knows is left for that one.
  if (!Object.hasOwn(brings, kind)) return false;
  const bring = brings[kind as keyof typeof brings];
  const happened = await actAsClock(deps, id, { name: due }, (idea) => bring(deps, idea, rest.join('.')));
  return happened.kind === 'saved';
}
