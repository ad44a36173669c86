import type { Department } from '../../domain/organisation/organisation.js';
import { followedPlaces } from '../../domain/person/followed-places.js';
import type { Person } from '../../domain/person/person.js';
import type { Day } from '../../domain/time.js';
import type { Deps } from '../deps.js';

/** What somebody takes out: of one department by its code, or of the whole municipality; from a day to a day; with names. */
export interface ExportAsk {
  department?: string | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
  names?: boolean | undefined;
}

/** What a file is made of: `codes` are all by which its department has been known. */
export interface ExportScope {
  department?: Department;
  codes?: ReadonlySet<string>;
  from?: Day | undefined;
  to?: Day | undefined;
  names: boolean;
}

export type NoExport = { code: 'notForYou' };

/** Whether somebody may take this out: those who lead a department of that one, the innovation office of all; and names the office alone. */
export function mayExport(
  { directory }: Pick<Deps, 'directory'>,
  person: Pick<Person, 'emails' | 'disowned'>,
  { department: code, names }: ExportAsk,
): boolean {
  const { held, led } = followedPlaces(person, directory());
  if (held.office) return code === undefined || directory().department(code) !== undefined;
  if (names || code === undefined) return false;
  return led.has(directory().codeNow(code));
}

/** What is needed to make it. */
export function scopeOf({ directory }: Pick<Deps, 'directory'>, { department: code, from, to, names }: ExportAsk) {
  const department = code === undefined ? undefined : directory().department(code);
  const scope: ExportScope = { from, to, names: names === true };
  return department ? { ...scope, department, codes: new Set(directory().everyCode([department.code])) } : scope;
}

/** Whether something of a department is a part of it. */
export const isWithin = ({ codes }: ExportScope, department: string | undefined): boolean =>
  codes === undefined || (department !== undefined && codes.has(department));

export const isInSpan = ({ from, to }: Pick<ExportScope, 'from' | 'to'>, day: Day): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to);
