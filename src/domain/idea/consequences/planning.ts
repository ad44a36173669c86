import { isAmount, readAmount } from '../../amount.js';
import { tidy } from '../../language/tidy.js';
import { accept, type Result, refuse } from '../../result.js';
import { type Day, isDay, isNear, laterOf } from '../../time.js';
import { chosenIn, type FieldName, fields } from '../fields.js';
import type { Idea } from '../idea.js';
import { canBeFilled, costOf, formFields, isSmallCost } from '../needs.js';
import type { Refusal } from '../refusal.js';
import {
  type Consequences,
  forDeciders,
  forDriver,
  forTest,
  happens,
  type Occasion,
  type Outcome,
  stays,
  waitsFor,
} from './consequence.js';

/** From what is needed to a plan, and to its money. */
export const planning: Consequences<
  'fill' | 'plan' | 'submitPlan' | 'approvePlan' | 'sendBack' | 'takeBack' | 'grant' | 'declineMoney'
> = {
  fill: (occasion) => {
    const { idea, data } = occasion;
    const { part } = data;
    if (!canBeFilled(idea, part)) return refuse({ code: 'notNow' });
    const asked = formFields(part);
    const answers = readAnswers(asked, occasion);
    if (!answers.ok) return answers;
    const [first] = asked;
    // Emptying what was there is a change; saving nothing where nothing was is none.
    const nothing = Object.keys(answers.value).length === 0 && asked.every((name) => idea.answers[name] === undefined);
    if (nothing && first) return refuse({ code: 'wordsMissing', field: first });
    const { start, end } = answers.value;
    if (start && end && end < start) return refuse({ code: 'endBeforeStart' });
    if (!data.sure && usesMore(answers.value.used, idea)) return refuse({ code: 'usedMore' });
    const small = isSmallCost(costOf({ answers: answers.value }) ?? 0, occasion.setting.smallTestLimit);
    const begun = start !== undefined && start < occasion.today;
    const more = { ...(small && { small }), ...(begun && { begun }) };
    return happens('filled', stays(occasion), { part, ...more }, answers.value);
  },
  plan: (occasion) => happens('planned', forDriver(occasion, 'planning'), {}),
  submitPlan: (occasion) =>
    occasion.actor.roles.has('decider')
      ? goesOn('ownPlanSent', occasion)
      : happens('planSubmitted', forDeciders(occasion, 'planning'), {}),
  approvePlan: (occasion) => goesOn('planApproved', occasion),
  sendBack: (occasion) => happens('sentBack', forDriver(occasion, occasion.idea.stage), {}),
  takeBack: (occasion) => {
    const { stage, waiting, money, question } = occasion.idea;
    const isWithFunder = waiting?.for === 'funder' || question?.backTo === 'funder';
    const asked = isWithFunder && money ? { funder: money.funder } : {};
    return happens('takenBack', forDriver(occasion, stage), asked);
  },

  grant: (occasion) => {
    const { idea, data } = occasion;
    const asked = idea.money?.asked ?? 0;
    if (!isAmount(data.amount) || data.amount === 0) return refuse({ code: 'badAmount', field: 'amount' });
    if (data.amount > asked) return refuse({ code: 'amountTooLarge' });
    const test = testDays(occasion);
    if (!test) return refuse({ code: 'testDatePassed' });
    return happens('granted', forTest(occasion, test.end), {
      amount: data.amount,
      asked,
      test,
      ...(data.delegation && { delegation: data.delegation }),
      ...(idea.driver && { driver: idea.driver.person }),
    });
  },
  declineMoney: (occasion) => happens('moneyDeclined', forDriver(occasion, 'planning'), occasion.data),
};

/** The test begins where it costs nothing; else its money is decided on first. */
function goesOn(type: 'ownPlanSent' | 'planApproved', occasion: Occasion<'submitPlan' | 'approvePlan'>): Outcome {
  const test = testDays(occasion);
  if (!test) return refuse({ code: 'testDatePassed' });
  const cost = costOf(occasion.idea) ?? 0;
  if (cost === 0) return happens(type, forTest(occasion, test.end), { cost, test });
  const { funder = 'office' } = occasion.data;
  return happens(type, waitsFor(occasion, 'planning', { for: 'funder' }), { cost, funder, test });
}

/** More than was granted is asked about once, and may be true. */
const usesMore = (used: string | undefined, { money }: Idea): boolean =>
  used !== undefined && money?.granted !== undefined && Number(used) > money.granted;

/** The agreed days of the test, unless it would be over before it has begun. */
function testDays({ idea, today }: Pick<Occasion<'grant'>, 'idea' | 'today'>): { start: Day; end: Day } | undefined {
  const { start, end } = idea.answers;
  if (!start || !end || end < today) return undefined;
  // One that had begun when it was written goes on; else nothing has been done while the plan was waiting.
  return { start: idea.testBegun ? start : laterOf(start, today), end };
}

/** The answers of a part as they are kept; a field that is left empty is emptied. Refuses what its kind cannot hold. */
function readAnswers(
  asked: readonly FieldName[],
  { words, today }: Pick<Occasion<'fill'>, 'words' | 'today'>,
): Result<Idea['answers'], Refusal> {
  const answers: Idea['answers'] = {};
  for (const name of asked) {
    const text = tidy(words[name] ?? '');
    if (text === '') continue;
    const read = readAnswer(name, text, today);
    if (!read.ok) return read;
    answers[name] = read.value;
  }
  return accept(answers);
}

function readAnswer(name: FieldName, text: string, today: Day): Result<string, Refusal> {
  const field = fields[name];
  switch (field.kind) {
    case 'text':
      return text.length > field.limit ? refuse({ code: 'wordsTooLong', field: name }) : accept(text);
    case 'one':
    case 'several': {
      const { chosen, unknown } = chosenIn(field, text);
      const fits = !unknown && (field.kind === 'several' || chosen.length === 1);
      return fits ? accept(chosen.join(',')) : refuse({ code: 'badChoice', field: name });
    }
    case 'day':
      if (!isDay(text)) return refuse({ code: 'badDate', field: name });
      return isNear(text, today) ? accept(text) : refuse({ code: 'dateFarOff', field: name });
    case 'amount': {
      const amount = readAmount(text);
      return amount === undefined ? refuse({ code: 'badAmount', field: name }) : accept(String(amount));
    }
  }
}
