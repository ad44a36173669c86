import type { MeetingCommand, MeetingCommandType } from '../../domain/meeting/commands.js';
import { decideMeeting } from '../../domain/meeting/decide.js';
import type { MeetingEvent } from '../../domain/meeting/events.js';
import type { Meeting, MeetingTime } from '../../domain/meeting/meeting.js';
import type { MeetingRefusal } from '../../domain/meeting/refusal.js';
import type { MeetingWords } from '../../domain/meeting/words.js';
import type { Person } from '../../domain/person/person.js';
import type { StoredMeeting } from '../../store/meeting/meetings.js';
import { answering, decideAndSave, type Verdict } from '../decide-and-save.js';
import type { Deps } from '../deps.js';
import { type MeetingView, readableTo, viewMeeting } from './meeting-view.js';
import { meetingSetting, rolesByMeeting } from './roles.js';

/** What a person can do to a meeting that exists. */
export type MeetingAct = Exclude<MeetingCommandType, 'addMeeting' | 'bringNext' | 'freeSeat'>;

export interface MeetingActRequest {
  id: string;
  idempotencyKey: string;
  type: MeetingAct;
  /** That of the pressed card. */
  decisionVersion?: number | undefined;
  words: MeetingWords;
  /** The time and the seats of one that is changed. */
  time?: MeetingTime | undefined;
  seats?: number | undefined;
  /** The activity whose card will show the outcome to the actor. */
  shownIn?: string;
}

export type ActedOnMeeting =
  | { ok: true; view: MeetingView; event: MeetingEvent }
  /** Nothing changed. What stands now is absent where there is none, or it is not for them. */
  | { ok: false; refusal: MeetingRefusal; view?: MeetingView };

/** Load, judge on what is stored, decide, save. The same operation twice is one effect and the same answer. Two round trips. */
export async function actOnMeeting(deps: Deps, person: Person, request: MeetingActRequest): Promise<ActedOnMeeting> {
  const { id, idempotencyKey, type, decisionVersion, words, time, seats, shownIn } = request;
  const { load: _, ...store } = deps.meetings;
  const refused = async (stored: StoredMeeting, refusal: MeetingRefusal): Promise<ActedOnMeeting> => {
    // A refusal may be our own effect, seen again.
    const effect = await deps.commits.effectOf(idempotencyKey);
    if (effect?.record === 'meeting' && effect.id === id && effect.by === person.ref)
      return again(deps, person, effect);
    const view = readableTo(deps, person, stored);
    return { ok: false, refusal, ...(view && { view }) };
  };
  return decideAndSave(deps, { ...store, load: (one) => deps.meetings.loadFor(one, person.ref) }, id, {
    async judge(before): Promise<Verdict<Meeting, MeetingEvent, ActedOnMeeting>> {
      if (!before) return answering({ ok: false, refusal: { code: 'notFound' } });
      const { meeting, comes } = before;
      const actor = { ref: person.ref, roles: rolesByMeeting(deps, person, meeting, comes !== undefined) };
      const data = type === 'changeMeeting' ? { ...time, ...(seats !== undefined && { seats }) } : {};
      const command = { type, data, words, ...(decisionVersion !== undefined && { decisionVersion }) };
      const decision = decideMeeting(command as MeetingCommand, meeting, actor, meetingSetting(deps));
      if (!decision.ok) return answering(await refused(before, decision.refusal));
      const { value: event } = decision;
      return {
        ...{ kind: 'change', idempotencyKey, events: [event], ...(shownIn && { shownIn }) },
        answers: (after) => ({ ok: true, view: viewMeeting(deps, person, after, comesAfter(event, before)), event }),
      };
    },
    again: (effect) => again(deps, person, effect),
  });
}

const comesAfter = ({ type }: MeetingEvent, { comes }: StoredMeeting): boolean =>
  type === 'seatTaken' || (type !== 'seatGivenUp' && comes !== undefined);

/** An operation that was spent before: the same answer for the one who did, and nothing for anybody else. */
async function again(
  deps: Deps,
  person: Person,
  { record, id, seq, by }: { record: string; id: string; seq: number; by: string },
): Promise<ActedOnMeeting> {
  const [stored, event] =
    record === 'meeting'
      ? await Promise.all([deps.meetings.loadFor(id, person.ref), deps.meetings.event(id, seq)])
      : [undefined, undefined];
  const view = stored && readableTo(deps, person, stored);
  return event && view && by === person.ref
    ? { ok: true, view, event }
    : { ok: false, refusal: { code: 'stale' }, ...(view && { view }) };
}
