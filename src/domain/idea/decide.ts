import { ruledWords } from '../record-decision.js';
import { accept, type Result, refuse } from '../result.js';
import { dayOf, instantOf, millisecondsOf } from '../time.js';
import type { Actor, CommandContext, CommandDefinition, NewEvent, Setting } from './command.js';
import { type Command, type CommandData, type CommandType, commands } from './commands.js';
import { isDecision } from './deciding/decisions.js';
import { takenAs } from './deciding/taken-as.js';
import { type EventType, type IdeaEvent, meaningOf } from './events.js';
import type { Idea } from './idea.js';
import type { Role } from './policy.js';
import type { Refusal } from './refusal.js';
import { limits, type WordKey, type Words } from './words.js';

export type { Actor, Setting } from './command.js';
export { theClock } from './command.js';
export type { Refusal } from './refusal.js';

/**
 * What a command makes happen: an event, or a refusal. Pure and total: every command, in every stage, by every role, is
 * answered. Rights come before the version and the version before the words, so that nobody learns by trying.
 */
export function decide(
  command: Command,
  idea: Idea | undefined,
  actor: Actor,
  setting: Setting,
): Result<IdeaEvent, Refusal> {
  const permitted = permit(command, idea, actor);
  return permitted.ok ? permitted.value(command, setting) : permitted;
}

/** The rest of a command that may be given: what it makes happen, once what it says and names is known. */
export type Permitted = (command: Command, setting: Setting) => Result<IdeaEvent, Refusal>;

/** What is wrong with words alone that a command of this type is to be given with: judged before anything is made of which it tells. */
export function wordsRefused(type: CommandType, words: Words): Refusal | undefined {
  const kept = ruledWords<WordKey>(definitionOf({ type }).words, limits, words);
  return kept.ok ? undefined : kept.refusal;
}

/**
 * Whether this actor may give this command to this idea now, whatever its words: judged once, before anything that it names
 * is looked up. `decisionVersion` is the pressed card's.
 */
export function permit(
  { type, decisionVersion }: { type: Command['type']; decisionVersion?: number | undefined },
  idea: Idea | undefined,
  actor: Actor,
): Result<Permitted, Refusal> {
  const denied = denial(type, decisionVersion, idea, actor);
  if (denied) return refuse(denied);
  return accept((command, setting) => {
    if (command.type !== type) throw new Error(`${type} was permitted, and ${command.type} is decided`);
    return carryOut(command, idea, actor, setting);
  });
}

/** What a command that may be given makes happen. */
function carryOut(
  command: Command,
  idea: Idea | undefined,
  actor: Actor,
  setting: Setting,
): Result<IdeaEvent, Refusal> {
  const words = wordsOf(command);
  if (!words.ok) return words;
  const today = dayOf(setting.now, setting.timeZone);
  const context = { data: command.data, words: words.value, actor, setting, today, ...(idea && { idea }) };
  // A command that creates the idea asks for none; all others have been denied without.
  const happened = definitionOf(command).leadsTo(context as CommandContext<typeof command.data>);
  if (!happened.ok) return happened;
  const at = instantOf(Math.max(millisecondsOf(setting.now), idea ? latestIn(idea) + 1 : 0));
  const envelope = { ...numberOf(happened.value, idea), at, day: today, by: actor.ref };
  // `happens` has matched data to type, which an event in the making does not say any more.
  const event = { words: words.value, ...happened.value, ...envelope } as IdeaEvent;
  return accept(idea ? asDecided(event, idea, actor) : event);
}

/** When something has last happened to an idea or to one of its adoptions, in milliseconds. */
const latestIn = ({ changedAt, adoptionEvents = {} }: Idea): number =>
  Math.max(...[changedAt, ...Object.values(adoptionEvents).map(({ at }) => at)].map(millisecondsOf));

/** The event's number among the idea's, or among those of the adoption that it is of. */
function numberOf({ type, data }: NewEvent, idea: Idea | undefined): Pick<IdeaEvent, 'seq' | 'adoption'> {
  const { department: adoption } = data as { department?: string };
  const isOfAdoption = meaningOf({ type: type as EventType }).ofAdoption && adoption !== idea?.department;
  if (!idea || !isOfAdoption || adoption === undefined) return { seq: (idea?.seq ?? 0) + 1 };
  return { seq: (idea.adoptionEvents?.[adoption]?.seq ?? 0) + 1, adoption };
}

/** An event with what a decision keeps of what was decided on, and in which post it was taken. */
function asDecided(event: IdeaEvent, idea: Idea, actor: Actor): IdeaEvent {
  const isDecided = isDecision(event);
  const as = isDecided || meaningOf(event).inPost ? takenAs(event, idea, actor) : undefined;
  return { ...event, ...(isDecided && idea.asOf !== undefined && { asOf: idea.asOf }), ...(as && { as }) };
}

/** Whether somebody with these roles could give this command now, words aside: what a card offers as buttons. */
export function isOpenTo(type: CommandType, idea: Idea, roles: ReadonlySet<Role>): boolean {
  const { from, by, when } = definitionOf({ type });
  return from.includes(idea.stage) && by.some((role) => roles.has(role)) && (when?.(idea, roles) ?? true);
}

/** Why this actor cannot give this command now, whatever its words; undefined when they can. `decisionVersion` is the pressed card's. */
export function denial(
  type: CommandType,
  decisionVersion: number | undefined,
  idea: Idea | undefined,
  actor: Actor,
): Refusal | undefined {
  const { from, by, sameVersion, refusedAs } = definitionOf({ type });
  if (from.length === 0) return idea ? { code: 'stale' } : undefined;
  if (!idea) return { code: 'notFound' };
  if (!by.some((role) => actor.roles.has(role))) {
    const isOwn = actor.roles.has('submitter') || actor.roles.has('joined');
    if (isOwn && by.includes('decider')) return { code: 'ownIdea' };
    return { code: by.includes('checker') && actor.roles.has('driver') ? 'ownChecks' : 'notAllowed' };
  }
  if (sameVersion && decisionVersion !== undefined && decisionVersion !== idea.decisionVersion)
    return { code: 'stale' };
  if (!from.includes(idea.stage)) return { code: 'notNow' };
  const refused = refusedAs?.(idea, actor.roles);
  if (refused) return refused;
  return isOpenTo(type, idea, actor.roles) ? undefined : { code: 'notNow' };
}

/** The command's words, tidied; those that its rule does not name are dropped. Answers to what is needed are read by their kind. */
function wordsOf(command: Command): Result<Words, Refusal> {
  const kept = ruledWords<WordKey>(definitionOf(command).words, limits, command.words);
  if (!kept.ok) return kept;
  const fields = definitionOf(command).answers?.(command.data) ?? [];
  const written = fields.flatMap((field) =>
    command.words[field] === undefined ? [] : [[field, command.words[field]]],
  );
  return accept({ ...kept.value, ...Object.fromEntries(written) });
}

/** The command's own module. One assertion for the whole register, whose rows TypeScript cannot match to the command here. */
const definitionOf = <T extends CommandType>({ type }: { type: T }): CommandDefinition<T, CommandData[T]> =>
  commands[type] as unknown as CommandDefinition<T, CommandData[T]>;
