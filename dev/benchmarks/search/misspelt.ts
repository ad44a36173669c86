import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalIndex } from '../../../src/app/search-index/local-index';
import { ideaPairs, otherIdeas } from '../similar/pairs';

/** A rare word as somebody has misspelt it, and a text that has it, or one that has only a word that looks like it. */
export interface MisspeltWord {
  written: string;
  title: string;
  same: boolean;
  /** Looked at while the rules were made, or only counted. */
  half: 'choosing' | 'reporting';
}

/** How many of the words that somebody meant are found among the first three, and how many that nobody did. */
export interface MisspeltFound {
  half: MisspeltWord['half'];
  found: number;
  of: number;
  wrong: number;
  ofOthers: number;
}

/** The words of misspelt.txt, written before what finds them. Every other one is for looking at. Throws for a line that is none. */
export const misspeltWords = (): MisspeltWord[] =>
  readFileSync(join(__dirname, 'misspelt.txt'), 'utf8')
    .trim()
    .split('\n')
    .map((line, at) => {
      const [, mark, title, written] = /^([+-]) (.+) \| (\S+)$/.exec(line) ?? [];
      if (!title || !written) throw new Error(`This is no misspelt word: ${line}`);
      return { written, title, same: mark === '+', half: at % 2 === 0 ? 'choosing' : 'reporting' };
    });

/** Puts in the texts of the words, among those of the labelled pairs, each once. */
export function putMisspelt(index: LocalIndex): void {
  const pairs = ideaPairs().flatMap(({ first, second }) => [first, second]);
  const titles = new Set(misspeltWords().map(({ title }) => title));
  const all = [...[...titles].map((title) => ({ title, problem: '' })), ...pairs, ...otherIdeas()];
  index.put(
    all.map((text, at) => ({ ...text, id: `M${at}`, version: 1, departments: [], goals: [], stage: 'exploring' })),
  );
}

/** Whether a word's text is among the first three that are found for it. */
export function findsMisspelt(index: LocalIndex, { title, written }: MisspeltWord): boolean {
  const at = [...new Set(misspeltWords().map((one) => one.title))].indexOf(title);
  return index
    .search(written)
    .hits.slice(0, 3)
    .some(({ id }) => id === `M${at}`);
}

/** What an index that `putMisspelt` has been done to finds of one half. */
export function misspeltFound(index: LocalIndex, half: MisspeltWord['half']): MisspeltFound {
  const words = misspeltWords().filter((word) => word.half === half);
  const [same, others] = [words.filter((word) => word.same), words.filter((word) => !word.same)];
  const finds = (word: MisspeltWord): boolean => findsMisspelt(index, word);
  return {
    half,
    found: same.filter(finds).length,
    of: same.length,
    wrong: others.filter(finds).length,
    ofOthers: others.length,
  };
}
