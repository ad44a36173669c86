import type { Directory } from '../organisation/directory.js';
import type { Department } from '../organisation/organisation.js';
import type { Person } from './person.js';
import { type Posts, postsHeld } from './posts.js';

/** What somebody follows up: the departments in which they have a post, by their codes now, and whether the whole municipality. */
export interface FollowedPlaces {
  held: Posts;
  /** Who decides there, and who manages it or a unit of it. */
  led: ReadonlySet<string>;
  managed: ReadonlySet<string>;
  whole: boolean;
}

/** Of a person as they are now. Asks no storage. */
export function followedPlaces(person: Pick<Person, 'emails' | 'disowned'>, directory: Directory): FollowedPlaces {
  const held = postsHeld(person, directory);
  const led = new Set([...held.leads, ...held.deputises].map(directory.codeNow));
  const managed = new Set(held.manages.map(({ department }) => directory.codeNow(department)));
  return { held, led, managed, whole: led.size + managed.size > 0 || held.office || held.registrar === true };
}

/** Departments by their codes, once each, without those that are gone. */
export const departmentsIn = (directory: Directory, codes: readonly string[]): Department[] =>
  [...new Set(codes)].flatMap((code) => directory.department(code) ?? []);
