import { createDirectory } from '../../../src/domain/organisation/directory';
import { parsePlace, placesIn, placeValue } from '../../../src/domain/organisation/place';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';

const directory = createDirectory(exampleOrganisation());

test('every place has a value of its own that leads back to it', () => {
  const places = placesIn(directory).map(({ department, unit }) => ({
    department: department.code,
    ...(unit && { unit: unit.code }),
  }));
  const values = places.map(placeValue);
  expect(new Set(values).size).toBe(values.length);
  expect(values.map((value) => parsePlace(value, directory))).toEqual(places);
});

test('units come right after their department', () => {
  const values = placesIn(directory).map(({ department, unit }) => unit?.code ?? department.code);
  expect(values.indexOf('HTN')).toBe(values.indexOf('VOO') + 1);
});

test.each(['', 'GONE', 'VOO.PLB', 'VOO.', 'VOO.HTS.x', '.HTS'])('"%s" is no place', (value) => {
  expect(parsePlace(value, directory)).toBeUndefined();
});
