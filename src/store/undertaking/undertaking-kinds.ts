import { z } from 'zod';
import { type UndertakingEvent, undertakingEventTypes } from '../../domain/undertaking/events.js';
import { undertakingStages } from '../../domain/undertaking/undertaking.js';
import { type YearPart, yearPartNames } from '../../domain/year-parts.js';
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

/** How the rows of undertakings are read, beside what all records have (record/record-kinds.ts). */
const state = z.looseObject({
  ...{ id: text, seq: z.number(), decisionVersion: z.number(), stage: z.enum(undertakingStages) },
  ...{ department: text, year: text, place: z.number(), addedBy: text, addedOn: day, until: day },
  moved: day.exactOptional(),
  reminded: z.enum(yearPartNames as [YearPart, ...YearPart[]]).exactOptional(),
  ...{ hidden: yes, changedAt: instant },
});

export const undertakingKind = rowKind(
  'undertaking',
  { record: z.literal('undertaking'), ...recordColumns(state) },
  recordLengths,
);

/** What the list of a year tells of one. */
export const listedKind = rowKind('undertakingListed', listColumns(state), recordLengths);

export const undertakingEventKind = rowKind('undertakingEvent', eventColumns(undertakingEventTypes));
export const undertakingEventIn = eventsIn<UndertakingEvent>(undertakingEventKind);
export const undertakingTextKind = rowKind('undertakingText', textColumns);
