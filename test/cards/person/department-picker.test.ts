import { departmentPicker } from '../../../src/cards/person/department-picker';
import { languageCodes } from '../../../src/domain/languages';
import { button, choicesOf, inputsOf } from '../../support/card';
import { kitFor } from '../../support/kit';
import { renamed } from '../../support/sample-organisations';
import { hostile, longWord } from '../../support/sample-words';
import { expectSound } from '../../support/sound-card';

test.each(languageCodes)('the department picker in %s is a sound card', (language) => {
  expectSound(departmentPicker(kitFor(language)));
  expectSound(departmentPicker(kitFor(language, renamed(longWord(60)))));
  expectSound(departmentPicker(kitFor(language, renamed(hostile))), { cut: [hostile], maxBytes: 80_000 });
});

test('offers every department, company and unit, and sends the chosen one', () => {
  const { card } = departmentPicker(kitFor());
  const values = choicesOf(inputsOf(card)[0] ?? {}).map(({ value }) => value);
  expect(values).toEqual(expect.arrayContaining(['VOO', 'VOO.HTN', 'VOO.HTS', 'MIL', 'ENE']));
  expect(new Set(values).size).toBe(values.length);
  expect(button(card, 'Välj')).toMatchObject({ verb: 'pickDepartment', associatedInputs: 'auto' });
});
