import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { readDelimited } from '../../../src/config/tables/delimited';
import { readTable } from '../../../src/config/tables/read-table';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Uint8Array, sheet?: string) {
  const file = join(folder, 'table');
  await writeFile(file, bytes);
  return readTable(file, sheet);
}
const rowsOf = async (bytes: Uint8Array, sheet?: string) => {
  const found = await read(bytes, sheet);
  return found.ok ? found.table.rows : found.message.replace(/^\S+ /, '');
};

const SHEETS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** A workbook as small as Excel's own may be: a sheet of texts and one date, and a second sheet. */
function workbook(): Uint8Array {
  const cell = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const sheet = (rows: string) => strToU8(`<worksheet ${SHEETS}><sheetData>${rows}</sheetData></worksheet>`);
  const related = (id: number, kind: string, target: string) =>
    `<Relationship Id="r${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (...all: string[]) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`,
    );
  return zipSync({
    '_rels/.rels': relations(related(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<workbook ${SHEETS} xmlns:r="${RELATIONS}"><sheets><sheet name="Lösningar" sheetId="1" r:id="r1"/><sheet name="Mer" sheetId="2" r:id="r2"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      related(1, 'worksheet', 'worksheets/sheet1.xml'),
      related(2, 'worksheet', 'worksheets/sheet2.xml'),
      related(3, 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet ${SHEETS}><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': sheet(
      `<row r="1">${cell('A1', 'Namn')}${cell('B1', 'Slut')}</row><row r="3">${cell('A3', 'Snö &amp; is')}<c r="B3" s="1"><v>46538</v></c></row>`,
    ),
    'xl/worksheets/sheet2.xml': sheet(`<row r="1">${cell('A1', 'Annat')}</row>`),
  });
}

describe('a table', () => {
  const text = 'Namn;Läge\r\nSnöröjning;används\r\n';
  const rows = [
    ['Namn', 'Läge'],
    ['Snöröjning', 'används'],
  ];
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark before it', Buffer.from(`\uFEFF${text}`)],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['UTF-16', utf16],
    ['commas', Buffer.from(text.replaceAll(';', ','))],
    ['tabs', Buffer.from(text.replaceAll(';', '\t'))],
  ])('is read in %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(rows);
  });

  it('is read from a workbook, with its dates as days and its empty rows counted', async () => {
    expect(await rowsOf(workbook())).toEqual([
      ['Namn', 'Slut'],
      ['', ''],
      ['Snö & is', '2027-05-31'],
    ]);
    expect(await rowsOf(workbook(), 'Mer')).toEqual([['Annat']]);
    expect(await rowsOf(workbook(), 'Finns inte')).toMatch(/^cannot be read as a workbook/);
  });

  it('is told to be saved otherwise where it is no table', async () => {
    expect(await rowsOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toMatch(/save it as \.xlsx/);
    expect(await rowsOf(Buffer.from('PK\u0003\u0004not really'))).toMatch(/^cannot be read as a workbook/);
    expect(await rowsOf(Buffer.from(''))).toMatch(/^is empty/);
    const gone = await readTable(join(folder, 'gone.csv'));
    expect(gone.ok ? '' : gone.message).toMatch(/cannot be read \(ENOENT\)/);
  });

  it('is as it was written, whatever stands in its cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'å', ' ', '"', ';', ',', '\n', '\t', '👩🏽‍🚒', "'") });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, fc.constantFrom(';', ',', '\t'), (cells, delimiter) => {
        const headings = ['Namn', 'Läge', 'Behov', 'Slut'];
        const all = [headings, ...cells];
        const written = all.map((row) => row.map(quoted).join(delimiter)).join('\r\n');
        const found = readDelimited(written);
        expect(found.ok && found.table).toEqual({ rows: all, broken: [] });
      }),
    );
  });

  it('never fails by what a text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ';', ',', '\n', '\r', '\t', '\\') }), (text) => {
        expect(readDelimited(text).ok).toBe(true);
      }),
    );
  });

  it('keeps what stands before a quotation mark that does not end, and tells of the rest', () => {
    const found = readDelimited('Namn;Läge\nEtt;används\n"Två;testas\nTre;används\n');
    expect(found.ok && found.table.rows.slice(0, 2)).toEqual([
      ['Namn', 'Läge'],
      ['Ett', 'används'],
    ]);
    expect(found.ok && found.table.broken).toEqual([
      { row: 3, message: expect.stringContaining('quotation mark that does not end') },
    ]);
  });

  it('takes quotation marks as they stand where they hold nothing together', () => {
    const found = readDelimited('Namn;Läge\n"Ett"!;används\nTvå "2";testas\n');
    expect(found.ok && found.table).toEqual({
      rows: [
        ['Namn', 'Läge'],
        ['"Ett"!', 'används'],
        ['Två "2"', 'testas'],
      ],
      broken: [],
    });
  });
});
