import type { Writable } from 'node:stream';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Cell, ExportColumn, ExportTable, TableWriter } from '../../cards/export/table.js';
import { outletTo } from './outlet.js';
import { bookOf, contentTypes, packageRels, styleOf, styles, workbookRels } from './workbook-parts.js';

/** So many letters of a sheet are put together before they are compressed. */
const PIECE = 64 * 1024;
/** Excel takes no more in one cell, and cuts nothing by itself. */
const LONGEST_TEXT = 32_767;

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/**
 * Writes a workbook for Excel and LibreOffice as it is filled: a sheet for each table, whose first row stays in sight and can be
 * filtered by. Texts are written as texts and never as formulas. What is not written yet is held compressed: of all tables but the
 * long one, which comes first in the file.
 */
export function createWorkbook(stream: Writable, tables: readonly ExportTable[]): TableWriter {
  const out = outletTo(stream);
  let failed: { error: unknown } | undefined;
  const zip = new Zip((error, bytes) => {
    if (error) failed ??= { error };
    else out.write(bytes);
  });
  const whole = (path: string, text: string) => {
    const file = new ZipPassThrough(path);
    zip.add(file);
    file.push(strToU8(text), true);
  };

  whole('[Content_Types].xml', contentTypes(tables));
  whole('_rels/.rels', packageRels);
  whole('xl/workbook.xml', bookOf(tables));
  whole('xl/_rels/workbook.xml.rels', workbookRels(tables));
  whole('xl/styles.xml', styles);
  // What comes after another in the file waits for it: the longest waits for none.
  const sheets = new Map(
    tables
      .map((table, at) => ({ table, at }))
      .toSorted((one, other) => Number(other.table.isLong ?? false) - Number(one.table.isLong ?? false))
      .map(({ table, at }) => [table, sheetIn(zip, `xl/worksheets/sheet${at + 1}.xml`, table)]),
  );
  const unlessFailed = () => {
    if (failed) throw failed.error;
  };

  return {
    row(table, cells) {
      const sheet = sheets.get(table);
      if (!sheet) throw new Error(`No table ${table.name} in this workbook`);
      sheet.add(cells);
    },
    async drained() {
      unlessFailed();
      await out.drained();
    },
    async end() {
      for (const sheet of sheets.values()) {
        sheet.end();
        await out.drained();
      }
      zip.end();
      unlessFailed();
      await out.end();
    },
  };
}

function sheetIn(zip: Zip, path: string, { columns }: ExportTable) {
  const file = new ZipDeflate(path, { level: 6 });
  zip.add(file);
  let rows = 0;
  let piece = '';
  const write = (text: string) => {
    piece += text;
    if (piece.length < PIECE) return;
    // A letter of two halves is never cut: every piece ends with a tag.
    file.push(strToU8(piece));
    piece = '';
  };
  const add = (cells: readonly Cell[], style?: number) => {
    rows += 1;
    const shown = cells
      .map((cell, at) => cellXml(`${columnName(at)}${rows}`, cell, style ?? yearStyle(columns[at])))
      .join('');
    write(`<row r="${rows}">${shown}</row>`);
  };

  write(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${namespace}">`);
  write('<sheetViews><sheetView workbookViewId="0">');
  write('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>');
  write(`<cols>${columns.map(columnXml).join('')}</cols><sheetData>`);
  add(
    columns.map(({ title }) => title),
    styleOf.heading,
  );
  return {
    add: (cells: readonly Cell[]) => add(cells),
    end() {
      const last = `${columnName(Math.max(0, columns.length - 1))}${rows}`;
      write(`</sheetData><autoFilter ref="A1:${last}"/></worksheet>`);
      file.push(strToU8(piece), true);
    },
  };
}

const columnXml = ({ width }: ExportColumn, at: number): string =>
  `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;

/** A year is no number of two thousands. */
const yearStyle = (column: ExportColumn | undefined): number | undefined =>
  column?.kind === 'year' ? styleOf.year : undefined;

/** A, B … Z, AA. */
const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);

function cellXml(at: string, cell: Cell, style?: number): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'string') {
    const text = escaped(cell.length > LONGEST_TEXT ? `${cell.slice(0, LONGEST_TEXT - 1)}…` : cell);
    const kind = style ?? styleOf.text;
    return `<c r="${at}" s="${kind}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  }
  if (typeof cell === 'number') {
    const kind = style ?? (Number.isInteger(cell) ? styleOf.whole : styleOf.decimal);
    return Number.isFinite(cell) ? `<c r="${at}" s="${kind}"><v>${cell}</v></c>` : '';
  }
  const isDay = 'day' in cell;
  const serial = serialOf(isDay ? cell.day : cell.time);
  if (Number.isNaN(serial)) return '';
  return `<c r="${at}" s="${isDay ? styleOf.day : styleOf.time}"><v>${serial}</v></c>`;
}

const DAY_MS = 86_400_000;
/** 1 January 1970 as Excel counts days. */
const EPOCH = 25_569;

/** A day or a local time as Excel counts: days, and parts of them, from the end of 1899 on. */
const serialOf = (local: string): number =>
  Date.parse(`${local.replace(' ', 'T').padEnd(16, 'T00:00')}Z`) / DAY_MS + EPOCH;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '_x000D_' };

/** Whether an XML document can hold it. */
const isHeld = (sign: string): boolean => (sign >= ' ' || '\t\n\r'.includes(sign)) && sign < '\uFFFE';

/** A text as XML can hold it. `_x0041_` is how Excel writes a letter by its number, so what looks like that is told from it. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}|[\uFFFE\uFFFF]/gu, (sign) => (isHeld(sign) ? sign : '\uFFFD'))
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>\r]/g, (sign) => entities[sign] ?? sign);
