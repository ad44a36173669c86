import type { Directory } from '../organisation/directory.js';
import type { Localised } from '../organisation/organisation.js';
import type { Person } from './person.js';
import type { Post } from './posts.js';
import { ownPosts } from './welcome.js';

/** A post that the one who acts holds now, with the name of its place. */
export type HeldPost = Post & { place: Localised };

/** A person's posts with the names of their places, as they are now. */
export const heldPosts = (person: Pick<Person, 'emails' | 'disowned'>, directory: Directory): HeldPost[] =>
  ownPosts(person, directory).flatMap((post) => {
    // A registrar decides nothing.
    if (post.role === 'registrar') return [];
    const place = 'department' in post ? placeOf(post, directory) : directory.officeName;
    return place ? [{ ...post, place }] : [];
  });

function placeOf(post: { department: string; unit?: string }, directory: Directory): Localised | undefined {
  if (post.unit) return directory.unit(post.unit)?.unit.name;
  return directory.department(post.department)?.name;
}

/** Whether somebody has or has had a post, in which they may have decided something: every post is welcomed once. */
export const hasHadPost = (person: Pick<Person, 'emails' | 'disowned' | 'welcomed'>, directory: Directory): boolean =>
  ownPosts(person, directory).length > 0 || person.welcomed.some((name) => name === 'office' || name.includes('.'));
