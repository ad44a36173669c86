import type { Idea, Tier } from '../../../domain/idea/idea.js';
import { type HadBy, hadIt, mayNotDecide, tierOf, tiers } from '../../../domain/idea/policy.js';
import { newPersonRef } from '../../../domain/ids.js';
import type { Contact } from '../../../domain/organisation/organisation.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { Day } from '../../../domain/time.js';
import type { ContactCard } from '../../../store/person/people.js';
import { type Deps, todayIn } from '../../deps.js';

/** Somebody in a department's chain, with what is known of them; `card` is absent until anybody has met or named them. */
export interface Link {
  contact: Contact;
  card?: ContactCard;
  /** By which they are known again, had they had an idea before they were erased. */
  marks: readonly string[];
}

/** Everybody who may come to decide on a department's ideas, in the order of DESIGN: leaders, deputies, innovation office. */
export type Chain = Record<Exclude<Tier, 'outside'>, Link[]>;

/** The chain of a department as it stands now, without those who have said that the post is not theirs. One round trip's time. */
export async function chainOf(deps: Pick<Deps, 'directory' | 'people' | 'marks'>, department: string): Promise<Chain> {
  const { directory } = deps;
  const contacts: Record<keyof Chain, readonly Contact[]> = {
    leader: directory.leadersOf(department),
    deputy: directory.deputiesOf(department),
    office: directory.office,
  };
  const linksOf = await linksTo(deps, Object.values(contacts).flat());
  const links = (tier: keyof Chain): Link[] =>
    linksOf(contacts[tier], tier === 'office' ? tier : `${tier}.${department}`);
  return { leader: links('leader'), deputy: links('deputy'), office: links('office') };
}

/** What is known of contacts, as links without those who have said that this post is not theirs. One round trip's time. */
export async function linksTo(
  { people, marks }: Pick<Deps, 'people' | 'marks'>,
  contacts: readonly Contact[],
): Promise<(some: readonly Contact[], post: string) => Link[]> {
  const [known, ...marked] = await Promise.all([
    people.contacts(contacts.map(({ email }) => email)),
    ...contacts.map(async ({ email }) => [email, await marks.of({ emails: [email] })] as const),
  ]);
  const marksOf = new Map(marked);
  return (some, post) =>
    some.flatMap((contact) => {
      const card = known.get(contact.email);
      if (card?.disowned.includes(post)) return [];
      return [{ contact, marks: marksOf.get(contact.email) ?? [], ...(card && { card }) }];
    });
}

export const isAway = ({ card }: Link, today: Day): boolean => (card?.awayUntil ?? '') >= today;

/** Whether a leader is away today, so that the deputies act. */
export const aLeaderIsAway = (chain: Chain, today: Day): boolean => chain.leader.some((link) => isAway(link, today));

/** Everybody of the chain who decides once it has come to this tier: those who came before go on deciding. */
export const upTo = (tier: Tier, chain: Chain): Link[] =>
  (tier === 'outside' ? tiers : tiers.slice(0, tiers.indexOf(tier) + 1)).flatMap((one) => chain[one]);

/** Every reference of whoever has an address, and those that may be theirs. */
export const refsOn = (card: ContactCard | undefined): PersonRef[] => (card ? [card.ref, ...(card.others ?? [])] : []);

/** Whether somebody may decide on an idea: nobody does on their own. One who is not known yet has no part in it. */
export const mayDecideIt = ({ card, marks }: Link, idea: HadBy): boolean =>
  !hadIt(marks, idea) && !refsOn(card).some((ref) => mayNotDecide(ref, idea));

/** The first tier, from this one on, with somebody who may decide, whether or not they can be reached; `outside` where nobody may. */
export const nextDeciders = (chain: Chain, idea: HadBy, from: Tier): Tier =>
  tiers
    .slice(from === 'outside' ? tiers.length : tiers.indexOf(from))
    .find((tier) => upTo(tier, chain).some((link) => mayDecideIt(link, idea))) ?? 'outside';

/**
 * Who will decide on an idea of these people: the first tier with somebody else in it who can be reached. Where nobody
 * in the department can (none there, or none has installed the bot), the innovation office gets it, so that it does not
 * lie unread; the department's own leaders may still decide, and get it when they come. `outside` where it is everybody's own.
 */
export function tierFor(chain: Chain, idea: HadBy): Tier {
  const canBeReached = (link: Link) => link.card?.installed === true && mayDecideIt(link, idea);
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
  const tier = tierOf(idea, deps.directory);
  const wanted = tier === 'leader' && aLeaderIsAway(chain, todayIn(deps)) ? upTo('deputy', chain) : upTo(tier, chain);
  const able = wanted.filter((link) => mayDecideIt(link, idea));
  // Where it is everybody's own, they note what has been decided outside.
  const asked = able.length === 0 && tier === 'outside' ? wanted : able;
  const refs = await Promise.all(
    asked.map(({ card, contact }) => card?.ref ?? deps.people.refOf(contact, () => newPersonRef(deps.random))),
  );
  return [...new Set(refs)];
}
