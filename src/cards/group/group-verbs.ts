import { z } from 'zod';
import type { GroupAct } from '../../app/group/act-on-group.js';
import { stepSlots } from '../../domain/group/group.js';
import { code, count, day, idempotencyKey, line, oneOf, recordId, toggle } from '../press-data.js';

/** What of a group's card can be open. */
export const groupPanels = ['ask', 'step', 'finish', 'manage', 'remove'] as const;
export type GroupPanel = (typeof groupPanels)[number];

/** Which command a panel sends, where it sends one. */
export const groupSends: { readonly [P in GroupPanel]?: GroupAct } = {
  ...{ ask: 'askMember', step: 'addGroupStep', finish: 'finishGroupStep', remove: 'removeMember' },
};

/** The panel in which a command is written; undefined of one that a press alone sends. */
export const groupPanelOf = (act: GroupAct): GroupPanel | undefined =>
  groupPanels.find((panel) => groupSends[panel] === act);

const acts: { readonly [A in GroupAct]: true } = {
  ...{ askMember: true, joinGroup: true, declineGroup: true, leaveGroup: true, removeMember: true },
  ...{ addGroupStep: true, finishGroupStep: true, hideGroup: true, showGroup: true },
};
const groupActs = Object.keys(acts) as [GroupAct, ...GroupAct[]];

/** What the buttons of groups send: each names the idea with which its group works. */
export const groupVerbs = {
  /** "Jobba tillsammans", with what of its card is open, in place; `below`: as a message of its own. */
  group: z.object({ idea: recordId, panel: oneOf(groupPanels), below: toggle }),
  actOnGroup: z.object({
    ...{ idea: recordId, idempotencyKey, groupAct: z.enum(groupActs) },
    ...{ person: code, personEmail: line, step: line, on: day, slot: oneOf(stepSlots) },
    /** The version of the group in whose list a person or a step was chosen. */
    shownVersion: count,
  }),
} as const;
