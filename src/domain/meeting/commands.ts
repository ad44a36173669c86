import type { NoData } from '../record.js';
import type { RecordCommand, RecordRule } from '../record-decision.js';
import { type Meeting, type MeetingTime, meetingStages } from './meeting.js';
import type { MeetingRole } from './policy.js';
import type { MeetingWordKey, MeetingWords } from './words.js';

/** What a command holds beside its words. */
export interface MeetingCommandData {
  addMeeting: MeetingTime & Pick<Meeting, 'circle' | 'department' | 'seats'>;
  changeMeeting: MeetingTime & Pick<Meeting, 'seats'>;
  cancelMeeting: NoData;
  /** "Jag kommer". */
  comeToMeeting: NoData;
  /** "Kan inte". */
  missMeeting: NoData;
  hideMeeting: NoData;
  showMeeting: NoData;
  /** Whoever came is not known any more. */
  freeSeat: NoData;
  /** What comes of itself. */
  bringNext: NoData;
}

export type MeetingCommandType = keyof MeetingCommandData;

export type MeetingCommand = RecordCommand<MeetingCommandData, MeetingWords>;

/** Who may give a command, in which stages, and in which words. */
export type MeetingRule = RecordRule<Meeting, MeetingRole, MeetingWordKey>;

const kept = { from: ['planned'], by: ['keeper'], sameVersion: true } as const;
const came = { from: ['planned'], by: ['invited', 'comer'], words: {} } as const;
const anyTime = { from: meetingStages, by: ['keeper'], sameVersion: false, words: {} } as const;

export const meetingRules: { readonly [T in MeetingCommandType]: MeetingRule } = {
  addMeeting: { from: [], by: [], sameVersion: false, words: { what: 'required', where: 'required' } },
  changeMeeting: { ...kept, words: { what: 'required', where: 'required' } },
  cancelMeeting: { ...kept, words: { why: 'optional' } },
  // Whoever says that they come has seen when it is.
  comeToMeeting: { ...came, sameVersion: true, when: ({ hidden }) => !hidden },
  missMeeting: { ...came, sameVersion: false },
  hideMeeting: { ...anyTime, when: ({ hidden }) => !hidden },
  showMeeting: { ...anyTime, when: ({ hidden }) => hidden === true },
  freeSeat: { from: meetingStages, by: ['clock'], sameVersion: false, words: {} },
  bringNext: { from: ['planned'], by: ['clock'], sameVersion: false, words: {} },
};
