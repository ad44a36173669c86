/** The rows of a table as text, the headings first; `broken`: what of it could not be read, by row. */
export interface Table {
  rows: string[][];
  broken: { row: number; message: string }[];
}

export type ReadTable = { ok: true; table: Table } | { ok: false; message: string };
