import type { Idea } from '../../domain/idea/idea.js';
import { wordsAreErased } from '../../domain/idea/people/leaving.js';
import { isOpenToEverybody } from '../../domain/idea/reading/visibility.js';
import type { Stage } from '../../domain/idea/stages.js';
import { happenedTo, takesPart } from '../../domain/idea/use/adoption.js';
import type { SearchDocument } from '../search-index/search-index.js';
import { testNow, testOver } from '../search-index/tests-of.js';

/** Where a test has been reported and may be learned from: before that its driver is still writing. */
const hasResult: ReadonlySet<Stage> = new Set(['scaling', 'inUse', 'closed']);

/** What was learned of an idea, the lesson first; undefined where nothing was. */
export function lessonOf({ stage, answers, ending }: Pick<Idea, 'stage' | 'answers' | 'ending'>): string | undefined {
  const { outcome, learned } = hasResult.has(stage) ? answers : {};
  const told = [ending?.lesson, learned, ending?.tried, outcome].filter(Boolean);
  return told.length > 0 ? told.join('\n') : undefined;
}

/** Whose test it is: one that goes on, or one that was reported, in the year in which it was to end. */
function testOf({ stage, test, department }: Pick<Idea, 'stage' | 'test' | 'department'>): string | undefined {
  if (!test) return undefined;
  if (stage === 'piloting') return testNow(department);
  return hasResult.has(stage) ? testOver(department, test.end.slice(0, 4)) : undefined;
}

/**
 * What of an idea can be found, or undefined where nothing can: only words that everybody in the municipality may read, and of
 * people nothing. Of an idea without its adoptions it says nothing of the departments that use or test it, or have said no.
 */
export function documentOf(idea: Idea): SearchDocument | undefined {
  if (!isOpenToEverybody(idea) || wordsAreErased(idea)) return undefined;
  const { id, words, department, origin, concerns, adoptions, takingPart = {}, stage, goals = [] } = idea;
  const { title, problem, solution } = words;
  const lesson = lessonOf(idea);
  const test = testOf(idea);
  const adopters = Object.keys(adoptions).filter((code) => takesPart(adoptions[code]?.status));
  const departments = [...new Set([department, origin, ...concerns, ...adopters, ...Object.keys(takingPart)])];
  const knownTo = Object.keys(adoptions).filter((code) => !departments.includes(code));
  return {
    ...{ id, version: happenedTo(idea), title, problem, stage },
    ...(solution && { solution }),
    ...(lesson && { lesson }),
    ...(test && { test }),
    departments,
    ...(knownTo.length > 0 && { knownTo }),
    goals,
  };
}

/** Whether any of these departments has an idea, takes part in it, or has been asked to take it in: there is nothing to tell them of it. */
export const isKnownTo = (
  { departments, knownTo = [] }: Pick<SearchDocument, 'departments' | 'knownTo'>,
  some: readonly string[],
): boolean => some.some((code) => departments.includes(code) || knownTo.includes(code));
