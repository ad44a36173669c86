/** What a word is looked for as: by number, and how much it counts. */
export interface Mark {
  unit: number;
  value: number;
}

/** As many words can be marked at once. */
const MOST_MARKED = 65_535;

/** Marks on words for one reading of all documents; `clear` takes them off. */
export class Marks {
  private table = new Uint16Array(1024);
  private words: number[] = [];
  private marks: Mark[][] = [[]];

  /** For a vocabulary of so many words. */
  makeRoom(words: number): void {
    if (words > this.table.length) this.table = new Uint16Array(Math.ceil(words * 1.25));
  }

  /** A word with two values for the same unit counts as the higher. */
  set(word: number, unit: number, value: number): void {
    const at = this.table[word];
    if (at) {
      const known = this.marks[at]?.find((mark) => mark.unit === unit);
      if (!known) this.marks[at]?.push({ unit, value });
      else known.value = Math.max(known.value, value);
      return;
    }
    if (this.words.length >= MOST_MARKED) return;
    this.words.push(word);
    this.table[word] = this.words.length;
    this.marks.push([{ unit, value }]);
  }

  /** By word: 0, or where in `at` its marks are. */
  get byWord(): Uint16Array {
    return this.table;
  }

  at(place: number): readonly Mark[] {
    return this.marks[place] ?? [];
  }

  clear(): void {
    for (const word of this.words) this.table[word] = 0;
    this.words = [];
    this.marks = [[]];
  }
}
