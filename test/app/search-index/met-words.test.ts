import fc from 'fast-check';
import { MetWords } from '../../../src/app/search-index/words/met-words';
import { languageOfText, type TextWord, wordsOfText } from '../../../src/domain/language/analysis/words-of-text';

/** What it reads of the parts of a text, and in which language. */
function readBy(met: MetWords, parts: readonly string[]): { words: (TextWord | undefined)[]; language: string } {
  met.begin();
  for (const part of parts) met.read(part);
  return {
    words: Array.from({ length: met.count }, (_, nth) => met.wordAt(met.at(nth))),
    language: met.language,
  };
}

describe('words that are remembered from text to text', () => {
  const signs = fc.constantFrom(
    'a',
    'Å',
    'é',
    'e\u0301',
    '-',
    '-',
    ' ',
    '.',
    '7',
    '½',
    '’',
    '–',
    'ﬁ',
    '𝒳',
    '👍',
    '中',
    '\ud83d',
  );
  const piece = fc.oneof(
    fc.constantFrom('Wi-fi', 'IT', 'och', 'the', 'to-och-från', 'SFI-eleverna', 'cyklar', '🙂', 'x'.repeat(70)),
    fc.array(signs, { maxLength: 8 }).map((some) => some.join('')),
    fc.string({ unit: 'grapheme' }),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((some) => some.join(' '));

  it('are those of the text, whatever is written, and in its language', () => {
    const met = new MetWords();
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (parts) => {
        const words = parts.flatMap((part) => wordsOfText(part));
        expect(readBy(met, parts)).toEqual({ words, language: languageOfText(words) });
      }),
      { numRuns: 400 },
    );
  });

  it('are right too when more have been met than are remembered, in one text and in many', () => {
    const met = new MetWords();
    const many = Array.from({ length: 140_000 }, (_, n) => `ord${n}`).join(' ');
    expect(readBy(met, [many]).words).toHaveLength(140_000);
    expect(readBy(met, ['Cyklar ord7 cyklar']).words.map((word) => word?.plain)).toEqual(['cyklar', 'ord7', 'cyklar']);
    expect(readBy(met, ['ord7 cyklar']).words.map((word) => word?.plain)).toEqual(['ord7', 'cyklar']);
  });
});
