import type { ToChoose } from '../../../src/app/idea/lists/choose-several';
import type { MyTurn } from '../../../src/app/idea/lists/my-turn';
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
