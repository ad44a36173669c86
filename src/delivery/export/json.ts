import type { Writable } from 'node:stream';
import type { Cell, ExportTable, TableWriter } from '../../cards/export/table.js';
import { type Outlet, outletTo } from './outlet.js';

/** Writes tables as lists of objects with the columns' names, a list for each stream; what there is nothing to say of is null. */
export function createJson(streamFor: (table: ExportTable) => Writable, tables: readonly ExportTable[]): TableWriter {
  const outs = new Map<ExportTable, { out: Outlet; rows: number }>();
  for (const table of tables) {
    const out = outletTo(streamFor(table));
    outs.set(table, { out, rows: 0 });
    out.write('[');
  }
  return {
    row(table, cells) {
      const list = outs.get(table);
      if (!list) throw new Error(`No table ${table.name} here`);
      const { out, rows } = list;
      list.rows += 1;
      const object = Object.fromEntries(table.columns.map(({ name }, at) => [name, valueIn(cells[at])]));
      out.write(`${rows === 0 ? '' : ','}\n${JSON.stringify(object)}`);
    },
    drained: async () => void (await Promise.all([...outs.values()].map(({ out }) => out.drained()))),
    async end() {
      for (const { out } of outs.values()) {
        out.write('\n]\n');
        await out.end();
      }
    },
  };
}

function valueIn(cell: Cell): string | number | null {
  if (cell === undefined) return null;
  if (typeof cell !== 'object') return cell;
  return 'day' in cell ? cell.day : cell.time;
}
