import type { TableClient } from '@azure/data-tables';
import type { Idea } from '../../../domain/idea/idea.js';
import * as keys from '../../keys.js';
import type { RowVersions } from '../../row-versions.js';
import { readRows, type StoredRow } from '../../rows.js';
import { type AdoptionRow, fromAdoptionRows, withAdoptions } from '../adoptions.js';
import { fromIdeaRow } from '../idea-reading.js';
import type { IdeaRow } from '../idea-rows.js';

/** Ideas, and the id after which there may be more. */
export interface WholePage {
  ideas: Idea[];
  last?: string;
}

/** Of which record a row is. */
const idOf = ({ rowKey }: { rowKey: string }): string => rowKey.split('|')[1] ?? '';

/** Reads ideas with all their adoptions in the order of their ids: both lie in that order, and are read side by side. */
export const wholePages =
  (table: TableClient, partitionKey: string, versions: RowVersions) =>
  async (after: string | undefined, limit: number, signal?: AbortSignal): Promise<WholePage> => {
    const read = <T extends object>(part: { from: string; to: string }, most?: number) =>
      readRows<T>(table, keys.inRange(partitionKey, part), {
        ...(most !== undefined && { limit: most }),
        ...(signal && { signal }),
      });
    const rows = await read<IdeaRow>(keys.recordsAfter(after), limit);
    const end = rows.length === limit ? rows.at(-1) : undefined;
    const last = end && idOf(end);
    const { adoptions, allAdopted } = keys.prefixes;
    const from = after === undefined ? allAdopted : keys.prefixRange(adoptions(after)).to;
    const { to } = keys.prefixRange(last === undefined ? allAdopted : adoptions(last));
    const beside = new Map<string, StoredRow<AdoptionRow>[]>();
    for (const row of rows.length > 0 ? await read<AdoptionRow>({ from, to }) : []) {
      const others = beside.get(idOf(row));
      if (others) others.push(row);
      else beside.set(idOf(row), [row]);
    }
    const ideas = rows.flatMap((row) => {
      if (row.record !== 'idea') return [];
      const found = fromIdeaRow(row, idOf(row));
      if (!found.ok) {
        versions.unread(found.unread);
        return [];
      }
      const { idea, over = {} } = found.value;
      return [withAdoptions(idea, over, fromAdoptionRows(versions, beside.get(idOf(row)) ?? []).adoptions)];
    });
    return { ideas, ...(last && { last }) };
  };
