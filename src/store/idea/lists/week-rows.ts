import { eventName, type IdeaEvent } from '../../../domain/idea/events.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { departmentsTold, type WeekEvent, weekEventOf } from '../../../domain/idea/reading/in-week.js';
import { wholeId } from '../../../domain/record.js';
import { weekOf } from '../../../domain/time.js';
import * as keys from '../../keys.js';
import type { StoredRow } from '../../rows.js';
import { joinEvent } from '../idea-reading.js';

/**
 * What a week tells of an event: the event without persons and words, and where its idea was. A row for each department in
 * whose week it stands, two at most; written once and changed by nothing.
 */
export interface ToldRow {
  body: string;
  /** The department that has the idea. */
  department: string;
  /** Never where it would tell a name that is kept. */
  unit?: string;
  testEnd?: string;
  tested?: true;
  lesson?: true;
}

/** The rows of an event, by their keys, of the idea as the event left it; none of what no week tells. */
export function weekRows(idea: Idea, event: IdeaEvent): [rowKey: string, columns: ToldRow][] {
  const told = weekEventOf(idea, event);
  if (!told) return [];
  const { id, department, unit, test, tested, lesson } = told;
  const { words: _, ...body } = told.event;
  const row: ToldRow = {
    ...{ body: JSON.stringify(body), department },
    ...(unit && { unit }),
    ...(test && { testEnd: test.end }),
    ...(tested && { tested }),
    ...(lesson && { lesson }),
  };
  const { id: numbered, seq } = eventName(id, event);
  return departmentsTold(told).map((code) => [keys.weekKey(weekOf(event.day), code, event.at, numbered, seq), row]);
}

/** What a row tells; or why it cannot be read. */
export function toWeekEvent({
  rowKey,
  body,
  department,
  unit,
  testEnd,
  tested,
  lesson,
}: StoredRow<ToldRow>): WeekEvent | { why: string } {
  const read = joinEvent({ body }, undefined);
  if ('why' in read) return read;
  return {
    ...{ id: wholeId(rowKey.split('|')[4] ?? ''), event: read.event, stage: read.event.to.stage, department },
    ...(unit && { unit }),
    ...(testEnd && { test: { end: testEnd } }),
    ...(tested && { tested }),
    ...(lesson && { lesson }),
  };
}
