import type { ExportTable } from '../../cards/export/table.js';

/** The parts of a workbook that are the same, or nearly so, whatever stands in it (ECMA-376, SpreadsheetML). */

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Which of the styles below a cell has. */
export const styleOf = { text: 0, heading: 1, day: 2, time: 3, whole: 4, decimal: 5, year: 6 } as const;

const formats = [0, 0, 164, 165, 3, 4, 1] as const;

export const styles = [
  `${declaration}<styleSheet xmlns="${spreadsheet}">`,
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>',
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${formats.length}">`,
  ...formats.map((format, at) => {
    const font = at === styleOf.heading ? 1 : 0;
    const alignment = '<alignment vertical="top"/>';
    return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">${alignment}</xf>`;
  }),
  '</cellXfs></styleSheet>',
].join('');

export const contentTypes = (tables: readonly ExportTable[]): string =>
  [
    `${declaration}<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>`,
    ...tables.map(
      (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
    ),
    '</Types>',
  ].join('');

export const packageRels = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export const workbookRels = (tables: readonly ExportTable[]): string =>
  [
    `${declaration}<Relationships xmlns="${packages}/relationships">`,
    ...tables.map(
      (_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    ),
    `<Relationship Id="rId${tables.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ].join('');

export const bookOf = (tables: readonly ExportTable[]): string =>
  [
    `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets>`,
    ...tables.map(({ title }, at) => `<sheet name="${sheetName(title)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`),
    '</sheets></workbook>',
  ].join('');

/** Excel takes thirty-one letters, and not all of them. */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:'"&<>]/g, ' ').slice(0, 31);
