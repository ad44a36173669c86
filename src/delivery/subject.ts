import type { Deps } from '../app/deps.js';
import type { CardContext, Drawn } from '../cards/card-context.js';
import type { NewsRow } from '../cards/digest/caught-up.js';
import type { DayRow } from '../cards/digest/day.js';
import type { Urgency } from '../domain/idea/notices/urgency.js';
import type { Person, PersonRef } from '../domain/person/person.js';
import type { Instant } from '../domain/time.js';
import type { Delivery } from '../store/delivery/deliveries.js';
import type { QueueName } from '../store/keys.js';

/** What delivery needs to know of any record: `decisionVersion` is what buttons name, `seq` that of its newest event. */
export interface SubjectRecord {
  id: string;
  decisionVersion: number;
  seq: number;
}

/** And of anything that happened to it. */
export interface SubjectEvent {
  /** Its number in the record; 0 of what stands in none. */
  seq: number;
  at: Instant;
  type: string;
  by: PersonRef | 'clock';
}

/** An event, told to somebody as one of those whom the kind of record names. */
export interface ToldAs<E> {
  event: E;
  as: string;
  /** So many older ones of the same type are told with it by their number. */
  more?: number;
}

/** For what a record's card is drawn: to tell of an event, to stand anew where it stood, or in the place of an answer that was lost. */
export type DrawReason<E> =
  | ({ for: 'notice' } & ToldAs<E>)
  | { for: 'update'; history: E[] }
  | { for: 'receipt'; event: E };

export interface Drawing {
  message: Drawn;
  /** The card follows the record from now on. */
  follows: boolean;
  /** It asks its reader to act. */
  asks: boolean;
}

/**
 * A kind of record as delivery knows it: who hears of what happens to it, what is drawn then, and whether there is still
 * something to say. `Reader` is what somebody is to a record, found out once for each message.
 */
export interface SubjectKind<R extends SubjectRecord, E extends SubjectEvent, Reader> {
  /** The record as it stands, also by the id of a part of it; undefined where there is none. One round trip. */
  load(app: Deps, id: string): Promise<R | undefined>;
  /** One event, or undefined. One round trip's time. */
  event(app: Deps, id: string, seq: number): Promise<E | undefined>;
  /** Some events, near each other, oldest first. One round trip's time. */
  events(app: Deps, id: string, seqs: readonly number[]): Promise<E[]>;
  /** How much has happened to it and its parts, for cards that show it: what is shown at a lower number is old. */
  seqOf(record: R): number;
  /** What several have said of it by a press, as an event that stands in no record; undefined where nothing is left to tell. */
  reacted(app: Deps, record: R, reaction: string, from: number): Promise<E | undefined>;
  /** The newest events of it and its parts, oldest first. Two round trips' time. */
  newest(app: Deps, id: string): Promise<E[]>;
  /** What people are owed because of events that are told together: one delivery for each person, a page of people at a time. */
  hears(app: Deps, record: R, events: readonly Heard<E>[], hearers: Hearers): AsyncIterable<Delivery[]>;
  /** Whoever waits for an event that may else wait for others of its record, and what they are owed because of it alone. */
  answers(app: Deps, record: R, event: E): Promise<Delivery | undefined>;
  /** Whether some of those who hear of an event only hear of it: they are told after those who wait for it. */
  isNewsToSome(event: E): boolean;
  /** Does what follows from an event for records, once however often it is asked; true when that is to be told too. */
  goesOn(app: Deps, record: R, event: E): Promise<boolean>;
  /** Everybody who reads these queues, which such a record has left: their day card of today is drawn anew. One round trip's time. */
  readersOf(app: Deps, queues: readonly QueueName[]): Promise<PersonRef[]>;
  /** Whether an event takes words away, so that every message which shows them is drawn anew; `quotes`: those that stand in lists which quote alone. */
  takesAway(event: E): boolean | 'quotes';
  /** Whether anything of the record has gone out of sight. */
  isOutOfSight(record: R): boolean;
  reader(app: Deps, person: Person, record: R): Promise<Reader>;
  mayRead(record: R, reader: Reader): boolean;
  /** Why somebody is not told, whatever has become of the record; for operators. */
  unwanted(told: ToldAs<E>, person: Person): string | undefined;
  /**
   * Whether somebody is told in a message, or in their day card with all else that is new: the same however often it is asked of
   * one that is on its way. Three round trips at most.
   */
  urgency(app: Deps, record: R, told: ToldAs<E>, person: Person): Promise<Urgency>;
  /** Whether what is told to somebody as this is announced to very many, of which nobody is told more than a few a week. */
  announces(as: string): boolean;
  /** Whether what is told to somebody as this stands in a list of their own too, so that no summary has to name it. */
  isListed(as: string): boolean;
  /** Whether what the event puts to its reader has not been overtaken. */
  stillAsked(record: R, told: ToldAs<E>, reader: Reader): boolean;
  /** These records, by id, in one card for somebody who has missed what happened to them; one that is gone has no row. One round trip's time. */
  newsRows(app: Deps, context: CardContext, person: Person, ids: readonly string[]): Promise<NewsRow[]>;
  /** What these events, oldest first, come to in their reader's day card: what is mere news in one row. One round trip's time. */
  dayRows(app: Deps, context: CardContext, record: R, reader: Reader, told: readonly ToldAs<E>[]): Promise<DayRow[]>;
  draw(app: Deps, context: CardContext, record: R, reader: Reader, reason: DrawReason<E>): Promise<Drawing>;
  /** What stands where a list of such records stood that showed words which are out of sight now. */
  listChanged(context: CardContext): Drawn;
}

/** An event that is told, and who has been told of it already. */
export interface Heard<E> {
  event: E;
  told?: PersonRef | undefined;
}

/** Who is told now of all who hear of an event: those who wait for it, the rest of them, or both. */
export type Hearers = 'awaited' | 'rest' | 'all';

/** Any of them; each gets back only what it has made itself. */
export type AnySubject = SubjectKind<SubjectRecord, SubjectEvent, unknown>;
