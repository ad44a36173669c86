import { quote } from '../../../src/cards/conversation/quote';
import { limits } from '../../../src/domain/idea/words';
import { languageCodes } from '../../../src/domain/languages';
import { button, textsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { hostile, longWord } from '../../../testing/samples/text/words';

describe.each(languageCodes)('quoting in %s', (language) => {
  test('is a sound card, whatever was typed', () => {
    expectSound(quote(contextFor(language), { text: '?' }));
    expectSound(quote(contextFor(language), { text: hostile }), { typed: [hostile] });
    expectSound(quote(contextFor(language), { text: longWord(limits.problem) }));
    expectSound(quote(contextFor(language), { text: '\n'.repeat(300) + 'rad\n'.repeat(300) }));
  });

  test('fits a message even for the longest text in the widest letters', () => {
    expectSound(quote(contextFor(language), { text: '漢'.repeat(limits.problem) }), { maxBytes: 80_000 });
  });
});

test('shows each line as a line', () => {
  const { card } = quote(contextFor(), { text: 'Vi väntar på bilar.\nVarje morgon.' });
  expect(textsOf(card)).toEqual(expect.arrayContaining(['Vi väntar på bilar.', 'Varje morgon.']));
});

test('sends it whole, edits it whole, or lets it be', () => {
  const text = `${'Vi väntar på bilar. '.repeat(100)}Slut.`;
  const { card } = quote(contextFor(), { text: text });
  expect(button(card, 'Skicka som idé')).toMatchObject({ verb: 'submitText', style: 'positive', data: { text } });
  expect(button(card, 'Ändra först')).toMatchObject({ verb: 'form', data: { text } });
  expect(button(card, 'Nej').data).toEqual({ verb: 'dismiss' });
  expect(textsOf(card).join(' ')).not.toContain('Slut.');
});
