import type { PersonRef } from '../../person/person.js';
import type { Day } from '../../time.js';
import { checkedUntil, checkersOf } from '../deciding/checks.js';
import { openOpinions } from '../deciding/opinions.js';
import type { Idea } from '../idea.js';
import { successorAsked } from './successor.js';

/** Everybody who is asked something by name beside what the idea waits for, and until when. */
export function askedBeside(idea: Idea): { person: PersonRef; until: Day }[] {
  const successor = successorAsked(idea);
  const until = checkedUntil(idea);
  const checkers = until === undefined ? [] : checkersOf(idea).map((person) => ({ person, until }));
  return [...(idea.askedColleagues ?? []), ...(successor ? [successor] : []), ...checkers, ...openOpinions(idea)];
}
