import type { FunderTier, Idea } from '../domain/idea.js';
import { newPersonRef } from '../domain/ids.js';
import type { PersonRef } from '../domain/person.js';
import { fundingTiers, hadIt, mayNotFund } from '../domain/policy.js';
import { type Link, linksTo, refsOn } from './deciders.js';
import type { Deps } from './deps.js';

/** Everybody who may come to decide on money for a department's tests: its managers up to their limit, then the innovation office. */
export type FundingChain = Record<Exclude<FunderTier, 'outside'>, Link[]>;

/** The chain as it stands now, without those who have said that the post is not theirs. One round trip's time. */
export async function fundingChainOf(
  deps: Pick<Deps, 'directory' | 'people' | 'marks'>,
  department: string,
): Promise<FundingChain> {
  const managers = deps.directory.department(department)?.managers ?? [];
  const { office } = deps.directory;
  const linksOf = await linksTo(deps, [...managers, ...office]);
  return { manager: linksOf(managers, `manager.${department}`), office: linksOf(office, 'office') };
}

/** Whether somebody may decide on money for an idea: nobody does for what is their own, nor for their own work. One who is not known yet has no part in it. */
export const mayFundIt = ({ card, marks }: Link, idea: Idea): boolean =>
  !hadIt(marks, idea) && !refsOn(card).some((ref) => mayNotFund(ref, idea));

/**
 * The department's managers, or the innovation office, whichever decides on this idea's money; where it is everybody's own,
 * all of them, to note what has been decided outside.
 */
export async function fundersOf(deps: Deps, idea: Idea, funder: FunderTier = 'office'): Promise<PersonRef[]> {
  const chain = await fundingChainOf(deps, idea.department);
  const able =
    funder === 'outside' ? [...chain.manager, ...chain.office] : chain[funder].filter((link) => mayFundIt(link, idea));
  const refs = await Promise.all(
    able.map(({ card, contact }) => card?.ref ?? deps.people.refOf(contact, () => newPersonRef(deps.random))),
  );
  return [...new Set(refs)];
}

/** Who would decide on a test's money: the department's managers up to their limit, where one of them may; else the office, where one of it may; else nobody here. */
export async function funderFor(deps: Deps, idea: Idea, cost: number): Promise<FunderTier> {
  const department = deps.directory.department(idea.department);
  const from = !department || cost > department.costLimit ? 'office' : 'manager';
  return nextFunder(await fundingChainOf(deps, idea.department), idea, from);
}

/** The first in the chain, from this one on, with somebody who may decide on the idea's money; `outside` where nobody may. */
export function nextFunder(chain: FundingChain, idea: Idea, from: FunderTier): FunderTier {
  const able = (tier: keyof FundingChain) => chain[tier].some((link) => mayFundIt(link, idea));
  if (from === 'manager' && able('manager')) return 'manager';
  return from !== 'outside' && able('office') ? 'office' : 'outside';
}

/** Whether anybody may decide here, by a delegation, on the money that the idea waits for, as it is stored. */
export async function someoneFunds(deps: Deps, idea: Idea): Promise<boolean> {
  const { directory } = deps;
  const delegated = fundingTiers(idea, directory).filter((tier) => directory.delegationOf(tier, idea.department));
  if (delegated.length === 0) return false;
  const chain = await fundingChainOf(deps, idea.department);
  return delegated.some((tier) => chain[tier].some((link) => mayFundIt(link, idea)));
}
