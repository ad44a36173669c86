import type { Directory } from '../directory.js';
import type { Contact } from '../organisation-schema.js';

/** Somebody who has come to lead a department's ideas, or to do so while a leader cannot; or who has left that. */
export interface PassedPost {
  email: string;
  /** `leader.MIL`, `deputy.VOO`: also through a unit. */
  post: string;
  came: boolean;
}

/** More in one change are a reorganisation, of which people hear otherwise. */
const MOST_PASSED = 500;

/** Whom another organisation gives a post in which ideas wait, and from whom it takes one. */
export function passedPosts(before: Directory, after: Directory): PassedPost[] {
  const codes = new Set([...before.departments, ...after.departments].map(({ code }) => code));
  const all = [...codes].flatMap((code) => [
    ...passed(`leader.${code}`, before.leadersOf(code), after.leadersOf(code)),
    ...passed(`deputy.${code}`, before.deputiesOf(code), after.deputiesOf(code)),
  ]);
  return all.length > MOST_PASSED ? [] : all;
}

function passed(post: string, before: readonly Contact[], after: readonly Contact[]): PassedPost[] {
  const [were, are] = [before, after].map((contacts) => new Set(contacts.map(({ email }) => email)));
  return [
    ...[...(are ?? [])].filter((email) => !were?.has(email)).map((email) => ({ email, post, came: true })),
    ...[...(were ?? [])].filter((email) => !are?.has(email)).map((email) => ({ email, post, came: false })),
  ];
}
