import { refusalText } from '../../src/cards/refusal-text';
import { inLanguage } from '../../src/text/index';

test('a refusal of words names the field as its label does', () => {
  const say = inLanguage('sv');
  expect(refusalText(say, { code: 'wordsMissing', field: 'problem' })).toMatch(/”Vad är problemet, och för vem\?”/);
  expect(refusalText(say, { code: 'wordsTooLong', field: 'problem' })).toMatch(/Högst 4\s000 tecken/);
  expect(refusalText(inLanguage('en'), { code: 'wordsTooLong', field: 'title' })).toMatch(/At most 120 characters/);
});

test('every other refusal has its own sentence', () => {
  expect(refusalText(inLanguage('sv'), { code: 'ownIdea' })).toMatch(/egen idé/);
  expect(refusalText(inLanguage('en'), { code: 'ownIdea' })).toMatch(/own idea/);
});
