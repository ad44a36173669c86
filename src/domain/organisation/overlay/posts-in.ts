import type { Directory } from '../directory.js';

/** Somebody who has come to lead a department's ideas, or to do so while a leader cannot; or who has left that. */
export interface PassedPost {
  email: string;
  /** `leader.MIL`, `deputy.VOO`: also through a unit. Of a department that has become a part of another, `manager.MIL` as well. */
  post: string;
  came: boolean;
  /** By its code, the department that has become a part of the one in which they have the post, or of the one that has their post now. */
  merged?: string;
  /** Units have left a department of theirs, or come to it: which, where (passed-units.ts). */
  apart?: string;
}

/** Of managers: a list of thousands says who works there, and not who decides. */
const MOST_MANAGERS = 50;

/** The first post in a department of everybody who has one there, by address: `leader`, `deputy`, `manager`. */
export function postsIn(directory: Directory, code: string): Map<string, string> {
  const managers = directory.department(code)?.managers ?? [];
  const all = [
    ...directory.leadersOf(code).map(({ email }) => [email, 'leader'] as const),
    ...directory.deputiesOf(code).map(({ email }) => [email, 'deputy'] as const),
    ...(managers.length > MOST_MANAGERS ? [] : managers).map(({ email }) => [email, 'manager'] as const),
  ];
  return new Map(all.toReversed());
}
