import type { Idea } from '../../domain/idea/idea.js';
import { mayName } from '../../domain/idea/policy.js';
import { type Ask, whomToAsk } from '../../domain/idea/use/whom-to-ask.js';
import { addressIn } from '../../domain/organisation/address.js';
import { type Person, type PersonRef, refsOf } from '../../domain/person/person.js';
import type { ReadPerson } from '../../store/person/people.js';
import type { Deps } from '../deps.js';

/** Whom to ask about an idea: by name where it is somebody in particular, and with the address by which a chat with them opens. */
export interface Askable {
  post: Ask['post'];
  /** Absent of the office. */
  department?: string;
  /** Absent of a leader and of the office, who are asked by their post. */
  name?: string;
  email?: string;
}

/**
 * Whom this person can ask about each of these ideas, by its id: the first of those who know (`whomToAsk`) who is there, whom
 * they may know, and who is not they themself. None of an idea about which nobody is asked. One round trip's time, two requests for
 * an idea at most; none where no idea has somebody in particular.
 */
export async function askableFor(
  { people, directory }: Pick<Deps, 'people' | 'directory'>,
  person: Person,
  ideas: readonly Idea[],
): Promise<ReadonlyMap<string, Askable>> {
  const organisation = directory();
  const own = new Set(refsOf(person));
  const reader = { ref: person.ref, roles: new Set([]) };
  const asked = ideas.map((idea) => {
    const all = whomToAsk(idea, organisation);
    return { id: idea.id, asks: all.filter((one) => !('person' in one) || mayName(reader, one.person, idea)) };
  });
  const refs = asked.flatMap(({ asks }) => asks.flatMap((one) => ('person' in one ? [one.person] : [])));
  const known = refs.length > 0 ? await people.byRefs(refs) : new Map<PersonRef, ReadPerson>();
  const found = asked.flatMap(({ id, asks }) => {
    for (const one of asks) {
      const askable = resolved(one, known, own);
      if (askable) return [[id, askable] as const];
    }
    return [];
  });
  return new Map(found);
}

function resolved(
  ask: Ask,
  known: ReadonlyMap<PersonRef, ReadPerson>,
  own: ReadonlySet<PersonRef>,
): Askable | undefined {
  const { post } = ask;
  switch (ask.post) {
    case 'owner':
    case 'driver':
    case 'named': {
      const found = own.has(ask.person) ? undefined : known.get(ask.person)?.person;
      if (!found?.name || own.has(found.ref)) return undefined;
      const [email] = found.emails;
      return { post, department: ask.department, name: found.name, ...(email && { email }) };
    }
    case 'adopter': {
      const email = addressIn(ask.written);
      return { post, department: ask.department, name: ask.written, ...(email && { email }) };
    }
    case 'leader':
      return { post, department: ask.department, email: ask.contact.email };
    case 'office':
      return { post, ...(ask.contact && { email: ask.contact.email }) };
  }
}
