/** What comes by chance, and the same for the same seed (mulberry32). */
export interface Chance {
  /** A whole number from 0 up to, and without, this one. */
  below: (limit: number) => number;
  of: <T>(some: readonly T[]) => T;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    of: <T>(some: readonly T[]): T => {
      const one = some[below(some.length)];
      if (some.length === 0) throw new Error('Nothing to choose from');
      return one as T;
    },
  };
}
