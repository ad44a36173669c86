import { z } from 'zod';
import { challengeStages } from '../../domain/challenge/challenge.js';
import { type ChallengeEvent, challengeEventTypes } from '../../domain/challenge/events.js';
import { day, instant } from '../idea/state/idea-state.js';
import { ifReadable, json, rowKind } from '../row-kinds.js';
import type { RowVersions } from '../row-versions.js';
import type { StoredRow } from '../rows.js';

/**
 * How the rows of challenges are read. What only a newer version knows is kept as it is; a stage for which this version has no rule
 * makes the row one that cannot be read.
 */
const text = z.string();
const yes = z.literal(true).exactOptional();
const offers = z.looseObject({ time: yes, place: yes, money: z.number().exactOptional(), person: yes });
const owner = z.looseObject({ person: text, accepted: z.boolean() });
const wordsKept = z.record(z.string(), z.string());

const state = z.looseObject({
  ...{ id: text, seq: z.number(), decisionVersion: z.number(), stage: z.enum(challengeStages), publisher: text },
  place: z.number(),
  ...{ department: text.exactOptional(), owner: owner.exactOptional(), offers, goal: text.exactOptional() },
  ...{ answerBy: day, resultBy: day, proposedOn: day, ownerAskedOn: day, openedOn: day.exactOptional() },
  takingPart: z.record(z.string(), text).exactOptional(),
  outside: z.looseObject({ answers: z.number(), buys: yes }).exactOptional(),
  ...{ reminded: yes, escalated: yes, hidden: yes, changedAt: instant },
});

export const challengeKind = rowKind(
  'challenge',
  {
    record: z.literal('challenge'),
    // For those who look into the table: the state has them too.
    ...{ stage: text.exactOptional(), department: text.exactOptional() },
    state: json(state),
    words: json(wordsKept),
    /** Keys of the rows that change with it. */
    lists: json(z.array(text)).default([]),
  },
  { long: ['state', 'words'], joined: true },
);

/** What lists tell of one. */
export const listedKind = rowKind(
  'challengeListed',
  { title: text, state: json(state) },
  { long: ['state'], joined: true },
);
export const placeKind = rowKind('challengePlace', {});

export const challengeEventKind = rowKind('challengeEvent', {
  record: z.literal('challenge'),
  body: json(
    z.looseObject({
      ...{ type: z.enum(challengeEventTypes), seq: z.number(), at: instant, day, by: text },
      data: z.looseObject({}).default({}),
    }),
  ),
});
/** What a row tells that happened, without words; undefined of what only a newer version knows. */
export const eventInRow = (versions: RowVersions, row: StoredRow<object>): ChallengeEvent | undefined => {
  const body = ifReadable(versions, challengeEventKind, row)?.body;
  return body && ({ ...body, words: {} } as unknown as ChallengeEvent);
};
export const challengeTextKind = rowKind('challengeText', { words: json(wordsKept) });
