import { help } from '../../../src/cards/conversation/help';
import { languageCodes } from '../../../src/domain/languages';
import { buttonsOf, textsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { renamed } from '../../../testing/samples/organisation/organisations';
import { hostile, longWord } from '../../../testing/samples/text/words';

test.each(languageCodes)('help in %s is a sound card', (language) => {
  expectSound(help(contextFor(language)));
  expectSound(help(contextFor(language, renamed(hostile))), { typed: [hostile] });
  expectSound(help(contextFor(language, renamed(longWord(200)))), { typed: [longWord(200)] });
});

test('has a button for each thing that can be done, at most six', () => {
  const buttons = buttonsOf(help(contextFor()).card).filter(({ type }) => type === 'Action.Execute');
  expect(buttons.map(({ verb }) => verb)).toEqual(['form', 'mine', 'leader', 'queue', 'week', 'settings']);
  expect(buttons.filter(({ style }) => style === 'positive')).toHaveLength(1);
});

test('lists the words that can be written', () => {
  expect(textsOf(help(contextFor()).card)).toEqual(expect.arrayContaining(['idé', 'mina idéer', 'min tur', 'veckan']));
  expect(textsOf(help(contextFor('en')).card)).toEqual(expect.arrayContaining(['idea', 'my ideas', 'my turn', 'week']));
});

test('links to the other channels say that they leave Teams', () => {
  const { card } = help(contextFor());
  const links = buttonsOf(card).filter(({ type }) => type === 'Action.OpenUrl');
  expect(links.map(({ title, url }) => [title, url])).toContainEqual([
    'Felanmälan: Något är trasigt eller fungerar inte: en lampa, en dator, ett hål i gatan. (lämnar Teams)',
    'https://felanmalan.soderhamra.example',
  ]);
  expect(textsOf(card)).toContain('De här länkarna öppnas utanför Teams.');
});

test('without other channels, nothing is said of them', () => {
  const organisation = { ...exampleOrganisation(), otherChannels: [] };
  const drawn = help(contextFor('sv', organisation));
  expectSound(drawn);
  expect(textsOf(drawn.card)).not.toContain('Är det något annat?');
});

test('why the municipality wants ideas is said in its own words, where it has some', () => {
  const purpose = { sv: 'Alla ser något. Berätta.', en: 'Everybody sees something. Tell us.' };
  const organisation = { ...exampleOrganisation(), purpose };
  for (const language of languageCodes) {
    expect(textsOf(help(contextFor(language, organisation)).card)).toContain(purpose[language]);
  }
  const { purpose: _, ...silent } = organisation;
  expectSound(help(contextFor('sv', silent)));
  expect(textsOf(help(contextFor('sv', silent)).card)).not.toContain(purpose.sv);
});
