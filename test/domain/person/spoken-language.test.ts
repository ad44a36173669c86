import fc from 'fast-check';
import { type Language, languageCodes } from '../../../src/domain/languages';
import { defaultPreferences, type Person } from '../../../src/domain/person/person';
import { havingWritten } from '../../../src/domain/person/spoken-language';

const somebody = (more: Partial<Person> = {}): Person => ({
  ref: 'pANNA',
  name: 'Anna Berg',
  emails: [],
  language: 'sv',
  languageChosen: false,
  preferences: defaultPreferences,
  welcomed: [],
  disowned: [],
  ...more,
});
const after = (person: Person, spoken: readonly (Language | undefined)[]) => spoken.reduce(havingWritten, person);

it.each<[Language[], Language]>([
  [['en'], 'sv'],
  [['en', 'en'], 'sv'],
  [['en', 'en', 'en'], 'en'],
  [['en', 'en', 'sv', 'en', 'en'], 'sv'],
  [['en', 'en', 'en', 'sv', 'sv'], 'en'],
  [['en', 'en', 'en', 'sv', 'sv', 'sv'], 'sv'],
])('whoever writes in %j is written to in %s', (spoken, language) => {
  expect(after(somebody(), spoken).language).toBe(language);
});

it('who has chosen is never turned, and nothing new changes nobody', () => {
  const chosen = somebody({ languageChosen: true });
  expect(after(chosen, ['en', 'en', 'en', 'en'])).toBe(chosen);
  const swede = somebody();
  expect(after(swede, ['sv', undefined, 'sv'])).toBe(swede);
  expect(after(swede, ['en', 'sv'])).toEqual(swede);
});

it('a language is that of the latest three in a row, whatever came before', () => {
  const language = fc.constantFrom(...languageCodes);
  fc.assert(
    fc.property(fc.array(language), language, (before, last) => {
      expect(after(somebody(), [...before, last, last, last]).language).toBe(last);
    }),
  );
});
