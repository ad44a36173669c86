import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readDelimited } from './delimited.js';
import type { ReadTable } from './table.js';
import { readWorkbook } from './workbook.js';

/** No table of existing solutions is as large; what is, is another file. */
const LARGEST_BYTES = 20 * 1024 * 1024;
const MOST_ROWS = 20_000;

const startsWith = (bytes: Buffer, ...first: number[]): boolean => first.every((byte, at) => bytes[at] === byte);

/**
 * Reads a table by what it is, not by what it is called: an Excel workbook's first sheet (or `sheet`), or text with commas,
 * semicolons or tabs between, in UTF-8, UTF-16 or Windows-1252.
 */
export async function readTable(path: string, sheet?: string): Promise<ReadTable> {
  const file = resolve(path);
  const read = await bytesOf(file);
  if (!read.ok) return read;
  return tableIn(file, read.bytes, { sheet });
}

export interface TableOptions {
  sheet?: string | undefined;
  /** What divides columns of a text; left out, what divides the headings into most. */
  delimiter?: string | undefined;
  /** How a text's letters are written; left out, by what its bytes are. */
  encoding?: 'utf-8' | 'windows-1252' | undefined;
  mostRows?: number;
}

/** The table that a file's bytes are; `file` is what faults call it. */
export async function tableIn(
  file: string,
  bytes: Buffer,
  { sheet, delimiter, encoding, mostRows = MOST_ROWS }: TableOptions,
): Promise<ReadTable> {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return failed(`${file} is a workbook of an older Excel, or one with a password: save it as .xlsx without one.`);
  }
  const isWorkbook = startsWith(bytes, 0x50, 0x4b);
  const text = isWorkbook ? '' : textOf(bytes, encoding);
  if (text === undefined) {
    return failed(
      `${file} is not written in ${encoding}, as the organisation file says: leave sources.file.encoding out.`,
    );
  }
  const table = isWorkbook ? await readWorkbook(bytes, sheet) : readDelimited(text, delimiter);
  if (!table.ok) return failed(`${file} ${table.message}`);
  const { rows } = table.table;
  if (rows.length === 0) return failed(`${file} is empty: it needs a first row with headings.`);
  if (rows.length > mostRows) {
    return failed(`${file} has ${rows.length} rows, and ${mostRows} are read at a time: divide it.`);
  }
  return table;
}

const failed = (message: string): { ok: false; message: string } => ({ ok: false, message });

async function bytesOf(file: string): Promise<{ ok: true; bytes: Buffer } | { ok: false; message: string }> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_BYTES) return failed(`${file} has more than 20 MB: divide it.`);
    return { ok: true, bytes: await readFile(file) };
  } catch (error) {
    const { code = String(error) } = error as { code?: string };
    return failed(`${file} cannot be read (${code}): write the path of a file.`);
  }
}

/**
 * Text as Excel and others save it: what is no UTF-8 is Windows-1252, in which every byte means something. Undefined where it is not
 * what it is said to be.
 */
function textOf(bytes: Buffer, encoding?: TableOptions['encoding']): string | undefined {
  if (encoding) return decoded(bytes, encoding);
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1252');
}

function decoded(bytes: Buffer, encoding: NonNullable<TableOptions['encoding']>): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
