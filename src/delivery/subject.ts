import type { Deps } from '../app/deps.js';
import type { CardContext, Drawn } from '../cards/card-context.js';
import type { Person, PersonRef } from '../domain/person/person.js';
import type { Delivery } from '../store/delivery/deliveries.js';

/** What delivery needs to know of any record: `decisionVersion` is what buttons name, `seq` that of its newest event. */
export interface SubjectRecord {
  id: string;
  decisionVersion: number;
  seq: number;
}

/** And of anything that happened to it. */
export interface SubjectEvent {
  seq: number;
  type: string;
  by: PersonRef | 'clock';
}

/** An event, told to somebody as one of those whom the kind of record names. */
export interface Told<E> {
  event: E;
  as: string;
}

/** For what a record's card is drawn: to tell of an event, to stand anew where it stood, or in the place of an answer that was lost. */
export type Occasion<E> =
  | ({ for: 'notice' } & Told<E>)
  | { for: 'update'; history: E[] }
  | { for: 'receipt'; event: E };

export interface Drawing {
  message: Drawn;
  /** The card follows the record from now on. */
  follows: boolean;
  /** It asks its reader to act. */
  asks: boolean;
  /** The line with which the record is opened, where the card is too large for Teams. */
  opensBy: string;
}

/**
 * A kind of record as delivery knows it: who hears of what happens to it, what is drawn then, and whether there is still
 * something to say. `Reader` is what somebody is to a record, found out once for each message.
 */
export interface SubjectKind<R extends SubjectRecord, E extends SubjectEvent, Reader> {
  /** The record as it stands; undefined where there is none. One round trip. */
  load(app: Deps, id: string): Promise<R | undefined>;
  /** One event, or undefined. One round trip's time. */
  event(app: Deps, id: string, seq: number): Promise<E | undefined>;
  /** All events, oldest first. One round trip's time. */
  history(app: Deps, id: string): Promise<E[]>;
  /** What people are owed because of an event: one delivery for each person. */
  hears(app: Deps, record: R, event: E): Promise<Delivery[]>;
  /** Does what follows from an event for records, once however often it is asked; true when that is to be told too. */
  goesOn(app: Deps, record: R, event: E): Promise<boolean>;
  /** Whether an event takes words away, so that every message which shows them is drawn anew. */
  takesAway(event: E): boolean;
  /** Whether anything of the record has gone out of sight. */
  isOutOfSight(record: R): boolean;
  reader(app: Deps, person: Person, record: R): Promise<Reader>;
  mayRead(record: R, reader: Reader): boolean;
  /** Why somebody is not told, whatever has become of the record; for operators. */
  unwanted(told: Told<E>, person: Person): string | undefined;
  /** Whether what is told to somebody as this stands in a list of their own too, so that no summary has to name it. */
  isListed(as: string): boolean;
  /** Whether what the event puts to its reader has not been overtaken. */
  stillAsked(record: R, told: Told<E>, reader: Reader): boolean;
  draw(app: Deps, context: CardContext, record: R, reader: Reader, occasion: Occasion<E>): Promise<Drawing>;
}

/** Any of them; each gets back only what it has made itself. */
export type AnySubject = SubjectKind<SubjectRecord, SubjectEvent, unknown>;
