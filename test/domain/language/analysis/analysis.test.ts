import fc from 'fast-check';
import { partsOfCompound } from '../../../../src/domain/language/analysis/compounds';
import { englishStem } from '../../../../src/domain/language/analysis/english-stem';
import { neighboursOf } from '../../../../src/domain/language/analysis/neighbours';
import { swedishStem } from '../../../../src/domain/language/analysis/swedish-stem';
import { languageOfText, saysNothing, wordsOfText } from '../../../../src/domain/language/analysis/words-of-text';
import { plain } from '../../../../src/domain/language/spelling';

/** As people write, and as nobody does; as long as a form takes. */
const anyText = fc.oneof(
  fc.string({ maxLength: 4000 }),
  fc.string({ unit: 'grapheme', maxLength: 1000 }),
  fc.string({ unit: 'binary', maxLength: 1000 }),
  fc
    .array(fc.constantFrom('snöröjning', 'idéer', 'hem-tjänst', 'ÅÄÖ', '👩‍🚒', 'ß', 'ﬁ'), { maxLength: 300 })
    .map((words) => words.join(' ')),
);

describe('the words of a text', () => {
  it('are those that people see, and one of both sides of a hyphen', () => {
    expect(wordsOfText('Wi-fi i Skolan, SFI!').map(({ written }) => written)).toEqual([
      'wi',
      'fi',
      'wifi',
      'i',
      'skolan',
      'SFI',
    ]);
  });

  it('are no more and no longer than the text, whatever it is, and are found again in themselves', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = wordsOfText(text);
        expect(words.length).toBeLessThanOrEqual(2 * text.normalize('NFC').length);
        for (const { plain: word } of words) {
          expect(word.length).toBeGreaterThan(0);
          // Some letters of other scripts are many in plain spelling.
          expect(word.length).toBeLessThanOrEqual(60 * 18);
          expect(plain(word)).toBe(word);
        }
      }),
    );
  });

  it('have stems that are no longer than they are', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { plain: word } of wordsOfText(text))
          for (const stem of [swedishStem(word), englishStem(word)]) {
            expect(stem.length).toBeGreaterThan(0);
            expect(stem.length).toBeLessThanOrEqual(word.length);
          }
      }),
    );
  });

  it('tell the language, Swedish where they do not', () => {
    const language = (text: string) => languageOfText(wordsOfText(text));
    expect(language('We need shared bicycles in home care')).toBe('en');
    expect(language('Vi behover cyklar i hemtjansten')).toBe('sv');
    expect(language('wifi')).toBe('sv');
    expect(language('')).toBe('sv');
  });

  it('say nothing where nobody would look for them', () => {
    expect(['vi', 'borde', 'the', 'a'].every(saysNothing)).toBe(true);
    expect(['cyklar', 'hemtjanst', '7'].some(saysNothing)).toBe(false);
  });
});

describe('a compound', () => {
  const known = 'sno roj hemtjanst personal hem tjanst arbet plats kyrk gard skol gat lamp';
  const alone = (stem: string) => (known.split(' ').includes(stem) ? 3 : 0);
  const parts = (word: string) => partsOfCompound(plain(word), swedishStem, alone);

  it.each([
    ['snöröjning', ['sno', 'roj']],
    ['hemtjänstpersonal', ['hemtjanst', 'personal']],
    ['arbetsplatsen', ['arbet', 'plats']],
    ['kyrkogården', ['kyrk', 'gard']],
    ['skolgård', ['skol', 'gard']],
    ['gatulampor', ['gat', 'lamp']],
  ])('%s has the parts that stand alone elsewhere', (word, expected) => {
    expect(parts(word)).toEqual(expected);
  });

  it.each(['snö', 'kunskap', 'snöxyz', 'personal'])('%s is none', (word) => {
    expect(parts(word)).toEqual([]);
  });

  it('has three parts at most, each of which stands alone', () => {
    const pieces = fc.array(fc.constantFrom(...known.split(' '), 's', 'x', 'ning'), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, (some) => {
        const found = partsOfCompound(some.join(''), swedishStem, alone);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(found.every((part) => alone(part) > 0)).toBe(true);
      }),
    );
  });
});

describe('a slip', () => {
  const neighbours = neighboursOf(
    new Map([
      ['bibliotek', 9],
      ['hemtjanst', 5],
      ['hemtjant', 2],
      ['buss', 9],
    ]),
  );

  it('is taken for the usual word that differs by a letter', () => {
    expect(neighbours.of('bibloteket'.slice(0, -2), 1)).toBe('bibliotek');
    expect(neighbours.of('hemtjnast', 1)).toBe('hemtjanst');
  });

  it('is none in a word that is as usual itself, nor in a short one, nor where the first letter is another', () => {
    expect(neighbours.of('hemtjans', 6)).toBeUndefined();
    expect(neighbours.of('bus', 1)).toBeUndefined();
    expect(neighbours.of('vibliotek', 1)).toBeUndefined();
    expect(neighbours.of('bibliotek', 1)).toBeUndefined();
  });
});
