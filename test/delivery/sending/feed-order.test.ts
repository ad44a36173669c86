import fc from 'fast-check';
import { createFeed } from '../../../src/delivery/sending/feed';
import { placeOf, type Rank } from '../../../src/domain/rank';
import { PER_WAKE_UP, type Sleeping } from '../../../src/store/delivery/wake-ups';
import { digestRun, eventRun } from '../../../src/store/keys';

const IDEAS = ['A00000', 'B00000', 'C00000'] as const;
const owed = fc.record({
  idea: fc.constantFrom(...IDEAS),
  rank: fc.constantFrom<Rank>('answer', 'news', 'digest'),
  person: fc.nat(400).map((n) => `p${n}`),
});
const nameOf = ({ idea, rank, person }: { idea: string; rank: Rank; person: string }): Sleeping => ({
  person,
  run: rank === 'digest' ? digestRun('2026-W47') : eventRun(idea, placeOf(rank)),
  rank,
});
const keyOf = ({ person, run }: Sleeping) => `${person} ${run}`;

describe('what is owed to many', () => {
  it('goes into the queue each once, by rank, and within a rank one of each idea in turn, whatever comes meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(owed, { maxLength: 60 }), { minLength: 1, maxLength: 5 }),
        async (arrivals) => {
          const woken: Sleeping[][] = [];
          // An empty queue that takes one message's worth at a time.
          const feed = createFeed(
            { ready: async () => 0 },
            async (names) => {
              woken.push([...names]);
            },
            PER_WAKE_UP,
          );
          for (const names of arrivals) {
            feed.add(names.map(nameOf));
            await feed.fill();
          }
          while (feed.hasMore()) await feed.fill();
          const given = woken.flat().map(keyOf);
          expect(new Set(given)).toEqual(new Set(arrivals.flat().map(nameOf).map(keyOf)));
          for (const some of woken) {
            const places = some.map(({ rank = 'news' }) => placeOf(rank));
            expect(places).toEqual(places.toSorted((a, b) => a - b));
          }
        },
      ),
    );
  });

  it('of one idea with hundreds does not hold up another one’s', async () => {
    const woken: Sleeping[] = [];
    const feed = createFeed(
      { ready: async () => 0 },
      async (names) => {
        woken.push(...names);
      },
      PER_WAKE_UP,
    );
    feed.add(Array.from({ length: 1500 }, (_, n) => nameOf({ idea: 'A00000', rank: 'news', person: `p${n}` })));
    feed.add([nameOf({ idea: 'B00000', rank: 'news', person: 'pOTHER' })]);
    await feed.fill();
    expect(woken).toHaveLength(PER_WAKE_UP);
    expect(woken.slice(0, 2).map(({ person }) => person)).toContain('pOTHER');
  });
});
