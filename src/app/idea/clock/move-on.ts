import type { CommandOf } from '../../../domain/idea/commands.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { isAskedInVain } from '../../../domain/idea/use/own-codes.js';
import type { Deps } from '../../deps.js';
import { chainOf } from '../../person/post-holders.js';
import { nextDeciders } from '../people/deciders.js';
import { nextFunder } from '../people/funders.js';
import { actAsClock } from './as-clock.js';

type MoveOnData = CommandOf<'moveOn'>['data'];

/** Where an idea goes that nobody can decide on where it is; undefined where somebody can, or nobody anywhere. One round trip's time. */
async function moveFor(deps: Deps, idea: Idea): Promise<MoveOnData | undefined> {
  const { waiting, question, department, money, tier, adoptions } = idea;
  const decided = waiting?.for === 'deciders' || question !== undefined;
  const next = decided ? nextDeciders(await chainOf(deps, department), idea, tier) : tier;
  if (next !== tier) return { tier: next };
  if (waiting?.for === 'funder' && money) {
    const funder = await nextFunder(deps, idea, money.asked, money.funder);
    if (funder !== 'unitManager' && funder !== money.funder) return { funder };
  }
  const directory = deps.directory();
  const uninvited = Object.keys(adoptions).filter(
    (code) => adoptions[code]?.status === 'invited' && isAskedInVain(idea, code, directory),
  );
  return uninvited.length > 0 ? { uninvited } : undefined;
}

/**
 * Lets an idea go on to the next in the chain who can decide on it, or on its money, where nobody can any more: a post has
 * been left, a department has gone, the only manager has become a submitter. Takes back invitations to departments that are
 * gone. `many`: it is one of many that move now. Any number of instances may do it at once: there is one effect. True when
 * something moved.
 */
export async function moveOn(deps: Deps, id: string, many = false): Promise<boolean> {
  const { kind } = await actAsClock(deps, id, { name: 'moveOn' }, async (idea) => {
    const move = await moveFor(deps, idea);
    return move && { type: 'moveOn', data: { ...move, ...(many && { many: true as const }) }, words: {} };
  });
  return kind === 'saved';
}
