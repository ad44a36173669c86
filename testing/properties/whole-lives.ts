import type { Result } from '../../src/domain/result.js';
import type { Day } from '../../src/domain/time.js';

/** What a record of any kind has come through, as tests of all lives see it. */
interface WholeLife {
  events: readonly { type: string }[];
  steps: readonly { before: { stage: string }; after: { stage: string } }[];
}

/** The stages and events that many lives have not met. */
export function unmetIn<L extends WholeLife>(
  inMany: (judge: (lived: L) => void, numRuns?: number) => void,
  all: { stages: readonly string[]; events: readonly string[]; lives: number },
): [stages: string[], events: string[]] {
  const [stages, events] = [new Set(all.stages), new Set(all.events)];
  inMany((lived) => {
    for (const { type } of lived.events) events.delete(type);
    for (const { before, after } of lived.steps) for (const { stage } of [before, after]) stages.delete(stage);
  }, all.lives);
  return [[...stages], [...events]];
}

/** More days than any record has before it. */
const MOST_STEPS = 8;

/** What becomes of a record that nobody touches any more: all that time brings it, each on its day. Throws where that never ends. */
export function leftAlone<R, E>(
  record: R,
  time: {
    next: (record: R) => { type: string; on: Day } | undefined;
    brings: (record: R, on: Day) => Result<E, unknown>;
    evolve: (record: R, event: E) => R;
  },
): R {
  let standing = record;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const due = time.next(standing);
    if (!due) return standing;
    const decided = time.brings(standing, due.on);
    if (!decided.ok) throw new Error(`${due.type} does not happen on its day`);
    standing = time.evolve(standing, decided.value);
  }
  throw new Error('It never ends');
}
