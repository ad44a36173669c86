import fc from 'fast-check';
import { type Column, columns, findColumns, stageFrom, usualHeadings } from '../../../src/domain/existing/columns';
import { type RowRules, readRow, rowFaultLine, twinFaults } from '../../../src/domain/existing/rows';
import { decide } from '../../../src/domain/idea/decide';
import { createDirectory } from '../../../src/domain/organisation/directory';
import { enter, leader, setting } from '../../../testing/samples/idea/story';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';

const rules: RowRules = { directory: createDirectory(exampleOrganisation()), today: '2026-11-16', sure: [] };
const cells: Partial<Record<Column, string>> = {
  department: 'Vård och omsorg',
  title: 'Sensorer i soptunnor',
  problem: 'Tunnorna töms fast de är halvtomma.',
  stage: 'Används',
};
const read = (more: Partial<Record<Column, string>> = {}, with_: Partial<RowRules> = {}) =>
  readRow({ number: 7, cells: { ...cells, ...more } }, { ...rules, ...with_ });
const faultsOf = (...args: Parameters<typeof read>) => {
  const found = read(...args);
  return 'faults' in found ? found.faults.map(rowFaultLine) : [];
};
const rowOf = (...args: Parameters<typeof read>) => {
  const found = read(...args);
  return 'row' in found ? found.row : found.faults;
};

describe('rows with one id', () => {
  it('are told of, each by the first of them, whatever else is wrong in either', () => {
    const rows = ['1', '2', ' 1', '', '', '1'].map((id, at) => ({
      number: at + 2,
      cells: { ...(at > 0 && cells), id },
    }));
    expect(twinFaults(rows).map(rowFaultLine)).toEqual([
      'Row 4: is the same as row 2: take one of them away.',
      'Row 7: is the same as row 2: take one of them away.',
    ]);
  });
});

describe('the columns of a file', () => {
  it('are found by their usual names, in either language and however they are spelt', () => {
    const found = findColumns(['FORVALTNING', 'Namn', 'behov', 'Läge', 'Anteckning', ''], {}, false);
    expect(found).toEqual({
      ...{ ok: true, at: { department: 0, title: 1, problem: 2, stage: 3 }, ignored: ['Anteckning'] },
    });
    for (const language of [0, -1]) {
      const headings = columns.map((column) => usualHeadings[column].at(language) ?? '');
      expect(findColumns(headings, {}, false)).toMatchObject({ ok: true, ignored: [] });
    }
  });

  it('are found by the names that are said, and those that are missing are told all at once', () => {
    const found = findColumns(['Projekt', 'Behov', 'Fas'], { title: 'projekt', stage: 'FAS' }, true);
    expect(found).toMatchObject({ ok: true, at: { title: 0, problem: 1, stage: 2 } });
    const missing = findColumns(['Behov', 'Need'], { contact: 'Chef' }, false);
    expect(missing.ok ? [] : missing.faults.map((fault) => fault.split(' ').slice(0, 6).join(' '))).toEqual([
      'there is no column for department:',
      'there is no column for title:',
      '“Behov” and “Need” may both be',
      'there is no column for stage:',
      'there is no column “Chef”, which',
    ]);
  });
});

describe('a row', () => {
  it('is read as it stands', () => {
    expect(rowOf({ id: ' 12 ', start: '2024-03', by: 'Chef@Soderhamra.Example', result: 'Färre\r\nturer.' })).toEqual({
      ...{ number: 7, department: 'VOO', stage: 'inUse', id: '12', by: 'chef@soderhamra.example' },
      words: { title: cells.title, problem: cells.problem, lesson: 'Färre\nturer.', start: '2024-03-01' },
    });
    expect(rowOf({ department: 'sbk', stage: 'in use', start: '2019' })).toMatchObject({
      ...{ department: 'SBK', words: { start: '2019-01-01' } },
    });
    expect(rowOf({ department: '' }, { department: 'MIL' })).toMatchObject({ department: 'MIL' });
  });

  it('tells of every fault with what is to be done', () => {
    const lines = faultsOf({ department: 'Vård', title: '', stage: 'kanske', start: 'i våras' });
    expect(lines).toEqual([
      'Row 7: Namn is empty: write it.',
      'Row 7: Läge is “kanske”: write testas, används or avslutad.',
      expect.stringMatching(/^Row 7: Förvaltning is “Vård”, which is none, perhaps Vård och omsorg \(VOO\)/),
      'Row 7: Sedan is “i våras”: write it as 2027-05-31.',
    ]);
  });

  it.each([
    [{ stage: 'testas' }, 'Testas'],
    [{ stage: 'testas', end: '2026-11-16' }, 'which is over'],
    [{ stage: 'testas', end: '2028-01-01' }, 'at the latest'],
    [{ stage: 'avslutad' }, 'write what was learned'],
    [{ start: '2026-12-01' }, 'has not come yet'],
    [{ start: '1999-01-01' }, 'too far from today'],
    [{ problem: 'x'.repeat(4001) }, 'has 4001 characters: write at most 4000'],
    [{ result: 'Hon heter 19121212-1212.' }, 'personal identity number'],
  ])('cannot be %j', (more, said) => {
    const [line = '', ...others] = faultsOf(more);
    expect(line).toContain(said === 'Testas' ? 'Slut is empty: write the test’s last day' : said);
    expect(others).toEqual([]);
  });

  it('may be vouched for, but for a personal number', () => {
    const ten = { result: 'Ring 8112189876.' };
    expect(faultsOf(ten)[0]).toContain('--sure number');
    expect(faultsOf(ten, { sure: ['number'] })).toEqual([]);
  });

  it('is something that the domain takes, or has a fault', () => {
    const written = fc.constantFrom(
      ...[
        '',
        ' ',
        'testas',
        'används',
        'avslutad',
        'VOO',
        'Miljö',
        '2027-01-31',
        '2026-02-30',
        '2024',
        'Snö\u200B',
        '1',
      ],
      ...['x'.repeat(121), 'å'.repeat(3001), '\u0000', '=1+1', 'a@b.example'],
    );
    const anything = fc.record(Object.fromEntries(columns.map((column) => [column, written])));
    const usual = fc.constant({ ...cells, end: '2027-01-31' });
    const row = fc.tuple(usual, anything, fc.subarray([...columns])).map(([whole, odd, changed]) => ({
      ...whole,
      ...Object.fromEntries(changed.map((column) => [column, odd[column]])),
    }));
    fc.assert(
      fc.property(row, (some) => {
        const found = readRow({ number: 2, cells: some as Partial<Record<Column, string>> }, rules);
        if ('faults' in found) return expect(found.faults.length).toBeGreaterThan(0);
        const { stage, words, department } = found.row;
        const nothing = { title: '', problem: '', lesson: '', end: '' };
        const decided = decide(enter({ stage, department }, { ...nothing, ...words }), undefined, leader, setting);
        expect(decided.ok ? undefined : decided.refusal).toBeUndefined();
      }),
    );
  });

  it('calls a stage as people do', () => {
    expect(['Testas nu', 'ANVÄNDS', 'anvands', 'Closed', 'tried', 'klar', ''].map(stageFrom)).toEqual([
      ...['piloting', 'inUse', 'inUse', 'closed', 'closed', 'inUse', undefined],
    ]);
  });
});
