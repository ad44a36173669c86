import type { Directory } from '../organisation/directory.js';
import type { Person } from '../person/person.js';
import { postsHeld } from '../person/posts.js';

/**
 * The departments for which somebody may enter what exists already: those that they lead, deputise in or manage, as a whole or a
 * unit of them; the innovation office for every one. None for everybody else.
 */
export function mayEnterFor({ emails, disowned }: Pick<Person, 'emails' | 'disowned'>, directory: Directory): string[] {
  const { leads, deputises, manages, office } = postsHeld({ emails, disowned }, directory);
  if (office) return directory.departments.map(({ code }) => code);
  return [...new Set([...leads, ...deputises, ...manages.map(({ department }) => department)])];
}

/** The one of these that somebody means by saying none: their own, or the only one. */
export const usualAmong = (codes: readonly string[], own: string | undefined): string | undefined =>
  own !== undefined && codes.includes(own) ? own : codes.length === 1 ? codes[0] : undefined;
