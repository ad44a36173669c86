import type { Directory } from '../directory.js';
import type { Contact } from '../organisation-schema.js';
import { isSaidByUnits, passedUnits } from './passed-units.js';
import { type PassedPost, postsIn } from './posts-in.js';

export type { PassedPost } from './posts-in.js';

/** Whom another organisation gives a post in which ideas wait, and from whom it takes one. */
export function passedPosts(before: Directory, after: Directory): PassedPost[] {
  const moved = before.departments.map(({ code }) => code).filter((code) => after.codeNow(code) !== code);
  const recoded = recodedIn(moved, before, after);
  const merged = moved.filter((code) => recoded.get(after.codeNow(code)) !== code);
  const together = merged.flatMap((code) => ofMerged(code, before, after));
  const told = new Set(together.map(({ email }) => email));
  const codes = new Set([...before.departments, ...after.departments].map(({ code }) => code));
  for (const code of moved) codes.delete(code);
  const passedElse = [...codes].flatMap((code) => {
    const was = recoded.get(code) ?? code;
    return [
      ...passed(`leader.${code}`, before.leadersOf(was), after.leadersOf(code)),
      ...passed(`deputy.${code}`, before.deputiesOf(was), after.deputiesOf(code)),
    ];
  });
  const intoWhat = new Set(merged.map(after.codeNow));
  // What they have there now, that message says.
  const isSaid = ({ email, post, came }: PassedPost) =>
    came && told.has(email) && intoWhat.has(post.split('.')[1] ?? '');
  const apart = passedUnits(before, after).filter(({ email }) => !told.has(email));
  const rest = passedElse.filter((one) => !isSaid(one) && !isSaidByUnits(one, apart));
  return [...together, ...apart, ...rest];
}

/** Departments that have got another code and are the same for the rest, by that code: what each was called by before. */
function recodedIn(moved: readonly string[], before: Directory, after: Directory): ReadonlyMap<string, string> {
  const alone = moved.filter((code) => {
    const now = after.codeNow(code);
    return !before.department(now) && moved.every((other) => other === code || after.codeNow(other) !== now);
  });
  return new Map(alone.map((code) => [after.codeNow(code), code]));
}

function passed(post: string, before: readonly Contact[], after: readonly Contact[]): PassedPost[] {
  const [were, are] = [before, after].map((contacts) => new Set(contacts.map(({ email }) => email)));
  return [
    ...[...(are ?? [])].filter((email) => !were?.has(email)).map((email) => ({ email, post, came: true })),
    ...[...(were ?? [])].filter((email) => !are?.has(email)).map((email) => ({ email, post, came: false })),
  ];
}

/** Everybody with a post in a department that is a part of another now, and in that one: one message each, of what they have now. */
function ofMerged(merged: string, before: Directory, after: Directory): PassedPost[] {
  const into = after.codeNow(merged);
  const [was, has] = [postsIn(before, merged), postsIn(after, into)];
  return [...new Set([...was.keys(), ...has.keys()])].map((email) => {
    const now = has.get(email);
    const post = now ? `${now}.${into}` : `${was.get(email)}.${merged}`;
    return { email, post, came: now !== undefined, merged };
  });
}
