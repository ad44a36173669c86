import { saidTheSame, strangeWords, vocabulary } from '../../../../dev/audits/accessibility/language';
import { EASY, lix, readability, tooHard } from '../../../../dev/audits/accessibility/lix';
import { variantsOf } from '../../../../dev/audits/accessibility/message-variants';
import { firstLanguage, languageCodes } from '../../../../src/domain/languages';
import { isTextKey, type TextKey, texts } from '../../../../src/text/index';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';

describe('LIX', () => {
  test('is words in a sentence plus the share of words of more than six letters', () => {
    expect(lix('Du får svar i dag.')).toBe(5);
    expect(lix('Du får svar. Du får veta.')).toBe(3);
    expect(lix('Innovationsledaren svarar snabbt.')).toBeCloseTo(3 + 100 / 3);
    expect(lix('')).toBe(0);
  });

  test('judges every form of a text', () => {
    expect(variantsOf('{count, plural, one {En idé} other {# idéer}} väntar på {who}.')).toEqual([
      'En idé väntar på xx.',
      '3 idéer väntar på xx.',
    ]);
  });

  test(`of the main Swedish texts is ${EASY} at most`, () => {
    const all = readability(texts.sv);
    expect(all.length).toBeGreaterThan(100);
    expect(tooHard(all)).toEqual([]);
  });

  test('finds a text in office Swedish', () => {
    const office =
      'Handläggningen av ärendet påbörjas efter att erforderliga beslutsunderlag inkommit till förvaltningen.';
    expect(tooHard(readability({ office })).map(({ key }) => key)).toEqual(['office']);
  });
});

describe('the language of the texts', () => {
  test('is one in each file: what is the same in two is so for a reason', () => {
    const isSame = (key: TextKey) => new Set(languageCodes.map((code) => texts[code][key])).size < languageCodes.length;
    const same = Object.keys(texts[firstLanguage]).filter(isTextKey).filter(isSame);
    expect(same.sort()).toEqual(Object.keys(saidTheSame).sort());
  });

  test.each([
    ['sv', 'Tillbaka', 'Back'],
    ['en', 'Back', 'Tillbaka'],
  ] as const)('in %s is told from the other', (language, own, other) => {
    const known = vocabulary(language, exampleOrganisation(), []);
    expect(strangeWords([own], known)).toEqual([]);
    expect(strangeWords([other], known)).toEqual([other.toLowerCase()]);
  });

  test('knows names, dates and what people wrote; ids and addresses are in no language', () => {
    const known = vocabulary('sv', exampleOrganisation(), ['Delade cyklar']);
    const shown = ['Vård och omsorg', '12 december', 'Delade cyklar', 'Idé K7M4QX', 'chef@soderhamra.example'];
    expect(strangeWords(shown, known)).toEqual([]);
    expect(strangeWords(['Health and Care'], known)).toEqual(['health', 'and', 'care']);
  });
});
