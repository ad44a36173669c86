import fc from 'fast-check';
import { limits } from '../../../src/domain/idea/words.js';
import { oneLine, tidy, titleFrom } from '../../../src/domain/language/tidy.js';
import { allHostile } from '../../../testing/samples/text/hostile-texts.js';

const anything = fc.string({ unit: 'binary', maxLength: 300 });

describe('tidying', () => {
  it.each([
    ['white space around', '  Cyklar \n', 'Cyklar'],
    ['other systems’ line ends', 'a\r\nb\rc', 'a\nb\nc'],
    ['what cannot be seen', 'a\u0000b\u200Bc\u200Ed\uFEFFe\u0085f', 'abcdef'],
    ['what turns text around', 'fil\u202Egpj.exe\u2066x\u2069', 'filgpj.exex'],
    ['what marks a letter as Arabic', 'a\u061Cb', 'ab'],
    ['letters without a shape', '\u3164\u115F\u1160\uFFA0', ''],
    ['the blank of Braille', 'a\u2800b\u2800', 'a b'],
    ['hyphens that are not seen', 'cy\u00ADkel', 'cykel'],
    ['joiners between Latin letters, alone and in a row', 'a\u200Db\u200C \u200Dc\u200D\u200Dd', 'ab cd'],
    ['words spelled in tags', 'a\u{E0001}\u{E0068}\u{E0065}\u{E007F}b', 'ab'],
    ['data hidden in choices of look', 'a\uFE00\uFE01\u{E0101}b 👍\uFE0F\uFE0E\uFE01', 'ab 👍\uFE0F'],
    ['what is no character', 'a\uFFFEb\uFDD0c\u{1FFFF}', 'abc'],
    ['line ends of word processors', 'a\vb\u2028c\u2029d', 'a\nb\nc\nd'],
    ['towers of accents', `x${'\u0301'.repeat(8)}y`, `x${'\u0301'.repeat(4)}y`],
    ['letters in two parts', 'Fo\u0308rslag', 'Förslag'],
    ['half a character', 'a\uD83D', 'a\uFFFD'],
  ])('mends %s', (_what, text, tidied) => {
    expect(tidy(text)).toBe(tidied);
  });

  it('keeps what people mean: lines, tabs, emoji in several parts, and every script', () => {
    for (const text of [
      'a\n\n\tb',
      '👩🏽‍🚒 och 👨‍👩‍👧',
      '🏳️‍🌈 1️⃣ ❤️',
      '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      'مرحبا بالعالم',
      'می‌خواهم',
      'क्‍ष',
      '葛󠄀',
      '<b> & ${x} **y**',
    ])
      expect(tidy(text)).toBe(text);
  });

  it('of what is tidy changes nothing', () => {
    const marks = ['a', 'ب', 'क', '्', '葛', '👍', '🏽', '🏴', '\u{E0067}', '\u{E007F}', '\uFE0F', '\u200D', '\u200C'];
    const marked = fc.array(
      fc.constantFrom(...marks, '\u0301', '\u0323', '\u0308', '\u20E3', ' ', '\n', '\uD83D', '\u3099'),
    );
    const text = fc.oneof(
      anything,
      marked.map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (some) => tidy(tidy(some)) === tidy(some)),
      { numRuns: 2_000 },
    );
    for (const some of allHostile) expect(tidy(tidy(some))).toBe(tidy(some));
  });

  it('is quick with whatever is long', () => {
    // Those of the corpus at the length that a form may send; a step that took the square of it would not end in time.
    for (const some of allHostile) tidy(some.repeat(Math.ceil(20_000 / (some.length || 1))));
  });

  it('of one line makes its tabs and line ends spaces', () => {
    expect(oneLine(' Delade\r\n\n cyklar\ti \u2028hemtjänsten ')).toBe(
      'Delade cyklar i  hemtjänsten'.replace('Delade ', 'Delade  '),
    );
  });
});

describe('a title made from text', () => {
  it.each([
    ['Bilarna räcker inte. Köp cyklar.', 'Bilarna räcker inte.'],
    ['Kan vi dela cyklar? Jag tror det!', 'Kan vi dela cyklar?'],
    ['Delade cyklar\nVi får vänta varje morgon.', 'Delade cyklar'],
    ['  \n Delade cyklar  \n', 'Delade cyklar'],
    ['Delade cyklar   \nMer', 'Delade cyklar'],
    ['Version 2.0 av schemat', 'Version 2.0 av schemat'],
    ['', ''],
  ])('%p is called %p', (text, title) => {
    expect(titleFrom(text)).toBe(title);
  });

  it('is shortened at a word', () => {
    const title = titleFrom('Vi behöver cyklar '.repeat(20));
    expect(title).toMatch(/(behöver|cyklar|Vi)…$/);
    expect(title.length).toBeLessThanOrEqual(limits.title);
  });

  it('is shortened inside a word that is too long by itself, but never inside a character', () => {
    expect(titleFrom('å'.repeat(200))).toBe(`${'å'.repeat(limits.title - 1)}…`);
    expect(titleFrom(`${'å'.repeat(limits.title - 2)}🚲🚲🚲`)).toBe(`${'å'.repeat(limits.title - 2)}…`);
  });

  it('is always a sound title of its text', () => {
    const text = fc.oneof(
      anything,
      fc
        .array(fc.constantFrom('ord', '🚲', ' ', '. ', '\n', 'lång', 'e\u0301'), { maxLength: 120 })
        .map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (some) => {
        const title = titleFrom(some);
        expect(title.length).toBeLessThanOrEqual(limits.title);
        expect(tidy(title)).toBe(title);
        expect(title === '').toBe(tidy(some) === '');
      }),
      { numRuns: 500 },
    );
  });
});
