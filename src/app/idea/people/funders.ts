import type { FunderTier, Idea, Outside } from '../../../domain/idea/idea.js';
import {
  type Funded,
  funderTiers,
  fundingTiers,
  fundingUnit,
  hadIt,
  isWithinLimit,
  mayNotFund,
} from '../../../domain/idea/policy.js';
import { newPersonRef } from '../../../domain/ids.js';
import type { Place } from '../../../domain/organisation/place.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';
import { linksTo, type PostHolder, refsOn } from '../../person/post-holders.js';

/** Everybody who may come to decide on money for tests: a unit's managers, the department's up to their limit, then the innovation office. */
export type FundingChain = Record<Exclude<FunderTier, Outside>, PostHolder[]>;

/** The chain of a place as it stands now, without those who have said that the post is not theirs. One round trip's time. */
export async function fundingChainOf(
  deps: Pick<Deps, 'directory' | 'people' | 'marks'>,
  { department, unit }: Place,
): Promise<FundingChain> {
  const found = deps.directory().department(department);
  const code = found?.code ?? department;
  const managers = found?.managers ?? [];
  const own = (unit !== undefined && found?.units.find((one) => one.code === unit)?.managers) || [];
  const { office } = deps.directory();
  const linksOf = await linksTo(deps, [...own, ...managers, ...office]);
  return {
    unitManager: linksOf(own, `manager.${code}.${unit}`),
    manager: linksOf(managers, `manager.${code}`),
    office: linksOf(office, 'office'),
  };
}

/** Where an idea's money is decided on. */
const placeOf = ({ directory }: Pick<Deps, 'directory'>, idea: Funded): Place => {
  const unit = fundingUnit(idea, directory())?.code;
  return { department: idea.department, ...(unit && { unit }) };
};

/** Whether somebody may decide on money for an idea: nobody does for what is their own, nor for their own work. One who is not known yet has no part in it. */
export const mayFundIt = ({ card, marks }: PostHolder, idea: Idea): boolean =>
  !hadIt(marks, idea) && !refsOn(card).some((ref) => mayNotFund(ref, idea));

/**
 * The unit's or the department's managers, or the innovation office, whichever decides on this idea's money; where it is everybody's own,
 * all of them, to note what has been decided outside.
 */
export async function fundersOf(deps: Deps, idea: Idea, funder: FunderTier = 'office'): Promise<PersonRef[]> {
  const chain = await fundingChainOf(deps, placeOf(deps, idea));
  const able =
    funder === 'outside' ? [...chain.manager, ...chain.office] : chain[funder].filter((link) => mayFundIt(link, idea));
  const refs = await Promise.all(
    able.map(({ card, contact }) => card?.ref ?? deps.people.refOf(contact, () => newPersonRef(deps.random))),
  );
  return [...new Set(refs)];
}

/**
 * Who would decide on a test's money: of a small test the managers of the idea's unit, where one of them may; else the
 * department's up to their limit, where one of them may; else the office, where one of it may; else nobody here.
 */
export async function funderFor(deps: Deps, idea: Idea, cost: number): Promise<FunderTier> {
  const { smallTest, department } = idea;
  const first = isWithinLimit(cost, department, deps.directory()) ? 'manager' : 'office';
  return nextFunder(deps, idea, cost, smallTest ? 'unitManager' : first);
}

/**
 * The first in the chain, from this one on, with somebody who may decide on a sum for the idea; `outside` where nobody may.
 * What a unit's managers cannot decide on goes past managers of the department whose limit it is above. One round trip's time.
 */
export async function nextFunder(deps: Deps, idea: Idea, cost: number, from: FunderTier): Promise<FunderTier> {
  if (from === 'outside') return from;
  const chain = await fundingChainOf(deps, placeOf(deps, idea));
  const passes = from === 'unitManager' && !isWithinLimit(cost, idea.department, deps.directory());
  const next = funderTiers
    .slice(funderTiers.indexOf(from))
    .find((tier) => !(tier === 'manager' && passes) && chain[tier].some((link) => mayFundIt(link, idea)));
  return next ?? 'outside';
}

/** Whether anybody may decide here, by a delegation, on the money that the idea waits for, as it is stored. */
export async function someoneFunds(deps: Deps, idea: Idea): Promise<boolean> {
  const directory = deps.directory();
  const delegated = fundingTiers(idea, directory).filter((tier) => directory.delegationOf(tier, idea.department));
  if (delegated.length === 0) return false;
  const chain = await fundingChainOf(deps, placeOf(deps, idea));
  return delegated.some((tier) => chain[tier].some((link) => mayFundIt(link, idea)));
}
