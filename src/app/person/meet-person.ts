import { newPersonRef } from '../../domain/ids.js';
import type { Language } from '../../domain/languages.js';
import { onlyDepartment } from '../../domain/organisation/place.js';
import { defaultPreferences, type EntraIdentity, mayBeAfter, type Person } from '../../domain/person/person.js';
import { asSourced, inOnlyDepartment } from '../../domain/person/sourced.js';
import type { ConversationReference, ReadPerson } from '../../store/person/people.js';
import type { Deps } from '../deps.js';
import { workplaceNow } from './staff/workplace.js';

/** What Teams' roster says of somebody. */
export interface RosterEntry {
  /** Empty where the tenant hides it. */
  name: string;
  /** E-mail address and UPN, those that Teams gives. */
  emails: string[];
  /** Somebody from elsewhere whom the tenant has let in. */
  guest?: boolean;
}

export interface NewContact {
  identity: EntraIdentity;
  language: Language;
  /** The conversation that they write in, when it is their own with the bot. */
  reach: ConversationReference | undefined;
  roster: () => Promise<RosterEntry>;
}

export interface MetPerson {
  met: ReadPerson;
  isNew: boolean;
  /** Those who had an address that is this person's now: they are not to be remembered as they were. */
  lost: EntraIdentity[];
}

export const identitiesOf = (people: readonly ReadPerson[]): EntraIdentity[] =>
  people.flatMap(({ person: { identity } }) => (identity ? [identity] : []));

/**
 * The person who writes, as stored. Somebody new is asked of the roster and stored, taking over the row of one who was
 * only named (by an address in the organisation file or on a card). Two first activities at once make one person.
 */
export async function meetPerson(deps: Deps, arrival: NewContact): Promise<MetPerson> {
  for (;;) {
    const known = await deps.people.byIdentity(arrival.identity);
    if (known) return { met: known, isNew: false, lost: [] };
    const { name, emails: given, guest } = await arrival.roster();
    const emails = addressesIn(given);
    const [holders, found, workplace] = await Promise.all([
      holdersOf(deps, emails),
      deps.people.picked(arrival.identity),
      workplaceNow(deps, { identity: arrival.identity, emails }),
    ]);
    // Whoever has an identity by now has come at the same moment as this, and is met below.
    const picked = found?.person.identity ? undefined : found;
    const named = holders.find(({ person }) => !person.identity);
    // By an address and in Teams they have been named as two: one before they come, so that nothing of either is lost.
    if (named && picked && named.person.ref !== picked.person.ref) {
      await deps.accounts.unite({ gone: picked, stays: named, as: named, since: deps.now() });
      continue;
    }
    const before = named ?? picked;
    const losing = holders.filter((holder) => holder !== before);
    const claim = await claimOf(deps, losing);
    const ref = before?.person.ref ?? newPersonRef(deps.random);
    const mayBe = mayBeAfter(
      { ...before?.person, ref },
      losing.map(({ person }) => person),
    );
    const told: Person = {
      preferences: defaultPreferences,
      welcomed: [],
      disowned: [],
      languageChosen: false,
      ...before?.person,
      ref,
      identity: arrival.identity,
      name: name || before?.person.name || emails[0] || arrival.identity.objectId,
      emails,
      askedRoster: { at: deps.now(), file: deps.directory().mark },
      language: arrival.language,
      ...(guest && { guest }),
      ...(mayBe.length > 0 && { mayBe }),
    };
    const sourced = workplace ? asSourced(told, workplace).person : told;
    const person = inOnlyDepartment(sourced, onlyDepartment(deps.directory()));
    await deps.people.save({ person, ...(arrival.reach && { reach: arrival.reach }) }, before, losing, claim);
    const met = await deps.people.byIdentity(arrival.identity);
    if (met && picked) await deps.people.forgetPicked(arrival.identity);
    if (met) return { met, isNew: true, lost: identitiesOf(losing) };
  }
}

/**
 * Whose ideas may be those of somebody new: of one who had their address under another account, and has ideas. Accounts are
 * made anew, and addresses are used again, so the office is asked which it is.
 */
async function claimOf({ traces, now }: Deps, losing: readonly ReadPerson[]) {
  for (const { person } of losing) {
    if (person.identity && (await traces.any(person.ref))) return { of: person.ref, at: now() };
  }
  return undefined;
}

/** Addresses as they are kept: in lower case, each once. */
export const addressesIn = (given: readonly string[]): string[] => [
  ...new Set(given.map((email) => email.trim().toLowerCase()).filter(Boolean)),
];

/** Everybody who has any of these addresses, as stored. Two round trips' time. */
export async function holdersOf({ people }: Pick<Deps, 'people'>, emails: readonly string[]): Promise<ReadPerson[]> {
  const cards = await people.contacts(emails);
  return [...(await people.byRefs([...cards.values()].map(({ ref }) => ref))).values()];
}
