import { newPersonRef } from '../../domain/ids.js';
import { addressIn, objectIdIn } from '../../domain/organisation/address.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import type { Deps } from '../deps.js';

/** What stands for oneself in a list of colleagues. */
export const ME = 'me';
/** What stands for the submitter in one: they can be asked without anybody knowing their address. */
export const SUBMITTER = 'submitter';
/** And for whoever has said yes to taking over. */
export const SUCCESSOR = 'successor';

/**
 * Whom an address on a card means, or an object id that Teams' people picker has given. It is looked up at once, beside whatever else is read; the reference of somebody whom
 * nobody has met yet is made only when the returned function is called. Undefined for what is no address, and for one that
 * is no colleague's: somebody whom the bot has met, whom the organisation file names, or who has an address of the
 * municipality's own. A round trip more for an address from elsewhere that somebody has been met by.
 */
export function colleague(deps: Deps, person: Person, written: string): () => Promise<PersonRef | undefined> {
  const name = written.trim().toLowerCase();
  const picked = objectIdIn(written);
  if (picked) return pickedColleague(deps, person, picked);
  const email = addressIn(written);
  if (name === ME || name === '' || (email && person.emails.includes(email))) return async () => person.ref;
  if (!email) return async () => undefined;
  const known = deps.people.contacts([email]);
  const named = deps.directory().contact(email);
  return async () => {
    const ref = (await known).get(email)?.ref;
    if (!isOurs(deps, email)) return ref && (await isMet(deps, ref)) ? ref : undefined;
    return ref ?? deps.people.refOf({ email, name: named?.name ?? email }, () => newPersonRef(deps.random));
  };
}

/** Whether an address is one that `colleague` takes as a colleague's, asked without making anything of it. Up to two round trips. */
export async function isColleague(deps: Pick<Deps, 'directory' | 'people'>, written: string): Promise<boolean> {
  const email = addressIn(written);
  if (!email) return false;
  if (isOurs(deps, email)) return true;
  const ref = (await deps.people.contacts([email])).get(email)?.ref;
  return ref !== undefined && isMet(deps, ref);
}

/** Whoever the organisation file names, or who has an address of the municipality's own, is a colleague, met or not. */
const isOurs = ({ directory }: Pick<Deps, 'directory'>, email: string): boolean =>
  directory().contact(email) !== undefined || directory().isOwnAddress(email);

/** Whom Teams' people picker means, in the tenant of the one who picks. */
function pickedColleague(
  deps: Deps,
  { ref, identity }: Person,
  objectId: string,
): () => Promise<PersonRef | undefined> {
  if (!identity) return async () => undefined;
  if (identity.objectId === objectId) return async () => ref;
  return () => deps.people.refOfPicked({ tenant: identity.tenant, objectId }, () => newPersonRef(deps.random));
}

/** Somebody who is only named by an address may be anybody: whoever named them first has made the row. */
const isMet = async ({ people }: Pick<Deps, 'people'>, ref: PersonRef): Promise<boolean> =>
  (await people.byRef(ref))?.person.identity !== undefined;
