import type { MeetingEvent } from '../../domain/meeting/events.js';
import { movedTo, namedInEvent } from '../../domain/meeting/leaving.js';
import type { Meeting } from '../../domain/meeting/meeting.js';
import type { MeetingRole } from '../../domain/meeting/policy.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { RecordPlace } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import type { RecordRange } from '../../store/idea/record-pages.js';
import type { Deps } from '../deps.js';
import { eventsHeld, forgetRecordOf, moveMessages } from '../person-in-record.js';
import { freeSeatOf } from './as-clock.js';
import { rolesByMeeting } from './roles.js';

/** What is stored of somebody about one meeting. Nobody else is named in it. */
export interface HeldInMeeting {
  record: 'meeting';
  createdAt: Instant;
  meeting: Meeting;
  roles: ReadonlySet<MeetingRole>;
  /** What they did. */
  events: MeetingEvent[];
  earlier?: RecordPlace;
}

/** Undefined where there is no such meeting (any more). Three round trips. */
export async function heldInMeeting(
  deps: Deps,
  person: Person,
  id: string,
  part?: RecordRange,
): Promise<HeldInMeeting | undefined> {
  const stored = await deps.meetings.loadFor(id, person.ref);
  if (!stored) return undefined;
  const { meeting, comes } = stored;
  const refs = heldRefsOf(person);
  const isNamed = (event: MeetingEvent) => namedInEvent(event).some((ref) => refs.includes(ref));
  const { events, earlier, since } = await eventsHeld(deps.meetings, id, part, isNamed);
  const roles = rolesByMeeting(deps, person, meeting, comes !== undefined);
  return {
    ...{ record: 'meeting', createdAt: since ?? meeting.changedAt, meeting, roles, events },
    ...(earlier && { earlier }),
  };
}

/**
 * Takes somebody who has left out of one meeting: their seat is free for somebody else. What they have arranged stays, and leads to nobody.
 * Broken off anywhere it is done again; the trace goes last.
 */
export async function leaveMeeting(deps: Deps, person: PersonRef, id: string): Promise<void> {
  await freeSeatOf(deps, person, id);
  await forgetRecordOf(deps, person, id);
}

/** So often it is tried again where somebody else changes the meeting in between. */
const TRIES = 20;

/** Of two references that are one person's, what stands under the first stands under the second; whoever comes twice comes once. */
export async function moveInMeeting(deps: Deps, id: string, from: PersonRef, to: PersonRef): Promise<void> {
  await movedIn(deps, id, from, to);
  await moveMessages(deps, id, from, to);
}

async function movedIn({ meetings }: Pick<Deps, 'meetings'>, id: string, from: PersonRef, to: PersonRef) {
  for (let tries = 0; tries < TRIES; tries++) {
    const [before, other] = await Promise.all([meetings.loadFor(id, from), meetings.loadFor(id, to)]);
    if (!before) return;
    const { meeting, comes } = before;
    const twice = comes !== undefined && other?.comes !== undefined;
    const after = { ...movedTo(meeting, from, to), coming: meeting.coming - (twice ? 1 : 0) };
    if (!comes && JSON.stringify(after) === JSON.stringify(meeting)) return;
    if (await meetings.keep(before, after, twice ? undefined : to)) return;
  }
  throw new Error(`Meeting ${id} changed ${TRIES} times while somebody's name in it was to change`);
}
