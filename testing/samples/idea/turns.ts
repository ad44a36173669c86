import type { ToChoose } from '../../../src/app/idea/lists/choose-several';
import type { MyTurn } from '../../../src/app/idea/lists/my-turn';
import type { PileName, ShownPile } from '../../../src/app/idea/lists/pile';
import type { Piles } from '../../../src/app/idea/lists/piles';
import type { Role } from '../../../src/domain/idea/policy';

const decider: ReadonlySet<Role> = new Set(['reader', 'decider']);

/** What waits for somebody who decides on all of it, or what `changes` make of it. */
export function aTurn({ ideas = [], ...changes }: Partial<MyTurn> = {}): MyTurn {
  return {
    filter: 'all',
    page: 0,
    ideas,
    until: new Map(),
    roles: new Map(ideas.map(({ id }) => [id, decider])),
    names: new Map(),
    counts: { all: ideas.length, new: ideas.length, asked: 0, late: 0 },
    cut: false,
    more: false,
    ...(ideas.length > 0 && { together: 0 }),
    ...changes,
  };
}

/** The same to choose from. */
export const toChoose = (changes: Partial<ToChoose> = {}): ToChoose => ({
  filter: 'all',
  page: 0,
  ideas: [],
  names: new Map(),
  more: false,
  ...changes,
});

const pile = (sizes: readonly number[]) =>
  sizes.map((size, page) => ({ ids: Array.from({ length: size }, (_, n) => `K7M${page}0${n}`), shared: [] }));

/** Sixty ideas in piles, or what `changes` make of them. */
export const somePiles = (changes: Partial<Piles> = {}): Piles => ({
  pages: {
    alike: pile([6, 5, 4, 3, 2, 2]),
    direct: pile([8, 1]),
    elsewhere: pile([4, 3]),
    think: pile([5, 5, 5, 5, 2]),
  },
  counts: { all: 60, new: 51, asked: 6, late: 4 },
  cut: false,
  others: 0,
  unlike: new Set(),
  ...changes,
});

/** A part of a pile as it is shown. */
export const shownPile = (name: PileName, changes: Partial<ShownPile> = {}): ShownPile => ({
  name,
  pages: 3,
  shared: [],
  leanings: new Map(),
  unlike: new Set(),
  ...changes,
});
