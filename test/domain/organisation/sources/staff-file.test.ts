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

  it('is of people with several employments: the first place counts, away if all say so, protected if any does', () => {
    const found = read([
      ['x@ort.example', 'VOO', 'Hemtjänst', 'Ja', ''],
      ['x@ort.example', 'VOO', 'Nattpatrullen', '', ''],
      ['y@ort.example', 'VOO', '', 'Ja', ''],
      ['y@ort.example', 'voo', 'Hemtjänst', 'Ja', ''],
      ['z@ort.example', 'VOO', '', '', ''],
      ['z@ort.example', 'VOO', '', '', 'Ja'],
    ]);
    expect(found).toEqual({
      ok: true,
      faults: [],
      people: [
        { who: 'x@ort.example', department: 'VOO', unit: 'Hemtjänst' },
        { who: 'y@ort.example', department: 'VOO', away: true },
        { who: 'z@ort.example', protected: true },
      ],
    });
  });

  it.each(['Ja', 'S', 'J', 'Sekretessmarkering', 'Skyddad folkbokföring', '1', '2', 'Okänt', '?', '✓'])(
    'protects whoever has “%s” in the column of the protected',
    (word) => {
      for (const column of [
        'Skyddad',
        'Skyddad folkbokföring',
        'Sekretessmarkering',
        'SKYDDSMARKERING',
        'Sekretess',
        'Skydd',
      ])
        expect(read([['x@ort.example', 'VOO', word]], {}, ['E-post', 'Förvaltning', column])).toMatchObject({
          people: [{ who: 'x@ort.example', protected: true }],
        });
    },
  );

  it('protects nobody by what says no, in any case', () => {
    for (const word of ['', ' ', 'Nej', 'NO', 'n', '0', 'False', 'FALSKT', '-', '–'])
      expect(read([['x@ort.example', 'VOO', '', '', word]])).toMatchObject({
        people: [{ who: 'x@ort.example', department: 'VOO' }],
      });
  });

  it('is refused whole where a column that is not read may say who is protected', () => {
    const headings = ['E-post', 'Förvaltning', 'Sekretess/skyddad adress'];
    expect(faultsOf([], {}, headings)).toEqual([expect.stringMatching(/^“Sekretess.skyddad adress” may say who/)]);
    expect(read([], { columns: { protected: headings[2] } }, headings)).toMatchObject({ ok: true });
    expect(read([], {}, ['E-post', 'Förvaltning', 'Skyddsombud'])).toMatchObject({ ok: true });
  });

  it('is told of once where nobody knows what stands under away, and who is so does not change by it', () => {
    const rows = ['Föräldraledig', 'nej', '100%', ''].map((word, n) => [`p${n}@ort.example`, 'VOO', '', word, '']);
    expect(faultsOf(rows)).toEqual([
      'Row 2: Frånvarande says neither yes nor no, as in 1 more rows: name its words in sources.file.awayWhen.',
    ]);
    expect(JSON.stringify(read(rows))).not.toContain('away":true');
  });

  it('leaves out a row whose cells stand under other headings, and says that the file is cut', () => {
    const rows = [
      ['x@ort.example', 'VOO', '', '', ''],
      ['y@ort.example', 'Vård', 'omsorg', '', '', 'Ja'],
      ['z@ort.example', 'VOO;;;\r\nq@ort.example;VOO', '', '', ''],
    ];
    expect(read(rows)).toMatchObject({ ok: true, cut: true, people: [{ who: 'x@ort.example' }] });
    expect(faultsOf(rows)).toEqual([
      expect.stringMatching(/^Row 3: has more cells than there are headings/),
      expect.stringMatching(/^Row 4: holds several rows/),
    ]);
    expect(read([['x@ort.example', 'VOO', '', '', '', '', '']])).not.toHaveProperty('cut');
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

  it.each([
    ...[
      'Personnummer',
      'Pers.nr',
      'PNR',
      'Person-id',
      'Samordningsnummer',
      'Födelsenummer',
      'Person-/samordningsnummer',
    ],
    ...['Personnr (ÅÅMMDD-XXXX)', 'Anställds personnummer', 'T-nummer', 'Pers nr (10)'],
  ])('is refused whole for a column that is called %s, also an empty one that nobody reads', (heading) => {
    expect(
      faultsOf(
        people(() => ''),
        {},
        ['E-post', 'Förvaltning', heading],
      ),
    ).toEqual(refusal(heading));
  });

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

  it.each([
    ...['811218-9999', '811218-****', '19811218-XXXX', '811218–xxxx', '19811218-0000', '811278-1234', '19811218T123'],
    ...['811218-T123', '19811218 1111', '811218****', '20011218-1234'],
  ])('is refused whole for what is written as %s, though it is no number or is half hidden', (number) => {
    const headings = ['E-post', 'Förvaltning', 'Anst.nr'];
    expect(
      faultsOf(
        people(() => number),
        {},
        headings,
      ),
    ).toEqual(refusal('Anst.nr'));
  });

  it('is not what a file with other numbers and days is', () => {
    for (const other of [
      '2026-01-01',
      '20260101',
      '811218',
      '10023',
      '08-123 45 67',
      '+46 70 123 45 67',
      'Personalnr 12',
    ])
      expect(
        read(
          people((n) => `${other}${n % 2 ? '' : ' '}`),
          {},
          ['E-post', 'Förvaltning', 'Personalnummer'],
        ),
      ).toMatchObject({ ok: true });
  });

  it('is not what a file with telephone numbers is, some of which look like one', () => {
    const phones = people((n) => (n === 0 ? '0701011239' : `070123456${n}`));
    expect(read(phones, {}, ['E-post', 'Förvaltning', 'Mobil'])).toMatchObject({ ok: true });
  });
});
