import { refusalText } from '../../src/cards/refusal-text';
import { type FieldName, fields } from '../../src/domain/idea/fields';
import type { Refusal } from '../../src/domain/idea/refusal';
import { limits, type WordKey } from '../../src/domain/idea/words';
import { languageCodes } from '../../src/domain/languages';
import { inLanguage } from '../../src/text/index';

type Plain = Exclude<Refusal, { field: unknown }>['code'];
type OfField = Extract<Refusal, { field: unknown }>['code'];
const every = <C extends string>(codes: Record<C, true>): C[] => Object.keys(codes) as C[];

// Written out, so that the type check names a new one.
const plain = every<Plain>({
  ...{ notFound: true, notAllowed: true, ownIdea: true, stale: true, notNow: true, noQuestion: true },
  ...{ sameDepartment: true, unknownDepartment: true, unknownColleague: true, unknownChannel: true },
  ...{ notYourDepartment: true, noDepartment: true, sameIdea: true, unknownIdea: true },
  ...{
    testDatePassed: true,
    testNotEnded: true,
    usedMore: true,
    endBeforeStart: true,
    amountTooLarge: true,
    hoursTooMany: true,
  },
  ...{ thankedBefore: true, ownPlan: true, checksOpen: true, ownChecks: true, postponedTwice: true, startAhead: true },
  ...{ neededBefore: true, ownProblem: true, enoughTakingPart: true },
  ...{ tooManyEffects: true, tooManyGoals: true, tooManySame: true },
  ...{ dateAhead: true, someoneMay: true, grantedIt: true, dateBefore: true, nobodyAnswers: true },
  ...{
    cannotBeAsked: true,
    cannotGiveOpinion: true,
    tooManyOpinions: true,
    proposalEnded: true,
    proposedBefore: true,
    tooManyTogether: true,
  },
  ...{ personalNumber: true, perhapsPersonalNumber: true, aboutPerson: true, authorUnknown: true, tooManyAsked: true },
});
const ofFields = every<OfField>({
  ...{ wordsMissing: true, wordsTooLong: true },
  ...{
    badAmount: true,
    badHours: true,
    badLink: true,
    badDate: true,
    badChoice: true,
    dateNotAhead: true,
    dateFarOff: true,
  },
});

test('a refusal of words names the field as its label does', () => {
  const t = inLanguage('sv');
  expect(refusalText(t, { code: 'wordsMissing', field: 'problem' })).toMatch(/”Vad är problemet, och för vem\?”/);
  expect(refusalText(t, { code: 'wordsTooLong', field: 'problem' })).toMatch(/Högst 4\s000 tecken/);
  expect(refusalText(inLanguage('en'), { code: 'wordsTooLong', field: 'title' })).toMatch(
    /You can use up to 120 characters/,
  );
});

test('every other refusal has its own sentence', () => {
  expect(refusalText(inLanguage('sv'), { code: 'ownIdea' })).toMatch(/egen idé/);
  expect(refusalText(inLanguage('en'), { code: 'ownIdea' })).toMatch(/own idea/);
});

test('an answer that cannot be kept is named by its question, with what fits', () => {
  const t = inLanguage('sv');
  expect(refusalText(t, { code: 'wordsTooLong', field: 'sign' })).toMatch(/Högst 700 tecken/);
  for (const code of ['badAmount', 'badDate', 'badChoice'] as const) {
    expect(refusalText(t, { code, field: 'cost' })).toContain(`”${t('field.cost')}”`);
  }
});

describe.each(languageCodes)('in %s', (language) => {
  const t = inLanguage(language);

  test.each(plain)('%s is said in whole sentences', (code) => {
    expect(refusalText(t, { code })).toMatch(/^\p{Lu}.*[.?]$/u);
  });

  test.each(ofFields)('%s is said for every field', (code) => {
    for (const field of [...Object.keys(limits), ...Object.keys(fields)] as (WordKey | FieldName)[]) {
      expect(refusalText(t, { code, field } as Refusal)).toContain(t(`field.${field}`));
    }
  });
});
