import { listPosts, type Post, parsePost, postName, postsOf } from '../../domain/person/posts.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { ReadPerson } from '../../store/person/people.js';
import type { Deps } from '../deps.js';
import { amendPerson } from './change-person.js';

export interface Disowning {
  /** The name of the post (`postName`). */
  post: string;
}

export interface Disowned {
  me: ReadPerson;
  post: Post;
}

/** Somebody says that a post which the organisation file gives them is not theirs: its messages stop. Refused where they have no such post. Two round trips. */
export async function disownPost(
  deps: Pick<Deps, 'people' | 'directory'>,
  me: ReadPerson,
  { post: said }: Disowning,
): Promise<Result<Disowned, { code: 'notTheirPost' }>> {
  const post = parsePost(said, deps.directory());
  const theirs = listPosts(postsOf(me.person.emails, deps.directory())).map(postName);
  // A card from before its department got another code names it as it was.
  const name = post && postName(post);
  if (!name || !theirs.includes(name)) return refuse({ code: 'notTheirPost' });
  const now = await amendPerson(deps, me, (person) =>
    person.disowned.includes(name) ? undefined : { ...person, disowned: [...person.disowned, name] },
  );
  return accept({ me: now, post });
}
