import type { Day } from '../../domain/time.js';

/**
 * What stands in a cell of a table that is taken out of Idélotsen: a text, a number, a day, or a time of day as
 * `YYYY-MM-DD HH:MM` in the municipality's zone; undefined where there is nothing to say.
 */
export type Cell = string | number | { day: Day } | { time: string } | undefined;

/** What stands in the cells of a column, where it is no text; a year is a number that is read as it is. */
export type CellKind = 'number' | 'year' | 'day' | 'time';

/** `name`: as programs know it, the same in every language; `title`: as people read it; `width` in characters. */
export interface ExportColumn {
  name: string;
  title: string;
  width: number;
  kind?: CellKind;
}

/** A table to be filled row by row. `isLong`: by far the longest of its file. */
export interface ExportTable {
  name: string;
  title: string;
  columns: readonly ExportColumn[];
  isLong?: true;
}

/** Takes the rows of tables, a cell for each column, and writes them as they come. */
export interface TableWriter {
  row(table: ExportTable, cells: readonly Cell[]): void;
  /** Settles when what has been written is taken, so that no more is held than a piece of it. */
  drained(): Promise<void>;
  /** Ends all tables. Nothing may be written after it. */
  end(): Promise<void>;
}
