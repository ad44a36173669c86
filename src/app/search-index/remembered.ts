/** So many answers are remembered, and then none: words, their beginnings and ends come again and again. */
const MOST_REMEMBERED = 50_000;

/** The same function, which keeps what it has answered. */
export function remembered<T>(of: (word: string) => T): (word: string) => T {
  const answers = new Map<string, T>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const answer = of(word);
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    answers.set(word, answer);
    return answer;
  };
}
