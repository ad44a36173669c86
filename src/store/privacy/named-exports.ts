import { z } from 'zod';
import type { PersonRef } from '../../domain/person/person.js';
import type { Day, Instant } from '../../domain/time.js';
import { day, instant } from '../idea/state/idea-state.js';
import * as keys from '../keys.js';
import { readable, rowKind } from '../row-kinds.js';
import { readPages, readRows, unlessChanged } from '../rows.js';
import type { Storage } from '../storage.js';

/** Whoever has taken out names and is nobody in the chat: who runs the bot, by the command line. */
export const OPERATORS = 'operators';

export const exportFormats = ['xlsx', 'csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** That a file was made in which people stand by name: who asked for it, when, and of what. None of the names. */
export interface NamedExport {
  by: PersonRef | typeof OPERATORS;
  at: Instant;
  format: ExportFormat;
  /** Of one department, by its code; absent: of the whole municipality. */
  department?: string | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
}

const namedExportKind = rowKind('namedExport', {
  at: instant,
  format: z.enum(exportFormats),
  department: z.string().exactOptional(),
  from: day.exactOptional(),
  to: day.exactOptional(),
});

/** `token`: under which the file was made, so that it is noted once however often that is tried. */
const namedExportKey = ({ by, at }: Pick<NamedExport, 'by' | 'at'>, token: string): string =>
  `${prefixOf(by)}${keys.time(at)}|${token}`;
const prefixOf = (by: string): string => `namesOut|${by}|`;
const all = keys.prefixRange('namesOut|');

/** So many of one person's are read: a page of storage. */
const MOST_READ = 1000;

export type NamedExportStore = ReturnType<typeof openNamedExports>;

/** The log of files with names, for the data protection officer. What stands in it is kept, and never changed. */
export function openNamedExports({ people: table, versions }: Pick<Storage, 'people' | 'versions'>, town: string) {
  const partitionKey = keys.peoplePartition(town);
  const from = (rows: Awaited<ReturnType<typeof readRows<object>>>): NamedExport[] =>
    readable(versions, namedExportKind, rows).map(({ rowKey, at, format, department, from, to }) => ({
      ...{ by: rowKey.split('|')[1] ?? '', at, format },
      ...(department !== undefined && { department }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    }));

  return {
    /** Notes one before anybody can have the file. Done again it says the same. One round trip. */
    async note({ by, at, ...what }: NamedExport, token: string): Promise<void> {
      await unlessChanged(table.createEntity({ partitionKey, rowKey: namedExportKey({ by, at }, token), at, ...what }));
    },

    /** Those of one person, the oldest first. One round trip. */
    async of(by: PersonRef): Promise<NamedExport[]> {
      const range = keys.inRange(partitionKey, keys.prefixRange(prefixOf(by)));
      return from(await readRows<object>(table, range, { limit: MOST_READ }));
    },

    /** All that there are, a page at a time, by who asked for them. */
    async *pages(): AsyncGenerator<NamedExport[]> {
      for await (const rows of readPages<object>(table, keys.inRange(partitionKey, all), { size: MOST_READ }))
        yield from(rows);
    },
  };
}
