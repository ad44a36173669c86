import type { Person } from '../../domain/person/person.js';

/** Where departments have the codes that they had. */
export const asItIs = (department: string): string => department;

/** Somebody with their place by the codes that departments have now: theirs may have become a part of another since it was written. */
export function placedNow<S extends { person: Person }>(stored: S, codeNow: typeof asItIs): S {
  const { person } = stored;
  const { department, sourced } = person;
  // A place is a department, or one with a unit after a full stop.
  const now = (place: string) => place.replace(/^[^.]+/, codeNow);
  const isNow = [department, sourced?.place].every((place) => !place || now(place) === place);
  if (isNow) return stored;
  const places = {
    ...(department && { department: now(department) }),
    ...(sourced && { sourced: { ...sourced, place: now(sourced.place) } }),
  };
  return { ...stored, person: { ...person, ...places } };
}
