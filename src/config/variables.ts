/** The variables of a configuration, and what is wrong with them. */
export class Variables {
  readonly problems: string[] = [];
  constructor(private readonly env: Readonly<Record<string, string | undefined>>) {}

  /** What is set; a variable with nothing in it counts as not set. */
  get(name: string): string | undefined {
    return this.env[name]?.trim() || undefined;
  }

  /** What is set, in parts between commas; empty when nothing is. */
  list(name: string): string[] {
    const parts = (this.get(name) ?? '').split(',').map((part) => part.trim());
    return parts.filter((part) => part !== '');
  }

  /** One of a few words, spelled exactly. */
  oneOf<T extends string, F extends T | undefined>(name: string, words: readonly T[], otherwise: F): T | F {
    const value = this.get(name);
    const word = words.find((one) => one === value);
    if (value !== undefined && word === undefined) {
      this.problems.push(`${name} is "${value}": set it to ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`);
    }
    return word ?? otherwise;
  }
}
