import type { Directory } from '../../organisation/directory.js';
import type { MovedUnits } from '../../organisation/overlay/moved-units.js';
import type { Idea } from '../idea.js';
import { keepsPlace } from '../policy.js';
import { isSameDepartment } from './own-codes.js';

type OfUnit = Pick<
  Idea,
  'department' | 'unit' | 'confidential' | 'keptNames' | 'joined' | 'submitter' | 'coSubmitters'
>;

/**
 * The department to which an idea follows its unit, which has left the one that has the idea; by the organisation as it is now, for a unit may have moved
 * on or gone back since. Undefined of any other: of no unit, passed on by people, or of somebody whose name is kept: that it
 * moved would tell where they work.
 */
export function departmentFollowed(
  idea: OfUnit,
  moved: readonly MovedUnits[],
  directory: Pick<Directory, 'unit' | 'codeNow'>,
): string | undefined {
  const { unit, department } = idea;
  if (unit === undefined || keepsPlace(idea)) return undefined;
  if (!moved.some(({ codes, units }) => codes.includes(department) && units.includes(unit))) return undefined;
  const now = directory.unit(unit)?.department.code;
  return now === undefined || isSameDepartment(now, department, directory) ? undefined : now;
}
