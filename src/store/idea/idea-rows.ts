import { isDeepStrictEqual } from 'node:util';
import type { TransactionAction } from '@azure/data-tables';
import type { IdeaEvent } from '../../domain/idea/events.js';
import { type Idea, MOST_LISTED, type Waiting } from '../../domain/idea/idea.js';
import { askedBeside } from '../../domain/idea/people/asked-beside.js';
import { everybodyIn } from '../../domain/idea/policy.js';
import type { Since } from '../../domain/idea/reading/sight.js';
import { stages } from '../../domain/idea/stages.js';
import { hinderedThere, waitsForObstacle } from '../../domain/idea/waiting/hindered.js';
import { isNew, waitsForFirstDecision } from '../../domain/idea/waiting/newness.js';
import { type Calendar, openDay } from '../../domain/organisation/calendar/calendar.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { RecordKind } from '../../domain/record.js';
import { type Day, type Instant, instantAt } from '../../domain/time.js';
import * as keys from '../keys.js';
import { type LongColumns, longColumns } from '../long-columns.js';
import { answerKey } from './lists/answers.js';
import { hinderedKey, hinderedThereKey } from './lists/hindered.js';
import { type OpenRow, openRow } from './lists/open.js';
import { dueDays } from './state/due-days.js';

/** The idea's own row. Words have columns of their own; what may become longer than a column goes on in numbered ones. */
export type IdeaRow = IdeaColumns & LongColumns<'state' | 'lists'>;
interface IdeaColumns {
  record: 'idea';
  title: string;
  problem: string;
  solution?: string;
  evidence?: string;
  /** What has been filled in of what is needed, as JSON. */
  answers: string;
  stage: string;
  department: string;
  /** The numbers of adoptions' own rows that what stands here takes the place of, as JSON; absent where it is none. */
  over?: string;
}

/** A row of a list. It holds no more than its readers need, so that few rows change when the idea does. */
export interface ListRow {
  id: string;
}

export interface QueueRow extends ListRow {
  /** Nobody decides on their own: left out of these people's queues. References with spaces between. */
  submitters: string;
  /** New to its readers. */
  fresh: boolean;
  /** The answer date has been moved once. */
  reminded: boolean;
  /** The idea does not wait for these readers: they are asked something beside what it waits for. */
  beside?: true;
  /** Whose idea it is, so that their name is read beside the idea. Absent in older rows, like all that follows. */
  by?: PersonRef;
  /** When it was sent in. */
  at?: Instant;
  /** Where that is not the day that was promised first, which stands in the key. */
  answerBy?: Day;
  /** Where those who decide may handle it together with others: it waits for their first decision. */
  first?: boolean;
  /** Until when those who decide have no room for it. */
  rests?: Day;
}

export interface EventRow {
  body: string;
}

/** The same in time order, among the events of all kinds of record. */
export interface LogRow extends EventRow {
  record: RecordKind;
}

/** What was said with an event. Of a comment also what it says now, and whether it is hidden or removed: `''` for neither. */
export interface TextRow {
  words?: string;
  now?: string;
  out?: string;
}

/** What time brings. All kinds of record stand in one list. */
export interface DueRow extends ListRow {
  record: 'idea';
}

/** The list and due rows of one version by key: the next version changes these and no others. */
export type Lists = Record<string, ListRow | OpenRow | QueueRow | DueRow>;

export const toIdeaRow = (idea: Idea, lists: Lists): IdeaRow => {
  const { words, answers, ...state } = idea;
  return {
    record: 'idea',
    ...words,
    answers: JSON.stringify(answers),
    // The idea without its words and answers.
    ...longColumns('state', JSON.stringify(state)),
    ...longColumns('lists', JSON.stringify(lists)),
    stage: idea.stage,
    department: idea.department,
  };
};

/** An event apart from its words: the first part is the record, the second can be erased. */
export function splitEvent(event: IdeaEvent): { row: EventRow; text: TextRow | undefined } {
  // What has become of a comment since is no part of what happened.
  const { words, since: _, ...body } = event;
  const hasWords = Object.keys(words).length > 0;
  return { row: { body: JSON.stringify(body) }, text: hasWords ? { words: JSON.stringify(words) } : undefined };
}

/** What an event makes of an earlier comment's row, beside what was written then. */
export const sinceRow = ({ comment, ...rest }: Since): TextRow => ({
  ...(comment !== undefined && { now: comment }),
  ...('out' in rest && { out: rest.out ?? '' }),
});

/** Hour of the day at which what a date brings is done: people are at work. */
const MORNING_HOUR = 8;

/** When people are at work, for what a date brings. */
export interface Mornings {
  timeZone: string;
  calendar: Calendar;
}

/** The lists that an idea and its adoptions stand in, and what time will bring them, as row keys with their columns. A pure function of the idea. */
export function listRows(idea: Idea, { timeZone, calendar }: Mornings): Lists {
  const { id, waiting, answerBy, question } = idea;
  const row: ListRow = { id };
  const rows: Lists = {};
  for (const person of hadBy(idea)) rows[keys.mineKey(person, idea.createdAt, id)] = row;
  for (const [kind, day] of dueDays(idea)) {
    // What falls on a day when nobody is at work comes on the next one when somebody is.
    rows[keys.dueKey(instantAt(openDay(day, calendar), MORNING_HOUR, timeZone), id, kind)] = {
      record: 'idea',
      ...row,
    } satisfies DueRow;
  }
  for (const person of mayAnswer(idea)) rows[keys.talkKey(person, idea.createdAt, id)] = row;
  const names = barredFrom(idea).join(' ');
  for (const { person, until } of askedBeside(idea)) {
    rows[keys.waitsKey(person, until, id)] = { ...queueRow(idea, ''), beside: true } satisfies QueueRow;
  }
  Object.assign(rows, proposed(idea));
  const obstacle = waitsForObstacle(idea);
  if (obstacle !== undefined) rows[hinderedKey(obstacle, idea.department, id)] = row;
  for (const [code, one] of hinderedThere(idea)) rows[hinderedThereKey(one, code, id)] = row;
  if (idea.challenge !== undefined && idea.stage !== 'withdrawn') rows[answerKey(idea.challenge, id)] = row;
  for (const [department, day] of invitations(idea)) {
    rows[keys.waitsKey(keys.invitedQueue(department), day, id)] = queueRow(idea, names);
  }
  if (!waiting || !answerBy) return rows;
  rows[keys.openKey(idea.department, id)] = openRow(idea, waiting);
  const promised = idea.promised ?? answerBy;
  const queued: QueueRow = {
    ...queueRow(idea, mayNotAnswer(idea, waiting)),
    fresh: isNew(idea),
    reminded: idea.reminded,
    ...(promised !== answerBy && { answerBy }),
    first: waitsForFirstDecision(idea),
    ...(idea.restsUntil && { rests: idea.restsUntil }),
  };
  rows[keys.waitsKey(keys.queueName(waiting, idea), promised, id)] = queued;
  // Whoever decides on the money has asked too.
  const asker = { for: question?.backTo === 'funder' ? 'funder' : 'deciders' } as const;
  if (question) rows[keys.askedKey(keys.queueName(asker, idea), promised, id)] = queued;
  return rows;
}

/** A question beside what the idea waits for is new until it is answered. */
const queueRow = ({ id, submitter, createdAt }: Idea, submitters: string): QueueRow => ({
  id,
  submitters,
  fresh: true,
  reminded: false,
  by: submitter,
  at: createdAt,
});

/** Whose queues it is left out of. What is decided outside is noted by those who may not decide. */
function mayNotAnswer(idea: Idea, waiting: Waiting): string {
  const { tier, money, driver, doer, owner } = idea;
  if ((waiting.for === 'funder' ? money?.funder : tier) === 'outside') return '';
  const works = waiting.for === 'funder' ? [driver, doer, owner].map((who) => who?.person) : [];
  const all = [...works, ...barredFrom(idea)].filter((person) => person !== undefined);
  return [...new Set(all)].join(' ');
}

/** More than these are left out of a queue's row: then the card itself says that it is their own. */
const MOST_BARRED = 60;

/** Those who have or had the idea, and the marks of those who were erased. */
const barredFrom = (idea: Idea): string[] => [...everybodyIn(idea).slice(0, MOST_BARRED), ...(idea.formerMarks ?? [])];

/** Those in whose "Mina idéer" it stands: their own idea, or one that theirs has become a part of. */
const hadBy = ({ submitter, coSubmitters, joined = [], submittersLeft }: Idea): string[] =>
  [...(submittersLeft ? [] : [submitter, ...coSubmitters]), ...joined].slice(0, MOST_LISTED);

/** A proposal stands in the queue of those who answer it, and beside the other idea, so that it is found when that one moves. */
function proposed(idea: Idea): Lists {
  const { id, proposal } = idea;
  if (!proposal) return {};
  const { into, department, tier, until, barred } = proposal;
  const submitters = [...new Set([...barred, ...barredFrom(idea)])].join(' ');
  const queued: QueueRow = { ...queueRow(idea, submitters), beside: true };
  return {
    [keys.waitsKey(keys.queueName({ for: 'deciders' }, { department, tier }), until, id)]: queued,
    [keys.offerKey(into, id)]: { id },
  };
}

/** The departments that are asked to take the idea in and have not answered, with the day by which they should. */
function invitations({ stage, adoptions }: Idea): [string, Day][] {
  if (!stages[stage].spreads) return [];
  return Object.entries(adoptions).flatMap(([department, { status, answerBy }]): [string, Day][] =>
    status === 'invited' && answerBy ? [[department, answerBy]] : [],
  );
}

/** Those whose typed words may be an answer: to the newest comment, and to a question that waits for the first submitter. */
const mayAnswer = (idea: Idea): Set<string> =>
  new Set([
    ...(idea.talk ? talkersOf(idea).filter((person) => person !== idea.talk?.by) : []),
    ...(idea.question ? idea.coSubmitters : []),
  ]);

/**
 * Those whom a comment is for: those who work on the idea or have talked about it, and those who decide on it while nobody
 * has taken it on. Others hear of it, and answer on its card: there may be hundreds of them.
 */
const talkersOf = (idea: Idea): string[] => {
  const { submitter, coSubmitters, leader, driver, doer, owner, talk, waiting } = idea;
  const people = [submitter, ...coSubmitters, leader, driver?.person, doer?.person, owner?.person];
  const deciders = !leader && waiting?.for === 'deciders' ? [keys.queueName(waiting, idea)] : [];
  return [...new Set([...people, ...(talk?.with ?? []), ...deciders].filter((one) => one !== undefined))];
};

/**
 * What makes one version's list rows into the next one's. "*" is right for them: they change only together with their
 * idea row, in one transaction, and that row's etag guards them all.
 */
export function moves(old: Lists, lists: Lists, partitionKey: string): TransactionAction[] {
  const actions: TransactionAction[] = [];
  for (const rowKey of Object.keys(old)) if (!lists[rowKey]) actions.push(['delete', { partitionKey, rowKey }]);
  for (const [rowKey, row] of Object.entries(lists)) {
    const entity = { partitionKey, rowKey, ...row };
    if (!old[rowKey]) actions.push(['create', entity]);
    else if (!isDeepStrictEqual(old[rowKey], row)) actions.push(['update', entity, 'Replace', { etag: '*' }]);
  }
  return actions;
}
