import { tidy } from '../language/tidy.js';
import type { Calendar } from '../organisation/calendar.js';
import type { HeldPost } from '../person/held-posts.js';
import type { PersonRef } from '../person/person.js';
import { accept, type Result, refuse } from '../result.js';
import { dayOf, type Instant, instantOf, millisecondsOf } from '../time.js';
import type { Command, CommandType } from './commands.js';
import type { Occasion, Outcome } from './consequences/consequence.js';
import { consequences } from './consequences/index.js';
import { isDecision } from './deciding/decisions.js';
import { isDoneInPost, takenAs } from './deciding/taken-as.js';
import type { IdeaEvent } from './events.js';
import type { Idea } from './idea.js';
import { formFields } from './needs.js';
import type { Role } from './policy.js';
import type { Refusal } from './refusal.js';
import { rules } from './rules.js';
import type { AnswerRole } from './stages.js';
import { limits, type WordKey, type Words } from './words.js';

export type { Refusal } from './refusal.js';

export interface Actor {
  ref: PersonRef | 'clock';
  roles: ReadonlySet<Role>;
  /** Codes of the departments that the actor leads. */
  leads: readonly string[];
  /** Their posts, of which a decision keeps the one in which it is taken. */
  posts?: readonly HeldPost[];
}

/** Who does what time brings, and what is left to do when somebody is gone. */
export const theClock: Actor = { ref: 'clock', roles: new Set(['clock']), leads: [] };

/** What a decision needs to know of the world. `answerDays` come from the organisation file. */
export interface Setting {
  now: Instant;
  timeZone: string;
  answerDays: Readonly<Record<AnswerRole, number>>;
  /** A test that costs less, in SEK, is a small one. */
  smallTestLimit: number;
  /** On which days the municipality is at work: no answer is asked for on another. */
  calendar: Calendar;
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
  const today = dayOf(setting.now, setting.timeZone);
  const happened = consequenceOf(command, { words: words.value, actor, setting, today, ...(idea && { idea }) });
  if (!happened.ok) return happened;
  const earliest = idea ? millisecondsOf(idea.changedAt) + 1 : 0;
  const at = instantOf(Math.max(millisecondsOf(setting.now), earliest));
  const envelope = { seq: (idea?.seq ?? 0) + 1, at, day: today, by: actor.ref };
  const event = { words: words.value, ...happened.value, ...envelope } as IdeaEvent;
  if (!idea) return accept([event]);
  const as = isDecision(event) || isDoneInPost(event) ? takenAs(event, idea, actor) : undefined;
  if (!isDecision(event)) return accept([as ? { ...event, as } : event]);
  return accept([{ ...event, ...(idea.asOf !== undefined && { asOf: idea.asOf }), ...(as && { as }) }]);
}

/** Whether somebody with these roles could give this command now, words aside: what a card offers as buttons. */
export function isOpenTo(type: CommandType, idea: Idea, roles: ReadonlySet<Role>): boolean {
  const rule = rules[type];
  return (
    rule.from.includes(idea.stage) && rule.by.some((role) => roles.has(role)) && (rule.when?.(idea, roles) ?? true)
  );
}

/** Why this actor cannot give this command now, whatever its words; undefined when they can. `turn` is the pressed card's. */
export function denial(
  type: CommandType,
  turn: number | undefined,
  idea: Idea | undefined,
  actor: Actor,
): Refusal | undefined {
  const rule = rules[type];
  if (rule.from.length === 0) return idea ? { code: 'stale' } : undefined;
  if (!idea) return { code: 'notFound' };
  if (!rule.by.some((role) => actor.roles.has(role))) {
    const isOwn = actor.roles.has('submitter') || actor.roles.has('joined');
    return { code: isOwn && rule.by.includes('decider') ? 'ownIdea' : 'notAllowed' };
  }
  if (rule.sameTurn && turn !== undefined && turn !== idea.turn) return { code: 'stale' };
  if (!rule.from.includes(idea.stage)) return { code: 'notNow' };
  if (type === 'approvePlan' && actor.roles.has('driver')) return { code: 'ownPlan' };
  if (type === 'answer' && !idea.question) return { code: 'noQuestion' };
  return isOpenTo(type, idea, actor.roles) ? undefined : { code: 'notNow' };
}

/** The command's words, tidied; those that its rule does not name are dropped. Answers to what is needed are read by their kind. */
function wordsOf(command: Command): Result<Words, Refusal> {
  const kept: Words = {};
  for (const [key, need] of Object.entries(rules[command.type].words) as [WordKey, 'required' | 'optional'][]) {
    const text = tidy(command.words[key] ?? '');
    if (text.length > limits[key]) return refuse({ code: 'wordsTooLong', field: key });
    if (text) kept[key] = text;
    else if (need === 'required') return refuse({ code: 'wordsMissing', field: key });
  }
  if (command.type === 'fill') {
    for (const field of formFields(command.data.part)) {
      const text = command.words[field];
      if (text !== undefined) kept[field] = text;
    }
  }
  return accept(kept);
}

/** The command's own consequence. One assertion for the whole table, whose rows TypeScript cannot match to the command here. */
const consequenceOf = (
  command: Command,
  rest: Omit<Occasion<CommandType>, 'data' | 'idea'> & { idea?: Idea },
): Outcome => (consequences[command.type] as (occasion: object) => Outcome)({ ...rest, data: command.data });
