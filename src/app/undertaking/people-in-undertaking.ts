import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { RecordPlace } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import type { UndertakingEvent } from '../../domain/undertaking/events.js';
import { movedTo, namedInEvent } from '../../domain/undertaking/leaving.js';
import type { UndertakingRole } from '../../domain/undertaking/policy.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import type { RecordRange } from '../../store/idea/record-pages.js';
import type { Deps } from '../deps.js';
import { changeKept, eventsHeld, forgetRecordOf, moveMessages } from '../person-in-record.js';
import { rolesByUndertaking } from './roles.js';

/** What is stored of somebody about one undertaking. Nobody else is named in it. */
export interface HeldInUndertaking {
  record: 'undertaking';
  createdAt: Instant;
  undertaking: Undertaking;
  roles: ReadonlySet<UndertakingRole>;
  /** What they did. */
  events: UndertakingEvent[];
  earlier?: RecordPlace;
}

/** Undefined where there is no such undertaking (any more). Three round trips. */
export async function heldInUndertaking(
  deps: Deps,
  person: Person,
  id: string,
  part?: RecordRange,
): Promise<HeldInUndertaking | undefined> {
  const undertaking = (await deps.undertakings.load(id))?.undertaking;
  if (!undertaking) return undefined;
  const refs = heldRefsOf(person);
  const isNamed = (event: UndertakingEvent) => namedInEvent(event).some((ref) => refs.includes(ref));
  const { events, earlier, since } = await eventsHeld(deps.undertakings, id, part, isNamed);
  const roles = rolesByUndertaking(deps, person, undertaking);
  return {
    ...{ record: 'undertaking', createdAt: since ?? undertaking.changedAt, undertaking, roles, events },
    ...(earlier && { earlier }),
  };
}

/**
 * Takes somebody who has left out of one undertaking. It stays, for it was added for their department, and leads to nobody. Broken off
 * anywhere it is done again; the trace goes last.
 */
export async function leaveUndertaking(deps: Deps, person: PersonRef, id: string): Promise<void> {
  await forgetRecordOf(deps, person, id);
}

/** Of two references that are one person's, what stands under the first stands under the second. */
export async function moveInUndertaking(deps: Deps, id: string, from: PersonRef, to: PersonRef): Promise<void> {
  await changeKept(
    deps.undertakings,
    id,
    ({ undertaking }) => undertaking,
    (undertaking) => movedTo(undertaking, from, to),
  );
  await moveMessages(deps, id, from, to);
}
