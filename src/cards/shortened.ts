/** Cut to so many characters, after a whole word where one ends near: a word cut in two is none that anybody can read. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const begun = text.slice(0, most - 1);
  const wordEnd = /\s/.test(text[most - 1] ?? '') ? begun.length : begun.search(/\s\S*$/);
  const kept = wordEnd > most * NEAR ? begun.slice(0, wordEnd) : begun.toWellFormed().replace(/\uFFFD$/, '');
  return `${kept.trimEnd()}…`;
}

/** A word that ends before this share of the room is too far off. */
const NEAR = 0.6;
