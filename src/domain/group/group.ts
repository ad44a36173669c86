import type { PersonRef } from '../person/person.js';
import type { Day, Instant } from '../time.js';

/** Where a group is on its way: it works with its idea, or it is over. */
export const groupStages = ['working', 'ended'] as const;
export type GroupStage = (typeof groupStages)[number];

/** So many work together: more are a committee. In a small municipality three are half of those who could. */
export const MOST_MEMBERS = 8;
export const MOST_IN_SMALL = 3;
/** So many steps are open at a time. */
export const MOST_STEPS = 5;
/** So long somebody is asked whether they are in, in days. */
export const ASKED_DAYS = 14;
/** So often it is looked at whether its idea goes on, in days. */
export const LOOKED_DAYS = 30;

/** Somebody who has been asked, and whether they have said yes: nobody is in it without that. */
export interface Member {
  person: PersonRef;
  accepted: boolean;
  /** The last day to answer; absent once they have said yes. */
  until?: Day;
}

/** What is to be done next: by whom, and when. What it is stands among the words, by its slot. */
export interface GroupStep {
  slot: StepSlot;
  taker: PersonRef;
  on: Day;
  /** Whoever takes it has been reminded. */
  reminded?: true;
}

export const stepSlots = ['step1', 'step2', 'step3', 'step4', 'step5'] as const;
export type StepSlot = (typeof stepSlots)[number];

/** How long a step may be, in UTF-16 units: the form states the same. */
export const groupLimits = { step: 200 } as const;
/** `step`: of an event, what somebody wrote; by its slot: of a group as it stands. */
export type GroupWords = Partial<Record<'step' | StepSlot, string>>;

/** People who work with one idea together, and what they do next ("Jobba tillsammans"). */
export interface Group {
  id: string;
  /** The number of its newest event. */
  seq: number;
  /** Rises when who is in it or what is to be done changes. */
  decisionVersion: number;
  stage: GroupStage;
  /** With which idea, by its id. */
  idea: string;
  founder: PersonRef;
  members: readonly Member[];
  steps: readonly GroupStep[];
  /** How many steps have been done. */
  done: number;
  words: GroupWords;
  /** When it was last seen that its idea goes on. */
  lookedOn: Day;
  /** What is to be done is shown to nobody but those who decide on its idea. */
  hidden?: true;
  changedAt: Instant;
}

export const memberOf = ({ members }: Pick<Group, 'members'>, person: PersonRef): Member | undefined =>
  members.find((one) => one.person === person);
export const inGroup = ({ members }: Pick<Group, 'members'>): PersonRef[] =>
  members.flatMap(({ person, accepted }) => (accepted ? [person] : []));
