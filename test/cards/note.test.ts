import { note } from '../../src/cards/note';
import { button } from '../../src/cards/verbs';
import { languageCodes } from '../../src/domain/languages';
import { buttonsOf, textsOf } from '../../testing/cards/card';
import { expectSound } from '../../testing/cards/sound-card';
import { contextFor } from '../../testing/samples/card-context';
import { hostile, longWord } from '../../testing/samples/text/words';

test.each(languageCodes)('a note in %s is a sound card', (language) => {
  const context = contextFor(language);
  expectSound(note(context, { heading: 'Klart', lines: [] }));
  expectSound(note(context, { heading: 'Klart', lines: [hostile, longWord(300)] }), {
    typed: [hostile, longWord(300)],
  });
});

test('its first line is its summary, and it leads somewhere', () => {
  const { card, summary } = note(contextFor(), {
    heading: 'Klart',
    lines: ['Det är gjort.', 'Läs mer i hjälpen.'],
    buttons: [button('Hjälp', 'help', {})],
    links: [{ title: 'Chatta', url: 'https://teams.microsoft.com/l/chat/0/0?users=a%40b.example' }],
  });
  expect(summary).toBe('Det är gjort.');
  expect(textsOf(card)).toEqual(['Klart', 'Det är gjort.', 'Läs mer i hjälpen.']);
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Hjälp', 'Chatta']);
});
