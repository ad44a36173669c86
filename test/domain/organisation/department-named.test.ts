import { departmentNamedIn } from '../../../src/domain/organisation/department-named';
import { createDirectory } from '../../../src/domain/organisation/directory';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';

const directory = createDirectory(exampleOrganisation());
const named = (text: string, from = 'VOO') => departmentNamedIn(directory, text, from);

test('the one other department that a text names is suggested, in whatever form it stands', () => {
  expect(named('Läxhjälp på biblioteket')).toBe('KOF');
  expect(named('Läxhjälp på ett BIBLIOTEK, varje dag.')).toBe('KOF');
});

test('nothing is suggested where none is named, several are, or the one where it is', () => {
  expect(named('Dörren går inte att stänga.')).toBeUndefined();
  expect(named('Hemtjänsten och biblioteket delar på en bil.', 'SBK')).toBeUndefined();
  expect(named('Hemtjänsten väntar på bilar.')).toBeUndefined();
  expect(named('Hemtjänsten väntar på bilar.', 'KOF')).toBe('VOO');
});

test('short names, as codes, are no words of a text', () => {
  expect(named('Det är it som krånglar.')).toBeUndefined();
  expect(named('')).toBeUndefined();
});
