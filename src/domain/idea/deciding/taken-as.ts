import type { HeldPost } from '../../person/held-posts.js';
import type { Post } from '../../person/posts.js';
import { laterOf } from '../../time.js';
import type { IdeaEvent } from '../events.js';
import type { Idea } from '../idea.js';
import type { Role } from '../policy.js';
import { type Decider, differentPosts, type TakenAs } from './decider.js';

/** In which of their posts somebody decides this; undefined where they act in none. */
export function takenAs(
  { type, data }: Pick<IdeaEvent, 'type' | 'data'>,
  { department, unit, money, proposal }: Pick<Idea, 'department' | 'unit' | 'money' | 'proposal'>,
  { roles, posts = [] }: { roles: ReadonlySet<Role>; posts?: readonly HeldPost[] },
): TakenAs | undefined {
  // Whoever notes what was decided outside has not decided it.
  if ('outside' in data) return undefined;
  const held = (role: Post['role'], code: string) =>
    posts.find(
      (post) =>
        post.role === role && (!('department' in post) || (post.department === code && !('unit' in post && post.unit))),
    );
  if (type === 'granted' || type === 'moneyDeclined') {
    if (money?.funder === 'office') return kept(held('office', ''));
    const own = money?.funder === 'unitManager' && posts.find((post) => 'unit' in post && post.unit === unit);
    return kept(own || (held('manager', department) ?? held('office', '')));
  }
  if (type === 'adopted' || type === 'notNow' || type === 'stoppedUsing') {
    const { department: code } = data as { department: string };
    return kept(held('leader', code) ?? held('deputy', code));
  }
  // Whoever answers a proposal decides on the idea that it was put to.
  if (type === 'mergeDeclined' || (type === 'merged' && 'asker' in data && data.asker !== undefined)) {
    const code = proposal?.department ?? '';
    return kept(held('leader', code) ?? held('deputy', code) ?? held('office', ''));
  }
  if (roles.has('decider') || type === 'absorbed')
    return kept(held('leader', department) ?? held('deputy', department) ?? held('office', ''));
  return roles.has('office') && type === 'passedOn' ? kept(held('office', '')) : undefined;
}

const kept = (post: HeldPost | undefined): TakenAs | undefined =>
  post && { role: post.role, place: post.place, ...('department' in post && { department: post.department }) };

/** What is no decision on where an idea goes, and is done in a post all the same: that is kept with it. */
export const isDoneInPost = ({ type }: Pick<IdeaEvent, 'type'>): boolean =>
  type === 'mergeDeclined' ||
  type === 'absorbed' ||
  type === 'driverNamed' ||
  type === 'ownerNamed' ||
  type === 'hidden' ||
  type === 'hiddenRead';

/** Decisions that nobody takes but in a post: of those of an earlier version nothing else tells. */
const inPostOnly: ReadonlySet<IdeaEvent['type']> = new Set([
  ...([
    'explored',
    'doingAsked',
    'planApproved',
    'sentBack',
    'granted',
    'moneyDeclined',
    'usedHere',
    'scaled',
  ] as const),
  ...(['adopted', 'notNow', 'stoppedUsing', 'backToTest', 'passedOn', 'closed', 'merged'] as const),
]);

/** Whether an event is a decision that somebody took in a post, so that their name stays with it. */
export const isTakenInPost = (event: Pick<IdeaEvent, 'type' | 'by' | 'as' | 'data'>): boolean =>
  event.by !== 'clock' && !('outside' in event.data) && (event.as !== undefined || inPostOnly.has(event.type));

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
