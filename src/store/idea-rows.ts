import type { Idea, IdeaEvent } from '../domain/idea.js';
import { addDays, type Day, instantAt } from '../domain/time.js';
import * as keys from './keys.js';

/** What each row of an idea's neighbourhood holds. JSON columns stay below 32K characters: words have columns of their own. */
export interface IdeaRow {
  title: string;
  problem: string;
  solution?: string;
  evidence?: string;
  /** The idea without its words, as JSON. */
  state: string;
  /** The list and due rows of this version, as JSON by key: the next version changes these and no others. */
  lists: string;
  stage: string;
  department: string;
}

export interface ListRow {
  id: string;
  /** Nobody decides on their own: left out of the submitter's queue. */
  submitter: string;
  /** Never asked about, so nobody has looked into it yet. */
  fresh: boolean;
  /** The answer date has been moved once. */
  reminded: boolean;
}

export interface EventRow {
  body: string;
}

export interface TextRow {
  words: string;
}

export type Lists = Record<string, ListRow>;

export const toIdeaRow = (idea: Idea, lists: Lists): IdeaRow => {
  const { words, ...state } = idea;
  return {
    ...words,
    state: JSON.stringify(state),
    lists: JSON.stringify(lists),
    stage: idea.stage,
    department: idea.department,
  };
};

export function fromIdeaRow(row: IdeaRow): { idea: Idea; lists: Lists } {
  const { title, problem, solution, evidence } = row;
  const words = { title, problem, ...(solution && { solution }), ...(evidence && { evidence }) };
  return {
    idea: { ...(JSON.parse(row.state) as Omit<Idea, 'words'>), words },
    lists: JSON.parse(row.lists) as Lists,
  };
}

/** An event apart from its words: the first part is the record, the second can be erased. */
export function splitEvent(event: IdeaEvent): { row: EventRow; text: TextRow | undefined } {
  const { words, ...body } = event;
  const hasWords = Object.keys(words).length > 0;
  return { row: { body: JSON.stringify(body) }, text: hasWords ? { words: JSON.stringify(words) } : undefined };
}

export const joinEvent = (row: EventRow, text: TextRow | undefined): IdeaEvent =>
  ({ ...JSON.parse(row.body), words: text ? JSON.parse(text.words) : {} }) as IdeaEvent;

/** Hour of the day at which what a date brings is done: people are at work. */
const MORNING = 8;

/** When the clock looks at an idea whose answer date has passed: the morning after it. */
export const reminderAt = (answerBy: Day, timeZone: string) => instantAt(addDays(answerBy, 1), MORNING, timeZone);

/** The lists that an idea stands in, and what time will bring it, as row keys with their columns. A pure function of the idea. */
export function listRows(idea: Idea, timeZone: string): Lists {
  const row: ListRow = { id: idea.id, submitter: idea.submitter, fresh: !idea.asked, reminded: idea.reminded };
  const rows: Lists = { [keys.mineKey(idea.submitter, idea.createdAt, idea.id)]: row };
  if (!idea.waiting || !idea.answerBy) return rows;
  rows[keys.openKey(idea.department, idea.id)] = row;
  rows[keys.waitsKey(keys.queueName(idea.waiting, idea), idea.answerBy, idea.id)] = row;
  if (idea.question) rows[keys.askedKey(keys.queueName({ for: 'deciders' }, idea), idea.answerBy, idea.id)] = row;
  if (!idea.reminded) rows[keys.dueKey(reminderAt(idea.answerBy, timeZone), idea.id, 'reminder')] = row;
  return rows;
}
