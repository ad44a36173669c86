import type { Calendar } from '../organisation/calendar/calendar.js';
import type { HeldPost } from '../person/held-posts.js';
import type { PersonRef } from '../person/person.js';
import type { Result } from '../result.js';
import type { Day, Instant } from '../time.js';
import type { None } from './event.js';
import type { FieldName } from './fields.js';
import type { Idea, Standing } from './idea.js';
import type { Role } from './policy.js';
import type { Refusal } from './refusal.js';
import type { AnswerRole, Stage } from './stages.js';
import type { WordKey, Words } from './words.js';

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

/** What a command meets: the idea as it stands, who gives it, and the day. Its words are tidied and within their limits. */
export interface CommandContext<Data = unknown> {
  data: Data;
  words: Words;
  idea: Idea;
  actor: Actor;
  setting: Setting;
  today: Day;
}

/** An event in the making: `words` only where they are not simply those of the command. */
export interface NewEvent {
  type: string;
  data: object;
  to: Standing;
  words?: Words;
}
export type Outcome = Result<NewEvent, Refusal>;

/** Who may give a command, when, and in which words. */
export interface Rule {
  /** The stages in which it can be done; empty: it creates the idea. */
  readonly from: readonly Stage[];
  /** Any one of these roles is enough. */
  readonly by: readonly Role[];
  readonly words: Readonly<Partial<Record<WordKey, 'required' | 'optional'>>>;
  /** A card of an earlier version is refused. Off where the command means the same at any version. */
  readonly sameVersion: boolean;
  /** What else must hold of the idea for somebody with these roles. */
  readonly when?: (idea: Idea, roles: ReadonlySet<Role>) => boolean;
}

/** All that the domain knows of one command: `decide`, the cards' buttons and the table of rights read it (commands.ts). */
export interface CommandDefinition<T extends string, Data> extends Rule {
  readonly kind: 'command';
  readonly type: T;
  /** Why it is refused, where there is more to say than that it cannot be done now. */
  readonly refusedAs?: (idea: Idea, roles: ReadonlySet<Role>) => Refusal | undefined;
  /** Answers to what is needed that come with its words, and are read by their kind. */
  readonly answers?: (data: Data) => readonly FieldName[];
  /** What it leads to, once it is known that it may be given. */
  readonly leadsTo: (context: CommandContext<Data>) => Outcome;
}

/** A command by its name, with its data's type, its rule and what it leads to. */
export const defineCommand =
  <const T extends string>(type: T) =>
  <Data extends object = None>(
    rest: Omit<CommandDefinition<T, Data>, 'kind' | 'type'>,
  ): CommandDefinition<T, Data> => ({ kind: 'command', type, ...rest });
