import type { CameFrom, Person } from '../../domain/person/person.js';

/** The department of a place by the code that it has now: of a unit, the one of which it is a part now. */
export type DepartmentNow = (department: string, unit?: string) => string;

/** Where departments have the codes that they had, and their units. */
export const asItIs: DepartmentNow = (department) => department;

/** A post by its name, as `leader.MIL` or `manager.MIL.HTN`; one of no department is as it is. */
const postNow = (post: string, departmentNow: DepartmentNow): string =>
  post.replace(
    /^(\w+\.)([^.]+)(?:\.([^.]+))?/,
    (_, role: string, department: string, unit?: string) => role + placeNow(department, unit, departmentNow),
  );

/** A place is a department, or one with a unit after a full stop. */
const placeNow = (department: string, unit: string | undefined, departmentNow: DepartmentNow): string =>
  unit === undefined ? departmentNow(department) : `${departmentNow(department, unit)}.${unit}`;

const untoldOf = ({ cameFrom }: Person): CameFrom | undefined => (cameFrom?.told ? undefined : cameFrom);

/**
 * Somebody with their place by the codes that departments have now: theirs may have become a part of another since it was
 * written, or their unit may be another one's. So are the posts that they have been welcomed to, for they have them still. What they have said is not theirs stays as it was said:
 * of a department that has become a part of another it says nothing of the other one's. From where they have come is kept until they are told.
 */
export function placedNow<S extends { person: Person }>(stored: S, departmentNow: DepartmentNow): S {
  const { person } = stored;
  const { department, unit, sourced } = person;
  const now = (place: string) => {
    const [code = '', of] = place.split('.');
    return placeNow(code, of, departmentNow);
  };
  const own = department && departmentNow(department, unit);
  const welcomed = person.welcomed.map((post) => postNow(post, departmentNow));
  const isNow =
    own === department &&
    (!sourced?.place || now(sourced.place) === sourced.place) &&
    welcomed.every((post, at) => post === person.welcomed[at]);
  if (isNow) return stored;
  const places = {
    welcomed: [...new Set(welcomed)],
    ...(own && { department: own }),
    // Of two changes before they are told, they know the department of before the first.
    ...(department && own !== department && { cameFrom: untoldOf(person) ?? { department } }),
    ...(sourced && { sourced: { ...sourced, place: now(sourced.place) } }),
  };
  return { ...stored, person: { ...person, ...places } };
}
