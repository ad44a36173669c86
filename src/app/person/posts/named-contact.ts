import { addressIn, objectIdIn } from '../../../domain/organisation/address.js';
import type { Contact } from '../../../domain/organisation/organisation.js';
import { nameOf, type Person } from '../../../domain/person/person.js';
import { accept, type Result, refuse } from '../../../domain/result.js';
import type { Deps } from '../../deps.js';
import { isProtected, type ProtectedDeps } from '../../organisation/protected-people.js';
import { isColleague } from '../colleague.js';

/** Whom a form names for a post: picked by name, chosen from a list or by address; what they are called where nobody knows it. */
export interface NamedForPost {
  named: string;
  name: string;
  /** As what they stand beside their name. */
  title: string;
}

/** Why nobody is meant by it. */
export type NamedRefusal =
  | 'unknownColleague'
  /** Teams knows them, and the bot does not yet: an organisation names people by address. */
  | 'addressMissing'
  /** Nobody has said what the one with this address is called. */
  | 'nameMissing'
  /** They are shown by name to nobody, so they cannot be the one to whom people turn. */
  | 'cannotBeNamed';

export type NamedDeps = Pick<Deps, 'directory'> & ProtectedDeps;

/** The contact that a form means, as an organisation names it. Nobody whose personal data are protected, as a source says. Six round trips at most. */
export async function namedContact(
  deps: NamedDeps,
  person: Pick<Person, 'identity'>,
  form: NamedForPost,
): Promise<Result<Contact, NamedRefusal>> {
  const found = await foundContact(deps, person, form);
  return found.ok && (await isProtected(deps, found.value.email)) ? refuse('cannotBeNamed') : found;
}

async function foundContact(
  deps: NamedDeps,
  { identity }: Pick<Person, 'identity'>,
  { named, name: written, title }: NamedForPost,
): Promise<Result<Contact, NamedRefusal>> {
  const objectId = objectIdIn(named);
  if (objectId) {
    const picked = identity && (await deps.people.byIdentity({ tenant: identity.tenant, objectId }));
    return picked ? asContact(deps, picked.person, title) : refuse('addressMissing');
  }
  const email = addressIn(named);
  if (!email || !(await isColleague(deps, email))) return refuse('unknownColleague');
  const card = (await deps.people.contacts([email])).get(email);
  const known = card && (await deps.people.byRef(card.ref))?.person;
  if (known?.identity) return asContact(deps, known, title);
  const name = deps.directory().contact(email)?.name ?? (known && nameOf(known)) ?? written.trim();
  if (name === '' && (await isProtected(deps, email))) return refuse('cannotBeNamed');
  return name === '' ? refuse('nameMissing') : accept({ name, email, title });
}

/** Somebody whom the bot has met, by the address that the organisation knows, where it knows one. */
function asContact(
  { directory }: Pick<Deps, 'directory'>,
  person: Person,
  title: string,
): Result<Contact, NamedRefusal> {
  const email = person.emails.find((one) => directory().contact(one)) ?? person.emails[0];
  const name = nameOf(person);
  if (person.protected) return refuse('cannotBeNamed');
  if (!email) return refuse('addressMissing');
  return name ? accept({ name, email, title }) : refuse('nameMissing');
}
