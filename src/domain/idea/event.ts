import type { TakenAs } from '../person/decider.js';
import type { PersonField, PersonRef } from '../person/person.js';
import type { Day, Instant } from '../time.js';
import type { Idea, Silence, Standing, Who } from './idea.js';
import type { Audience, Stop } from './notices/audiences.js';
import type { Reaction } from './reactions.js';
import type { Since } from './reading/sight.js';
import type { Onlooker } from './reading/visibility.js';
import type { WordKey, Words } from './words.js';

/** Something that happened to an idea: insert-only, the record of decisions. `data`: references, codes and dates only. */
export interface Happened<T extends string, Data> {
  type: T;
  seq: number;
  /** The department of whose adoption it is, and by which it is numbered. Absent: the idea's own, as all of version 1 are. */
  adoption?: string;
  /** Later than the previous event's, whatever the clocks say. */
  at: Instant;
  /** The date that people have then: not always that of `at`, which is UTC's. */
  day: Day;
  by: Who;
  to: Standing;
  /** Of a decision: the number of the event by which what was decided on had got to be as it was (`Idea.asOf`). */
  asOf?: number;
  /** Of a decision that was taken in a post: which. An earlier version kept none. */
  as?: TakenAs;
  data: Data;
  /** What people wrote. Stored apart, so that it can be hidden or erased and the record stays whole. */
  words: Words;
  /** Kept with the words, and not a part of what happened. */
  since?: Since;
}

export type None = Record<never, never>;
/** Of a decision that was taken outside: on which day. Who took it stands in its words, and `by` is who noted it. */
export type Noted = { outside?: { on: Day } };

/**
 * Whether the event leaves a trace for somebody whom a field of it names, by which what they have is found when their data
 * is asked for or erased. `found`: they are found already, by an earlier event or by what is written before this one.
 */
export type Trace = 'traced' | 'found';

/** By whom something is decided, in the order in which a post is looked for in which they did. */
export type Chain = 'home' | 'homeOrOffice' | 'money' | 'adopting' | 'proposal';

/**
 * What an event means, apart from the command that leads to it: an event outlives its command, and several may lead to the
 * same. Everything that asks what kind of event something is reads it here (events.ts).
 */
export interface EventDefinition<T extends string, Data> {
  readonly kind: 'event';
  readonly type: T;
  /** The idea that it creates, before it changes it: of a first event only. */
  readonly begins?: (id: string, event: Happened<T, Data>) => Idea;
  /** What it makes of the idea beside its standing and its version. `before`: the idea as it stood. Absent: nothing. */
  readonly changes?: (idea: Idea, event: Happened<T, Data>, before: Idea) => Idea;
  /**
   * It happens to the adoption of the department that its data names, and not to the idea; the use of the department that has
   * the idea is the idea's own.
   */
  readonly ofAdoption?: true;
  /**
   * It is a row of its own beside the idea, once for each person, and counted: neither the idea nor its record changes by it.
   * Records of before that hold such events.
   */
  readonly reaction?: Reaction;
  /** Which fields of its data name somebody: all of them, or the compiler names the one that is missing. */
  readonly persons?: { readonly [K in keyof Data]?: Trace };
  /** Which of these fields name somebody of whom nobody is told, in no copy of the record either. */
  readonly untold?: { readonly [K in keyof Data]?: true };

  /** Who hears of it, the more important first: a person with two roles gets the first one's message only. */
  readonly hears: readonly Audience[];
  /**
   * Whom of them it asks for something by a date: they get a message at once, and all others read of it in their day card
   * (notices/urgency.ts, which adds those whose idea is decided on).
   */
  readonly atOnce?: readonly Audience[];
  /** Whether it is for this one of them; absent: for all. */
  readonly tells?: (hearer: { person: PersonRef; as: Audience }, event: Happened<T, Data>, idea: Idea) => boolean;
  /** The departments whose leaders are meant, where its audience is those who are asked, concerned or decided before. */
  readonly leadersIn?: (event: Happened<T, Data>) => readonly string[];
  /** Whether its notice would say nothing any more of the idea as it now is, to somebody who is this to it; absent: never. */
  readonly overtaken?: (idea: Idea, roles: Onlooker['roles']) => boolean;
  /** It is asked of the submitters or shown to them alone: not for those whose idea has become a part. */
  readonly submittersOnly?: true;
  /** The setting with which its notices are stopped. */
  readonly stop?: Stop;
  /**
   * It is news that may wait for more of the idea: the first goes out at once, and what comes within an hour is told together.
   * A department's answer is told by itself, and together with others in the day card. Only of what changes neither stage nor
   * whom the idea waits for, asks nobody, and names nobody who hears of it in its data.
   */
  readonly gathers?: true;
  /** It is said in a talk: it answers whoever has spoken before it, and they do not wait for it as long as others. */
  readonly talk?: true;
  /** All that it says: when these words have been erased, nobody is told of it any more. */
  readonly only?: WordKey;
  /** It follows from a test: whoever hears of it reads what that gave and taught. */
  readonly tellsResult?: true;
  /** It brings deciders an idea, of which they may choose to hear once a day. */
  readonly bringsIdea?: true;
  /** Whom it asks for an answer though the idea does not wait for it. */
  readonly asksBeside?: readonly Audience[];
  /** It changes nobody's right to decide. */
  readonly leavesRights?: true;

  /**
   * Whose its words are. `idea`: those who had the idea together. `person`: the one who wrote them. `contact`: a way to reach
   * somebody, of no use when they have left. `record`: the reasons and results of what was decided, which stay with the decision.
   */
  readonly wordsOf: 'idea' | 'person' | 'contact' | 'record';
  /** Who wrote them beside the one who did it. */
  readonly writers?: (event: Happened<T, Data>) => readonly PersonRef[];
  /** They are said to those who do the work or have the idea, as a decision's are. */
  readonly said?: true;
  /** Nobody reads them in the history: what they say stands elsewhere, and what stood there is the record's only. */
  readonly readInRecord?: true;
  /** Who may know of it; absent: everybody. */
  readonly seenBy?: (reader: Onlooker, event: Happened<T, Data>) => boolean;

  /** Somebody decides by it where an idea goes, what it may cost, or who takes it in. */
  readonly decision?: true;
  /** It is done in a post, which is kept with it; of decisions, those that nobody takes but in a post. */
  readonly inPost?: true;
  /** In which chain the post is looked for; absent: that of the department that has the idea. */
  readonly chain?: (event: Pick<Happened<T, Data>, 'data'>) => Chain;

  /** It changes what the one it waits for is asked to do, though it waits for the same person or role. */
  readonly newTask?: (event: Happened<T, Data>) => boolean;
  /** The day that it sets is a promise like the first, though the clock sets it. */
  readonly promisesAnew?: true;
  /** It makes the idea new once more to whoever it comes to. */
  readonly news?: Idea['news'];
  /** The clock asks by it whoever does the work how it goes; for a `line`, by a question that is open until they answer. */
  readonly asksWorker?: 'reminder' | 'line';
  /** It is no sign of life from whoever does the work. */
  readonly idle?: true;
  /** What it adds to the silence. */
  readonly silence?: (before: Silence, event: Happened<T, Data>) => Silence;

  /** Those who decide show by it that they have read the idea, and let others read it. */
  readonly opens?: (event: Happened<T, Data>) => boolean;
  /** It answers whoever has said something about the text. */
  readonly answersReport?: true;
  /** Words that others have read are out of their sight by it. */
  readonly takesAway?: (event: Happened<T, Data>) => boolean;
  /** What it makes of an earlier comment, by that one's number: kept beside its words. */
  readonly ofComment?: (event: Happened<T, Data>) => { seq: number; since: Since };
  /** What it makes of what somebody has said by a press: kept in that one's row. */
  readonly ofReaction?: (event: Happened<T, Data>) => { reaction: Reaction; person: PersonRef; out: 'hidden' };
}

/** A person stands in a field of their own or in a list of people there: deeper down a trace would not find them. */
type FieldTrace<Value> = Value extends Who | readonly Who[] | undefined ? Trace : never;

/** Of each field that names somebody, what trace it leaves; nothing of any other. */
type Persons<Data> = [PersonField<Data>] extends [never]
  ? { readonly persons?: never }
  : { readonly persons: { readonly [K in PersonField<Data>]: FieldTrace<Data[K]> } };

type Half<T extends string, Data> = Omit<EventDefinition<T, Data>, 'kind' | 'type' | 'decision' | 'persons'> &
  Persons<Data>;

/** One assertion: which fields `persons` has is known of each data's type, and not of all of them. */
const meaning = <T extends string, Data>(type: T, half: Half<T, Data>) =>
  ({ kind: 'event', type, ...half }) as EventDefinition<T, Data>;

/** An event by its name, with its data's type and what it means. */
export const defineEvent =
  <const T extends string>(type: T) =>
  <Data extends object = None>(half: Half<T, Data>): EventDefinition<T, Data> =>
    meaning(type, half);

/** The same for an event by which something is decided. */
export const defineDecision =
  <const T extends string>(type: T) =>
  <Data extends object = None>(half: Half<T, Data>): EventDefinition<T, Data> & { readonly decision: true } => ({
    ...meaning(type, half),
    decision: true,
  });
