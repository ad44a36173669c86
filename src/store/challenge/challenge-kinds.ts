import { z } from 'zod';
import { challengeStages } from '../../domain/challenge/challenge.js';
import { type ChallengeEvent, challengeEventTypes } from '../../domain/challenge/events.js';
import { day, instant } from '../idea/state/idea-state.js';
import {
  eventColumns,
  eventsIn,
  recordColumns,
  recordLengths,
  text,
  textColumns,
  yes,
} from '../record/record-kinds.js';
import { json, rowKind } from '../row-kinds.js';

/** How the rows of challenges are read, beside what all records have (record/record-kinds.ts). */
const offers = z.looseObject({ time: yes, place: yes, money: z.number().exactOptional(), person: yes });
const owner = z.looseObject({ person: text, accepted: z.boolean() });

const state = z.looseObject({
  ...{ id: text, seq: z.number(), decisionVersion: z.number(), stage: z.enum(challengeStages), publisher: text },
  place: z.number(),
  ...{ department: text.exactOptional(), owner: owner.exactOptional(), offers, goal: text.exactOptional() },
  ...{ answerBy: day, resultBy: day, proposedOn: day, ownerAskedOn: day, openedOn: day.exactOptional() },
  takingPart: z.record(z.string(), text).exactOptional(),
  outside: z.looseObject({ answers: z.number(), buys: yes, corrected: yes }).exactOptional(),
  ...{ reminded: yes, escalated: yes, hidden: yes, changedAt: instant },
});

export const challengeKind = rowKind(
  'challenge',
  { record: z.literal('challenge'), ...recordColumns(state) },
  recordLengths,
);

/** What lists tell of one. */
export const listedKind = rowKind(
  'challengeListed',
  { title: text, state: json(state) },
  { long: ['state'], joined: true },
);
export const placeKind = rowKind('challengePlace', {});

/** Of an answer from outside in its own row, once it has been corrected: by which event and when, and that something may be bought after all. */
const answerColumns = { corrected: z.number().exactOptional(), correctedOn: day.exactOptional(), buys: yes };
export type AnswerColumns = z.output<z.ZodObject<typeof answerColumns>>;

export const challengeEventKind = rowKind('challengeEvent', {
  record: z.literal('challenge'),
  ...eventColumns(challengeEventTypes),
  ...answerColumns,
});
export const eventInRow = eventsIn<ChallengeEvent>(challengeEventKind);
export const challengeTextKind = rowKind('challengeText', textColumns);
