import { listText } from '../../src/text/lists';

test.each([
  ['sv', ['Miljö', 'Utbildning', 'Socialtjänst'], 'Miljö, Utbildning och Socialtjänst'],
  ['en', ['Environment', 'Education'], 'Environment and Education'],
  ['sv', ['Miljö'], 'Miljö'],
  ['sv', [], ''],
] as const)('a list in %s is joined as people write it', (language, items, text) => {
  expect(listText(items, language)).toBe(text);
});
