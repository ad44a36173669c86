import type { PersonRef } from '../../../person/person.js';
import type { Idea, Who } from '../../idea.js';
import type { Words } from '../../words.js';

/** In which words an idea is written. */
export const inIdeaWords = {
  title: 'required',
  problem: 'required',
  solution: 'optional',
  evidence: 'optional',
} as const;

/** The idea's own words of all that were written. */
export function ideaWords({ title = '', problem = '', solution, evidence }: Words): Idea['words'] {
  return { title, problem, ...(solution && { solution }), ...(evidence && { evidence }) };
}

/** Those of them who are people, each once. */
export const peopleOf = (who: readonly Who[]): PersonRef[] => [...new Set(who.filter((ref) => ref !== 'clock'))];
