import type { GroupEvent } from '../../domain/group/events.js';
import { type Group, memberOf } from '../../domain/group/group.js';
import { movedTo, namedInEvent } from '../../domain/group/leaving.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { RecordPlace } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import type { RecordRange } from '../../store/idea/record-pages.js';
import type { Deps } from '../deps.js';
import { changeKept, eventsHeld, forgetRecordOf, moveMessages } from '../person-in-record.js';
import { dropFromGroup } from './as-clock.js';

/** What is stored of somebody about one group. Nobody else is named in it. */
export interface HeldInGroup {
  record: 'group';
  createdAt: Instant;
  group: Group;
  /** They are in it now. */
  isMember: boolean;
  /** What they did, and what was asked of them. */
  events: GroupEvent[];
  earlier?: RecordPlace;
}

/** Undefined where there is no such group (any more). Three round trips. */
export async function heldInGroup(
  deps: Deps,
  person: Person,
  id: string,
  part?: RecordRange,
): Promise<HeldInGroup | undefined> {
  const group = (await deps.groups.load(id))?.group;
  if (!group) return undefined;
  const refs = heldRefsOf(person);
  const isNamed = (event: GroupEvent) => namedInEvent(event).some((ref) => refs.includes(ref));
  const { events, earlier, since } = await eventsHeld(deps.groups, id, part, isNamed);
  const isMember = refs.some((ref) => memberOf(group, ref)?.accepted);
  return {
    ...{ record: 'group', createdAt: since ?? group.changedAt, group, isMember, events },
    ...(earlier && { earlier }),
  };
}

/** Takes somebody who has left out of one group: what they were to do is the founder's to give away. Broken off anywhere it is done again; the trace goes last. */
export async function leaveGroup(deps: Deps, person: PersonRef, id: string): Promise<void> {
  await dropFromGroup(deps, person, id);
  await forgetRecordOf(deps, person, id);
}

/** Of two references that are one person's, what stands under the first stands under the second. */
export async function moveInGroup(deps: Deps, id: string, from: PersonRef, to: PersonRef): Promise<void> {
  await changeKept(
    deps.groups,
    id,
    ({ group }) => group,
    (group) => movedTo(group, from, to),
  );
  await moveMessages(deps, id, from, to);
}
