import { type Adoption, type EventData, type Idea, type IdeaEvent, takesPart } from './idea.js';
import { addMonths, type Day } from './time.js';

/** The idea with these departments asked to take it in. */
export function invited(idea: Idea, { departments, answerBy }: EventData['invited']): Idea {
  const invitations = departments.map((code): [string, Adoption] => [code, { status: 'invited', answerBy }]);
  return { ...idea, adoptions: { ...idea.adoptions, ...Object.fromEntries(invitations) } };
}

/** The idea with what a department does with it. */
export const adoption = (idea: Idea, department: string, next: Adoption): Idea => ({
  ...idea,
  adoptions: { ...idea.adoptions, [department]: next },
});

/** When an adopting department is asked whether it uses the idea, and an owner how it went: the issue's own numbers. */
const CHECK_AFTER_MONTHS = 3;
const FOLLOW_UP_AFTER_MONTHS = 6;

/** When a department that takes the idea in is asked whether it uses it: once, and never on the day that it says so. */
export function checkFor(before: Adoption | undefined, start: Day, today: Day): Day | undefined {
  const asked = before && takesPart(before.status) && !before.checkOn;
  return asked ? undefined : addMonths(start > today ? start : today, CHECK_AFTER_MONTHS);
}

/** The idea is used where it came from, and somebody is asked later how it went. */
export function inUse(idea: Idea, { day, words }: Pick<IdeaEvent, 'day' | 'words'>): Idea {
  const { done } = words;
  const { question: _, ...rest } = idea;
  const home = adoption(rest, idea.department, { status: 'using', start: day });
  return {
    ...home,
    followUpOn: addMonths(day, FOLLOW_UP_AFTER_MONTHS),
    followUpAsked: false,
    ...(done && { ending: { done } }),
  };
}
