import { decideMeeting } from '../../domain/meeting/decide.js';
import type { MeetingEvent } from '../../domain/meeting/events.js';
import type { Meeting } from '../../domain/meeting/meeting.js';
import type { MeetingRole } from '../../domain/meeting/policy.js';
import type { PersonRef } from '../../domain/person/person.js';
import { answering, decideAndSave, type Verdict } from '../decide-and-save.js';
import type { Deps } from '../deps.js';
import { meetingSetting } from './roles.js';

/**
 * What time brings a meeting, as its due row says: named after its version, so that there is one effect however many instances do it at
 * once. False where there is nothing to do (any more).
 */
export const meetingTimePasses = (deps: Deps, id: string): Promise<boolean> =>
  decideAndSave(deps, deps.meetings, id, {
    async judge(before): Promise<Verdict<Meeting, MeetingEvent, boolean>> {
      const clock = { ref: 'clock', roles: new Set(['clock'] as const) } as const;
      const command = { type: 'bringNext', data: {}, words: {} } as const;
      const decision = before && decideMeeting(command, before.meeting, clock, meetingSetting(deps));
      if (!before || !decision?.ok) return answering(false);
      const idempotencyKey = `bringNext.${id}.${before.meeting.seq}`;
      return { ...{ kind: 'change', idempotencyKey, events: [decision.value] }, answers: () => true };
    },
    again: async () => false,
  });

/** Gives the seat back of somebody who has left; nothing where they have none. Done again it changes nothing. */
export function freeSeatOf(deps: Deps, person: PersonRef, id: string): Promise<void> {
  const { load: _, ...store } = deps.meetings;
  return decideAndSave(deps, { ...store, load: (one) => deps.meetings.loadFor(one, person) }, id, {
    async judge(before): Promise<Verdict<Meeting, MeetingEvent, void>> {
      if (!before?.comes) return answering(undefined);
      const roles = new Set<MeetingRole>(['clock', 'comer']);
      const command = { type: 'freeSeat', data: {}, words: {} } as const;
      const decision = decideMeeting(command, before.meeting, { ref: 'clock', roles }, meetingSetting(deps));
      if (!decision.ok) return answering(undefined);
      const idempotencyKey = `freeSeat.${id}.${before.meeting.seq}`;
      return { ...{ kind: 'change', idempotencyKey, events: [decision.value] }, answers: () => undefined };
    },
    again: async () => undefined,
  });
}
