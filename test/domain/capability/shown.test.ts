import fc from 'fast-check';
import { FEWEST_ANSWERS } from '../../../src/domain/capability/round';
import { type CountedDepartment, meanOf, shownOf } from '../../../src/domain/capability/shown';
import { sumsOfAnswers, sumsTogether } from '../../../src/domain/capability/sums';

const survey = { statements: ['told', 'try', 'asks'].map((id) => ({ id, dimension: 'culture', text: {} }) as never) };

/** A department in which everybody has said something of each statement. */
const department = (code: string, answers: readonly (readonly number[])[]): CountedDepartment => ({
  ...{ code, answers: answers.length },
  sums: sumsOfAnswers(answers, survey),
});
const ofSize = (code: string, size: number, step = 3) =>
  department(
    code,
    Array.from({ length: size }, () => [step, step, step]),
  );

const people = fc.array(fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 5 }))), { maxLength: 25 });
const places = fc
  .array(people, { minLength: 1, maxLength: 8 })
  .map((all) => all.map((answers, at) => department(`D${at}`, answers)));

/** Whether linear equations have one answer only for an unknown: `known` are those that are told, and the last equation is the sum of all. */
function solved(unknown: number, told: readonly number[], all: number): boolean {
  const rows = [...told.map((at) => unit(at, all)), Array.from({ length: all }, () => 1)];
  const rank = (matrix: readonly (readonly number[])[]) => rankOf(matrix.map((row) => [...row]));
  return rank([...rows, unit(unknown, all)]) === rank(rows);
}
const unit = (at: number, length: number) => Array.from({ length }, (_, n) => (n === at ? 1 : 0));
function rankOf(rows: number[][]): number {
  let rank = 0;
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    const at = rows.findIndex((row, n) => n >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (at < 0) continue;
    [rows[rank], rows[at]] = [rows[at] ?? [], rows[rank] ?? []];
    const pivot = rows[rank] ?? [];
    for (const [n, row] of rows.entries()) {
      if (n === rank) continue;
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let c = column; c < width; c++) row[c] = (row[c] ?? 0) - factor * (pivot[c] ?? 0);
    }
    rank += 1;
  }
  return rank;
}

describe('what is shown of the yearly question', () => {
  it('is nothing of fewer than seven, and all of seven', () => {
    expect(shownOf([ofSize('A', 6)])).toEqual({ departments: new Map() });
    const { whole, departments } = shownOf([ofSize('A', 7)]);
    expect(whole?.answers).toBe(7);
    expect(departments.get('A')).toEqual(whole);
  });

  it('holds back the next smallest as well, so that the whole tells nobody of one department', () => {
    const { whole, departments } = shownOf([ofSize('A', 3), ofSize('B', 9), ofSize('C', 20)]);
    expect([...departments.keys()]).toEqual(['C']);
    expect(whole?.answers).toBe(32);
  });

  it('holds back no more where two that are small are seven together, and counts none that nobody has answered in', () => {
    expect([...shownOf([ofSize('A', 3), ofSize('B', 4), ofSize('C', 20)]).departments.keys()]).toEqual(['C']);
    expect([...shownOf([ofSize('A', 3), ofSize('B', 0), ofSize('C', 9), ofSize('D', 20)]).departments.keys()]).toEqual([
      'D',
    ]);
  });

  it('shows no statement that fewer than seven gave a step, whatever they said of others', () => {
    const some = Array.from({ length: 9 }, (_, at) => [at < 5 ? 4 : 0, 3, 2]);
    const { whole, departments } = shownOf([department('A', some), ofSize('B', 8), ofSize('C', 30)]);
    expect(departments.get('A')?.sums.told).toEqual({ known: 0, sum: 0, squares: 0, unknown: 4 });
    // The next smallest of that statement alone.
    expect(departments.get('B')?.sums.told?.known).toBe(0);
    expect(departments.get('B')?.sums.try?.known).toBe(8);
    expect(whole?.sums.told?.known).toBe(43);
  });

  it('can be solved for no department or statement that is held back, nor for fewer than seven people', () => {
    fc.assert(
      fc.property(places, (counted) => {
        const { whole, departments } = shownOf(counted);
        const isThere = (one: CountedDepartment) => one.answers > 0;
        const some = counted.filter(isThere);
        for (const shown of departments.values()) expect(shown.answers).toBeGreaterThanOrEqual(FEWEST_ANSWERS);
        if (!whole) {
          expect(departments.size).toBe(0);
          return;
        }
        const told = some.flatMap(({ code }, at) => (departments.has(code) ? [at] : []));
        for (const [at] of some.entries()) if (!told.includes(at)) expect(solved(at, told, some.length)).toBe(false);
        for (const { id } of survey.statements as { id: string }[]) {
          const saying = some.filter(({ sums }) => (sums[id]?.known ?? 0) > 0);
          const shown = saying.flatMap(({ code }, at) =>
            (departments.get(code)?.sums[id]?.known ?? 0) > 0 ? [at] : [],
          );
          for (const at of shown) expect(saying[at]?.sums[id]?.known).toBeGreaterThanOrEqual(FEWEST_ANSWERS);
          if ((whole.sums[id]?.known ?? 0) === 0) continue;
          const held = saying.filter((_, at) => !shown.includes(at));
          for (const one of held) expect(solved(saying.indexOf(one), shown, saying.length)).toBe(false);
          const left = held.reduce((sum, { sums }) => sum + (sums[id]?.known ?? 0), 0);
          if (held.length > 0) expect(left).toBeGreaterThanOrEqual(FEWEST_ANSWERS);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the mean of steps and how far they spread, and says nothing of who does not know', () => {
    const sums = sumsTogether([
      sumsOfAnswers(
        [
          [1, 5, 0],
          [5, 5, 0],
        ],
        survey,
      ),
    ]);
    expect(meanOf([sums.told ?? never()])).toEqual({ mean: 3, spread: 2 });
    expect(meanOf([sums.try ?? never()])).toEqual({ mean: 5, spread: 0 });
    expect(meanOf([sums.asks ?? never()])).toBeUndefined();
  });
});

function never(): never {
  throw new Error('Nothing was said');
}
