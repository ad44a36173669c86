import type { TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { type RegisteredPart, registeredAs, registeredParts } from '../../../domain/idea/deciding/registered.js';
import type { IdeaEvent } from '../../../domain/idea/events.js';
import type { Idea } from '../../../domain/idea/idea.js';
import type { Day } from '../../../domain/time.js';
import * as keys from '../../keys.js';
import { firstReadable, rowKind } from '../../row-kinds.js';
import type { RowVersions } from '../../row-versions.js';
import { readRows, unlessChanged } from '../../rows.js';
import { weekRows } from './week-rows.js';

/** A decision that is to be registered: which, of which department's idea then, and of money how much was given. */
export interface Registered {
  id: string;
  seq: number;
  part: RegisteredPart;
  day: Day;
  department: string;
  type: string;
  amount?: number;
  hours?: number;
}

/** A day's together, so that a period is one range; the department and the idea stand in the key. */
const registeredKey = ({ part, day, department, id, seq }: Omit<Registered, 'type'>) =>
  `registered|${part}|${day}|${department}|${id}|${keys.padded(seq)}`;
/** From one day to another, both included. */
const registeredBetween = (part: RegisteredPart, from: Day, to: Day) => ({
  from: `registered|${part}|${from}|`,
  to: `registered|${part}|${to}|~`,
});

export const registeredKind = rowKind('registered', {
  type: z.string(),
  amount: z.number().exactOptional(),
  hours: z.number().exactOptional(),
});

/** The row of an event that is to be registered, by its key; none of any other. `met`: the idea before it, `left`: after it. Of persons and words it has none. */
function registeredRows(event: IdeaEvent, met: Idea | undefined, left: Idea): [rowKey: string, columns: object][] {
  const part = registeredAs(event, met?.stage);
  if (!part) return [];
  const { seq, day, type } = event;
  const { amount, hours } = event.type === 'granted' ? event.data : {};
  const columns = { type, ...(amount !== undefined && { amount }), ...(hours !== undefined && { hours }) };
  return [[registeredKey({ part, day, department: left.department, id: left.id, seq }), columns]];
}

/** What lists tell of an event for good: its department's week, and what is to be registered. */
export const toldRows = (event: IdeaEvent, met: Idea | undefined, left: Idea): [rowKey: string, columns: object][] => [
  ...weekRows(left, event),
  ...registeredRows(event, met, left),
];

/** What is to be registered: written with each event (changes.ts), read here. It goes with the record of its idea. */
export function openRegistered(table: TableClient, partitionKey: string, versions: RowVersions) {
  return {
    /** From one day to another, both included, the earliest first, so many at most. One round trip up to a thousand. */
    async registered(part: RegisteredPart, from: Day, to: Day, limit: number): Promise<Registered[]> {
      const range = keys.inRange(partitionKey, registeredBetween(part, from, to));
      const rows = await firstReadable(versions, registeredKind, table, range, limit);
      return rows.map(({ rowKey, type, amount, hours }) => {
        const [, , day = '', department = '', id = '', seq = ''] = rowKey.split('|');
        const given = { ...(amount !== undefined && { amount }), ...(hours !== undefined && { hours }) };
        return { id, seq: Number(seq), part, day, department, type, ...given };
      });
    },

    /** How many of each part on each of these days, without those on which there is none. A request for each part, and for each thousand. */
    async countRegistered(from: Day, to: Day): Promise<Map<Day, { readonly [P in RegisteredPart]: number }>> {
      const days = new Map<Day, { readonly [P in RegisteredPart]: number }>();
      const none = { money: 0, begun: 0, inUse: 0, ended: 0 };
      const select = ['PartitionKey', 'RowKey'];
      const found = await Promise.all(
        registeredParts.map((part) =>
          readRows<object>(table, keys.inRange(partitionKey, registeredBetween(part, from, to)), { select }),
        ),
      );
      for (const [at, part] of registeredParts.entries()) {
        for (const { rowKey } of found[at] ?? []) {
          const day = rowKey.split('|')[2] ?? '';
          const counts = days.get(day) ?? none;
          days.set(day, { ...counts, [part]: counts[part] + 1 });
        }
      }
      return days;
    },

    /** Has one stand in the list that an earlier version of the bot has left out, of the idea as it is now. Done twice it is done once. */
    async registerAnew(idea: Idea, event: IdeaEvent): Promise<void> {
      const rows = registeredRows(event, undefined, idea).map(([rowKey, columns]) => ({
        ...{ partitionKey, rowKey },
        ...columns,
      }));
      await Promise.all(rows.map((row) => unlessChanged(table.createEntity(row))));
    },
  };
}
