import { z } from 'zod';
import { type GroupEvent, groupEventTypes } from '../../domain/group/events.js';
import { groupStages, stepSlots } from '../../domain/group/group.js';
import { day, instant } from '../idea/state/idea-state.js';
import {
  eventColumns,
  eventsIn,
  listColumns,
  recordColumns,
  recordLengths,
  text,
  textColumns,
  yes,
} from '../record/record-kinds.js';
import { rowKind } from '../row-kinds.js';

/** How the rows of groups are read, beside what all records have (record/record-kinds.ts). */
const member = z.looseObject({ person: text, accepted: z.boolean(), until: day.exactOptional() });
const step = z.looseObject({ slot: z.enum(stepSlots), taker: text, on: day, reminded: yes });
const state = z.looseObject({
  ...{ id: text, seq: z.number(), decisionVersion: z.number(), stage: z.enum(groupStages), idea: text, founder: text },
  ...{ members: z.array(member), steps: z.array(step), done: z.number(), lookedOn: day },
  ...{ hidden: yes, changedAt: instant },
});

export const groupKind = rowKind('group', { record: z.literal('group'), ...recordColumns(state) }, recordLengths);

/** The group of an idea, by that. */
export const groupOfKind = rowKind('groupOf', listColumns(state), recordLengths);

export const groupEventKind = rowKind('groupEvent', eventColumns(groupEventTypes));
export const groupEventIn = eventsIn<GroupEvent>(groupEventKind);
export const groupTextKind = rowKind('groupText', textColumns);
