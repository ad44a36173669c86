import { answersFor } from '../idea/policy.js';
import type { PersonRef } from '../person/person.js';
import { listPosts, type Posts } from '../person/posts.js';
import type { Meeting } from './meeting.js';

/**
 * What somebody is to a meeting. `keeper`: of the innovation office, or leads the department that holds it, or stands in for who leads.
 * `invited`: it is for them.
 */
export type MeetingRole = 'arranger' | 'keeper' | 'comer' | 'invited' | 'clock';

/** Whether somebody may hold meetings: for the departments that they answer for, and of the innovation office for all. */
export const mayHold = (posts: Pick<Posts, 'leads' | 'deputises' | 'office'>): boolean =>
  posts.office || answersFor(posts).length > 0;

interface AskedOfMeeting {
  refs: readonly PersonRef[];
  posts: Posts;
  /** Code of the department where they work, as it is now. */
  department: string | undefined;
  /** They have said that they come. */
  comes: boolean;
}

/** What somebody is to a meeting, who stands in it under any of these references. `department`: its own, as it is now. */
export function rolesInMeeting(
  { arranger, circle, department }: Pick<Meeting, 'arranger' | 'circle' | 'department'>,
  { refs, posts, department: works, comes }: AskedOfMeeting,
): Set<MeetingRole> {
  const roles = new Set<MeetingRole>();
  if (refs.includes(arranger)) roles.add('arranger');
  if (posts.office || (department !== undefined && answersFor(posts).includes(department))) roles.add('keeper');
  if (comes) roles.add('comer');
  const isFor = {
    everybody: true,
    department: works !== undefined && works === department,
    leaders: listPosts(posts).length > 0,
  };
  if (isFor[circle]) roles.add('invited');
  return roles;
}

/** Whether somebody with these roles may read it: those for whom it is, and what is hidden those who hold it. */
export const mayReadMeeting = ({ hidden }: Pick<Meeting, 'hidden'>, roles: ReadonlySet<MeetingRole>): boolean =>
  roles.has('keeper') || (!hidden && (roles.has('invited') || roles.has('comer') || roles.has('arranger')));
