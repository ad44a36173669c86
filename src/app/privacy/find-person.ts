import { addressIn } from '../../domain/organisation/address.js';
import type { FoundStaff } from '../../domain/organisation/sources/workplace.js';
import type { EntraIdentity, PersonRef } from '../../domain/person/person.js';
import { listPosts, type Post, postsOf } from '../../domain/person/posts.js';
import type { Marked } from '../../store/person/marks.js';
import type { StoredPerson } from '../../store/person/people.js';
import type { Deps } from '../deps.js';
import { forgetSaid, saidOf } from '../person/staff/workplace.js';
import { erasePerson } from './erase-person.js';

/** As a request for access or erasure names somebody: by address, by reference, or by who they are in Entra. */
export type WhomAsked = { email: string } | { ref: PersonRef } | { identity: EntraIdentity };

/** What stands of somebody who may be known, only named, or known to a source alone. */
export interface FoundPerson {
  /** Undefined where nobody is behind the name (any more). */
  stored?: StoredPerson;
  /** The reference that is theirs, or was: of somebody who was picked in Teams it may lead to nothing. */
  ref?: PersonRef;
  /** Somebody who had decided something and has been erased: their name stays at those decisions. */
  erased?: { name: string };
  /** By what sources know them. */
  marked: Marked;
  said: FoundStaff;
  /** What the organisation file says of their addresses. */
  posts: readonly Post[];
}

const REFERENCE = /^p[0-9A-Z]{16}$/;
const ENTRA = /^([0-9a-f-]{36})\/([0-9a-f-]{36})$/i;

/** Reads `name@municipality.example`, `pABCDEFGH12345678`, or `TENANT/OBJECT` as Entra writes both; undefined for anything else. */
export function namedIn(text: string): WhomAsked | undefined {
  if (REFERENCE.test(text)) return { ref: text };
  const [, tenant, objectId] = ENTRA.exec(text) ?? [];
  if (tenant && objectId) return { identity: { tenant: tenant.toLowerCase(), objectId: objectId.toLowerCase() } };
  const email = addressIn(text);
  return email === undefined ? undefined : { email };
}

/** Who is behind a name, without making anything of it. Four round trips' time at most. */
export async function findPerson(deps: Deps, named: WhomAsked): Promise<FoundPerson> {
  const ref = await refOf(deps, named);
  const stored = ref === undefined ? undefined : await deps.people.byRef(ref);
  const marked: Marked = stored?.person ?? {
    emails: 'email' in named ? [named.email] : [],
    ...('identity' in named && { identity: named.identity }),
  };
  const kept = ref !== undefined && !stored ? (await deps.people.namesOf([ref])).get(ref) : undefined;
  // What somebody has written as a reference need not be anybody's.
  const theirs = stored?.person.ref ?? ('ref' in named ? undefined : ref);
  return {
    ...(stored && { stored }),
    ...(theirs !== undefined && { ref: theirs }),
    ...(kept?.left && { erased: { name: kept.name } }),
    marked,
    said: await saidOf(deps, marked),
    posts: listPosts(postsOf(marked.emails, deps.directory())),
  };
}

async function refOf({ people }: Deps, named: WhomAsked): Promise<PersonRef | undefined> {
  if ('ref' in named) return named.ref;
  if ('email' in named) return (await people.contacts([named.email])).get(named.email)?.ref;
  return (await people.byIdentity(named.identity))?.person.ref ?? people.pickedAs(named.identity);
}

/**
 * Erases somebody as they would themself (`erasePerson`), also one whom a source alone knows. Done again it does what was
 * left. True when all is gone; what is not, the clock's work takes.
 */
export async function eraseFound(deps: Deps, named: WhomAsked, { ref, marked }: FoundPerson): Promise<boolean> {
  const done = ref === undefined || (await erasePerson(deps, { ref }));
  // Somebody whom a source alone knows, or whose erasure was broken off after who they are was gone.
  await forgetSaid(deps, marked);
  // Where nobody had met them, nothing in their row leads to how they were picked.
  if ('identity' in named) await deps.people.forgetPicked(named.identity);
  return done;
}
