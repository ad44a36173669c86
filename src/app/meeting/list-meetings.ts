import type { Meeting } from '../../domain/meeting/meeting.js';
import type { Person } from '../../domain/person/person.js';
import { type Deps, todayIn } from '../deps.js';
import { type MeetingView, readableTo, viewMeeting } from './meeting-view.js';
import { holdsIn } from './roles.js';

/** So many a page shows: "de fem närmaste". */
export const MEETINGS_A_PAGE = 5;

/** What is to come, as one reader sees it. */
export interface MeetingsAhead {
  meetings: readonly MeetingView[];
  page: number;
  more: boolean;
  /** Whether the reader may plan one. */
  mayHold: boolean;
}

/** The next meetings that somebody may come to, or holds; five of them. Two round trips' time. */
export async function listMeetings(deps: Deps, person: Person, page: number): Promise<MeetingsAhead> {
  const readable = await ahead(deps, person);
  const from = page * MEETINGS_A_PAGE;
  const shown = readable.slice(from, from + MEETINGS_A_PAGE);
  const comes = await deps.meetings.comesTo(
    shown.map(({ id }) => id),
    person.ref,
  );
  return {
    meetings: shown.map((meeting) => viewMeeting(deps, person, meeting, comes.has(meeting.id))),
    ...{ page, more: readable.length > from + MEETINGS_A_PAGE, mayHold: holdsIn(deps, person) !== undefined },
  };
}

/** Whether the way to meetings leads anywhere for somebody: there are some, or they may plan one. One round trip at most. */
export const hasMeetings = async (deps: Deps, person: Person): Promise<boolean> =>
  holdsIn(deps, person) !== undefined || (await ahead(deps, person)).length > 0;

async function ahead(deps: Deps, person: Person): Promise<Meeting[]> {
  const today = todayIn(deps);
  const planned = await deps.meetings.planned();
  return planned.filter((meeting) => meeting.on >= today && readableTo(deps, person, { meeting }) !== undefined);
}
