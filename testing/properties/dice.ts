/** Numbers that decide what somebody writes and chooses, one after another. */
export class Dice {
  #at = 0;
  constructor(private readonly numbers: readonly number[]) {}

  next(): number {
    return (this.numbers[this.#at++ % this.numbers.length] ?? 0) + this.#at;
  }

  /** One of a list, the first ones more often than the last. */
  pick<T>(list: readonly [T, ...T[]]): T {
    const n = this.next();
    return list[Math.min(n % list.length, (n >> 4) % list.length)] ?? list[0];
  }

  some<T>(list: readonly T[]): T[] {
    const n = this.next();
    return list.filter((_, at) => (n >> at) % 2 === 1);
  }
}
