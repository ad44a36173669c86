import { z } from 'zod';
import { eventTypes } from '../../domain/idea/events.js';
import { rowKind, whatIsWrong } from '../row-kinds.js';
import type { UnreadRow } from '../row-versions.js';
import { adoption, day, ideaState, instant, stage, waitedFor } from './state/idea-state.js';

/**
 * How the rows of ideas are read. A field that has come since a row was stored has a default here; one that only a newer version
 * knows is kept as it is, for `z.looseObject` leaves it in. A value that this version has no rule for (a stage, a tier, whom the idea
 * waits for) makes the row one that cannot be read: whatever was decided on it would be decided wrongly.
 */

/** The columns of an idea's own row. */
export const ideaColumns = {
  record: z.literal('idea'),
  title: z.string(),
  problem: z.string(),
  solution: z.string().exactOptional(),
  evidence: z.string().exactOptional(),
  answers: z.string().default('{}'),
  // For those who look into the table: the state has them too.
  stage: z.string().exactOptional(),
  department: z.string().exactOptional(),
  state: z.string(),
  lists: z.string().default('{}'),
  over: z.string().default('{}'),
};
const ideaRow = rowKind('idea', ideaColumns, { long: ['state', 'lists'], joined: true });

/** What those columns hold that are JSON. */
export const ideaAnswers = z.record(z.string(), z.string());
export const listsNamed = z.record(z.string(), z.looseObject({}));
export const rowsPutOver = z.record(z.string(), z.number());

/** What a JSON text holds, read by a schema; or why it cannot be. */
export function readJson<T>(
  text: string,
  schema: z.ZodType<T>,
  where: string,
): { ok: true; value: T } | { ok: false; why: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, why: `${where}: no JSON` };
  }
  const parsed = schema.safeParse(json);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, why: `${where}.${whatIsWrong(parsed.error)}` };
}

/** What was said with an event. */
export const wordsKept = z.record(z.string(), z.string());

/** The columns of an idea's row, its state, answers, lists and the numbers of rows that it stands for, and what this version does not know of the row. */
export function readIdeaColumns(row: object, id: string) {
  const read = ideaRow.read(row, id);
  if (!read.ok) return read;
  const unread = (why: string): { ok: false; unread: UnreadRow } => ({
    ok: false,
    unread: { kind: ideaRow.name, id, why, newer: false },
  });
  const state = readJson(read.value.state, ideaState, 'state');
  if (!state.ok) return unread(state.why);
  const answers = readJson(read.value.answers, ideaAnswers, 'answers');
  if (!answers.ok) return unread(answers.why);
  const lists = readJson(read.value.lists, listsNamed, 'lists');
  if (!lists.ok) return unread(lists.why);
  const over = readJson(read.value.over, rowsPutOver, 'over');
  if (!over.ok) return unread(over.why);
  const { unknown, version, value } = read;
  return {
    ok: true as const,
    columns: value,
    state: state.value,
    answers: answers.value,
    lists: lists.value,
    over: over.value,
    unknown,
    version,
  };
}

const id = z.string();
const maybe = z.string().exactOptional();
const maybeDay = day.exactOptional();

/** A row of a list that only names its idea. */
export const listKind = rowKind('list', { id });
export const openKind = rowKind('open', {
  id,
  at: instant.exactOptional(),
  stage: stage.exactOptional(),
  for: waitedFor.exactOptional(),
  unit: maybe,
  answerBy: maybeDay,
  promised: maybeDay,
  reminded: z.boolean().exactOptional(),
  escalated: z.boolean().exactOptional(),
  testEnd: maybeDay,
});
export const weekKind = rowKind('week', {
  body: z.string(),
  department: z.string(),
  unit: maybe,
  testEnd: maybeDay,
  tested: z.literal(true).exactOptional(),
  lesson: z.literal(true).exactOptional(),
});
export const queueKind = rowKind('queue', {
  id,
  submitters: z.string().default(''),
  fresh: z.boolean().default(true),
  reminded: z.boolean().default(false),
  beside: z.literal(true).exactOptional(),
  by: maybe,
  at: instant.exactOptional(),
  answerBy: maybeDay,
  first: z.boolean().exactOptional(),
  rests: maybeDay,
});

/** What a department does with an idea, and its rows in lists. Rows of version 1 say less: the idea's row has both. */
export const adoptionKind = rowKind(
  'adoption',
  {
    id,
    status: maybe,
    start: maybeDay,
    seq: z.number().exactOptional(),
    at: instant.exactOptional(),
    state: maybe,
    lists: maybe,
  },
  { long: ['state', 'lists'], joined: true },
);
/** Null: the invitation was taken back. */
export const adoptionState = adoption.nullable();

export const textKind = rowKind('text', { words: maybe, now: maybe, out: maybe });
export const eventKind = rowKind('event', { body: z.string(), soughtAs: maybe, stage: maybe, by: maybe });
export const logKind = rowKind('log', { body: z.string(), record: z.string() });
/** Who follows an idea stands in the key. */
export const followKind = rowKind('follow', { department: maybe });
export const reportKind = rowKind('report', { seq: z.number() });

/** What happened. One of a kind that only a newer version knows has no meaning here. */
export const eventBody = z.looseObject({
  type: z.enum(eventTypes as [string, ...string[]]),
  seq: z.number(),
  at: instant,
  day: maybeDay,
  by: z.string(),
  adoption: maybe,
  data: z.looseObject({}).default({}),
  to: z.looseObject({
    stage: z.string(),
    waiting: z.looseObject({ for: z.string() }).exactOptional(),
    answerBy: maybeDay,
  }),
});
