import fc from 'fast-check';
import { against } from '../../../dev/benchmarks/figure';
import { tableOf } from '../../../dev/benchmarks/report';
import { type Benchmark, keeps, type Row } from '../../../dev/benchmarks/rows';
import { spreadOf } from '../../../dev/benchmarks/spread';

const row: Row = { what: 'decide', unit: '/s', judged: 'ratio', budget: { atLeast: 0.7 }, from: 'design' };
const benchmark: Benchmark = { name: 'Turns', reference: 'bare bot', rows: { row }, measure: async () => ({}) };

describe('several rounds', () => {
  it('have the median in the middle and half of the rounds between the quartiles', () => {
    expect(spreadOf([5, 1, 3, 2, 4])).toEqual({ median: 3, from: 2, to: 4 });
    expect(spreadOf([1, 2])).toEqual({ median: 1.5, from: 1.25, to: 1.75 });
    expect(() => spreadOf([])).toThrow('No round');
  });

  it('lie around their median in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const { median, from, to } = spreadOf(values);
        expect(from <= median && median <= to).toBe(true);
        expect(spreadOf([...values].reverse())).toEqual({ median, from, to });
      }),
    );
  });

  it('are set against the reference round by round, so that a slow round slows both', () => {
    const { ratio } = against([100, 10, 50], [200, 20, 100]);
    expect(ratio).toEqual({ median: 0.5, from: 0.5, to: 0.5 });
  });
});

describe('the table', () => {
  it('says of every row whether it is within its budget or over', () => {
    const [within, over] = [against([70], [100]), against([69], [100])];
    expect([within, over].map((figure) => keeps(figure, row))).toEqual([true, false]);
    const lines = tableOf([within, over].map((figure) => ({ benchmark, row, figure }))).split('\n');
    expect(lines.at(-2)).toMatch(/decide .* 70\/s .* 100\/s .* 0\.70 .* ≥ 0\.7 × .* within/);
    expect(lines.at(-1)).toMatch(/0\.69 .*\*\*over\*\*/);
  });
});
