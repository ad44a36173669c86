import { createDirectory } from '../../../../src/domain/organisation/directory';
import { parseOrganisation } from '../../../../src/domain/organisation/organisation-file';
import { createSourcePlaces } from '../../../../src/domain/organisation/sources/source-places';
import type { PlaceRules } from '../../../../src/domain/organisation/sources/sources-schema';

const unit = (code: string, name: string) => ({ code, name, headcount: 1 });
const parsed = parseOrganisation({
  municipality: { name: 'Orten', innovationOffice: 'Kontoret' },
  innovationOffice: ['a', 'b'].map((name) => ({ name, email: `${name}@ort.example`, title: name })),
  departments: [
    {
      ...unit('VOO', 'Vård och omsorg'),
      aliases: ['äldreomsorgen'],
      units: [unit('HTS', 'Hemtjänst Söder'), unit('ADM', 'Administration')],
    },
    { ...unit('MIL', 'Miljöförvaltningen'), units: [unit('TIL', 'Tillsyn'), unit('ADN', 'Administration')] },
  ],
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const directory = createDirectory(parsed.organisation);
const places = (rules: PlaceRules = {}) => createSourcePlaces(directory, rules);

describe('what a source means by the name of a place', () => {
  it.each([
    ['a department by its name, however it is written', { department: 'VÅRD & OMSORG' }, { department: 'VOO' }],
    ['by its code', { department: 'mil' }, { department: 'MIL' }],
    ['by an alias', { department: 'Äldreomsorgen' }, { department: 'VOO' }],
    ['with its unit', { department: 'Vård och omsorg', unit: 'Hemtjänst Söder' }, { department: 'VOO', unit: 'HTS' }],
    [
      'a unit that two departments have, within its own',
      { department: 'MIL', unit: 'Administration' },
      { department: 'MIL', unit: 'ADN' },
    ],
    ['a unit that nobody knows: the department alone', { department: 'MIL', unit: 'Grupp 4' }, { department: 'MIL' }],
    ['a unit in the place of a department', { department: 'Tillsyn' }, { department: 'MIL', unit: 'TIL' }],
    ['a unit alone', { unit: 'Hemtjänst Söder' }, { department: 'VOO', unit: 'HTS' }],
  ])('is %s', (_, said, place) => {
    expect(places().placeOf(said)).toEqual(place);
    expect(places().unknownIn(said)).toBeUndefined();
  });

  it('is not guessed: what resembles a name, and what several are called, is asked about as it is written', () => {
    const unclear = [
      { department: 'Miljöförv' },
      { unit: 'Administration' },
      { department: 'Miljö' },
      { department: 'Miljöförv', unit: 'Hemtjänst Söder' },
    ];
    for (const said of unclear) {
      expect(places().placeOf(said)).toBeUndefined();
      expect(places().unknownIn(said)).toBe(said.department ?? said.unit);
    }
  });

  it('is nothing to ask about where the source says nothing', () => {
    expect(places().unknownIn({})).toBeUndefined();
  });

  it('is what the file’s rules say, before any name', () => {
    const ruled = places({ 'Miljöförv.': 'MIL', 'vård och omsorg': 'MIL.TIL', Konsulter: null });
    expect(ruled.placeOf({ department: 'miljöförv' })).toEqual({ department: 'MIL' });
    expect(ruled.placeOf({ department: 'Vård och omsorg' })).toEqual({ department: 'MIL', unit: 'TIL' });
    expect(ruled.placeOf({ department: 'Konsulter', unit: 'Tillsyn' })).toBeUndefined();
    expect(ruled.unknownIn({ department: 'Konsulter', unit: 'Tillsyn' })).toBeUndefined();
  });

  it('keeps a rule for a unit within its department, where another has a unit of the same name', () => {
    const ruled = places({ Administration: 'MIL.ADN' });
    expect(ruled.placeOf({ department: 'VOO', unit: 'Administration' })).toEqual({ department: 'VOO', unit: 'ADM' });
    expect(ruled.placeOf({ unit: 'Administration' })).toEqual({ department: 'MIL', unit: 'ADN' });
  });

  it('is asked about anew where a rule leads to what the organisation has no more', () => {
    expect(places({ Miljöförv: 'GON' }).unknownIn({ department: 'Miljöförv' })).toBe('Miljöförv');
  });
});
