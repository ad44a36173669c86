import { sourcesSchema } from '../../../../src/domain/organisation/sources/sources-schema';
import { readStaff, staffFaultLine } from '../../../../src/domain/organisation/sources/staff-file';

const sourceOf = (file: object = {}) => {
  const { file: source } = sourcesSchema.parse({ file });
  if (!source) throw new Error('There is no file');
  return source;
};
const HEADINGS = ['E-post', 'Förvaltning', 'Enhet', 'Frånvarande', 'Skyddade personuppgifter'];
const read = (rows: string[][], file: object = {}, headings = HEADINGS) =>
  readStaff([headings, ...rows], sourceOf(file));
const faultsOf = (rows: string[][], file: object = {}, headings = HEADINGS) => {
  const found = read(rows, file, headings);
  return found.ok ? found.faults.map(staffFaultLine) : found.faults;
};

describe('a file from a personnel system', () => {
  it('says who works where, who is away, and who has protected personal data', () => {
    const found = read([
      ['Demo.Ett@Ort.Example', 'Vård och omsorg', 'Hemtjänst Söder', '', ''],
      ['demo.tva@ort.example', 'Miljö', '', 'JA', 'nej'],
      ['', '', '', '', ''],
      ['demo.tre@ort.example', 'Miljö', 'Tillsyn', 'ja', 'Ja'],
    ]);
    expect(found).toEqual({
      ok: true,
      faults: [],
      people: [
        { who: 'demo.ett@ort.example', department: 'Vård och omsorg', unit: 'Hemtjänst Söder' },
        { who: 'demo.tva@ort.example', department: 'Miljö', away: true },
        { who: 'demo.tre@ort.example', protected: true },
      ],
    });
  });

  it('has columns by the names that the organisation file gives them, and no other column is read', () => {
    const columns = { email: 'UPN', department: 'Org 2', protected: 'Sekretess' };
    const rows = [['Demo Ett', 'x@ort.example', 'VOO', 'S']];
    const found = read(rows, { columns, protectedWhen: ['s'] }, ['Namn', 'UPN', 'Org 2', 'Sekretess']);
    expect(found).toMatchObject({ ok: true, people: [{ who: 'x@ort.example', protected: true }] });
    expect(JSON.stringify(found)).not.toContain('Demo Ett');
  });

  it('is told of by row where a row says nobody, or somebody twice; the others are read', () => {
    const rows = [
      ['x@ort.example', 'VOO', '', '', ''],
      ['', 'VOO', '', '', ''],
      ['Demo Tre', 'VOO', '', '', ''],
      ['X@ORT.example', 'MIL', '', '', ''],
    ];
    expect(faultsOf(rows)).toEqual([
      'Row 3: E-post is empty: write an address.',
      'Row 4: E-post is no address: write one.',
      'Row 5: E-post is the same as in row 2: keep one of them.',
    ]);
    expect(read(rows)).toMatchObject({ people: [{ who: 'x@ort.example', department: 'VOO' }] });
  });

  it.each([
    ['no column for a need', ['Mobil', 'Enhet'], {}, /no column for email.*sources.file.columns/],
    ['a column that is named and is not there', HEADINGS, { columns: { unit: 'Avd' } }, /no column “Avd”/],
    ['two that may be the same', ['E-post', 'Mail', 'Förvaltning'], {}, /“E-post” and “Mail” may both be email/],
  ])('is refused whole where it has %s', (_, headings, file, fault) => {
    expect(read([], file, headings)).toMatchObject({ ok: false });
    expect(faultsOf([], file, headings)).toContainEqual(expect.stringMatching(fault));
  });
});

describe('a file with personal identity numbers', () => {
  const people = (number: (n: number) => string) =>
    Array.from({ length: 10 }, (_, n) => [`p${n}@ort.example`, 'VOO', number(n)]);
  const refusal = (heading: string) => [
    `the column “${heading}” has personal identity numbers: take it out of the file, and delete this one`,
  ];

  it.each(['Personnummer', 'Pers.nr', 'PNR', 'Person-id', 'Samordningsnummer'])(
    'is refused whole for a column that is called %s, also an empty one that nobody reads',
    (heading) => {
      expect(
        faultsOf(
          people(() => ''),
          {},
          ['E-post', 'Förvaltning', heading],
        ),
      ).toEqual(refusal(heading));
    },
  );

  it('is refused whole for one that stands in a column of any name, and never told what it is', () => {
    for (const number of ['19811218-9876', '8112189876']) {
      const found = faultsOf(
        people(() => number),
        {},
        ['E-post', 'Förvaltning', 'Anst.nr'],
      );
      expect(found).toEqual(refusal('Anst.nr'));
      expect(found.join()).not.toContain('9876');
    }
    expect(faultsOf([['x@ort.example', 'VOO', '19811218-9876']], {}, ['E-post', 'Förvaltning', ''])).toEqual(
      refusal('number 3'),
    );
  });

  it('is not what a file with telephone numbers is, some of which look like one', () => {
    const phones = people((n) => (n === 0 ? '0701011239' : `070123456${n}`));
    expect(read(phones, {}, ['E-post', 'Förvaltning', 'Mobil'])).toMatchObject({ ok: true });
  });
});
