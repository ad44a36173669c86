import type { Meeting } from '../../domain/meeting/meeting.js';
import { type MeetingRole, mayReadMeeting } from '../../domain/meeting/policy.js';
import type { Person } from '../../domain/person/person.js';
import type { StoredMeeting } from '../../store/meeting/meetings.js';
import type { Deps } from '../deps.js';
import { rolesByMeeting } from './roles.js';

/** A meeting as one reader sees it. */
export interface MeetingView {
  meeting: Meeting;
  roles: ReadonlySet<MeetingRole>;
  /** Who comes, by name, for those who hold it, where they ask; others see how many. */
  comers?: readonly string[] | undefined;
}

/** So many are named: a card has room for them, and a room for a few more. */
export const MOST_NAMED = 60;

export const viewMeeting = (deps: Pick<Deps, 'directory'>, person: Person, meeting: Meeting, comes: boolean) => ({
  meeting,
  roles: rolesByMeeting(deps, person, meeting, comes),
});

/** The same where they may read it. */
export function readableTo(
  deps: Pick<Deps, 'directory'>,
  person: Person,
  { meeting, comes }: Pick<StoredMeeting, 'meeting' | 'comes'>,
): MeetingView | undefined {
  const view: MeetingView = viewMeeting(deps, person, meeting, comes !== undefined);
  return mayReadMeeting(meeting, view.roles) ? view : undefined;
}

/**
 * A meeting as somebody may read it; undefined where there is none, and where it is not for them. `named`: with who comes, where
 * they hold it. One round trip, three with names.
 */
export async function openMeeting(
  deps: Deps,
  person: Person,
  id: string,
  { named = false } = {},
): Promise<MeetingView | undefined> {
  const stored = await deps.meetings.loadFor(id, person.ref);
  const view = stored && readableTo(deps, person, stored);
  if (!view || !named || !view.roles.has('keeper')) return view;
  const refs = await deps.meetings.comers(id, MOST_NAMED);
  const names = await deps.people.namesOf(refs);
  return { ...view, comers: refs.flatMap((ref) => names.get(ref)?.name ?? []).toSorted() };
}
