import { newPersonRef } from '../domain/ids.js';
import { defaultPreferences, type EntraIdentity, type Language, type Person } from '../domain/person.js';
import type { Reach, ReadPerson } from '../store/people.js';
import type { Deps } from './deps.js';

/** What Teams' roster says of somebody. */
export interface RosterEntry {
  name: string;
  /** E-mail address and UPN, those that Teams gives. */
  emails: string[];
  /** Somebody from elsewhere whom the tenant has let in. */
  guest?: boolean;
}

export interface Arrival {
  identity: EntraIdentity;
  language: Language;
  /** The conversation that they write in, when it is their own with the bot. */
  reach: Reach | undefined;
  roster: () => Promise<RosterEntry>;
}

/**
 * The person who writes, as stored. Somebody new is asked of the roster and stored, taking over the row of one who was
 * only named (by an address in the organisation file or on a card). Two first activities at once make one person.
 */
export async function meetPerson(deps: Deps, arrival: Arrival): Promise<{ met: ReadPerson; isNew: boolean }> {
  for (;;) {
    const known = await deps.people.byIdentity(arrival.identity);
    if (known) return { met: known, isNew: false };
    const { name, emails: given, guest } = await arrival.roster();
    const emails = [...new Set(given.map((email) => email.trim().toLowerCase()).filter(Boolean))];
    const cards = await deps.people.contacts(emails);
    const named = await deps.people.byRefs([...cards.values()].map(({ ref }) => ref));
    const before = [...named.values()].find(({ person }) => !person.identity);
    const person: Person = {
      preferences: defaultPreferences,
      welcomed: [],
      disowned: [],
      languageChosen: false,
      ...before?.person,
      ref: before?.person.ref ?? newPersonRef(deps.random),
      identity: arrival.identity,
      name,
      emails,
      language: arrival.language,
      ...(guest && { guest }),
    };
    await deps.people.save({ person, ...(arrival.reach && { reach: arrival.reach }) }, before);
    const met = await deps.people.byIdentity(arrival.identity);
    if (met) return { met, isNew: true };
  }
}

/**
 * Changes a person, on top of whatever anybody else has changed meanwhile. The change is given the newest version and may
 * be asked more than once; when it returns undefined nothing is written. Returns the person as they then stand.
 */
export async function changePerson(
  deps: Pick<Deps, 'people'>,
  start: ReadPerson,
  change: (now: ReadPerson) => { person: Person; reach?: Reach } | undefined,
): Promise<{ person: ReadPerson; changed: boolean }> {
  let now = start;
  for (;;) {
    const next = change(now);
    if (!next) return { person: now, changed: false };
    const saved = await deps.people.save(next, now);
    const fresh = await deps.people.byRef(now.person.ref);
    if (!fresh) throw new Error(`Person ${now.person.ref} is gone`);
    if (saved) return { person: fresh, changed: true };
    now = fresh;
  }
}
