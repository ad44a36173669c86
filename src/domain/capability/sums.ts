import type { Survey } from '../survey/survey.js';
import type { SurveyAnswers, SurveyStep } from '../survey/survey-answers.js';

/** What many have said of one statement: how many gave a step, those steps added up, and their squares; and how many do not know. */
export interface StatementSum {
  known: number;
  sum: number;
  squares: number;
  unknown: number;
}

/** By the id of each statement. */
export type CapabilitySums = Readonly<Record<string, StatementSum>>;

const none: StatementSum = { known: 0, sum: 0, squares: 0, unknown: 0 };

const added = (one: StatementSum, other: StatementSum): StatementSum => ({
  known: one.known + other.known,
  sum: one.sum + other.sum,
  squares: one.squares + other.squares,
  unknown: one.unknown + other.unknown,
});

function stepSum(step: SurveyStep | undefined): StatementSum {
  if (step === undefined) return none;
  return step === 0 ? { ...none, unknown: 1 } : { known: 1, sum: step, squares: step * step, unknown: 0 };
}

/** Several sums together. */
export function sumsTogether(all: readonly CapabilitySums[]): CapabilitySums {
  const together: Record<string, StatementSum> = {};
  for (const sums of all) {
    for (const [id, one] of Object.entries(sums)) together[id] = added(together[id] ?? none, one);
  }
  return together;
}

/** What some people's answers come to. */
export const sumsOfAnswers = (
  all: readonly SurveyAnswers[],
  { statements }: Pick<Survey, 'statements'>,
): CapabilitySums =>
  sumsTogether(
    all.map((answers) => Object.fromEntries(statements.map(({ id }, place) => [id, stepSum(answers[place])]))),
  );
