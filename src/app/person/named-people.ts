import type { Directory } from '../../domain/organisation/directory.js';
import type { Contact } from '../../domain/organisation/organisation.js';
import type { Deps } from '../deps.js';

/** So many people are looked at at the same time. */
const TOGETHER = 50;

/** Everybody whom the organisation file names, once each. */
function contactsOf(directory: Directory): Contact[] {
  const places = directory.departments.flatMap((department) => [department, ...department.units]);
  const named = places.flatMap(({ leaders, deputies, managers }) => [...leaders, ...deputies, ...managers]);
  return [...new Map([...named, ...directory.office].map((contact) => [contact.email, contact])).values()];
}

/**
 * Those who have not met the bot are called as the organisation file calls them now: an earlier name is kept nowhere. For
 * the start: two round trips for each fifty people of the file, and two more for each who has another name.
 */
export async function renameNamed(deps: Deps): Promise<void> {
  const contacts = contactsOf(deps.directory());
  for (let from = 0; from < contacts.length; from += TOGETHER) {
    const some = contacts.slice(from, from + TOGETHER);
    const cards = await deps.people.contacts(some.map(({ email }) => email));
    const people = await deps.people.byRefs([...cards.values()].map(({ ref }) => ref));
    for (const { email, name } of some) {
      const stored = people.get(cards.get(email)?.ref ?? '');
      // Whoever has met the bot is called as Teams' roster says; and one whose row changes just now has come.
      if (!stored || stored.person.identity || stored.person.name === name) continue;
      await deps.people.save({ ...stored, person: { ...stored.person, name } }, stored);
    }
  }
}
