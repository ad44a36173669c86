import { buttonRows } from '../../src/cards/button-rows';
import { button } from '../../src/cards/verbs';

const titled = (title: string) => button(title, 'help', {});
const rowsOf = (...titles: string[]) =>
  buttonRows(titles.map(titled)).map(({ actions }) => actions.map(({ title }) => title));

test('short buttons stand beside each other', () => {
  expect(rowsOf('Avsluta', 'Tillbaka')).toEqual([['Avsluta', 'Tillbaka']]);
});

test('a row that would be cut off on a phone goes on below', () => {
  expect(rowsOf('Utforska idén', 'Ställ en fråga', 'Fler val')).toEqual([
    ['Utforska idén', 'Ställ en fråga'],
    ['Fler val'],
  ]);
});

test('one that is too long for any row has its own', () => {
  const long = 'x'.repeat(80);
  expect(rowsOf('Ja', long, 'Nej')).toEqual([['Ja'], [long], ['Nej']]);
});

test('no buttons are no rows', () => expect(buttonRows([])).toEqual([]));
