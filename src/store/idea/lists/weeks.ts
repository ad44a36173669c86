import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { IdeaEvent } from '../../../domain/idea/events.js';
import type { Idea } from '../../../domain/idea/idea.js';
import type { WeekEvent } from '../../../domain/idea/reading/in-week.js';
import { ID_PLACES, idAtPlace, placeOfId } from '../../../domain/ids.js';
import { instantOf, type Week } from '../../../domain/time.js';
import { MOST_ENTITIES } from '../../commit.js';
import * as keys from '../../keys.js';
import { readable } from '../../row-kinds.js';
import type { RowVersions } from '../../row-versions.js';
import { readPages, type StoredRow, unlessChanged } from '../../rows.js';
import { weekKind } from '../idea-kinds.js';
import { unreadEvent } from '../idea-reading.js';
import { PAGE, pagesSideBySide } from './side-by-side.js';
import { type ToldRow, toWeekEvent, weekRows } from './week-rows.js';

/** How a department's week lies in its keys: in time, and of one time by id. */
const inTimeOf = (week: Week, department: string) => ({
  placeOf: (key: string) => {
    const [at, id = ''] = key.split('|').slice(3);
    return BigInt(Number(at) || 0) * ID_PLACES + placeOfId(id);
  },
  keyAt: (place: bigint) =>
    keys.weekKey(week, department, instantOf(Number(place / ID_PLACES)), idAtPlace(place % ID_PLACES), 0),
});

/** What weeks tell, in rows of their own: written with each event (changes.ts), read and ended here. */
export function openWeeks(table: TableClient, partitionKey: string, versions: RowVersions) {
  const range = (part: { from: string; to: string }) => keys.inRange(partitionKey, part);

  /** What rows tell, each by the end of its key: in which department's week it stands is no part of that. */
  function toldIn(stored: readonly StoredRow<ToldRow>[]): [place: string, told: WeekEvent][] {
    return readable(versions, weekKind, stored).flatMap((row): [string, WeekEvent][] => {
      const read = toWeekEvent(row);
      if ('event' in read) return [[row.rowKey.split('|').slice(3).join('|'), read]];
      versions.unread({ ...unreadEvent(row, read.why), kind: weekKind.name });
      return [];
    });
  }

  async function pagesOf(
    week: Week,
    department: string | undefined,
    take: (rows: readonly StoredRow<ToldRow>[]) => void,
    ranges?: number,
  ) {
    const of = keys.prefixRange(keys.prefixes.week(week, department));
    if (department !== undefined)
      return pagesSideBySide<ToldRow>(table, range, { ...of, ...inTimeOf(week, department), ranges }, take);
    for await (const rows of readPages<ToldRow>(table, range(of), { size: PAGE })) take(rows);
  }

  return {
    /**
     * Gives what a week tells of a department, or of the whole municipality, to `take`, as it comes: in no order, and an event
     * that stands in two departments' weeks twice. No more than pages are held. Two round trips' time for a department; one for
     * each thousand for the municipality. `ranges`: in how many ranges a long one is read side by side.
     */
    eachOfWeek: (
      week: Week,
      department: string | undefined,
      take: (told: WeekEvent) => void,
      ranges?: number,
    ): Promise<void> =>
      pagesOf(
        week,
        department,
        (rows) => {
          for (const [, told] of toldIn(rows)) take(told);
        },
        ranges,
      ),

    /** All that it tells, in order, each event once: for those who tell thousands. */
    async week(week: Week, department?: string): Promise<WeekEvent[]> {
      // The same event may stand in two departments' weeks.
      const all = new Map<string, WeekEvent>();
      await pagesOf(week, department, (rows) => {
        for (const [place, told] of toldIn(rows)) all.set(place, told);
      });
      // In time, whichever department comes first.
      return [...all].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, event]) => event);
    },

    /** Has a week tell of an event that it does not tell of yet, of the idea as it stands. Done twice it is done once. One round trip's time. */
    async tellInWeek(idea: Idea, event: IdeaEvent): Promise<void> {
      const rows = weekRows(idea, event).map(([rowKey, columns]) => ({ partitionKey, rowKey, ...columns }));
      await Promise.all(rows.map((row) => unlessChanged(table.createEntity(row))));
    },

    /** Ends what weeks before this one tell; what happened stays in the record of each idea. A round trip for each hundred. */
    async forgetWeeks(before: Week, stopping?: AbortSignal): Promise<void> {
      const options = { size: MOST_ENTITIES, select: ['PartitionKey', 'RowKey'] };
      for await (const page of readPages(table, range(keys.weeksBefore(before)), options)) {
        if (stopping?.aborted) return;
        const rows = page.map(({ rowKey }): TransactionAction => ['delete', { partitionKey, rowKey }]);
        // Whoever ends them beside this one has ended them as well.
        if (rows.length > 0) await unlessChanged(table.submitTransaction(rows));
      }
    },
  };
}
