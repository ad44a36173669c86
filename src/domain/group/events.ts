import type { PersonRef } from '../person/person.js';
import type { NoData } from '../record.js';
import type { Day, Instant } from '../time.js';
import type { GroupWords, StepSlot } from './group.js';

/** What an event holds beside its words: references, codes and days only. */
export interface GroupEventData {
  /** By asking the first one. */
  groupFormed: { idea: string; person: PersonRef; until: Day };
  memberAsked: { person: PersonRef; until: Day };
  memberJoined: NoData;
  memberDeclined: NoData;
  memberLeft: NoData;
  /** By whoever leads the work. `asked`: they had not answered yet. */
  memberRemoved: { person: PersonRef; asked?: true };
  /** They have had their data erased, or work here no more. */
  memberGone: { person: PersonRef };
  /** They have not answered in time. */
  memberLapsed: { people: PersonRef[] };
  groupStepAdded: { slot: StepSlot; taker: PersonRef; on: Day };
  groupStepDone: { slot: StepSlot };
  /** Their day is here. */
  groupStepsDue: { slots: StepSlot[]; takers: PersonRef[] };
  /** Its idea goes on. */
  groupLooked: NoData;
  groupEnded: NoData;
  groupHidden: NoData;
  groupShown: NoData;
}

export type GroupEventType = keyof GroupEventData;

const types: { readonly [T in GroupEventType]: true } = {
  ...{ groupFormed: true, memberAsked: true, memberJoined: true, memberDeclined: true, memberLeft: true },
  ...{ memberRemoved: true, memberGone: true, memberLapsed: true, groupStepAdded: true, groupStepDone: true },
  ...{ groupStepsDue: true, groupLooked: true, groupEnded: true, groupHidden: true, groupShown: true },
};
export const groupEventTypes = Object.keys(types) as GroupEventType[];

/** Something that happened to a group: insert-only, the record of it. */
export interface GroupHappened<T extends GroupEventType> {
  type: T;
  seq: number;
  /** Later than the previous event's, whatever the clocks say. */
  at: Instant;
  /** The date that people have then. */
  day: Day;
  by: PersonRef | 'clock';
  data: GroupEventData[T];
  /** What people wrote. Stored apart, so that it can be erased and the record stays whole. */
  words: GroupWords;
}

export type GroupEvent = { [T in GroupEventType]: GroupHappened<T> }[GroupEventType];
