import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent, type Happened } from '../../event.js';
import type { FunderTier, Tier } from '../../idea.js';
import { laterTier } from '../../policy.js';
import { answerRole, happens, stays, within } from '../../standing.js';
import { open } from '../conditions.js';

/** To whoever can decide, where nobody can any more: on the idea, or on its money; and invitations that nobody can answer. */
interface MoveOn {
  tier?: Tier;
  funder?: Exclude<FunderTier, 'unitManager'>;
  uninvited?: string[];
  many?: true;
}

/** What waits for people who are gone goes on to the next who can decide, never back to those who came before. */
export const moveOn = defineCommand('moveOn')<MoveOn>({
  from: [...open, 'inUse'],
  by: ['clock'],
  words: {},
  sameVersion: false,
  leadsTo: (context) => {
    const { idea, data } = context;
    const { waiting, money, adoptions } = idea;
    const tier = laterTier(idea.tier, data.tier ?? idea.tier);
    const before = waiting?.for === 'funder' ? money?.funder : undefined;
    const funds = before !== undefined && before !== 'outside' && data.funder !== before ? data.funder : undefined;
    const uninvited = (data.uninvited ?? []).filter((code) => adoptions[code]?.status === 'invited');
    if (tier === idea.tier && !funds && uninvited.length === 0) return refuse({ code: 'notNow' });
    const forOthers = waiting && (funds || (waiting.for === 'deciders' && tier !== idea.tier));
    const to = { ...stays(context), ...(forOthers && { answerBy: within(context, answerRole(waiting)) }) };
    const { many } = data;
    const more = { ...(funds && { funder: funds }), ...(many && { many }) };
    return happens(movedOn, to, { from: idea.tier, tier, uninvited, ...more });
  },
});

/**
 * Nobody could decide where it was (any more). `funder`: who decides on its money now. `uninvited`: departments that are
 * asked no longer. `many`: it came with many others, of which all are told in one message.
 */
interface MovedOn {
  from: Tier;
  tier: Tier;
  funder?: FunderTier;
  uninvited: string[];
  many?: true;
}

/** Whether others decide on the idea now, and the idea waits for them. */
const movesDecision = ({ data, to }: Happened<string, MovedOn>): boolean =>
  data.tier !== data.from && to.waiting?.for === 'deciders';

export const movedOn = defineEvent('movedOn')<MovedOn>({
  changes: (idea, { data: { tier, funder, uninvited } }) => {
    const adoptions = Object.fromEntries(Object.entries(idea.adoptions).filter(([code]) => !uninvited.includes(code)));
    return { ...idea, tier, adoptions, ...(funder && idea.money && { money: { ...idea.money, funder } }) };
  },
  hears: ['deciders', 'funder'],
  atOnce: ['deciders', 'funder'],
  tells: ({ as }, event) => as !== 'deciders' || movesDecision(event),
  bringsIdea: true,
  leavesRights: true,
  wordsOf: 'record',
  newTask: (event) => event.data.funder !== undefined || movesDecision(event),
});
