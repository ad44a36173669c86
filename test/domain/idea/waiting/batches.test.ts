import fc from 'fast-check';
import { BATCH, batchesOf, shuffled } from '../../../../src/domain/idea/waiting/batches';

const some = (count: number) => Array.from({ length: count }, (_, n) => `IDEA${n}`);

test('what needs thought comes five at a time, each once, whatever there is', () => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), fc.string(), (count, seed) => {
      const ids = some(count);
      const batches = batchesOf(ids, shuffled(ids, 'unlike'), seed);
      expect(batches.flat().sort()).toEqual([...ids].sort());
      for (const batch of batches.slice(0, -1)) expect(batch).toHaveLength(BATCH);
    }),
    { numRuns: 50 },
  );
});

test('one in each batch is of what is least like the usual', () => {
  const ids = some(20);
  const unlike = ['IDEA7', 'IDEA3', 'IDEA19', 'IDEA11', ...ids];
  for (const batch of batchesOf(ids, unlike, 'pLEADER|2026-11-26')) {
    expect(batch.filter((id) => unlike.slice(0, 4).includes(id))).toHaveLength(1);
  }
});

test('the order is the same all day for one reader, and another one for others and on other days', () => {
  const order = (seed: string) => batchesOf(some(20), [], seed).flat();
  const [today, again] = [order('pLEADER|2026-11-26'), order('pLEADER|2026-11-26')];
  expect(again).toEqual(today);
  for (const other of ['pLEADER|2026-11-27', 'pDEPUTY|2026-11-26']) expect(order(other)).not.toEqual(today);
  expect(today).not.toEqual(some(20));
});
