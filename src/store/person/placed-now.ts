import type { Person } from '../../domain/person/person.js';

/** Where departments have the codes that they had. */
export const asItIs = (department: string): string => department;

/** A post by its name, as `leader.MIL` or `manager.MIL.HTN`; one of no department is as it is. */
const postNow = (post: string, codeNow: typeof asItIs): string =>
  post.replace(/^(\w+\.)([^.]+)/, (_, role: string, department: string) => role + codeNow(department));

/**
 * Somebody with their place by the codes that departments have now: theirs may have become a part of another since it was
 * written. So are the posts that they have been welcomed to, for they have them still. What they have said is not theirs stays as it was said:
 * of a department that has become a part of another it says nothing of the other one's.
 */
export function placedNow<S extends { person: Person }>(stored: S, codeNow: typeof asItIs): S {
  const { person } = stored;
  const { department, sourced } = person;
  // A place is a department, or one with a unit after a full stop.
  const now = (place: string) => place.replace(/^[^.]+/, codeNow);
  const welcomed = person.welcomed.map((post) => postNow(post, codeNow));
  const isNow =
    [department, sourced?.place].every((place) => !place || now(place) === place) &&
    welcomed.every((post, at) => post === person.welcomed[at]);
  if (isNow) return stored;
  const places = {
    welcomed: [...new Set(welcomed)],
    ...(department && { department: now(department) }),
    ...(sourced && { sourced: { ...sourced, place: now(sourced.place) } }),
  };
  return { ...stored, person: { ...person, ...places } };
}
