import { type DepartmentTerm, tellingWords } from './department-terms.js';
import type { Directory } from './directory.js';

/** Shorter names, as codes are, also stand in words that mean something else. */
const SHORTEST = 5;

/**
 * The code of the one other department that a text names, by a name, an alias or a unit's: a suggestion to whoever may pass
 * an idea on. Undefined where it names none, several, or the department `from` which it comes.
 */
export function departmentNamedIn({ terms }: Pick<Directory, 'terms'>, text: string, from: string): string | undefined {
  const { words } = tellingWords(text);
  const named = new Set(terms.filter((term) => isNamed(term, words)).map(({ department }) => department.code));
  const [only] = named;
  return named.size === 1 && only !== from ? only : undefined;
}

/** Swedish adds to the end: "biblioteket" names what is called "bibliotek". */
const isNamed = ({ words: name, joined }: DepartmentTerm, words: readonly string[]): boolean =>
  joined.length >= SHORTEST &&
  words.some((_, at) =>
    name.every((word, n) => (n === name.length - 1 ? words[at + n]?.startsWith(word) : words[at + n] === word)),
  );
