import fc from 'fast-check';
import { asksFirst, isAllowed, LossCount } from '../../../../src/domain/organisation/sources/loss';

/** So many of so many in each department are lost. */
function lossOf(departments: Record<string, [gone: number, of: number]>) {
  const count = new LossCount();
  for (const [department, [gone, of]] of Object.entries(departments)) {
    for (let n = 0; n < of; n++) count.add({ department }, n < gone);
  }
  return count.loss;
}

describe('how many may go without a question', () => {
  it('is a tenth of all, and a tenth of each department', () => {
    expect(asksFirst(lossOf({ VOO: [10, 100], MIL: [20, 200] }))).toBe(false);
    expect(lossOf({ VOO: [11, 100], MIL: [0, 900] })).toEqual({
      ...{ of: 1000, gone: 11 },
      departments: [{ name: 'VOO', of: 100, gone: 11 }],
    });
    expect(asksFirst(lossOf({ VOO: [11, 100], MIL: [0, 900] }))).toBe(true);
  });

  it('is a few in any case, so that nobody is asked about a small department every month', () => {
    expect(asksFirst(lossOf({ VOO: [4, 4] }))).toBe(false);
    expect(asksFirst(lossOf({ VOO: [5, 5] }))).toBe(true);
  });

  it('is none that empties a department of two or more while others are there', () => {
    expect(lossOf({ VOO: [0, 500], MIL: [3, 3] })).toMatchObject({ departments: [{ name: 'MIL', of: 3, gone: 3 }] });
    expect(asksFirst(lossOf({ VOO: [0, 500], MIL: [2, 2] }))).toBe(true);
    expect(asksFirst(lossOf({ VOO: [0, 500], MIL: [3, 4], KUL: [1, 1] }))).toBe(false);
  });

  it('never empties a department of five or more without a yes', () => {
    const department = fc.tuple(fc.nat(300), fc.integer({ min: 5, max: 300 }));
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), department, { maxKeys: 8 }), (all) => {
        const some = Object.fromEntries(
          Object.entries(all).map(([name, [gone, of]]) => [name, [Math.min(gone, of), of] as [number, number]]),
        );
        if (Object.values(some).some(([gone, of]) => gone === of)) expect(asksFirst(lossOf(some))).toBe(true);
      }),
    );
  });

  it('is what the office has said yes to, and a day’s more, but no other department', () => {
    const allowed = lossOf({ VOO: [50, 100], MIL: [0, 100] });
    expect(isAllowed(allowed, allowed)).toBe(true);
    expect(isAllowed(lossOf({ VOO: [54, 100], MIL: [1, 100] }), allowed)).toBe(true);
    expect(isAllowed(lossOf({ VOO: [60, 100], MIL: [0, 100] }), allowed)).toBe(false);
    expect(isAllowed(lossOf({ VOO: [30, 100], MIL: [20, 100] }), allowed)).toBe(false);
  });
});
