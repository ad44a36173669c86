import type { Writable } from 'node:stream';
import type { Cell, ExportTable, TableWriter } from '../../cards/export/table.js';
import { type Outlet, outletTo } from './outlet.js';

const BYTE_ORDER_MARK = '\uFEFF';

/** What Excel and others would take for a formula at the beginning of a text, in both widths; and our own guard, to be told from it. */
const guarded = /^[=+\-@\t\r\n'＝＋－＠]/;

/**
 * A text as no program takes it for a formula: an apostrophe stands before what one begins with, and before an apostrophe. So
 * whoever takes away one apostrophe at the beginning has every text as it was.
 */
export const withGuard = (text: string): string => (guarded.test(text) ? `'${text}` : text);

/** Writes tables as Swedish Excel opens them: semicolons, comma in numbers, CRLF, and the mark by which it knows UTF-8. One stream for each. */
export function createDelimited(
  streamFor: (table: ExportTable) => Writable,
  tables: readonly ExportTable[],
): TableWriter {
  const outs = new Map<ExportTable, Outlet>();
  for (const table of tables) {
    const out = outletTo(streamFor(table));
    outs.set(table, out);
    out.write(BYTE_ORDER_MARK + line(table.columns.map(({ title }) => title)));
  }
  return {
    row(table, cells) {
      const out = outs.get(table);
      if (!out) throw new Error(`No table ${table.name} here`);
      out.write(line(cells));
    },
    drained: async () => void (await Promise.all([...outs.values()].map((out) => out.drained()))),
    end: async () => void (await Promise.all([...outs.values()].map((out) => out.end()))),
  };
}

const line = (cells: readonly Cell[]): string => `${cells.map(field).join(';')}\r\n`;

function field(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'string') return quoted(withGuard(cell));
  return 'day' in cell ? cell.day : cell.time;
}

const quoted = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
