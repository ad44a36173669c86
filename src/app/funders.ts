import type { FunderTier, Idea } from '../domain/idea.js';
import { newPersonRef } from '../domain/ids.js';
import type { PersonRef } from '../domain/person.js';
import { mayNotFund } from '../domain/policy.js';
import type { Link } from './deciders.js';
import type { Deps } from './deps.js';

/** Everybody who may come to decide on money for a department's tests: its managers up to their limit, then the innovation office. */
export type FundingChain = Record<FunderTier, Link[]>;

/** The chain as it stands now, without those who have said that the post is not theirs. One round trip's time. */
export async function fundingChainOf(
  { directory, people }: Pick<Deps, 'directory' | 'people'>,
  department: string,
): Promise<FundingChain> {
  const contacts = { manager: directory.department(department)?.managers ?? [], office: directory.office };
  const known = await people.contacts(Object.values(contacts).flatMap((tier) => tier.map(({ email }) => email)));
  const links = (tier: FunderTier, post: string): Link[] =>
    contacts[tier].flatMap((contact) => {
      const card = known.get(contact.email);
      if (!card) return [{ contact }];
      return card.disowned.includes(post) ? [] : [{ contact, card }];
    });
  return { manager: links('manager', `manager.${department}`), office: links('office', 'office') };
}

/** Whether somebody may decide on money for an idea: nobody does for what is their own, nor for their own work. One who is not known yet has no part in it. */
export const mayFundIt = ({ card }: Link, idea: Idea): boolean => card === undefined || !mayNotFund(card.ref, idea);

/** The department's managers, or the innovation office, whichever decides on this idea's money. */
export async function fundersOf(deps: Deps, idea: Idea, funder: FunderTier | undefined): Promise<PersonRef[]> {
  const able = (await fundingChainOf(deps, idea.department))[funder ?? 'office'].filter((link) =>
    mayFundIt(link, idea),
  );
  const refs = await Promise.all(
    able.map(({ card, contact }) => card?.ref ?? deps.people.refOf(contact, () => newPersonRef(deps.random))),
  );
  return [...new Set(refs)];
}

/** Who would decide on a test's money: the department's managers up to their limit, where one of them may; else the office. */
export async function funderFor(deps: Deps, idea: Idea, cost: number): Promise<FunderTier> {
  const department = deps.directory.department(idea.department);
  if (!department || cost > department.costLimit) return 'office';
  return nextFunder(await fundingChainOf(deps, idea.department), idea, 'manager');
}

/** The first in the chain, from this one on, with somebody who may decide on the idea's money; the last where nobody may. */
export const nextFunder = (chain: FundingChain, idea: Idea, from: FunderTier): FunderTier =>
  from === 'manager' && chain.manager.some((link) => mayFundIt(link, idea)) ? 'manager' : 'office';
