import { readSheet } from 'read-excel-file/node';
import type { ReadTable } from './table.js';

/** A sheet of an Excel workbook, cell by cell as people read it: a date as 2027-05-31, what a formula gives. */
export async function readWorkbook(bytes: Buffer, sheet?: string): Promise<ReadTable> {
  try {
    const data = sheet === undefined ? await readSheet(bytes) : await readSheet(bytes, sheet);
    return { ok: true, table: { rows: data.map((cells) => cells.map(asText)), broken: [] } };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    return { ok: false, message: `cannot be read as a workbook (${why}): save it as .xlsx, or as CSV.` };
  }
}

const asText = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).trim() : '';
};
