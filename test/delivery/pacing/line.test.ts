import fc from 'fast-check';
import { createLine } from '../../../src/delivery/pacing/line';
import { placeOf, type Rank, ranks } from '../../../src/domain/rank';

describe('a line', () => {
  test('lets what goes first by its rank go first, and within a rank whoever asked first; a fault stops nobody', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...ranks), { maxLength: 20 }), async (asked) => {
        const line = createLine();
        let open: () => void = () => undefined;
        const opened = new Promise<void>((resolve) => {
          open = resolve;
        });
        const went: { rank: Rank; n: number }[] = [];
        const head = line('digest', () => opened);
        const all = asked.map((rank, n) =>
          line(rank, async () => {
            went.push({ rank, n });
            if (n % 3 === 0) throw new Error('faulty');
          }).catch(() => undefined),
        );
        open();
        await Promise.all([head, ...all]);
        const wanted = asked
          .map((rank, n) => ({ rank, n }))
          .sort((one, other) => placeOf(one.rank) - placeOf(other.rank) || one.n - other.n);
        expect(went).toEqual(wanted);
      }),
    );
  });
});
