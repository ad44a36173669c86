import { byLanguage } from '../../../domain/languages.js';
import type { Localised, Organisation } from '../../../domain/organisation/organisation-schema.js';
import type { MergeChange, OverlayChange } from '../../../domain/organisation/overlay/change.js';
import { renaming } from '../../../domain/organisation/overlay/renaming.js';
import { reshapes } from '../../../domain/person/changing-posts.js';
import type { Person } from '../../../domain/person/person.js';
import { accept, type Result, refuse } from '../../../domain/result.js';
import { changeOrganisation, withChangeNow } from '../../organisation/change-organisation.js';
import type { PostsDeps, PostsRefusal } from './change-posts.js';

/** Why two departments stay as they are. */
export type MergeDepartmentsRefusal =
  | PostsRefusal
  /** Nobody is to take over. */
  | 'intoMissing'
  /** The one is a part of the other already. */
  | 'mergedAlready';

/** Which department becomes a part of which, and whether those who lead it and stand in do so there. */
export interface MergeForm {
  from: string;
  into: string;
  people: boolean;
}

/** The organisation as it would be, where the office may make that change now. Two round trips. */
export async function mergedThen(
  deps: PostsDeps,
  person: Person,
  form: MergeForm,
): Promise<Result<Organisation, MergeDepartmentsRefusal>> {
  const meant = changeOf(deps, person, form);
  return meant.ok ? withChangeNow(deps, meant.value, { by: person.ref, idempotencyKey: 'shown' }) : meant;
}

/**
 * Makes a department a part of another, at once and for all instances; also how one is closed: whoever takes over its ideas has them. The
 * same press twice is one change, and so are two presses at the same moment: the second one is told. Eight round trips or so.
 */
export async function mergeDepartments(
  deps: PostsDeps,
  person: Person,
  form: MergeForm,
  idempotencyKey: string,
): Promise<Result<undefined, MergeDepartmentsRefusal>> {
  const meant = changeOf(deps, person, form);
  // What this press has done is why it is no longer meant.
  if (!meant.ok && (await deps.organisationVersions.isSpent(idempotencyKey))) return accept(undefined);
  if (!meant.ok) return meant;
  const made = await change(deps, person, [meant.value], idempotencyKey);
  if (made.ok) return accept(undefined);
  const again = made.refusal === 'noPlace' ? changeOf(deps, person, form) : made;
  return again.ok ? made : again;
}

function changeOf(
  { directory }: PostsDeps,
  person: Person,
  { from, into, people }: MergeForm,
): Result<MergeChange, MergeDepartmentsRefusal> {
  const now = directory();
  if (!reshapes(person, now)) return refuse('notAllowed');
  if (into === '') return refuse('intoMissing');
  const [one, other] = [now.department(from), now.department(into)];
  if (!one || !other) return refuse('noPlace');
  // A card from before says what was meant of the departments as they were then.
  if (one.code !== from) return refuse('mergedAlready');
  if (other.code !== into) return refuse('noPlace');
  if (one === other) return refuse('intoMissing');
  return accept({ kind: 'merge', department: one.code, into: other.code, name: one.name, people });
}

/** Gives a department another name; what it was called before goes on finding it. */
export async function renameDepartment(
  deps: PostsDeps,
  person: Person,
  { department, name }: { department: string; name: Localised },
  idempotencyKey: string,
): Promise<Result<undefined, PostsRefusal | 'placeNameMissing'>> {
  const place = deps.directory().department(department);
  // A form from before it became a part of another one is of what it was.
  if (place?.code !== department) return refuse('noPlace');
  const now = byLanguage((language) => name[language].trim());
  if (Object.values(now).some((one) => one === '')) return refuse('placeNameMissing');
  const made = await change(deps, person, renaming(deps.directory(), place, now), idempotencyKey);
  return made.ok ? accept(undefined) : made;
}

const change = (
  deps: PostsDeps,
  person: Person,
  changes: readonly [OverlayChange, ...OverlayChange[]],
  idempotencyKey: string,
) =>
  changeOrganisation(deps, changes, {
    ...{ by: person.ref, idempotencyKey, why: 'chat' },
    may: (directory) => reshapes(person, directory),
  });
