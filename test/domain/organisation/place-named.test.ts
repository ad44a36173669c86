import { createDirectory } from '../../../src/domain/organisation/directory';
import { ANOTHER_PLACE, departmentsMeant, placeMeant } from '../../../src/domain/organisation/place-named';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';

const directory = createDirectory(exampleOrganisation());
const placed = (written: string) => placeMeant(directory, written, { units: true });
const department = (written: string) => placeMeant(directory, written, { units: false });
const one = (place: object) => ({ kind: 'one', place });

test.each([
  ['a value from a list', 'VOO.HTS', { department: 'VOO', unit: 'HTS' }],
  ['a code in any case', 'voo', { department: 'VOO' }],
  ['a unit by its name', 'hemtjanst soder', { department: 'VOO', unit: 'HTS' }],
  ['the name that a card writes', 'Vård och omsorg · Hemtjänst Söder', { department: 'VOO', unit: 'HTS' }],
  ['the same in English', 'Health and Social Care', { department: 'VOO' }],
])('%s means one place', (_, written, place) => expect(placed(written)).toEqual(one(place)));

test('where departments are asked for, a unit stands for its own', () => {
  expect(department('Hemtjänst Söder')).toEqual(one({ department: 'VOO' }));
  expect(department('VOO.HTS')).toEqual(one({ department: 'VOO' }));
});

test('what several are called like is asked about, the nearest first', () => {
  const meant = placed('home care');
  expect(meant).toMatchObject({ kind: 'unclear', count: 2 });
  expect(meant.kind === 'unclear' && meant.nearest).toEqual([
    { department: 'VOO', unit: 'HTN' },
    { department: 'VOO', unit: 'HTS' },
  ]);
});

test('what is only like one is asked about too, and what is like none has nothing to choose', () => {
  expect(placed('biblotek')).toMatchObject({ kind: 'unclear', count: expect.any(Number) });
  expect(placed('rymdfärjan')).toEqual({ kind: 'unclear', nearest: [], count: 0 });
  expect(placed(ANOTHER_PLACE)).toEqual({ kind: 'unclear', nearest: [], count: 0 });
});

describe('several departments', () => {
  test('are named with commas or semicolons between, each once', () => {
    for (const all of ['alla', 'Alla ', 'ALL']) {
      const codes = directory.departments.map(({ code }) => code);
      expect(departmentsMeant(directory, all)).toEqual({ codes, unclear: [] });
    }
    expect(departmentsMeant(directory, 'Miljö; voo, MIL')).toEqual({ codes: ['MIL', 'VOO'], unclear: [] });
  });

  test('what names none stays as it was written, beside those that are clear', () => {
    expect(departmentsMeant(directory, 'MIL, rymdfärjan, ?')).toEqual({ codes: ['MIL'], unclear: ['rymdfärjan'] });
  });

  test('a name that has commas itself is one', () => {
    const organisation = structuredClone(exampleOrganisation());
    const [first] = organisation.departments;
    if (first) first.name = { sv: 'Bygg, fastighet, park', en: 'Building, property, parks' };
    const renamed = createDirectory(organisation);
    expect(departmentsMeant(renamed, 'Bygg, fastighet, park, MIL')).toEqual({
      codes: [first?.code, 'MIL'],
      unclear: [],
    });
  });
});
