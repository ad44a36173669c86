import { type Command, rules } from './commands.js';
import type { EventData, EventType, Idea, IdeaEvent, Standing, Waiting } from './idea.js';
import type { PersonRef } from './person.js';
import type { Role } from './policy.js';
import { accept, type Result, refuse } from './result.js';
import { type Stage, stageRow } from './stages.js';
import { addDays, type Day, dayOf, daysBetween, type Instant, instantOf, isDay, millisecondsOf } from './time.js';
import { limits, tidy, type WordKey, type Words } from './words.js';

/** Why a command was not carried out. The code is a text key: `refusal.{code}`. */
export type Refusal =
  | { code: 'notFound' | 'notAllowed' | 'ownIdea' | 'stale' | 'notNow' | 'noQuestion' }
  | { code: 'sameDepartment' | 'unknownDepartment' | 'unknownColleague' | 'unknownChannel' | 'dateNotAhead' }
  | { code: 'wordsMissing' | 'wordsTooLong'; field: WordKey };

export interface Actor {
  ref: PersonRef | 'clock';
  roles: ReadonlySet<Role>;
}

/** What a decision needs to know of the world. `answerDays` come from the organisation file. */
export interface Setting {
  now: Instant;
  timeZone: string;
  answerDays: { leader: number; submitter: number; driver: number; doer: number };
}

/**
 * What a command makes happen: events, or a refusal. Pure and total: every command, in every stage, by every role, is
 * answered. Rights come before the turn and the turn before the words, so that nobody learns by trying.
 */
export function decide(
  command: Command,
  idea: Idea | undefined,
  actor: Actor,
  setting: Setting,
): Result<IdeaEvent[], Refusal> {
  const denied = denial(command.type, command.turn, idea, actor);
  if (denied) return refuse(denied);
  const words = wordsOf(command);
  if (!words.ok) return words;
  const happened = consequence(command, idea, actor, setting);
  if (!happened.ok) return happened;
  return accept([sealed(happened.value, idea, actor, words.value, setting)]);
}

/** Whether the actor could give this command now, words aside: what a card offers as buttons. */
export const isOpenTo = (type: Command['type'], idea: Idea, roles: ReadonlySet<Role>): boolean =>
  rules[type].from.includes(idea.stage) &&
  rules[type].by.some((role) => roles.has(role)) &&
  (type !== 'answer' || idea.question !== undefined) &&
  (type !== 'ask' || idea.question === undefined) &&
  (type !== 'hide' || !idea.hidden) &&
  ((type !== 'acceptDoing' && type !== 'declineDoing') || idea.doer?.accepted === false) &&
  (type !== 'reportDone' || idea.stage !== 'doing' || idea.doer?.accepted === true || roles.has('decider'));

/** Why this actor cannot give this command now, whatever its words; undefined when they can. `turn` is the pressed card's. */
export function denial(
  type: Command['type'],
  turn: number | undefined,
  idea: Idea | undefined,
  actor: Actor,
): Refusal | undefined {
  const rule = rules[type];
  if (rule.from.length === 0) return idea ? { code: 'stale' } : undefined;
  if (!idea) return { code: 'notFound' };
  if (!rule.by.some((role) => actor.roles.has(role))) {
    return { code: actor.roles.has('submitter') && rule.by.includes('decider') ? 'ownIdea' : 'notAllowed' };
  }
  if (rule.sameTurn && turn !== undefined && turn !== idea.turn) return { code: 'stale' };
  if (!rule.from.includes(idea.stage)) return { code: 'notNow' };
  if (type === 'answer' && !idea.question) return { code: 'noQuestion' };
  return isOpenTo(type, idea, actor.roles) ? undefined : { code: 'notNow' };
}

/** The command's words, tidied; those that its rule does not name are dropped. Pointing elsewhere needs no reason of its own. */
function wordsOf(command: Command): Result<Words, Refusal> {
  const kept: Words = {};
  const pointsElsewhere = command.type === 'close' && Boolean(command.data.channel);
  for (const [key, need] of Object.entries(rules[command.type].words) as [WordKey, 'required' | 'optional'][]) {
    const text = tidy(command.words[key] ?? '');
    if (text.length > limits[key]) return refuse({ code: 'wordsTooLong', field: key });
    if (text) kept[key] = text;
    else if (need === 'required' && !pointsElsewhere) return refuse({ code: 'wordsMissing', field: key });
  }
  return accept(kept);
}

type Happening = { [T in EventType]: { type: T; data: EventData[T]; to: Standing } }[EventType];

function consequence(
  command: Command,
  idea: Idea | undefined,
  actor: Actor,
  setting: Setting,
): Result<Happening, Refusal> {
  const today = dayOf(setting.now, setting.timeZone);
  const within = (days: number): Day => addDays(today, days);
  const deciders = (): Standing => ({
    stage: 'submitted',
    waiting: { for: 'deciders' },
    answerBy: within(setting.answerDays.leader),
  });
  if (command.type === 'submit') {
    const { id: _, ...data } = command.data;
    return accept({ type: 'submitted', data, to: deciders() });
  }
  if (!idea) return refuse({ code: 'notFound' });
  const here = standing(idea);
  const ended = (stage: Stage): Standing => ({ stage });

  switch (command.type) {
    case 'edit':
      return accept({ type: 'edited', data: { confidential: command.data.confidential }, to: here });
    case 'withdraw':
      return accept({ type: 'withdrawn', data: {}, to: ended('withdrawn') });
    case 'ask': {
      const waiting: Waiting = { for: 'submitter', person: idea.submitter };
      const answerBy = within(setting.answerDays.submitter);
      return accept({ type: 'asked', data: {}, to: { stage: idea.stage, waiting, answerBy } });
    }
    case 'answer': {
      if (idea.stage === 'submitted') return accept({ type: 'answered', data: {}, to: deciders() });
      const waiting = driving(idea);
      const answerBy = within(setting.answerDays.driver);
      return accept({ type: 'answered', data: {}, to: { stage: idea.stage, waiting, answerBy } });
    }
    case 'explore': {
      if (actor.ref === 'clock') return refuse({ code: 'notAllowed' });
      const waiting: Waiting = { for: 'driver', person: actor.ref };
      const answerBy = within(setting.answerDays.driver);
      return accept({ type: 'explored', data: {}, to: { stage: 'exploring', waiting, answerBy } });
    }
    case 'doNow': {
      const { doer, until } = command.data;
      if (!isDay(until) || until < today || daysBetween(today, until) > 366) return refuse({ code: 'dateNotAhead' });
      const to: Standing = { stage: 'doing', waiting: { for: 'doer', person: doer }, answerBy: until };
      return accept({ type: 'doingAsked', data: { doer }, to });
    }
    case 'acceptDoing':
      return accept({ type: 'doingAccepted', data: {}, to: here });
    case 'declineDoing':
      return accept({ type: 'doingDeclined', data: {}, to: deciders() });
    case 'reportDone':
      return accept({ type: 'done', data: {}, to: ended('inUse') });
    case 'passOn': {
      const { department, tier } = command.data;
      if (department === idea.department) return refuse({ code: 'sameDepartment' });
      return accept({ type: 'passedOn', data: { from: idea.department, department, tier }, to: deciders() });
    }
    case 'close': {
      const { channel } = command.data;
      return accept({ type: 'closed', data: channel ? { channel } : {}, to: ended('closed') });
    }
    case 'hide':
      return accept({ type: 'hidden', data: {}, to: here });
    case 'remind': {
      const role = idea.waiting?.for === 'deciders' ? 'leader' : idea.waiting?.for;
      if (!role || !idea.answerBy || idea.reminded || idea.answerBy >= today) return refuse({ code: 'notNow' });
      const to: Standing = { ...here, answerBy: within(setting.answerDays[role]) };
      return accept({ type: 'reminded', data: { passed: idea.answerBy }, to });
    }
    default:
      return unreachable(command);
  }
}

const driving = (idea: Idea): Waiting => (idea.driver ? { for: 'driver', person: idea.driver } : { for: 'deciders' });

function standing(idea: Idea): Standing {
  const { stage, waiting, answerBy } = idea;
  return { stage, ...(waiting && { waiting }), ...(answerBy && { answerBy }) };
}

function sealed(happened: Happening, idea: Idea | undefined, actor: Actor, words: Words, setting: Setting): IdeaEvent {
  const earliest = idea ? millisecondsOf(idea.changedAt) + 1 : 0;
  const at = instantOf(Math.max(millisecondsOf(setting.now), earliest));
  return { ...happened, seq: (idea?.seq ?? 0) + 1, at, by: actor.ref, words } as IdeaEvent;
}

function unreachable(command: never): never {
  throw new Error(`No consequence for ${JSON.stringify(command)}`);
}

/** Whether a stage's work has an answer time at all; the card says until when only then. */
export const hasAnswerTime = (stage: Stage): boolean => stageRow(stage).answers !== undefined;
