import fc from 'fast-check';
import { limits, tidy, titleFrom } from '../../src/domain/words.js';

const anything = fc.string({ unit: 'binary', maxLength: 300 });

describe('tidying', () => {
  it.each([
    ['white space around', '  Cyklar \n', 'Cyklar'],
    ['other systems’ line ends', 'a\r\nb\rc', 'a\nb\nc'],
    ['what cannot be seen', 'a\u0000b\u200Bc\u200Ed\uFEFFe\u0085f', 'abcdef'],
    ['what turns text around', 'fil\u202Egpj.exe\u2066x\u2069', 'filgpj.exex'],
    ['letters in two parts', 'Fo\u0308rslag', 'Förslag'],
    ['half a character', 'a\uD83D', 'a\uFFFD'],
  ])('mends %s', (_what, text, tidied) => {
    expect(tidy(text)).toBe(tidied);
  });

  it('keeps what people mean: lines, tabs, emoji in several parts, and every script', () => {
    for (const text of ['a\n\n\tb', '👩🏽‍🚒 och 👨‍👩‍👧', 'مرحبا بالعالم', 'می‌خواهم', '<b> & ${x} **y**'])
      expect(tidy(text)).toBe(text);
  });

  it('of what is tidy changes nothing', () => {
    fc.assert(fc.property(anything, (text) => tidy(tidy(text)) === tidy(text)));
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
