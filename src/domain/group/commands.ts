import type { PersonRef } from '../person/person.js';
import type { NoData } from '../record.js';
import type { Day } from '../time.js';
import { type Group, type GroupStage, type GroupWords, groupStages, type StepSlot } from './group.js';

/**
 * What somebody is to a group. `lead`: leads the work on its idea, or decides on it. `decider`: decides on it. `asked`: has been asked and
 * has not answered. `reader`: may read its idea.
 */
export type GroupRole = 'lead' | 'decider' | 'member' | 'asked' | 'reader' | 'clock';

/** What a command holds beside its words. */
export interface GroupCommandData {
  askMember: { idea: string; person: PersonRef };
  joinGroup: NoData;
  declineGroup: NoData;
  leaveGroup: NoData;
  removeMember: { person: PersonRef };
  addGroupStep: { taker: PersonRef; on: Day };
  finishGroupStep: { slot: StepSlot };
  hideGroup: NoData;
  showGroup: NoData;
  /** Somebody is not known any more, or works here no more. */
  dropMember: { person: PersonRef };
  /** What comes of itself. `goesOn`: its idea is still worked with. */
  bringNext: { goesOn: boolean };
}

export type GroupCommandType = keyof GroupCommandData;
export type GroupCommand = {
  [T in GroupCommandType]: {
    type: T;
    data: GroupCommandData[T];
    words: GroupWords;
    /** That of the group whose list somebody or something was chosen from by its place: of another group it would be another one. */
    shownVersion?: number;
  };
}[GroupCommandType];

/** Who may give a command, and in which stages. */
export interface GroupCommandRule {
  readonly from: readonly GroupStage[];
  /** Any one of these roles is enough. */
  readonly by: readonly GroupRole[];
  /** Only while its idea is worked with. */
  readonly whileWorked?: true;
  readonly when?: (group: Group) => boolean;
}

const working = { from: ['working'], whileWorked: true } as const;
const anyTime = { from: groupStages, by: ['decider'] } as const;

export const groupRules: { readonly [T in GroupCommandType]: GroupCommandRule } = {
  askMember: { ...working, by: ['lead'] },
  joinGroup: { ...working, by: ['asked'] },
  declineGroup: { from: ['working'], by: ['asked'] },
  leaveGroup: { from: ['working'], by: ['member'] },
  removeMember: { from: ['working'], by: ['lead'] },
  addGroupStep: { ...working, by: ['lead', 'member'] },
  finishGroupStep: { ...working, by: ['lead', 'member'] },
  hideGroup: { ...anyTime, when: ({ hidden }) => !hidden },
  showGroup: { ...anyTime, when: ({ hidden }) => hidden === true },
  dropMember: { from: groupStages, by: ['clock'] },
  bringNext: { from: ['working'], by: ['clock'] },
};
