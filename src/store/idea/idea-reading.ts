import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Since } from '../../domain/idea/reading/sight.js';
import { keptOf } from '../row-kinds.js';
import type { RowVersions, UnreadRow } from '../row-versions.js';
import type { StoredRow } from '../rows.js';
import { eventBody, eventKind, readIdeaColumns, readJson, wordsKept } from './idea-kinds.js';
import type { EventRow, IdeaRow, Lists, TextRow } from './idea-rows.js';

/** The idea that a row holds, and the numbers of adoptions' own rows that it takes the place of; or what of it cannot be read. */
export function fromIdeaRow(row: IdeaRow, id: string) {
  const read = readIdeaColumns(row, id);
  if (!read.ok) return read;
  const { columns, state, answers, lists, over } = read;
  const { title, problem, solution, evidence } = columns;
  const words = { title, problem, ...(solution && { solution }), ...(evidence && { evidence }) };
  // What the schema has read is an idea but for the types of what it looks no further into.
  const idea = { ...state, words, answers } as unknown as Idea;
  return { ok: true as const, value: { idea, lists: lists as unknown as Lists, ...putOver(over), ...keptOf(read) } };
}

/** The event with its words; undefined, with why, where this version has no meaning for it. */
export function joinEvent(row: EventRow, text: TextRow | undefined): { event: IdeaEvent } | { why: string } {
  const body = readJson(row.body, eventBody, 'body');
  if (!body.ok) return { why: body.why };
  const words = text?.words ? readJson(text.words, wordsKept, 'words') : { ok: true as const, value: {} };
  if (!words.ok) return { why: words.why };
  const since = text?.now || text?.out ? { since: sinceIn(text) } : {};
  return { event: { ...body.value, words: words.value, ...since } as unknown as IdeaEvent };
}

const sinceIn = ({ now, out }: TextRow): Since => ({
  ...(now && { comment: now }),
  ...((out === 'hidden' || out === 'removed') && { out }),
});

/** One of a kind that is not known here was written by a newer version. */
export const unreadEvent = ({ rowKey }: StoredRow<EventRow>, why: string): UnreadRow => ({
  ...{ kind: eventKind.name, id: rowKey, why },
  newer: /^(?:body\.type|version)/.test(why),
});

/** The events of rows, without those that this version cannot read: they are counted and told of. */
export function readEvents(
  versions: RowVersions,
  rows: readonly StoredRow<EventRow>[],
  wordsOf: (row: StoredRow<EventRow>) => TextRow | undefined,
): { row: StoredRow<EventRow>; event: IdeaEvent }[] {
  return rows.filter(isOfIdea).flatMap((row) => {
    const read = eventKind.read(row, row.rowKey);
    const joined = read.ok ? joinEvent(read.value, wordsOf(row)) : { why: read.unread.why };
    if ('event' in joined) return [{ row, event: joined.event }];
    versions.unread(unreadEvent(row, joined.why));
    return [];
  });
}

/** Events of other kinds of record say of which they are; what says that an idea has been destroyed (store/archive/) tells nothing else. */
const isOfIdea = (row: StoredRow<EventRow & { record?: string }>): boolean =>
  (row.record ?? 'idea') === 'idea' && row.body !== '';

/** Absent where the row takes no other one's place. */
const putOver = <Over extends object>(over: Over) => (Object.keys(over).length > 0 ? { over } : {});
