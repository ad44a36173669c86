import { z } from 'zod';
import { views } from '../../../domain/idea/deciding/opinion.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { type Stage, stageNames } from '../../../domain/idea/stages.js';
import { coreTimes, keepings } from '../../../domain/idea/use/core.js';
import { effects, uses } from '../../../domain/idea/use/follow-up.js';
import { isDay } from '../../../domain/time.js';

/**
 * How an idea's state is read: every field that the domain knows, as the domain has it. A row in which one of them is otherwise
 * cannot be read: whatever was made of it, a list or a decision, would be wrong or would go wrong.
 */

export const day = z.string().refine(isDay).meta({ title: 'day' });
export const instant = z
  .string()
  .refine((at) => /^\d{4}-\d{2}-\d{2}T/.test(at) && !Number.isNaN(Date.parse(at)))
  .meta({ title: 'instant' });
export const stage = z.enum(stageNames as [Stage, ...Stage[]]);
export const waitedFor = z.enum(['deciders', 'funder', 'submitter', 'driver', 'doer', 'owner']);

const text = z.string();
const person = z.string();
const people = z.array(person);
const tier = z.enum(['leader', 'deputy', 'office', 'outside']);
const funder = z.enum(['unitManager', 'manager', 'office', 'outside']);
const no = () => z.boolean().default(false);
const list = () => z.array(z.string()).default([]);

/** What a department does with an idea. */
export const adoption = z.looseObject({
  status: z.enum(['invited', 'testing', 'using', 'notNow', 'stopped']),
  answerBy: day.exactOptional(),
  start: day.exactOptional(),
  stop: day.exactOptional(),
  contact: text.exactOptional(),
  reason: text.exactOptional(),
  obstacle: text.exactOptional(),
  checkOn: day.exactOptional(),
  betterBy: day.exactOptional(),
  ownWay: text.exactOptional(),
  better: text.exactOptional(),
  betterOn: day.exactOptional(),
  keeps: z.enum(keepings).exactOptional(),
});

const assigned = z.looseObject({ person, accepted: z.boolean() });
const askedColleague = z.looseObject({ person, by: person, as: z.enum(['submitter', 'coSubmitter']), until: day });
const opinion = z.looseObject({
  person,
  asked: z.looseObject({ by: person, until: day }).exactOptional(),
  view: z.enum(views).exactOptional(),
  line: text.exactOptional(),
});
const earlierNo = z.looseObject({
  on: day,
  reason: text,
  asked: z.number().exactOptional(),
  askedHours: z.number().exactOptional(),
  seq: z.number(),
});
const waiting = z
  .looseObject({ for: waitedFor, person: person.exactOptional() })
  .refine((one) => one.for === 'deciders' || one.for === 'funder' || one.person !== undefined);
const proposal = z.looseObject({
  into: text,
  intoVersion: z.number(),
  department: text,
  tier,
  barred: people,
  by: person,
  until: day,
  reason: text.exactOptional(),
});
const money = z.looseObject({
  asked: z.number(),
  askedHours: z.number().exactOptional(),
  funder,
  granted: z.number().exactOptional(),
  grantedHours: z.number().exactOptional(),
  grantedBy: person.exactOptional(),
  diary: text.exactOptional(),
});
const ending = z.looseObject({
  asAgreed: z.boolean().exactOptional(),
  done: text.exactOptional(),
  reason: text.exactOptional(),
  tryAgain: text.exactOptional(),
  tried: text.exactOptional(),
  lesson: text.exactOptional(),
  channel: text.exactOptional(),
  into: text.exactOptional(),
  tryAgainOn: day.exactOptional(),
  used: z.looseObject({ from: day, until: day }).exactOptional(),
});
const question = z.looseObject({
  by: person,
  text,
  backTo: z.enum(['driver', 'deciders', 'funder']),
  seq: z.number().exactOptional(),
  left: z.number().exactOptional(),
});
const repliedTo = z.looseObject({
  as: z.enum(['question', 'comment']),
  by: person,
  text,
  seq: z.number().exactOptional(),
});

/** By each field of an idea but its words and answers, which have columns of their own, and what adoptions' own rows say. */
const fields = {
  id: text,
  seq: z.number(),
  decisionVersion: z.number(),
  asOf: z.number().exactOptional(),
  stage,
  entered: z.boolean().exactOptional(),
  smallTest: z.boolean().exactOptional(),
  testBegun: z.boolean().exactOptional(),
  submitter: person,
  coSubmitters: list(),
  joined: people.exactOptional(),
  former: people.exactOptional(),
  askedColleagues: z.array(askedColleague).exactOptional(),
  saidNo: people.exactOptional(),
  proposal: proposal.exactOptional(),
  gathered: z.boolean().exactOptional(),
  formerMarks: z.array(text).exactOptional(),
  submittersLeft: z.boolean().exactOptional(),
  workplace: text.exactOptional(),
  diary: text.exactOptional(),
  challenge: text.exactOptional(),
  woken: z.looseObject({ challenge: text, until: day, answered: z.literal(true).exactOptional() }).exactOptional(),
  source: text.exactOptional(),
  confidential: no(),
  keptNames: people.exactOptional(),
  department: text,
  unit: text.exactOptional(),
  origin: text.exactOptional(),
  // What is no list of codes costs the goals only.
  goals: z.array(text).optional().catch(undefined),
  obstacle: text.exactOptional(),
  concerns: list(),
  tier: tier.default('leader'),
  leader: person.exactOptional(),
  driver: assigned.exactOptional(),
  doer: assigned.exactOptional(),
  owner: assigned.exactOptional(),
  successor: assigned.extend({ until: day.exactOptional() }).exactOptional(),
  contact: person.exactOptional(),
  checks: z
    .record(
      z.string(),
      z.looseObject({
        done: z.boolean().exactOptional(),
        on: day.exactOptional(),
        line: text.exactOptional(),
        ofPlan: z.literal(true).exactOptional(),
      }),
    )
    .exactOptional(),
  checkedBy: z.record(z.string(), person).exactOptional(),
  checksUntil: day.exactOptional(),
  opinions: z.array(opinion).exactOptional(),
  waiting: waiting.exactOptional(),
  waitingSince: instant.exactOptional(),
  answerBy: day.exactOptional(),
  promised: day.exactOptional(),
  restsUntil: day.exactOptional(),
  paused: z.looseObject({ since: day, until: day }).exactOptional(),
  timesPostponed: z.number().exactOptional(),
  silence: z
    .looseObject({ reminders: z.number(), remindedOn: day, toldOn: day, told: tier.exactOptional() })
    .exactOptional(),
  quiet: z.looseObject({ since: day, asked: z.boolean().exactOptional() }).exactOptional(),
  reminded: no(),
  escalated: no(),
  asked: no(),
  news: z.enum(['answered', 'reopened']).exactOptional(),
  question: question.exactOptional(),
  talk: z
    .looseObject({ by: person, text, seq: z.number().exactOptional(), with: people.exactOptional() })
    .exactOptional(),
  replied: z.looseObject({ seq: z.number(), to: repliedTo }).exactOptional(),
  progress: z.looseObject({ by: person, on: day, text }).exactOptional(),
  money: money.exactOptional(),
  earlierNo: z
    .looseObject({
      money: earlierNo.exactOptional(),
      plan: earlierNo.exactOptional(),
      result: earlierNo.exactOptional(),
    })
    .exactOptional(),
  test: z.looseObject({ start: day, end: day, halfWay: day.exactOptional() }).exactOptional(),
  core: z
    .looseObject({
      same: text,
      own: text.exactOptional(),
      first: text.exactOptional(),
      takes: z.enum(coreTimes).exactOptional(),
    })
    .exactOptional(),
  adoptions: z.record(z.string(), adoption).default({}),
  takingPart: z
    .record(z.string(), z.looseObject({ since: day, contact: text.exactOptional(), cameWith: text.exactOptional() }))
    .exactOptional(),
  tookPartBy: z.record(z.string(), person).exactOptional(),
  pictures: list(),
  followUpOn: day.exactOptional(),
  followUpAsked: no(),
  followUpBy: day.exactOptional(),
  followedUp: z.looseObject({ on: day, use: z.enum(uses), effects: z.array(z.enum(effects)) }).exactOptional(),
  improvement: z.looseObject({ askOn: day.exactOptional(), until: day.exactOptional() }).exactOptional(),
  ending: ending.exactOptional(),
  thankedBy: list(),
  formerly: z.record(z.string(), person).exactOptional(),
  createdAt: instant,
  changedAt: instant.exactOptional(),
  answeredBy: z.record(z.string(), person).exactOptional(),
  authors: people.exactOptional(),
  hidden: z.boolean().exactOptional(),
  hiddenSince: z.number().exactOptional(),
  withheld: z.boolean().exactOptional(),
  unread: z.boolean().exactOptional(),
  commentsOut: z.boolean().exactOptional(),
  linesOut: z.boolean().exactOptional(),
  report: z.number().exactOptional(),
} satisfies Record<Exclude<keyof Idea, 'words' | 'answers' | 'adoptionEvents'>, z.ZodType>;

/** The fields alone, as they are stored. */
export const storedState = z.looseObject(fields);

/** The idea without its words and answers. */
export const ideaState = storedState.transform((state) => ({
  ...{ origin: state.department, changedAt: state.createdAt },
  ...state,
}));
