import type { Directory } from '../organisation/directory.js';
import type { Place } from '../organisation/place.js';
import type { Person } from './person.js';
import { listPosts, type Post, postName, postsHeld } from './posts.js';

const MEMBER = 'member';

/** The posts that a person has, without those of which they have said that they are not theirs. */
export const ownPosts = ({ emails, disowned }: Pick<Person, 'emails' | 'disowned'>, directory: Directory): Post[] =>
  listPosts(postsHeld({ emails, disowned }, directory));

/** As what somebody has still to be welcomed: as one of the municipality, and for each post. */
export const unwelcomed = (person: Person, directory: Directory): string[] =>
  [MEMBER, ...ownPosts(person, directory).map(postName)].filter((name) => !person.welcomed.includes(name));

/** The person as somebody who is welcomed as these. Those whose department is not known are where their post is. */
export function welcomedAs(person: Person, names: readonly string[], directory: Directory): Person {
  const fresh = names.filter((name) => !person.welcomed.includes(name));
  const { department, unit } = person.department ? {} : placeOf(ownPosts(person, directory));
  const place = { ...(department && { department }), ...(unit && !person.protected && { unit }) };
  return { ...person, ...place, welcomed: [...person.welcomed, ...fresh] };
}

function placeOf(posts: readonly Post[]): Partial<Place> {
  for (const post of posts) {
    if ('department' in post) return { department: post.department, ...('unit' in post && { unit: post.unit }) };
  }
  return {};
}
