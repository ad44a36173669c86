import { createHash } from 'node:crypto';
import type { Idea, Waiting } from '../domain/idea/idea.js';
import { placeValue } from '../domain/organisation/place.js';
import type { EntraIdentity, PersonRef } from '../domain/person/person.js';
import { type Day, type Instant, millisecondsOf, type Week } from '../domain/time.js';

/**
 * Every key format in one place. Parts are joined by `|`, which no id, code or reference can hold, and a list's rows
 * sort as people want to read them: times are padded, or counted down from LATEST where the newest comes first.
 */
const LATEST = 9_999_999_999_999;
const time = (at: Instant): string => String(millisecondsOf(at)).padStart(13, '0');
const countdown = (at: Instant): string => String(LATEST - millisecondsOf(at)).padStart(13, '0');
const hashed = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
const padded = (seq: number): string => String(seq).padStart(6, '0');

/** The partition of all records: one transaction changes all that belongs together. A second shard would be a function of the id. */
export const recordsPartition = (municipality: string): string => `${municipality}|0`;

/** One key for all kinds, so that no two records can have the same id: the row says of which kind it is. */
export const recordKey = (id: string) => `record|${id}`;
export const eventKey = (id: string, seq: number) => `event|${id}|${padded(seq)}`;
export const textKey = (id: string, seq: number) => `text|${id}|${padded(seq)}`;
export const opKey = (idempotencyKey: string) => `op|${idempotencyKey}`;
export const logKey = (at: Instant, id: string, seq: number) => `log|${time(at)}|${id}|${padded(seq)}`;
export const outboxKey = (id: string, seq: number) => `outbox|${id}|${padded(seq)}`;
/** What is left to do with another record, after an event of this one. */
export const stepKey = (id: string, seq: number) => `step|${id}|${padded(seq)}`;
/** What the relay could not make into messages, for operators. */
export const stuckKey = (id: string, seq: number) => `stuck|${id}|${padded(seq)}`;
export const copyKey = (id: string, person: PersonRef) => `copy|${id}|${person}`;
export const dueKey = (at: Instant, id: string, kind: string) => `due|${time(at)}|${id}|${kind}`;
export const mineKey = (person: PersonRef, at: Instant, id: string) => `list|mine|${person}|${countdown(at)}|${id}`;

/** A queue that people have: one of a role in a department (`leader.VOO`), or a person's own. */
export type QueueName = string;
export const queueName = (
  waiting: Waiting,
  idea: Pick<Idea, 'tier' | 'department'> & Partial<Pick<Idea, 'money' | 'unit'>>,
): QueueName => ('person' in waiting ? waiting.person : `${roleQueue(waiting.for, idea)}.${placeIn(waiting, idea)}`);

/** Of whom it waits for: a department, and where a unit's own managers decide the unit too. */
const placeIn = (
  waiting: Waiting,
  { department, unit, money }: Pick<Idea, 'department'> & Partial<Pick<Idea, 'money' | 'unit'>>,
): string =>
  placeValue({ department, ...(waiting.for === 'funder' && money?.funder === 'unitManager' && unit && { unit }) });

/** What a queue's name says: whose it is (a tier, `unitManagerMoney`, `managerMoney`, `officeMoney`, `invited`) and of which place; a person's own has none. */
export function readQueue(queue: QueueName): { whose: string; department: string } | undefined {
  const at = queue.indexOf('.');
  return at < 0 ? undefined : { whose: queue.slice(0, at), department: queue.slice(at + 1) };
}

/** Money has queues of its own: who decides on an idea does not decide on its money. */
const roleQueue = (
  role: 'deciders' | 'funder',
  { tier, money }: Pick<Idea, 'tier'> & Partial<Pick<Idea, 'money'>>,
): string => (role === 'deciders' ? tier : `${money?.funder ?? 'manager'}Money`);
/** What a department is asked to take in, whoever has it. */
export const invitedQueue = (department: string): QueueName => `invited.${department}`;
/** By the answer date that was promised first, the oldest promise at the top. */
export const waitsKey = (queue: QueueName, promised: Day, id: string) => `list|waits|${queue}|${promised}|${id}`;
/** What somebody has been told of by a comment, and may want to answer by typing. */
export const talkKey = (queue: QueueName, at: Instant, id: string) => `list|talk|${queue}|${countdown(at)}|${id}`;
/** A department's adoption of an idea: a record of its own, beside the idea. */
export const adoptionKey = (id: string, department: string) => `adopt|${id}|${department}`;
export const followKey = (id: string, person: PersonRef) => `follow|${id}|${person}`;
/** That somebody has said something about an idea's text. */
export const reportKey = (id: string, person: PersonRef) => `report|${id}|${person}`;
/** A message that shows a record. Activity ids may hold what a key may not. */
export const shownKey = (id: string, person: PersonRef, activity: string) =>
  `shown|${id}|${person}|${hashed(activity)}`;
/** That a person has or had something to do with a record: how all that is theirs is found again. */
export const traceKey = (person: PersonRef, id: string) => `trace|${person}|${id}`;
/** What a department has to do with now, for its managers. */
export const openKey = (department: string, id: string) => `list|open|${department}|${id}`;
/** That an idea is proposed to become a part of another one. */
export const offerKey = (into: string, from: string) => `offer|${into}|${from}`;
export const askedKey = (queue: QueueName, promised: Day, id: string) => `list|asked|${queue}|${promised}|${id}`;

export const prefixes = {
  events: (id: string) => `event|${id}|`,
  texts: (id: string) => `text|${id}|`,
  copies: (id: string) => `copy|${id}|`,
  mine: (person: PersonRef) => `list|mine|${person}|`,
  waits: (queue: QueueName) => `list|waits|${queue}|`,
  asked: (queue: QueueName) => `list|asked|${queue}|`,
  talk: (queue: QueueName) => `list|talk|${queue}|`,
  traces: (person: PersonRef) => `trace|${person}|`,
  follows: (id: string) => `follow|${id}|`,
  reports: (id: string) => `report|${id}|`,
  shown: (id: string) => `shown|${id}|`,
  shownTo: (id: string, person: PersonRef) => `shown|${id}|${person}|`,
  open: (department: string) => `list|open|${department}|`,
  offers: (into: string) => `offer|${into}|`,
  allWaits: 'list|waits|',
  allAdopted: 'adopt|',
  allAsked: 'list|asked|',
  outbox: 'outbox|',
  stuck: 'stuck|',
  steps: 'step|',
  openDeliveries: 'open|',
  leaving: 'leaving|',
  claims: 'claim|',
  moving: 'moving|',
  newcomers: 'newcomer|',
} as const;

/** Deliveries: a person's rows lie together in one of `count` partitions, so that a run of thousands has no hot spot. */
export const deliveryPartitions = (municipality: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${municipality}|${n.toString(16).padStart(2, '0')}`);
/** Which of them is a person's, from 0. */
export const partitionOf = (person: PersonRef, count: number): number =>
  createHash('sha256').update(person).digest().readUInt32BE() % count;
export const deliveryKey = (person: PersonRef, run: RunName) => `${person}|${run}`;
/** A person's own deliveries; no reference begins as the open rows do. */
export const personsDeliveries = (person: PersonRef) => `${person}|`;
/** A delivery that is not finished, in its own partition. */
export const openDeliveryKey = (due: Instant, person: PersonRef, run: RunName) => `open|${time(due)}|${person}|${run}`;

/** What makes somebody owed a message: an event, a day's or a week's run. With the person it names one delivery. */
export type RunName = string;
export const eventRun = (id: string, seq: number): RunName => `event.${id}.${padded(seq)}`;
/** One row for each card that stands in a chat, so that its updates wait for each other. Activity ids may hold what a key may not. */
export const updateRun = (id: string, activity: string): RunName => `update.${id}.${hashed(activity)}`;
export const dailyRun = (day: Day): RunName => `daily.${day}`;
export const digestRun = (week: Week): RunName => `digest.${week}`;
/** Whether a run is owed to very many at once, none of whom waits for it. */
export const isForMany = (run: RunName): boolean => run.startsWith('digest.');
/** A person's coming back: one row for each person, owed again each time they come. */
export const arrivalRun: RunName = 'arrival';
/** A welcome as a member and for posts; once for the same ones. */
export const welcomeRun = (names: readonly string[]): RunName =>
  `welcome.${createHash('sha256').update(names.toSorted().join(' ')).digest('hex').slice(0, 16)}`;
/** The receipt of a record's event, or of what was done with one activity. */
export const receiptRun = (of: { id: string; seq: number } | { activity: string }): RunName =>
  'id' in of ? `receipt.${of.id}.${padded(of.seq)}` : `receipt.${of.activity}`;
/** A message that is about no record, once for what it is about. Codes and references, which hold nothing that a key may not. */
export const noteRun = (note: string, about: string): RunName => `note.${note}.${about}`;
export const catchUpRun = (arrived: Instant): RunName => `catchUp.${time(arrived)}`;

/** Runs for many people at once, claimed by insert. */
export const runsPartition = (municipality: string): string => `${municipality}|runs`;
export const runKey = (kind: string, name: string) => `run|${kind}|${name}`;
/** One row for each thing that all instances of the bot agree on. */
export const sharedKey = (name: string) => `shared|${name}`;

/** The log's and the due rows' keys between two instants, [from, to). */
export const logRange = (from: Instant, to: Instant) => ({ from: `log|${time(from)}`, to: `log|${time(to)}` });
export const dueRange = (until: Instant) => ({ from: 'due|', to: `due|${time(until)}` });
/** Every key that begins with a prefix: up to the first one that sorts after them all. A code may hold any letter. */
export const prefixRange = (prefix: string) => ({
  from: prefix,
  to: prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1),
});

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** An OData condition for everything in one partition. */
export const inPartition = (partition: string): string => `PartitionKey eq ${quoted(partition)}`;
/** An OData condition for one partition's keys in [from, to). All values are ours or quoted here. */
export function inRange(partition: string, range: { from: string; to: string }): string {
  return `${inPartition(partition)} and RowKey ge ${quoted(range.from)} and RowKey lt ${quoted(range.to)}`;
}

/** People: one partition, so that a person's rows change together. */
export const peoplePartition = (municipality: string): string => municipality;
export const personKey = (ref: PersonRef) => `person|${ref}`;
/** Somebody who has left, until all that was theirs is gone. Says nothing of who they were. */
export const leavingKey = (ref: PersonRef) => `leaving|${ref}`;
/** Somebody of whom nothing is known but who they are in Entra and where they write, until the roster answers. */
export const newcomerKey = (identity: EntraIdentity) => `newcomer|${identity.tenant}|${identity.objectId}`;
/** Somebody new has an address of somebody else, whose ideas may be theirs: until the office has said. By who is new. */
export const claimKey = (ref: PersonRef) => `claim|${ref}`;
/** A reference that is another one's now, until nothing in ideas stands under it any more. */
export const movingKey = (ref: PersonRef) => `moving|${ref}`;
/** Somebody who was picked in Teams and has not met the bot: leads to their reference. */
export const pickedKey = (identity: EntraIdentity) => `picked|${identity.tenant}|${identity.objectId}`;
export const identityKey = (identity: EntraIdentity) => `aad|${identity.tenant}|${identity.objectId}`;
/** Hashed, for an address may hold what a key may not. */
export const emailKey = (email: string) =>
  `email|${createHash('sha256').update(email.trim().toLowerCase()).digest('hex').slice(0, 40)}`;
