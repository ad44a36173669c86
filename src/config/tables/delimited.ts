import { type CsvError, parse } from 'csv-parse/sync';
import type { ReadTable, Table } from './table.js';

/** Swedish Excel saves with semicolons, others with commas; what is copied out of a sheet has tabs, and some systems write bars. */
const delimiters = [';', ',', '\t', '|'] as const;

/**
 * Rows of text with something between; a row whose quotation marks do not end costs itself and what it holds. `between`: what
 * divides columns; left out, what divides the headings into most.
 */
export function readDelimited(text: string, between?: string): ReadTable {
  const broken: Table['broken'] = [];
  const delimiter = between ?? delimiterOf(text);
  const rows: string[][] = [];
  // An empty row stands in its place, so that those after it keep their numbers.
  const note = (error: CsvError) => {
    broken.push({ row: rows.push([]), message: reasons[error.code] ?? error.message });
  };
  parse(text, {
    ...{ bom: true, delimiter, relax_column_count: true, relax_quotes: true },
    ...{ skip_records_with_error: true, max_record_size: MOST_LETTERS },
    on_record: (record: string[]) => {
      rows.push(record);
      return null;
    },
    on_skip: (error) => {
      if (error) note(error);
      return undefined;
    },
  });
  return { ok: true, table: { rows, broken } };
}

/** More than all columns of a row may hold together; an open quotation mark would take the rest of the file otherwise. */
const MOST_LETTERS = 60_000;

const reasons: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'begins a text with a quotation mark that does not end: all rows after it are lost in it',
  CSV_MAX_RECORD_SIZE: 'is longer than any row can be: look for a quotation mark that does not end',
};

/** What divides the headings into most columns. */
function delimiterOf(text: string): string {
  const columns = (delimiter: string): number => {
    const [first = []] = parse(text, {
      ...{ bom: true, delimiter, to: 1, relax_quotes: true, relax_column_count: true, skip_records_with_error: true },
    }) as string[][];
    return first.length;
  };
  return delimiters.reduce<string>((best, one) => (columns(one) > columns(best) ? one : best), ';');
}
