import type { TransactionAction } from '@azure/data-tables';
import type { RecordKind } from '../../domain/record.js';
import { type Day, type Instant, instantAt } from '../../domain/time.js';
import * as keys from '../keys.js';

/** What records share whose lists stand by their keys in their own row, whatever their kind. */

/** Hour of the day at which what a date brings is done: people are at work. */
const MORNING_HOUR = 8;
/** What time brings such a record next: one thing at a time. */
const NEXT = 'next';

/** The rows that change with a record, by their keys. */
export type RecordLists = Readonly<Record<string, object>>;

/** The row of what time brings a record on a day; none where that is nothing. */
export const dueRow = (record: RecordKind, id: string, on: Day | undefined, timeZone: string): RecordLists =>
  on === undefined ? {} : { [keys.dueKey(instantAt(on, MORNING_HOUR, timeZone), id, NEXT)]: { record, id } };

/** What makes one version's rows into the next one's: the record's own row, whose etag guards it, names those that there were. */
export function movesOf(partitionKey: string, before: readonly string[], after: RecordLists): TransactionAction[] {
  const gone = before.filter((rowKey) => !(rowKey in after));
  return [
    ...gone.map((rowKey): TransactionAction => ['delete', { partitionKey, rowKey }]),
    ...Object.entries(after).map(([rowKey, columns]): TransactionAction => {
      const entity = { partitionKey, rowKey, ...columns };
      return before.includes(rowKey) ? ['update', entity, 'Replace', { etag: '*' }] : ['create', entity];
    }),
  ];
}

/** An event of a record as it is stored: its words stand apart, so that they can be erased. */
export function eventEntities<E extends { seq: number; at: Instant; words: object }>(
  partitionKey: string,
  record: RecordKind,
  id: string,
  { words, ...body }: E,
): TransactionAction[] {
  const { seq, at } = body;
  // Says of which kind it is: whoever has typed an id is answered from what an idea of that id would have.
  const row = { body: JSON.stringify(body), record };
  const create = (rowKey: string, columns: object): TransactionAction => [
    'create',
    { partitionKey, rowKey, ...columns },
  ];
  return [
    create(keys.eventKey(id, seq), row),
    create(keys.logKey(at, id, seq), row),
    ...(Object.keys(words).length > 0 ? [create(keys.textKey(id, seq), { words: JSON.stringify(words) })] : []),
  ];
}
