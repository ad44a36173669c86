import type { TableClient } from '@azure/data-tables';
import { type IdeaEvent, inTime } from '../../../domain/idea/events.js';
import { wholeId } from '../../../domain/record.js';
import * as keys from '../../keys.js';
import type { RowVersions } from '../../row-versions.js';
import { readPages } from '../../rows.js';
import { readEvents } from '../idea-reading.js';
import type { EventRow } from '../idea-rows.js';
import { PAGE } from './side-by-side.js';

/** All that happened to one idea and its parts, in order of time. */
export interface IdeaEvents {
  id: string;
  events: IdeaEvent[];
}

/** What happened to records of all kinds, by their ids. */
const allEvents = keys.prefixRange('event|');

/**
 * What happened to all ideas, without words, an idea at a time in the order of their ids: so rows lie in the table, and no
 * more than a page of them is held. A round trip for each thousand.
 */
export const everyEvent = (table: TableClient, partitionKey: string, versions: RowVersions) =>
  async function* (): AsyncGenerator<IdeaEvents> {
    let present: IdeaEvents | undefined;
    for await (const rows of readPages<EventRow>(table, keys.inRange(partitionKey, allEvents), { size: PAGE })) {
      for (const { row, event } of readEvents(versions, rows, () => undefined)) {
        const id = wholeId(row.rowKey.split('|')[1] ?? '');
        if (present && present.id !== id) {
          yield { ...present, events: present.events.sort(inTime) };
          present = undefined;
        }
        present ??= { id, events: [] };
        present.events.push(event);
      }
    }
    if (present) yield { ...present, events: present.events.sort(inTime) };
  };
