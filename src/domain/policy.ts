import type { Idea, Tier } from './idea.js';
import type { Directory } from './organisation.js';
import { type PersonRef, type Posts, postsOf } from './person.js';

/** What somebody is to one idea. Nobody is a decider of an idea that they submitted. */
export type Role = 'submitter' | 'decider' | 'driver' | 'doer' | 'office' | 'clock';

const order: readonly Tier[] = ['leader', 'deputy', 'office'];

/** The tier that decides now: as stored, or a later one when the department has lost its leaders (or is gone) since. */
export function tierOf(idea: Pick<Idea, 'tier' | 'department'>, directory: Directory): Tier {
  const present = directory.department(idea.department) ? directory.decidersOf(idea.department, []).role : 'office';
  return order.indexOf(present) > order.indexOf(idea.tier) ? present : idea.tier;
}

/** Leaders always; a deputy while a leader is away or may not decide; the innovation office when neither can. */
function mayDecide(posts: Posts, idea: Idea, directory: Directory, aLeaderIsAway: boolean): boolean {
  const tier = tierOf(idea, directory);
  return (
    posts.leads.includes(idea.department) ||
    (posts.deputises.includes(idea.department) && (aLeaderIsAway || tier !== 'leader')) ||
    (posts.office && tier === 'office')
  );
}

/** A person's roles on an idea as it is stored now; never what a card claims. */
export function rolesOn(
  person: { ref: PersonRef; emails: readonly string[] },
  idea: Idea,
  directory: Directory,
  aLeaderIsAway: boolean,
): ReadonlySet<Role> {
  const posts = postsOf(person.emails, directory);
  const roles = new Set<Role>();
  if (person.ref === idea.submitter) roles.add('submitter');
  else if (mayDecide(posts, idea, directory, aLeaderIsAway)) roles.add('decider');
  if (person.ref === idea.driver) roles.add('driver');
  if (person.ref === idea.doer?.person) roles.add('doer');
  if (posts.office && person.ref !== idea.submitter) roles.add('office');
  return roles;
}

/** Everyone may read an idea; the name of a submitter who asked for it is for those who decide, and for themselves. */
export const maySeeSubmitter = (roles: ReadonlySet<Role>, idea: Idea): boolean =>
  !idea.confidential || roles.has('decider') || roles.has('submitter');

/** Hidden words are out of sight for all but the one who wrote them, who can then write them anew. */
export const maySeeWords = (roles: ReadonlySet<Role>, idea: Idea): boolean => !idea.hidden || roles.has('submitter');

/** True when the idea waits for this person now. */
export function isTheirTurn(person: PersonRef, roles: ReadonlySet<Role>, idea: Idea): boolean {
  if (!idea.waiting) return false;
  return idea.waiting.for === 'deciders' ? roles.has('decider') : idea.waiting.person === person;
}
