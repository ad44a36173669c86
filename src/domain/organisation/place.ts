import type { Directory } from './directory.js';
import type { Department, Unit } from './organisation.js';

/** Where a person works or an idea belongs: a department or company, and where it has units perhaps one of them. */
export interface Place {
  department: string;
  unit?: string;
}

/** A place as one value for a list of choices: `VOO`, or `VOO.HTN` with the unit. No code holds a full stop. */
export const placeValue = ({ department, unit }: Place): string => (unit ? `${department}.${unit}` : department);

/** The place that a value stands for, or undefined where the organisation has none such. An earlier code is the department's own. */
export function parsePlace(value: string, directory: Directory): Place | undefined {
  const [code = '', unit, ...rest] = value.split('.');
  const department = directory.department(code);
  if (!department || rest.length > 0) return undefined;
  if (unit === undefined) return { department: department.code };
  return department.units.some((it) => it.code === unit) ? { department: department.code, unit } : undefined;
}

/** The code that the department of a place has now: of a unit that has come to another department, that one's. */
export function departmentNow(directory: Directory, department: string, unit?: string): string {
  const known = directory.department(department);
  const isThere = unit === undefined || known?.units.some(({ code }) => code === unit) === true;
  return (isThere ? undefined : directory.unit(unit)?.department.code) ?? directory.codeNow(department);
}

/** The department where there is one alone: everybody works there, and nobody is asked which. */
export const onlyDepartment = ({ departments }: Pick<Directory, 'departments'>): Department | undefined =>
  departments.length === 1 ? departments[0] : undefined;

/** The same as a choice in a text, which then names no other departments. */
export const aloneIn = (directory: Pick<Directory, 'departments'>): { alone: 'true' | 'false' } => ({
  alone: onlyDepartment(directory) ? 'true' : 'false',
});

/** Whether there is but one place, so that nobody has anything to choose. */
export const isOnePlace = (directory: Pick<Directory, 'departments'>): boolean =>
  onlyDepartment(directory)?.units.length === 0;

/** Every place that can be chosen: each department with its units after it, as in the organisation file. */
export const placesIn = (directory: Directory): { department: Department; unit?: Unit }[] =>
  directory.departments.flatMap((department) => [
    { department },
    ...department.units.map((unit) => ({ department, unit })),
  ]);

/** Whether a place is in one of these departments, or anywhere where none is named. */
export const inDepartment = (place: Place | undefined, departments: readonly string[]): boolean =>
  departments.length === 0 || (place !== undefined && departments.includes(place.department));

/**
 * As many employees as a small municipality has, all departments and companies together: the smallest have some 250. An
 * organisation file of fewer is somebody's trial, where nobody wants to wait.
 */
export const SMALL_MUNICIPALITY = { fewest: 200, most: 600 } as const;

/** Whether so few work there that little may happen for weeks. */
export function isSmallMunicipality({ departments }: Pick<Directory, 'departments'>): boolean {
  const employees = departments.reduce((sum, { headcount }) => sum + headcount, 0);
  return employees >= SMALL_MUNICIPALITY.fewest && employees <= SMALL_MUNICIPALITY.most;
}
