import { FEWEST_ANSWERS } from './round.js';
import { type CapabilitySums, type StatementSum, sumsTogether } from './sums.js';

/** What came in from one department. */
export interface CountedDepartment {
  code: string;
  answers: number;
  sums: CapabilitySums;
}

/** What is shown of some people's answers. Of a statement with `known: 0` nothing is shown but how many do not know. */
export interface ShownSums {
  answers: number;
  sums: CapabilitySums;
}

/** What is shown of a round; of departments that are not in it nothing is. */
export interface ShownRound {
  whole?: ShownSums;
  departments: ReadonlyMap<string, ShownSums>;
}

interface HeldBack {
  /** Those of which nothing is shown. */
  codes: ReadonlySet<string>;
  /** Whether the whole, less all that is shown, is of so many that it tells of nobody. */
  whole: boolean;
}

/**
 * Of which nothing is shown, of some counts: of these `out`, and what is under seven; and what has the fewest of the others, until
 * what is held back is of two departments and seven people at least. For the whole less what is shown is what is held back.
 */
function heldBack(counts: ReadonlyMap<string, number>, out: ReadonlySet<string> = new Set()): HeldBack {
  const there = [...counts].filter(([, count]) => count > 0).sort(([, one], [, other]) => one - other);
  const codes = new Set(there.flatMap(([code, count]) => (out.has(code) || count < FEWEST_ANSWERS ? [code] : [])));
  const total = () => there.reduce((sum, [code, count]) => (codes.has(code) ? sum + count : sum), 0);
  const isSafe = () => codes.size === 0 || (codes.size > 1 && total() >= FEWEST_ANSWERS);
  for (const [code] of there) {
    if (isSafe()) break;
    codes.add(code);
  }
  return { codes, whole: there.length > 0 && isSafe() };
}

const unsaid = ({ unknown }: StatementSum): StatementSum => ({ known: 0, sum: 0, squares: 0, unknown });

/**
 * What may be shown of a round: nothing of fewer than seven answers, and nothing from which that could be worked out. First of
 * departments by their answers, then of each statement by how many gave it a step, for whoever does not know has said nothing of it.
 */
export function shownOf(counted: readonly CountedDepartment[]): ShownRound {
  const held = heldBack(new Map(counted.map(({ code, answers }) => [code, answers])));
  if (!held.whole) return { departments: new Map() };
  const all = sumsTogether(counted.map(({ sums }) => sums));
  const knownOf = (id: string) => new Map(counted.map(({ code, sums }) => [code, sums[id]?.known ?? 0]));
  const heldIn = new Map(Object.keys(all).map((id) => [id, heldBack(knownOf(id), held.codes)]));
  const left = (sums: CapabilitySums, isHeld: (inThis: HeldBack) => boolean): CapabilitySums =>
    Object.fromEntries(
      Object.entries(sums).map(([id, one]) => {
        const inThis = heldIn.get(id);
        return [id, inThis && isHeld(inThis) ? unsaid(one) : one];
      }),
    );
  return {
    whole: {
      answers: counted.reduce((sum, { answers }) => sum + answers, 0),
      sums: left(all, ({ whole }) => !whole),
    },
    departments: new Map(
      counted.flatMap(({ code, answers, sums }) =>
        answers === 0 || held.codes.has(code)
          ? []
          : [[code, { answers, sums: left(sums, ({ codes }) => codes.has(code)) }] as const],
      ),
    ),
  };
}

/** The mean of a statement's steps, and how far they lie from it in the middle (standard deviation); undefined where none is shown. */
export function meanOf(sums: readonly StatementSum[]): { mean: number; spread: number } | undefined {
  const known = sums.reduce((all, one) => all + one.known, 0);
  if (known === 0) return undefined;
  const mean = sums.reduce((all, one) => all + one.sum, 0) / known;
  const squares = sums.reduce((all, one) => all + one.squares, 0) / known;
  return { mean, spread: Math.sqrt(Math.max(0, squares - mean * mean)) };
}
