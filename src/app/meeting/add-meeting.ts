import { newIdeaId } from '../../domain/ids.js';
import { decideMeeting } from '../../domain/meeting/decide.js';
import type { MeetingEvent } from '../../domain/meeting/events.js';
import { type Meeting, type MeetingTime, meetingCircles } from '../../domain/meeting/meeting.js';
import type { MeetingRefusal } from '../../domain/meeting/refusal.js';
import type { MeetingWords } from '../../domain/meeting/words.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { OperationEffect } from '../../store/commit.js';
import { answering, decideAndCreate, type Verdict } from '../decide-and-save.js';
import { type Deps, todayIn } from '../deps.js';
import { holdsIn, meetingSetting } from './roles.js';

/** What stands in the form. `forWhom`: a circle, or the code of the department for whose people it is. */
export interface MeetingAdded extends MeetingTime {
  idempotencyKey: string;
  forWhom: string;
  seats?: number | undefined;
  words: MeetingWords;
}

type MeetingMade = Result<Meeting, MeetingRefusal>;

/**
 * Plans a meeting, once for each form: the same again gives the one that it became. It is announced where there is a place left in
 * the month, and stands in the list in any case. Two round trips.
 */
export async function addMeeting(
  deps: Deps,
  person: Person,
  { idempotencyKey, forWhom, seats, words, on, at, minutes }: MeetingAdded,
): Promise<MeetingMade> {
  const where = circleOf(deps, person, forWhom);
  if (!where) return refuse({ code: 'notAllowed' });
  const month = todayIn(deps).slice(0, 7);
  return decideAndCreate(deps, deps.meetings, () => newIdeaId(deps.random), {
    beside: () => deps.meetings.placesTaken(month, where),
    judge(_id, placesTaken): Verdict<Meeting, MeetingEvent, MeetingMade> {
      const data = { on, at, minutes, ...where, ...(seats !== undefined && { seats }) };
      const command = { type: 'addMeeting', data, words } as const;
      const actor = { ref: person.ref, roles: new Set<never>(), mayHold: true };
      const decision = decideMeeting(command, undefined, actor, { ...meetingSetting(deps), placesTaken });
      if (!decision.ok) return answering(decision);
      return { ...{ kind: 'change', idempotencyKey, events: [decision.value] }, answers: accept };
    },
    again: async (effect) => (await addedBy(deps, person, effect)) ?? refuse({ code: 'stale' }),
  });
}

/** For whom it is and whose; undefined where they may hold none there. */
function circleOf(
  deps: Pick<Deps, 'directory'>,
  person: Person,
  forWhom: string,
): Pick<Meeting, 'circle' | 'department'> | undefined {
  const holds = holdsIn(deps, person);
  if (!holds) return undefined;
  const circle = meetingCircles.find((one) => one === forWhom && one !== 'department');
  const [own] = holds.departments;
  // The municipality's has no department: its office holds it.
  if (circle) return { circle, ...(!holds.municipality && own && { department: own.code }) };
  const department = holds.departments.find(({ code }) => code === deps.directory().codeNow(forWhom));
  return department && { circle: 'department', department: department.code };
}

/** What an operation has planned; undefined of one that has been spent on something else, or that is another's. */
async function addedBy(
  { meetings }: Pick<Deps, 'meetings'>,
  person: Person,
  { by, id, seq, record }: OperationEffect,
): Promise<MeetingMade | undefined> {
  if (record !== 'meeting' || by !== person.ref || seq !== 1) return undefined;
  const stored = await meetings.load(id);
  return stored && accept(stored.meeting);
}
