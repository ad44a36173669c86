import { type Decider, differentPosts, type TakenAs } from '../../person/decider.js';
import type { HeldPost } from '../../person/held-posts.js';
import type { Post } from '../../person/posts.js';
import { laterOf } from '../../time.js';
import { type IdeaEvent, meaningOf } from '../events.js';
import type { Idea } from '../idea.js';
import type { Role } from '../policy.js';

/** In which of their posts somebody decides this; undefined where they act in none. */
export function takenAs(
  event: IdeaEvent,
  { department, unit, money, proposal }: Pick<Idea, 'department' | 'unit' | 'money' | 'proposal'>,
  { roles, posts = [] }: { roles: ReadonlySet<Role>; posts?: readonly HeldPost[] },
): TakenAs | undefined {
  const { data } = event;
  // Whoever notes what was decided outside has not decided it.
  if ('outside' in data) return undefined;
  const held = (role: Post['role'], code: string) =>
    posts.find(
      (post) =>
        post.role === role && (!('department' in post) || (post.department === code && !('unit' in post && post.unit))),
    );
  const office = held('office', '');
  const ofDepartment = (code: string) => held('leader', code) ?? held('deputy', code);
  const chain = meaningOf(event).chain?.(event) ?? 'home';
  switch (chain) {
    case 'money': {
      if (money?.funder === 'office') return kept(office);
      const own = money?.funder === 'unitManager' && posts.find((post) => 'unit' in post && post.unit === unit);
      return kept(own || (held('manager', department) ?? office));
    }
    case 'adopting': {
      const code = 'department' in data ? data.department : '';
      return kept(ofDepartment(code) ?? held('manager', code));
    }
    case 'proposal':
      return kept(ofDepartment(proposal?.department ?? '') ?? office);
    case 'home':
    case 'homeOrOffice':
      // What somebody does as driver, doer or owner is in no post.
      if (roles.has('decider') || roles.has('merger')) return kept(ofDepartment(department) ?? office);
      return chain === 'homeOrOffice' && roles.has('office') ? kept(office) : undefined;
  }
}

const kept = (post: HeldPost | undefined): TakenAs | undefined =>
  post && { role: post.role, place: post.place, ...('department' in post && { department: post.department }) };

/** Whether an event is a decision that somebody took in a post, so that their name stays with it. */
export const isTakenInPost = (event: Pick<IdeaEvent, 'type' | 'by' | 'as' | 'data'>): boolean => {
  const { decision, inPost } = meaningOf(event);
  // Of those of an earlier version, which kept no post, nothing else tells.
  const inPostOnly = decision === true && inPost === true;
  return event.by !== 'clock' && !('outside' in event.data) && (event.as !== undefined || inPostOnly);
};

/** What somebody has decided in these events: in which posts, and when last; undefined for nothing. */
export function decidedIn(events: readonly IdeaEvent[], by: string): Omit<Decider, 'name'> | undefined {
  const taken = events.filter((event) => event.by === by && isTakenInPost(event));
  const [first] = taken;
  if (!first) return undefined;
  return {
    posts: differentPosts(taken.flatMap(({ as }) => (as ? [as] : []))),
    until: taken.reduce((day, event) => laterOf(day, event.day), first.day),
  };
}
