import { departmentPicker } from '../../../src/cards/person/department-picker';
import { languageCodes } from '../../../src/domain/languages';
import { button, choicesOf, inputsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { renamed } from '../../../testing/samples/organisation/organisations';
import { hostile, longWord } from '../../../testing/samples/text/words';

test.each(languageCodes)('the department picker in %s is a sound card', (language) => {
  expectSound(departmentPicker(contextFor(language)));
  expectSound(departmentPicker(contextFor(language, renamed(longWord(60)))));
  expectSound(departmentPicker(contextFor(language, renamed(hostile))), { cut: [hostile], maxBytes: 80_000 });
});

test('offers every department, company and unit, and sends the chosen one', () => {
  const { card } = departmentPicker(contextFor());
  const values = choicesOf(inputsOf(card)[0] ?? {}).map(({ value }) => value);
  expect(values).toEqual(expect.arrayContaining(['VOO', 'VOO.HTN', 'VOO.HTS', 'MIL', 'ENE']));
  expect(new Set(values).size).toBe(values.length);
  expect(button(card, 'Välj')).toMatchObject({ verb: 'pickDepartment', associatedInputs: 'auto' });
});
