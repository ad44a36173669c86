import { createDirectory } from '../../../src/domain/organisation/directory';
import { departmentNow, parsePlace, placesIn, placeValue } from '../../../src/domain/organisation/place';
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

test('a unit is found in the department of which it is a part now, and what is gone stays where it was', () => {
  expect(departmentNow(directory, 'VOO')).toBe('VOO');
  expect(departmentNow(directory, 'VOO', 'HTN')).toBe('VOO');
  expect(departmentNow(directory, 'MIL', 'HTN')).toBe('VOO');
  expect(departmentNow(directory, 'GONE', 'HTN')).toBe('VOO');
  expect(departmentNow(directory, 'MIL', 'GONE')).toBe('MIL');
});
