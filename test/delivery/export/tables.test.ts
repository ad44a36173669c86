import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import type { Cell, ExportTable, TableWriter } from '../../../src/cards/export/table';
import { createDelimited } from '../../../src/delivery/export/delimited';
import { createJson } from '../../../src/delivery/export/json';
import { createWorkbook } from '../../../src/delivery/export/workbook';
import { allHostile } from '../../../testing/samples/text/hostile-texts';

const columns = ['id', 'text', 'number', 'day', 'time'].map((name) => ({ name, title: `Rubrik ${name}`, width: 12 }));
const short: ExportTable = { name: 'short', title: 'Idéer', columns };
const long: ExportTable = { name: 'long', title: 'Händelser', columns, isLong: true };
const tables = [short, long];

type Rows = readonly (readonly Cell[])[];
const rowsOf = (texts: readonly string[]): Rows =>
  texts.map((text, at) => [`K7M4Q${at}`, text, at + 0.5, { day: '2026-02-28' }, { time: '2026-11-26 09:59' }]);

async function fill(writer: TableWriter, rows: Rows): Promise<void> {
  for (const cells of rows) {
    writer.row(short, cells);
    writer.row(long, cells);
    await writer.drained();
  }
  await writer.end();
}

async function workbookWith(rows: Rows): Promise<Buffer> {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), fill(createWorkbook(stream, tables), rows)]);
  return bytes;
}

/** The texts that both tables come to, in the files of a format that has one for each. */
async function filesWith(create: typeof createDelimited, rows: Rows): Promise<string[]> {
  const streams = new Map(tables.map((table) => [table, new PassThrough()]));
  const read = [...streams.values()].map((stream) => buffer(stream));
  await fill(
    create((table) => streams.get(table) ?? new PassThrough(), tables),
    rows,
  );
  return (await Promise.all(read)).map((bytes) => bytes.toString('utf8'));
}

const wellFormed = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => text.isWellFormed());
const startsOddly = fc.tuple(fc.constantFrom(...'=+-@\t\r\n\'";＝＋－＠'), wellFormed).map((parts) => parts.join(''));
const anyText = fc.oneof(wellFormed, startsOddly, fc.constantFrom(...allHostile.filter((text) => text.isWellFormed())));

describe('a table of semicolons', () => {
  const parsed = (text: string) =>
    parse(text, { bom: true, delimiter: ';', record_delimiter: '\r\n' }) as unknown as string[][];
  const unguarded = (text: string) => text.replace(/^'/, '');

  it('begins with the mark of UTF-8 and its headings, and has commas in numbers, as Swedish Excel wants it', async () => {
    const [text = ''] = await filesWith(createDelimited, rowsOf(['Å; "citat"']));
    expect(text).toBe(
      '\uFEFFRubrik id;Rubrik text;Rubrik number;Rubrik day;Rubrik time\r\nK7M4Q0;"Å; ""citat""";0,5;2026-02-28;2026-11-26 09:59\r\n',
    );
  });

  it('gives back whatever was written, and has no text that a program takes for a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 8 }), async (texts) => {
        const [text = ''] = await filesWith(createDelimited, rowsOf(texts));
        const cells = parsed(text)
          .slice(1)
          .map((row) => row[1] ?? '');
        expect(cells.map(unguarded)).toEqual(texts);
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a list of objects', () => {
  it('gives back whatever was written, by the names of columns', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 8 }), async (texts) => {
        const [text = ''] = await filesWith(createJson, rowsOf(texts));
        expect(JSON.parse(text)).toEqual(
          texts.map((one, at) => ({
            ...{ id: `K7M4Q${at}`, text: one, number: at + 0.5, day: '2026-02-28', time: '2026-11-26 09:59' },
          })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('has null where there is nothing to say', async () => {
    const [text = ''] = await filesWith(createJson, [['K7M4QX', undefined, undefined, undefined, undefined]]);
    expect(JSON.parse(text)).toEqual([{ id: 'K7M4QX', text: null, number: null, day: null, time: null }]);
  });
});

describe('a workbook', () => {
  it('has its tables as sheets, with texts, numbers, days and times as what they are', async () => {
    const bytes = await workbookWith(rowsOf(['=1+1']));
    for (const { title } of tables) {
      expect(await readSheet(bytes, title)).toEqual([
        columns.map((column) => column.title),
        ['K7M4Q0', '=1+1', 0.5, new Date('2026-02-28T00:00:00Z'), new Date('2026-11-26T09:59:00Z')],
      ]);
    }
  });

  it('writes a year as it is read, and other numbers with what parts thousands', async () => {
    const numbers: ExportTable = {
      ...{ name: 'short', title: 'År' },
      columns: [
        { name: 'year', title: 'År', width: 8, kind: 'year' },
        { name: 'amount', title: 'Kronor', width: 12, kind: 'number' },
      ],
    };
    const stream = new PassThrough();
    const writer = createWorkbook(stream, [numbers]);
    writer.row(numbers, [2027, 50_000]);
    const [bytes] = await Promise.all([buffer(stream), writer.end()]);
    const parts = unzipSync(bytes);
    const textOf = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
    const formats = [...textOf('xl/styles.xml').matchAll(/<xf numFmtId="(\d+)"[^>]*applyNumberFormat/g)].map(
      ([, id]) => id,
    );
    const formatOf = (cell: string) =>
      formats[Number(new RegExp(`r="${cell}" s="(\\d+)"`).exec(textOf('xl/worksheets/sheet1.xml'))?.[1])];
    expect([formatOf('A2'), formatOf('B2')]).toEqual(['1', '3']);
  });

  it('keeps its headings in sight, and can be filtered by them', async () => {
    const parts = unzipSync(await workbookWith(rowsOf(['x', 'y'])));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:E3"/>');
    expect(sheet).not.toContain('<f>');
  });

  it('gives back whatever was written, as far as XML can hold it', async () => {
    const isLost = (sign: string) => (sign < ' ' && !'\t\n'.includes(sign)) || sign >= '\uFFFE';
    // The reader knows no letters by their numbers, as Excel does, and takes away white space at the ends.
    const plain = anyText.filter(
      (text) => ![...text].some(isLost) && !text.includes('_x') && text === text.trim() && text !== '',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(plain, { minLength: 1, maxLength: 8 }), async (texts) => {
        const rows = await readSheet(await workbookWith(rowsOf(texts)), 'Idéer');
        expect(rows.slice(1).map((row) => row[1])).toEqual(texts);
      }),
      { numRuns: 40 },
    );
  });

  it('cuts what is longer than Excel takes in a cell', async () => {
    const rows = await readSheet(await workbookWith(rowsOf(['å'.repeat(40_000)])), 'Idéer');
    expect(String(rows[1]?.[1])).toHaveLength(32_767);
  });
});
