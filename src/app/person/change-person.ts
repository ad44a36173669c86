import type { Person } from '../../domain/person/person.js';
import type { ConversationReference, ReadPerson } from '../../store/person/people.js';
import type { Deps } from '../deps.js';

/**
 * Changes a person and where they can be written to, on top of whatever anybody else has changed meanwhile. The change is
 * given the newest version and may be asked more than once; when it returns undefined nothing is written. Returns the
 * person as they then stand.
 */
export async function changePerson(
  deps: Pick<Deps, 'people'>,
  start: ReadPerson,
  change: (now: ReadPerson) => { person: Person; reach?: ConversationReference } | undefined,
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

/** Changes what is known of a person, who goes on being written to where they were; `undefined` changes nothing. */
export async function amendPerson(
  deps: Pick<Deps, 'people'>,
  me: ReadPerson,
  change: (person: Person) => Person | undefined,
): Promise<ReadPerson> {
  const { person } = await changePerson(deps, me, ({ person: before, reach }) => {
    const after = change(before);
    return after && { person: after, ...(reach && { reach }) };
  });
  return person;
}
