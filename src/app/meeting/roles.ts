import { answersFor } from '../../domain/idea/policy.js';
import type { MeetingSetting } from '../../domain/meeting/decide.js';
import type { Meeting } from '../../domain/meeting/meeting.js';
import { type MeetingRole, mayHold, rolesInMeeting } from '../../domain/meeting/policy.js';
import type { Department } from '../../domain/organisation/organisation.js';
import { heldRefsOf, type Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import { type Deps, timeZoneOf } from '../deps.js';

/** What somebody is to a meeting, as posts are now: of a department that has become a part of another, those of that one count. */
export function rolesByMeeting(
  { directory }: Pick<Deps, 'directory'>,
  person: Person,
  { arranger, circle, department }: Pick<Meeting, 'arranger' | 'circle' | 'department'>,
  comes: boolean,
): Set<MeetingRole> {
  const now = (code: string | undefined) => (code === undefined ? undefined : directory().codeNow(code));
  const held = now(department);
  return rolesInMeeting(
    { arranger, circle, ...(held !== undefined && { department: held }) },
    { refs: heldRefsOf(person), posts: postsHeld(person, directory()), department: now(person.department), comes },
  );
}

/** Where somebody may hold meetings: for which departments, and whether for the municipality; undefined where they may not at all. */
export function holdsIn(
  { directory }: Pick<Deps, 'directory'>,
  person: Person,
): { departments: Department[]; municipality: boolean } | undefined {
  const posts = postsHeld(person, directory());
  if (!mayHold(posts)) return undefined;
  // The office's own is that in which whoever holds it works.
  const codes = [...answersFor(posts), ...(posts.office && person.department ? [person.department] : [])];
  const departments = [...new Set(codes)].flatMap((code) => directory().department(directory().codeNow(code)) ?? []);
  return { departments, municipality: posts.office };
}

/** The world as a decision on a meeting sees it. */
export const meetingSetting = (deps: Pick<Deps, 'settings' | 'now'>): MeetingSetting => ({
  now: deps.now(),
  timeZone: timeZoneOf(deps),
  calendar: deps.settings().calendar,
});
