import fc from 'fast-check';
import { inFairOrder, inRecordOrder } from '../../../src/delivery/outbox/fair-order';
import { placeOf, ranks } from '../../../src/domain/rank';

const AT = '2026-11-24T09:00:00.000Z';
const event = fc.record({
  id: fc.constantFrom('A', 'B', 'C', 'D'),
  ranked: fc.option(fc.record({ rank: fc.constantFrom(...ranks), at: fc.constant(AT) }), { nil: undefined }),
});
const place = ({ ranked }: { ranked?: { rank: (typeof ranks)[number] } | undefined }) =>
  placeOf(ranked?.rank ?? 'answer');

describe('the order in which events are told', () => {
  test('loses none, holds the rank, keeps each record’s own order, and lets no record wait for another’s second', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (given) => {
        const numbered = given.map((one, n) => ({ ...one, n }));
        const ordered = inFairOrder(numbered as never[]) as typeof numbered;
        expect(ordered.map(({ n }) => n).sort((a, b) => a - b)).toEqual(numbered.map(({ n }) => n));
        for (const [at, one] of ordered.entries()) {
          const before = ordered.slice(0, at);
          expect(before.every((other) => place(other) <= place(one))).toBe(true);
          const same = before.filter((other) => place(other) === place(one));
          expect(same.filter(({ id, n }) => id === one.id && n > one.n)).toEqual([]);
          const turn = same.filter(({ id }) => id === one.id).length;
          // Whoever stands before it has had no more than one more.
          for (const id of ['A', 'B', 'C', 'D']) {
            expect(same.filter((other) => other.id === id).length).toBeLessThanOrEqual(turn + 1);
          }
        }
      }),
    );
  });

  test('one busy record’s hundred events hold no other up', () => {
    const busy = Array.from({ length: 100 }, (_, seq) => ({
      id: 'BUSY',
      seq,
      ranked: { rank: 'answer', at: AT } as const,
    }));
    const other = { id: 'OTHER', seq: 1, ranked: { rank: 'answer', at: '2026-11-24T10:00:00.000Z' } as const };
    expect(inFairOrder([...busy, other]).indexOf(other)).toBe(1);
    // Nor when it is looked at again after each of them.
    expect(inFairOrder([...busy, other], new Map([['BUSY', 1]])).indexOf(other)).toBe(0);
  });
});

describe('the order of one record’s events', () => {
  const one = fc.record({ id: fc.constantFrom('A', 'B', 'C'), redraws: fc.boolean(), place: fc.nat() });

  test('is that in which they happened, whatever goes first; none is lost, and nothing else changes its place', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (given) => {
        const events = given.map((event, seq) => ({ ...event, seq }));
        const shuffled = events.toSorted((event, other) => event.place - other.place);
        const ordered = inRecordOrder(shuffled as never[]) as typeof events;
        expect(ordered.toSorted((event, other) => event.seq - other.seq)).toEqual(events);
        for (const id of ['A', 'B', 'C']) {
          const told = ordered.filter((event) => event.id === id && !event.redraws).map(({ seq }) => seq);
          expect(told).toEqual(told.toSorted((seq, other) => seq - other));
        }
        // The first of all is never later than it was.
        const first = shuffled[0];
        const before = ordered.slice(0, first ? ordered.indexOf(first) : 0);
        expect(before.every(({ id }) => id === first?.id)).toBe(true);
      }),
    );
  });

  test('brings the decision before what came of it, though somebody waits for that more', () => {
    const event = (id: string, seq: number, rank: 'decision' | 'answer') => ({ id, seq, ranked: { rank, at: AT } });
    const [approved, granted] = [event('ONE', 7, 'answer'), event('ONE', 8, 'decision')];
    const other = event('TWO', 3, 'answer');
    expect(inRecordOrder(inFairOrder([granted, approved, other]))).toEqual([approved, granted, other]);
  });
});
