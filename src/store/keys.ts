import { createHash } from 'node:crypto';
import type { Idea, Waiting } from '../domain/idea/idea.js';
import type { Reaction } from '../domain/idea/reactions.js';
import { placeValue } from '../domain/organisation/place.js';
import type { EntraIdentity, PersonRef } from '../domain/person/person.js';
import { placeOf, type Rank } from '../domain/rank.js';
import { type Day, type Instant, instantOf, millisecondsOf, type Week } from '../domain/time.js';

export { around, inPartition, inRange } from './conditions.js';

/**
 * Every key format in one place. Parts are joined by `|`, which no id, code or reference can hold, and a list's rows
 * sort as people want to read them: times are padded, or counted down from LATEST where the newest comes first.
 */
const LATEST = 9_999_999_999_999;
/** As many events as a record has numbers for. */
export const MOST_EVENTS = 999_999;
export const time = (at: Instant): string => String(millisecondsOf(at)).padStart(13, '0');
const countdown = (at: Instant): string => String(LATEST - millisecondsOf(at)).padStart(13, '0');
const hashed = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
export const padded = (seq: number): string => String(seq).padStart(6, '0');
/** The partition of all records: one transaction changes all that belongs together. A second shard would be a function of the id. */
export const recordsPartition = (municipality: string): string => `${municipality}|0`;
/** One key for all kinds, so that no two records can have the same id: the row says of which kind it is. */
export const recordKey = (id: string) => `record|${id}`;
/** All records after one of them, or all. */
export const recordsAfter = (id = '') => rangeFrom('record|', id ? `${recordKey(id)} ` : undefined);
/** The newest first: `-` sorts before the digits of rows from before that, which stand after them in their order. */
export const eventKey = (id: string, seq: number) => `event|${id}|-${padded(MOST_EVENTS - seq)}`;
/** An event's key as version 1 wrote it. */
export const earlierEventKey = (id: string, seq: number) => `event|${id}|${padded(seq)}`;
/** Where an event of an adoption stands among all that happened to the adoptions of its idea, the newest first: the end of its key there. */
export const placeKey = (at: Instant, department: string, seq: number) =>
  `${countdown(at)}|${department}|${padded(seq)}`;
export const pastKey = (id: string, place: string) => `past|${id}|${place}`;
/** What was said with it, in the same order. */
export const pastTextKey = (id: string, place: string) => `text|${id}~|${place}`;
export const textKey = (id: string, seq: number) => `text|${id}|${padded(seq)}`;
export const opKey = (idempotencyKey: string) => `op|${idempotencyKey}`;
export const logKey = (at: Instant, id: string, seq: number) => `log|${time(at)}|${id}|${padded(seq)}`;
/** As version 1 wrote it, without a rank. No id has small letters, so that all of these stand before those with one. */
export const outboxKey = (id: string, seq: number) => `outbox|${id}|${padded(seq)}`;
/** What an event owes, in the order in which it is told: by rank and time. */
export const owesKey = (rank: Rank, at: Instant, id: string, seq: number) =>
  `${owesPrefix(rank)}${time(at)}|${id}|${padded(seq)}`;
/** That a record's cards are drawn anew, one row for each record: as news, after all else of that rank. */
export const redrawKey = (id: string) => `${owesPrefix('news')}redraw|${id}`;
const owesPrefix = (rank: Rank) => `outbox|r${placeOf(rank)}|`;
/** What of a record's news has been told, and what waits. */
export const newsKey = (id: string) => `news|${id}`;
/** What an operation has left to do, after an event of this record. Several kinds may follow on one; version 1 knew one. */
export const stepKey = (id: string, seq: number, name: string) =>
  `step|${id}|${padded(seq)}${name === 'absorb' ? '' : `|${name}`}`;
/** What the relay could not make into messages, for operators. */
export const stuckKey = (id: string, seq: number, what = '') => `stuck|${id}|${padded(seq)}${what && `|${what}`}`;
export const copyKey = (id: string, person: PersonRef) => `copy|${id}|${person}`;
/** All copies of a record, or those after somebody's. */
export const copiesAfter = (id: string, person?: PersonRef) =>
  rangeFrom(prefixes.copies(id), person === undefined ? person : `${copyKey(id, person)} `);
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
/** What time will bring to an adoption, by the kind that its due row's key ends in. */
export const checkAdoptionKind = (department: string) => `checkAdoption.${department}` as const;
const THERE = /^(?:due\|.*\|(?:checkAdoption|remindBetter)\.|hindered\|[^|]*\|)([^|]*)(?:\|[^|]*\|there)?$/;
/** Of whose adoption a list row of an idea tells, or what time will bring it; undefined of the idea's own. */
export const adopterIn = (key: string): string | undefined =>
  (/^(?:adopt\|[^|]*\||list\|waits\|invited\.)([^|]*)/.exec(key) ?? THERE.exec(key))?.[1];
export const followKey = (id: string, person: PersonRef) => `follow|${id}|${person}`;
/** What somebody has said of an idea by a press, once: `thank` and what else reactions there are. */
export const reactionKey = (reaction: Reaction, id: string, person: PersonRef) => `${reaction}|${id}|${person}`;
/** How many have said so, of each reaction. */
export const tallyKey = (id: string) => `tally|${id}`;
/** The same in the log, where a reaction has no number in the record. */
export const reactionLogKey = (at: Instant, id: string, reaction: Reaction, person: PersonRef) =>
  `log|${time(at)}|${id}|${reaction}.${person}`;
/** One that is not counted yet; `gone`: to be taken off, by when it had been said, for somebody may say it and take it back more than once. */
export const uncountedKey = (id: string, reaction: Reaction, person: PersonRef, gone?: { said: Instant }) =>
  `reactions|count|${id}|${reaction}|${person}${gone ? `|gone|${time(gone.said)}` : ''}`;
/** That those whose idea it is are to be told of some, by how many there were before. */
export const untoldKey = (id: string, reaction: Reaction, from: number) =>
  `reactions|tell|${id}|${reaction}|${padded(from)}`;
/** That somebody has said something about an idea's text. */
export const reportKey = (id: string, person: PersonRef) => `report|${id}|${person}`;
/** A message that shows a record. Activity ids may hold what a key may not. */
export const shownKey = (id: string, person: PersonRef, activity: string) =>
  `shown|${id}|${person}|${hashed(activity)}`;
/** That a person has or had something to do with a record: how all that is theirs is found again. */
export const traceKey = (person: PersonRef, id: string) => `trace|${person}|${id}`;
/** What a department has to do with now, for its managers. */
export const openKey = (department: string, id: string) => `list|open|${department}|${id}`;
/** What a department's week tells, in the order in which it happened. */
export const weekKey = (week: Week, department: string, at: Instant, id: string, seq: number) =>
  `week|${week}|${department}|${time(at)}|${id}|${padded(seq)}`;
/** That an idea is proposed to become a part of another one. */
export const offerKey = (into: string, from: string) => `offer|${into}|${from}`;
export const askedKey = (queue: QueueName, promised: Day, id: string) => `list|asked|${queue}|${promised}|${id}`;

export const prefixes = {
  events: (id: string) => `event|${id}|`,
  texts: (id: string) => `text|${id}|`,
  adoptions: (id: string) => `adopt|${id}|`,
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
  week: (week: Week, department?: string) => ['week', week, department ?? [], ''].flat().join('|'),
  allOpen: 'list|open|',
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
/** What somebody's day card has to tell, in the order in which it came. */
export const dayItemKey = (person: PersonRef, at: Instant, run: RunName) => `item|${person}|${time(at)}|${run}`;
export const dayItems = (person: PersonRef) => `item|${person}|`;
/** On which day a day card was last posted to somebody, or may have been, and which. */
export const postedKey = (person: PersonRef) => `posted|${person}`;
/** What of a week has come to somebody at once though it might have waited. */
export const atOnceKey = (person: PersonRef) => `atOnce|${person}`;
/** A delivery that is not finished, in its own partition. */
export const openDeliveryKey = (due: Instant, person: PersonRef, run: RunName) => `open|${time(due)}|${person}|${run}`;
/** What makes somebody owed a message: an event, a day's or a week's run. With the person it names one delivery. */
export type RunName = string;
export const eventRun = (id: string, seq: number): RunName => `event.${id}.${padded(seq)}`;
/** What of a record is told together, named after the newest. */
export const newsRun = (id: string, seq: number): RunName => `news.${id}.${padded(seq)}`;
/** That a file is there for somebody. */
export const dataFileRun = (token: string): RunName => `file.${token}`;
/** What somebody is told of reactions together, by how many there were before. */
export const reactionsRun = (id: string, reaction: Reaction, from: number): RunName =>
  `reactions.${id}.${reaction}.${padded(from)}`;
/** One row for each card that stands in a chat, so that its updates wait for each other. Activity ids may hold what a key may not. */
export const updateRun = (id: string, activity: string): RunName => `update.${id}.${hashed(activity)}`;
/** Somebody's day card: the one that is to come on that day, or came later where it could not. */
export const dailyRun = (day: Day): RunName => `daily.${day}`;
export const digestRun = (week: Week): RunName => `digest.${week}`;
/** What makes a run owed, in one word, and the record or the time that it is of. */
export const readRun = (run: RunName): { word: string; of: string } => {
  const [word = '', of = ''] = run.split('.');
  return { word, of };
};
/** A person's coming back: one row for each person, owed again each time they come. */
export const arrivalRun: RunName = 'arrival';
/** A welcome as a member and for posts; once for the same ones. */
export const welcomeRun = (names: readonly string[]): RunName => `welcome.${hashed(names.toSorted().join(' '))}`;
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
/** The log from an instant on, or after the row with this key: also what a clock that is ahead has dated. */
export const logSince = (from: Instant | { after: string }) => ({
  ...prefixRange('log|'),
  from: typeof from === 'string' ? `log|${time(from)}` : `${from.after} `,
});
/** When, and to what record or part of one, as a key of the log says; undefined of any other. */
export const readLogKey = (key: string): { at: Instant; id: string } | undefined =>
  /^log\|\d{13}\|./.test(key) ? { at: instantOf(Number(key.slice(4, 17))), id: key.split('|')[2] ?? '' } : undefined;
export const weeksBefore = (week: Week) => ({ from: 'week|', to: `week|${week}|` });
export const dueRange = (until: Instant) => ({ from: 'due|', to: `due|${time(until)}` });
/** All that is not counted or told of yet, or one part of it. */
export const reactionsOwed = (part: 'count' | 'tell' | '' = '') => prefixRange(`reactions|${part && `${part}|`}`);
/** An idea's events, without those from before the newest stood first, and those alone. */
export const newestFirst = (id: string, below?: number) =>
  rangeFrom(`event|${id}|-`, below === undefined ? below : eventKey(id, below - 1));
/** An idea's events below a number, or all, in the order of their rows. */
export const eventsBelow = (id: string, below?: number) =>
  rangeFrom(`event|${id}|`, below === undefined ? below : eventKey(id, below - 1));
/** What happened to an idea's adoptions, or what came before one of their events. */
export const pastBefore = (id: string, place?: string) =>
  rangeFrom(pastKey(id, ''), place === undefined ? place : pastKey(id, `${place} `));
/** What was said with them, from one to another. */
export const pastTextsBetween = (id: string, newest: string, oldest: string) => ({
  from: pastTextKey(id, newest),
  to: pastTextKey(id, `${oldest} `),
});
/** Those from before the newest stood first, [from, to). */
export const earlierEvents = (id: string, from: number, to: number) => ({
  from: earlierEventKey(id, from),
  to: earlierEventKey(id, to),
});
/** The words of events, [from, to). */
export const textsBetween = (id: string, from: number, to: number) => ({
  from: textKey(id, from),
  to: textKey(id, to),
});
/** Every key that begins with a prefix: up to the first one that sorts after them all. A code may hold any letter. */
export const prefixRange = (prefix: string) => ({
  from: prefix,
  to: prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1),
});
/** The same from one of them on, or all. */
const rangeFrom = (prefix: string, from?: string) => ({
  ...prefixRange(prefix),
  ...(from !== undefined && { from }),
});
/** What is owed in the ranks from the first to the last of these; and what was written without a rank. */
export const owesRange = (first: Rank, last: Rank) => ({
  from: owesPrefix(first),
  to: prefixRange(owesPrefix(last)).to,
});
export const unrankedRange = { from: 'outbox|', to: 'outbox|a' };
/** Every row of a record that begins so, and those of its parts, whose sign comes after `|`. The end is the first character after it that a key may hold. */
export const withParts = (prefix: string) => ({ from: prefix, to: `${prefix.slice(0, -1)}\u00a1` });
/** People: one partition, so that a person's rows change together. */
export const peoplePartition = (municipality: string): string => municipality;
export const personKey = (ref: PersonRef) => `person|${ref}`;
/** A file of what is stored about somebody, as long as it is made and offered. */
export const dataFileKey = (ref: PersonRef) => `file|${ref}`;
export const dataFiles = () => prefixRange('file|');
/** What somebody has been shown from other departments. */
export const metKey = (ref: PersonRef) => `met|${ref}`;
/** A person's traces after that of a record. */
export const tracesAfter = (person: PersonRef, id: string) =>
  rangeFrom(prefixes.traces(person), id ? `${traceKey(person, id)} ` : undefined);
/** A person's deliveries after one of a run. */
export const deliveriesAfter = (person: PersonRef, run: RunName) =>
  rangeFrom(personsDeliveries(person), run ? `${deliveryKey(person, run)} ` : undefined);
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
