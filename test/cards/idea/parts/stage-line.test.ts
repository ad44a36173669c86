import { nextStageWord, stageLine, stageWord } from '../../../../src/cards/idea/parts/stage-line';
import { stageNames } from '../../../../src/domain/idea/stages';
import { languageCodes } from '../../../../src/domain/languages';
import { contextFor } from '../../../../testing/samples/card-context';

test.each([
  ['submitted', 'Idé K7M4QX · Steg 1 av 6, Inskickad'],
  ['doing', 'Idé K7M4QX · Steg 2 av 6, Görs nu'],
  ['inUse', 'Idé K7M4QX · Steg 6 av 6, Används'],
  ['closed', 'Idé K7M4QX · Avslutad'],
] as const)('an idea that is %s says so beside its id', (stage, shown) => {
  expect(stageLine(contextFor(), 'K7M4QX', stage)).toBe(shown);
});

test.each([
  ['submitted', 'Utforskas'],
  ['piloting', 'Införs'],
  // What is done at once leads straight to use.
  ['doing', 'Används'],
  ['inUse', ''],
  ['withdrawn', ''],
] as const)('after %s usually comes "%s"', (stage, next) => {
  expect(nextStageWord(contextFor(), stage)).toBe(next);
});

test.each(languageCodes)('the line fits a phone in %s', (language) => {
  // About 6 px a letter at the small size, in 328 px.
  for (const stage of stageNames)
    expect(stageLine(contextFor(language), 'K7M4QX', stage).length).toBeLessThanOrEqual(54);
});

test('every stage has its own word', () => {
  for (const language of languageCodes) {
    const words = stageNames.map((stage) => stageWord(contextFor(language), stage));
    expect(new Set(words).size).toBe(stageNames.length);
  }
});
