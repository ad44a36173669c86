import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchText } from '../../../src/app/search-index/search-index';

/** Two texts by two people, and whether they are about the same need. */
export interface IdeaPair {
  kind: string;
  same: boolean;
  first: SearchText;
  second: SearchText;
  /** For choosing the threshold, or for the report. */
  half: 'choosing' | 'reporting';
}

const FOLDER = join(__dirname, 'pairs');
const OTHERS = 'others.txt';

/** The labelled pairs; pairs/README.md says how they are written. Throws for a block that is none. */
export const ideaPairs = (): IdeaPair[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt') && name !== OTHERS)
    .sort()
    .flatMap((name) => pairsOf(name.replace('.txt', ''), read(name)));

/** Ideas that are like none of the pairs. */
export const otherIdeas = (): SearchText[] => read(OTHERS).trim().split('\n').map(textOf);

const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

function pairsOf(kind: string, written: string): IdeaPair[] {
  return written
    .trim()
    .split(/\n\n+/)
    .map((block, at) => {
      const [mark, first, second, ...more] = block.split('\n');
      if ((mark !== '+' && mark !== '-') || !first || !second || more.length > 0)
        throw new Error(`${kind}: this is no pair: ${block}`);
      return {
        kind,
        same: mark === '+',
        first: textOf(first),
        second: textOf(second),
        half: at % 2 === 0 ? ('choosing' as const) : ('reporting' as const),
      };
    });
}

function textOf(line: string): SearchText {
  const [title, problem, ...more] = line.split(' | ');
  if (!title || !problem || more.length > 0) throw new Error(`Neither title nor problem: ${line}`);
  return { title, problem };
}
