import type { Contact } from '../../domain/organisation/organisation.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Day } from '../../domain/time.js';
import type { ContactCard } from '../../store/person/people.js';
import type { Deps } from '../deps.js';

/** Somebody in a department's chain, with what is known of them; `card` is absent until anybody has met or named them. */
export interface PostHolder {
  contact: Contact;
  card?: ContactCard;
  /** By which they are known again, had they had an idea before they were erased. */
  marks: readonly string[];
}

/** Everybody who may come to decide on a department's ideas, in the order of DESIGN: leaders, deputies, innovation office. */
export type DecisionChain = Record<'leader' | 'deputy' | 'office', PostHolder[]>;

/** The chain of a department as it stands now, without those who have said that the post is not theirs. One round trip's time. */
export async function chainOf(
  deps: Pick<Deps, 'directory' | 'people' | 'marks'>,
  department: string,
): Promise<DecisionChain> {
  const directory = deps.directory();
  const contacts: Record<keyof DecisionChain, readonly Contact[]> = {
    leader: directory.leadersOf(department),
    deputy: directory.deputiesOf(department),
    office: directory.office,
  };
  const linksOf = await linksTo(deps, Object.values(contacts).flat());
  const links = (tier: keyof DecisionChain): PostHolder[] =>
    linksOf(contacts[tier], tier === 'office' ? tier : `${tier}.${directory.codeNow(department)}`);
  return { leader: links('leader'), deputy: links('deputy'), office: links('office') };
}

/** What is known of contacts, as links without those who have said that this post is not theirs. One round trip's time. */
export async function linksTo(
  { people, marks }: Pick<Deps, 'people' | 'marks'>,
  contacts: readonly Contact[],
): Promise<(some: readonly Contact[], post: string) => PostHolder[]> {
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

/** By their own word, or as a source says. */
export const isAway = ({ card }: PostHolder, today: Day): boolean =>
  card?.absent === true || (card?.awayUntil ?? '') >= today;

/** Whether a leader is away today, so that the deputies act. */
export const aLeaderIsAway = (chain: DecisionChain, today: Day): boolean =>
  chain.leader.some((link) => isAway(link, today));

/** Every reference of whoever has an address, and those that may be theirs. */
export const refsOn = (card: ContactCard | undefined): PersonRef[] => (card ? [card.ref, ...(card.others ?? [])] : []);

/** So many are looked up at the same time. */
const READ_AT_ONCE = 100;

/** Whoever is known of those who hold these posts, without those who have said that theirs is not theirs: a hundred at a time, a round trip each. */
export async function* holderPages(
  { people }: Pick<Deps, 'people'>,
  held: readonly { email: string; post: string }[],
): AsyncGenerator<PersonRef[]> {
  for (let from = 0; from < held.length; from += READ_AT_ONCE) {
    const some = held.slice(from, from + READ_AT_ONCE);
    const known = await people.contacts(some.map(({ email }) => email));
    yield some.flatMap(({ email, post }) => {
      const card = known.get(email);
      return card && !card.disowned.includes(post) ? [card.ref] : [];
    });
  }
}

/** Those of these contacts whom the bot has met, and who have not said that the post is not theirs. */
export async function knownOf(
  deps: Pick<Deps, 'people' | 'marks'>,
  contacts: readonly Contact[],
  post: string,
): Promise<PersonRef[]> {
  const links = await linksTo(deps, contacts);
  return links(contacts, post).flatMap(({ card }) => refsOn(card).slice(0, 1));
}
