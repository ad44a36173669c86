import type { Directory } from '../directory.js';
import { type MovedUnits, movedUnits } from './moved-units.js';
import { type PassedPost, postsIn } from './posts-in.js';

/** Of so many departments at once one message tells: more is a reorganisation, of which people hear otherwise. */
const MOST_WAYS = 5;

/** Which units moved where, in few letters: `VOO.MIL.HTS`, and of several units at once `VOO.MIL`. No code holds these signs. */
const wayOf = ({ from, into, units: [unit, ...others] }: MovedUnits): string =>
  [from, into, ...(unit !== undefined && others.length === 0 ? [unit] : [])].join('.');

/** A way as it was written. */
export function readWay(way: string): { from: string; into: string; unit?: string } {
  const [from = '', into = '', unit] = way.split('.');
  return { from, into, ...(unit !== undefined && { unit }) };
}

/** Everybody with a post in a department that units have left, or to which they have come: one message each, of what they have there now. */
export function passedUnits(before: Directory, after: Directory): PassedPost[] {
  const told = new Map<string, { ways: MovedUnits[]; was: string[]; has: string[] }>();
  for (const way of movedUnits(before, after)) {
    const { from, into } = way;
    const here = [...new Set([after.codeNow(from), into])];
    const posts = (directory: Directory, codes: readonly string[]) =>
      codes.flatMap((code) =>
        [...postsIn(directory, code)].map(([email, post]) => [email, `${post}.${code}`] as const),
      );
    const add = (email: string, part: 'was' | 'has', post: string) => {
      const one = told.get(email) ?? { ways: [], was: [], has: [] };
      if (!one.ways.includes(way)) one.ways.push(way);
      one[part].push(post);
      told.set(email, one);
    };
    for (const [email, post] of posts(before, [from])) add(email, 'was', post);
    // What they come to first: they have it by this.
    for (const [email, post] of posts(after, here.toReversed())) add(email, 'has', post);
  }
  return [...told].map(([email, { ways, was, has }]) => {
    const [post = ''] = [...has, ...was];
    const apart = ways.slice(0, MOST_WAYS).map(wayOf).join(',');
    return { email, post, came: has.length > 0, apart };
  });
}

/** Whether what passes to or from somebody is said by that message: a post in one of its departments. */
export function isSaidByUnits({ email, post }: PassedPost, told: readonly PassedPost[]): boolean {
  const [, department = ''] = post.split('.');
  const ways = told.find((one) => one.email === email)?.apart?.split(',') ?? [];
  return ways.map(readWay).some(({ from, into }) => from === department || into === department);
}
