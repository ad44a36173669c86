import type { Directory } from '../../../domain/organisation/directory.js';
import type { Department } from '../../../domain/organisation/organisation.js';
import { type PostList, postLists } from '../../../domain/organisation/overlay/change.js';
import {
  type HolderOfPost,
  holdersInSayOf,
  reshapes,
  sayIn,
  sayOnPost,
} from '../../../domain/person/changing-posts.js';
import type { Person } from '../../../domain/person/person.js';

/** What of a department can be changed in the chat, each by a form of its own. */
export const postsParts = [...postLists, 'aliases', 'title', 'away', 'name', 'merge', 'split'] as const;
export type PostsPart = (typeof postsParts)[number];

export const isPostPart = (part: PostsPart): part is PostList => (postLists as readonly string[]).includes(part);

/** These are of the department itself, and stand with its other words: a card has room for six buttons. */
export const partsOfItself = ['name', 'merge', 'split'] as const satisfies readonly PostsPart[];
export const isOfItself = (part: PostsPart): boolean => (partsOfItself as readonly PostsPart[]).includes(part);

/** The parts that somebody may change of a department, by who they are now. */
export function partsFor(person: Person, department: Department, directory: Directory): PostsPart[] {
  const { code } = department;
  const isOpen = (part: PostsPart): boolean => {
    if (isPostPart(part)) return sayOnPost(person, { department: code, post: part }, directory) !== undefined;
    if (part === 'name') return reshapes(person, directory);
    if (part === 'merge') return reshapes(person, directory) && directory.departments.length > 1;
    if (part === 'split') return reshapes(person, directory) && department.units.length > 0;
    if (part === 'aliases') return sayIn(person, code, directory) !== undefined;
    return holdersForPart(person, department, part, directory).length > 0;
  };
  return postsParts.filter(isOpen);
}

/** Of whom a part is that is about one person. Nobody stands in for a manager, so nobody asks when they are away; elsewhere somebody has one absence. */
export function holdersForPart(
  person: Person,
  department: Department,
  part: PostsPart,
  directory: Directory,
): HolderOfPost[] {
  const holders = holdersInSayOf(person, department, directory);
  if (part !== 'away') return holders;
  const deciding = holders.filter(({ post }) => post !== 'managers');
  return [...new Map(deciding.map((holder) => [holder.contact.email, holder])).values()];
}
