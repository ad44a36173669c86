import type { Organisation } from '../../../domain/organisation/organisation-schema.js';
import type { PlaceChange, PostChange, PostList } from '../../../domain/organisation/overlay/change.js';
import { type Holder, holderOf, postChange, sayAbout } from '../../../domain/person/changing-posts.js';
import type { Person } from '../../../domain/person/person.js';
import { accept, type Result, refuse } from '../../../domain/result.js';
import type { Proposal } from '../../../store/organisation/proposals.js';
import type { Deps } from '../../deps.js';
import { type ChangeRefusal, changeOrganisation } from '../../organisation/change-organisation.js';
import { type NamedDeps, type NamedForPost, type NamedRefusal, namedContact } from './named-contact.js';
import { type ProposeRefusal, propose } from './proposals.js';

/** Why nothing of a department has changed. */
export type PostsRefusal =
  | ChangeRefusal
  | NamedRefusal
  /** Nobody is to leave the post, and nobody to come. */
  | 'nobody';

export type PostsDeps = NamedDeps & Pick<Deps, 'organisationVersions' | 'proposals' | 'organisationChanged' | 'now'>;

/** Who leaves a post of a department (`holderValue`, empty: nobody) and who comes, as a form holds it. */
export interface PostForm extends NamedForPost {
  department: string;
  post: PostList;
  out: string;
  /** As what they stand where nobody says it and they come in nobody's place. */
  usual: string;
}

/** What a press has come to: the change is made, or those who answer for the department are asked. */
export type PostChanged = { kind: 'made' } | { kind: 'proposed'; proposal: Pick<Proposal, 'id' | 'change' | 'at'> };

/**
 * Somebody comes to a post of a department, leaves it, or both: at once and for all instances by the word of who answers for the
 * department, and as a proposal by that of others there. The same press twice is one change. Eight round trips or so.
 */
export async function changePost(
  deps: PostsDeps,
  person: Person,
  form: PostForm,
  idempotencyKey: string,
): Promise<Result<PostChanged, PostsRefusal | ProposeRefusal>> {
  const change = await changeMeant(deps, person, form);
  if (!change.ok) return change;
  if (sayAbout(person, change.value, deps.directory()) === 'proposes') {
    const proposed = await propose(deps, person, change.value, idempotencyKey);
    return proposed.ok ? accept({ kind: 'proposed', proposal: proposed.value }) : proposed;
  }
  const made = await makeChange(deps, person, change.value, idempotencyKey);
  return made.ok ? accept({ kind: 'made' }) : made;
}

/** The change that a form means. */
export async function changeMeant(
  deps: PostsDeps,
  person: Person,
  { department: code, post, out: leaving, usual, ...who }: PostForm,
): Promise<Result<PostChange, PostsRefusal>> {
  const department = deps.directory().department(code);
  if (!department) return refuse('noPlace');
  const out = leaving ? holderOf(department, post, leaving) : undefined;
  if (leaving && !out) return refuse('noHolder');
  const isNamed = who.named.trim() !== '';
  if (!out && !isNamed) return refuse('nobody');
  if (!isNamed) return accept(postChange(code, post, { out }));
  const title = who.title.trim() || out?.contact.title || usual;
  const comes = await namedContact(deps, person, { ...who, title });
  return comes.ok ? accept(postChange(code, post, { out, comes: comes.value })) : comes;
}

/** By which other words a department is found, with commas between. */
export function changeAliases(
  deps: PostsDeps,
  person: Person,
  { department: code, written }: { department: string; written: string },
  idempotencyKey: string,
): Promise<Result<Organisation, PostsRefusal>> {
  const words = written.split(/[,;\n]/).map((word) => word.trim());
  const now = [...new Set(words.filter(Boolean))];
  const was = deps.directory().department(code)?.aliases ?? [];
  return makeChange(deps, person, { kind: 'aliases', department: code, was, now }, idempotencyKey);
}

/** As what somebody in a post stands beside their name. */
export async function changeTitle(
  deps: PostsDeps,
  person: Person,
  { department, post, holder, title }: { department: string; post: PostList; holder: Holder; title: string },
  idempotencyKey: string,
): Promise<Result<Organisation, PostsRefusal>> {
  const comes = { ...holder.contact, title: title.trim() };
  return makeChange(deps, person, postChange(department, post, { out: holder, comes }), idempotencyKey);
}

/** Makes a change in somebody's name, where the organisation in force lets them. */
export const makeChange = (
  deps: PostsDeps,
  person: Person,
  change: PlaceChange,
  idempotencyKey: string,
): Promise<Result<Organisation, PostsRefusal>> =>
  changeOrganisation(deps, change, {
    ...{ by: person.ref, idempotencyKey, why: 'chat' },
    may: (directory) => sayAbout(person, change, directory) === 'decides',
  });
