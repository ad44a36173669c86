/**
 * The stem of an English word in plain spelling: the first steps of Porter's algorithm (plural, -ed, -ing, -ly), which are
 * what search needs. The stem is for comparing and not for reading.
 */
export function englishStem(word: string): string {
  if (word.length < 4) return word;
  const one = singular(word);
  const act = /^(.*[aeiouy].*?)(?:ing|ed|ly)$/.exec(one)?.[1];
  return yAsI(bare(act !== undefined && act.length >= 3 ? undoubled(act) : one));
}

const singular = (word: string): string => {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
};

const undoubled = (word: string): string => (/([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word);
/** Cycle and cycling, use and using. */
const bare = (word: string): string => (word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word);
/** Study and studied. */
const yAsI = (word: string): string => (/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}i` : word);
