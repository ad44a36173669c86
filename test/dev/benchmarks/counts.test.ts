import type { Figure } from '../../../dev/benchmarks/figure';
import { counts, keeps } from '../../../dev/benchmarks/rows';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

/** What `npm run bench` counts, which is the same on every machine. What it times is no test. */
describe.each(counts)('$name', ({ rows, measure }) => {
  let figures: Record<string, Figure>;
  beforeAll(async () => {
    figures = await measure({ storage: async () => testConnectionString(), prefix: uniquePrefix, rounds: 1 });
  });

  it.each(Object.entries(rows))('%s keeps its budget', (name, row) => {
    const figure = figures[name];
    if (!figure) throw new Error('Nothing was found');
    expect({ figure, keeps: keeps(figure, row) }).toEqual({ figure, keeps: true });
  });
});
