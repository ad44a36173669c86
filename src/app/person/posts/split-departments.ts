import { slug } from '../../../domain/language/spelling.js';
import { byLanguage } from '../../../domain/languages.js';
import type { Directory } from '../../../domain/organisation/directory.js';
import type { Localised, Organisation } from '../../../domain/organisation/organisation-schema.js';
import type { SplitChange } from '../../../domain/organisation/overlay/change.js';
import { unitsNamed } from '../../../domain/organisation/overlay/units-named.js';
import { reshapes } from '../../../domain/person/changing-posts.js';
import type { Person } from '../../../domain/person/person.js';
import { accept, type Result, refuse } from '../../../domain/result.js';
import { changeOrganisation, withChangeNow } from '../../organisation/change-organisation.js';
import type { PostsDeps, PostsRefusal } from './change-posts.js';
import { namedContact } from './named-contact.js';

/** Why units stay where they are. */
export type SplitDepartmentRefusal =
  | PostsRefusal
  /** None is to leave, or what was written is none of the department's. */
  | 'unitsMissing'
  | 'unknownUnit'
  /** They are to go nowhere, or both ways. */
  | 'splitIntoMissing'
  /** A new department lacks what it is called, or who leads and manages it. */
  | 'placeNameMissing'
  | 'splitPeopleMissing';

/** Which units leave a department, and to which other one; or how the new one is called, and who leads and manages it: as a form has it. */
export interface SplitForm {
  from: string;
  /** By code or name, with commas between. */
  units: string;
  into: string;
  name: Localised;
  leader: string;
  manager: string;
  /** As what they stand who have no title yet. */
  usual: { leader: string; manager: string };
}

/** The change that a form means, and the organisation as it would make it now. Some ten round trips. */
export async function splitThen(
  deps: PostsDeps,
  person: Person,
  form: SplitForm,
): Promise<Result<{ change: SplitChange; after: Organisation }, SplitDepartmentRefusal>> {
  const meant = await changeOf(deps, person, form);
  if (!meant.ok) return meant;
  const after = await withChangeNow(deps, meant.value, { by: person.ref, idempotencyKey: 'shown' });
  return after.ok ? accept({ change: meant.value, after: after.value }) : after;
}

/**
 * Makes units another department's, at once and for all instances; their ideas follow: all of them or none. The same press twice is one
 * change; of two at the same moment the second one is told. Gives the code of where they are now, where this press did it. Some fifteen round trips.
 */
export async function splitDepartment(
  deps: PostsDeps,
  person: Person,
  form: SplitForm,
  idempotencyKey: string,
): Promise<Result<string | undefined, SplitDepartmentRefusal>> {
  const meant = await changeOf(deps, person, form);
  // What this press has done is why it is no longer meant.
  if (!meant.ok && (await deps.organisationVersions.isSpent(idempotencyKey))) return accept(undefined);
  if (!meant.ok) return meant;
  const made = await changeOrganisation(deps, meant.value, {
    ...{ by: person.ref, idempotencyKey, why: 'chat' },
    may: (directory) => reshapes(person, directory) && hasAll(directory, meant.value),
  });
  if (made.ok) return accept(meant.value.into);
  // Somebody else has taken some of them away in the meantime.
  const now = deps.directory();
  return made.refusal === 'notAllowed' && reshapes(person, now) ? refuse('unknownUnit') : made;
}

/** Whether all units that are to leave are still there. */
const hasAll = (directory: Directory, { department, units }: SplitChange): boolean =>
  units.every((unit) => directory.department(department)?.units.some(({ code }) => code === unit));

async function changeOf(
  deps: PostsDeps,
  person: Person,
  form: SplitForm,
): Promise<Result<SplitChange, SplitDepartmentRefusal>> {
  const directory = deps.directory();
  if (!reshapes(person, directory)) return refuse('notAllowed');
  const from = directory.department(form.from);
  // A form from before it became a part of another one is of what it was.
  if (from?.code !== form.from) return refuse('noPlace');
  const { codes: units, unknown } = unitsNamed(from, form.units);
  if (unknown.length > 0) return refuse('unknownUnit');
  if (units.length === 0) return refuse('unitsMissing');
  const name = byLanguage((language) => form.name[language].trim());
  const isNew = Object.values(name).some((one) => one !== '');
  if (isNew === (form.into !== '')) return refuse('splitIntoMissing');
  const change = { kind: 'split', department: from.code, units } as const;
  if (isNew) return created(deps, person, form, { ...change, into: freeCode(directory, name) }, name);
  const into = directory.department(form.into);
  if (!into) return refuse('noPlace');
  return into === from ? refuse('splitIntoMissing') : accept({ ...change, into: into.code });
}

/** With who leads the new department and who manages it: people whom the bot or the organisation knows by name. */
async function created(
  deps: PostsDeps,
  person: Person,
  { leader: leads, manager: manages, usual }: SplitForm,
  change: SplitChange,
  name: Localised,
): Promise<Result<SplitChange, SplitDepartmentRefusal>> {
  if (!Object.values(name).every((one) => /\p{L}/u.test(one))) return refuse('placeNameMissing');
  if (leads.trim() === '' || manages.trim() === '') return refuse('splitPeopleMissing');
  const [leader, manager] = await Promise.all([
    namedContact(deps, person, { named: leads, name: '', title: usual.leader }),
    namedContact(deps, person, { named: manages, name: '', title: usual.manager }),
  ]);
  if (!leader.ok) return refuse(unnamed(leader.refusal));
  if (!manager.ok) return refuse(unnamed(manager.refusal));
  return accept({ ...change, created: { name, leaders: [leader.value], managers: [manager.value] } });
}

/** Here only those can be named of whom it is known what they are called. */
const unnamed = <R extends string>(refusal: R) => (refusal === 'nameMissing' ? 'unknownColleague' : refusal);

const LONGEST_CODE = 40;

/** A code for a department that there is not, made of its name: none that any has or has had. */
function freeCode(directory: Directory, name: Localised): string {
  const known = new Set(
    directory.departments.flatMap(({ code, earlier }) => [code, ...earlier.map((one) => one.code)]).map(lower),
  );
  const made = slug(name.sv) || 'department';
  for (let at = 1; ; at++) {
    const end = at === 1 ? '' : `-${at}`;
    const code = `${made.slice(0, LONGEST_CODE - end.length)}${end}`;
    if (!known.has(lower(code))) return code;
  }
}

const lower = (code: string): string => code.toLowerCase();
