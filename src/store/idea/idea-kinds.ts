import { z } from 'zod';
import { eventTypes } from '../../domain/idea/events.js';
import { type Stage, stageNames } from '../../domain/idea/stages.js';
import { rowKind, whatIsWrong } from '../row-kinds.js';
import type { UnreadRow } from '../row-versions.js';

/**
 * How the rows of ideas are read. A field that has come since a row was stored has a default here; one that only a newer version
 * knows is kept as it is, for `z.looseObject` leaves it in. A value that this version has no rule for (a stage, a tier, whom the idea
 * waits for) makes the row one that cannot be read: whatever was decided on it would be decided wrongly.
 */

const ideaRow = rowKind(
  'idea',
  {
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
    over: z.string().exactOptional(),
  },
  { long: ['state', 'lists'], joined: true },
);

const stage = z.enum(stageNames as [Stage, ...Stage[]]);
const waitedFor = z.enum(['deciders', 'funder', 'submitter', 'driver', 'doer', 'owner']);
const adoptionStatus = z.enum(['invited', 'testing', 'using', 'notNow', 'stopped']);
const tier = z.enum(['leader', 'deputy', 'office', 'outside']);
const many = () => z.array(z.unknown()).default([]);
const no = () => z.boolean().default(false);

/** The idea without its words and answers. */
const ideaState = z
  .looseObject({
    id: z.string(),
    seq: z.number(),
    decisionVersion: z.number(),
    stage,
    submitter: z.string(),
    coSubmitters: many(),
    confidential: no(),
    department: z.string(),
    origin: z.string().exactOptional(),
    concerns: many(),
    // What is no list of codes costs the goals only.
    goals: z.array(z.string()).optional().catch(undefined),
    tier: tier.default('leader'),
    waiting: z.looseObject({ for: waitedFor }).exactOptional(),
    reminded: no(),
    escalated: no(),
    asked: no(),
    adoptions: z.record(z.string(), z.looseObject({ status: adoptionStatus })).default({}),
    takingPart: z.record(z.string(), z.looseObject({ since: z.string() })).exactOptional(),
    pictures: many(),
    followUpAsked: no(),
    thankedBy: many(),
    createdAt: z.string(),
    changedAt: z.string().exactOptional(),
  })
  .transform((state) => ({ origin: state.department, changedAt: state.createdAt, ...state }));

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

export const anyRecord = z.record(z.string(), z.unknown());

/** The columns of an idea's row, its state, answers and lists, and what this version does not know of the row. */
export function readIdeaColumns(row: object, id: string) {
  const read = ideaRow.read(row, id);
  if (!read.ok) return read;
  const unread = (why: string): { ok: false; unread: UnreadRow } => ({
    ok: false,
    unread: { kind: ideaRow.name, id, why, newer: false },
  });
  const state = readJson(read.value.state, ideaState, 'state');
  if (!state.ok) return unread(state.why);
  const answers = readJson(read.value.answers, anyRecord, 'answers');
  if (!answers.ok) return unread(answers.why);
  const lists = readJson(read.value.lists, anyRecord, 'lists');
  if (!lists.ok) return unread(lists.why);
  const { unknown, version, value } = read;
  return {
    ok: true as const,
    columns: value,
    state: state.value,
    answers: answers.value,
    lists: lists.value,
    unknown,
    version,
  };
}

const id = z.string();
const maybe = z.string().exactOptional();

/** A row of a list that only names its idea. */
export const listKind = rowKind('list', { id });
export const openKind = rowKind('open', {
  id,
  at: maybe,
  stage: stage.exactOptional(),
  for: waitedFor.exactOptional(),
  unit: maybe,
  answerBy: maybe,
  promised: maybe,
  reminded: z.boolean().exactOptional(),
  escalated: z.boolean().exactOptional(),
  testEnd: maybe,
});
export const weekKind = rowKind('week', {
  body: z.string(),
  department: z.string(),
  unit: maybe,
  testEnd: maybe,
  tested: z.literal(true).exactOptional(),
});
export const queueKind = rowKind('queue', {
  id,
  submitters: z.string().default(''),
  fresh: z.boolean().default(true),
  reminded: z.boolean().default(false),
  beside: z.literal(true).exactOptional(),
  by: maybe,
  at: maybe,
  answerBy: maybe,
  first: z.boolean().exactOptional(),
});

/** What a department does with an idea, and its rows in lists. Rows of version 1 say less: the idea's row has both. */
export const adoptionKind = rowKind(
  'adoption',
  { id, status: maybe, start: maybe, seq: z.number().exactOptional(), at: maybe, state: maybe, lists: maybe },
  { long: ['state', 'lists'], joined: true },
);
/** Null: the invitation was taken back. */
export const adoptionState = z.looseObject({ status: adoptionStatus }).nullable();

export const textKind = rowKind('text', { words: maybe, now: maybe, out: maybe });
export const eventKind = rowKind('event', { body: z.string(), soughtAs: maybe, stage: maybe, by: maybe });
export const logKind = rowKind('log', { body: z.string(), record: z.string() });
/** Who follows an idea stands in the key. */
export const followKind = rowKind('follow', {});
export const reportKind = rowKind('report', { seq: z.number() });

/** What happened. One of a kind that only a newer version knows has no meaning here. */
export const eventBody = z.looseObject({
  type: z.enum(eventTypes as [string, ...string[]]),
  seq: z.number(),
  at: z.string(),
  by: z.string(),
  to: z.looseObject({ stage: z.string() }),
});
