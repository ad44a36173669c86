import { z } from 'zod';
import type { MeetingAct } from '../../app/meeting/act-on-meeting.js';
import {
  code,
  day,
  decisionVersion,
  idempotencyKey,
  line,
  oneOf,
  page,
  recordId,
  toggle,
  words,
} from '../press-data.js';

/** What of a meeting's card can be open. */
export const meetingPanels = ['manage', 'change', 'cancel', 'comers'] as const;
export type MeetingPanel = (typeof meetingPanels)[number];

/** The panel in which a command is written; undefined of one that a press alone sends. */
export const meetingPanelOf = (act: MeetingAct): MeetingPanel | undefined =>
  act === 'changeMeeting' ? 'change' : act === 'cancelMeeting' ? 'cancel' : undefined;

const acts: { readonly [A in MeetingAct]: true } = {
  ...{ changeMeeting: true, cancelMeeting: true, comeToMeeting: true, missMeeting: true },
  ...{ hideMeeting: true, showMeeting: true },
};
const meetingActs = Object.keys(acts) as [MeetingAct, ...MeetingAct[]];

/** What stands in the forms of meetings: what it is, when and where, and how many seats there are. */
const fields = { what: line, where: line, on: day, at: code, minutes: code, seats: code } as const;

/** What the buttons of meetings send. */
export const meetingVerbs = {
  /** "Träffar": those that are to come. */
  meetings: z.object({ page }),
  /** The form for a new one. */
  meetingForm: z.object({}),
  addMeeting: z.object({ idempotencyKey, forWhom: code, ...fields }),
  /** One of them with what of its card is open, in place; `below`: as a message of its own. */
  meeting: z.object({ meeting: recordId, panel: oneOf(meetingPanels), below: toggle }),
  actOnMeeting: z.object({
    ...{ meeting: recordId, decisionVersion, idempotencyKey, meetingAct: z.enum(meetingActs) },
    ...{ why: words, ...fields },
  }),
  /** When and where it is, as a file for a calendar. */
  meetingFile: z.object({ meeting: recordId }),
} as const;
