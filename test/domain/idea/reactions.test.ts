import fc from 'fast-check';
import { type ReactionTally, tallied, toldOf } from '../../../src/domain/idea/reactions.js';

const at = (time: string) => `2026-11-16T${time}:00.000Z`;

describe('the tally of a reaction', () => {
  const come = (tally: ReactionTally, time: string, ...people: string[]) =>
    tallied(tally, { come: people.map((person) => ({ person, says: person.startsWith('pSAYS') })), gone: 0 }, at(time));

  it('begins with the first, of whom those whose idea it is are told at once', () => {
    const { tally, opens } = come({ count: 0 }, '08:00', 'pONE');
    expect(tally.count).toBe(1);
    expect(opens).toEqual({ from: 0, due: at('08:00'), newest: ['pONE'], said: 0 });
    expect(toldOf(tally, 0)).toEqual({ count: 1, newest: ['pONE'] });
  });

  it('has those who come within the hour told of together when it is over', () => {
    const first = come({ count: 0 }, '08:00', 'pONE');
    const second = come(first.tally, '08:01', 'pTWO');
    expect(second.opens).toEqual({ from: 1, due: at('09:00'), newest: ['pTWO'], said: 0 });
    const third = come(second.tally, '08:59', 'p3', 'p4', 'p5');
    expect(third.opens).toBeUndefined();
    expect(toldOf(third.tally, 1)).toEqual({ count: 4, newest: ['p5', 'p4', 'p3', 'pTWO'] });
    // What was told at once stands as it was.
    expect(toldOf(third.tally, 0)).toEqual({ count: 1, newest: ['pONE'] });
  });

  it('knows first those who have written a line, and five of them at most', () => {
    const first = come({ count: 0 }, '08:00', 'pONE');
    const some = come(first.tally, '08:01', 'pTWO', 'pSAYS1', 'p3');
    const more = come(some.tally, '08:02', 'p4', 'p5', 'p6', 'pSAYS2');
    expect(toldOf(more.tally, 1)).toEqual({ count: 7, newest: ['pSAYS2', 'pSAYS1', 'p6', 'p5', 'p4'] });
  });

  it('tells of who comes after a quiet hour at once', () => {
    const { tally } = come({ count: 0 }, '08:00', 'pONE');
    expect(come(tally, '09:30', 'pTWO').opens).toEqual({ from: 1, due: at('09:30'), newest: ['pTWO'], said: 0 });
  });

  it('tells of no more than twenty-four times on a day, however many come', () => {
    let tally: ReactionTally = { count: 0 };
    const due: string[] = [];
    for (let minute = 0; minute < 24 * 60; minute++) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const next = come(tally, time, `p${minute}`);
      tally = next.tally;
      if (next.opens) due.push(next.opens.due);
    }
    expect(tally.count).toBe(1440);
    expect(due.length).toBeLessThanOrEqual(25);
    expect(new Set(due).size).toBe(due.length);
  });

  it('counts those who come with another idea, and tells of none of them, whenever they come', () => {
    const step = fc.record({
      minutes: fc.nat(90),
      fresh: fc.nat(3),
      carried: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let tally: ReactionTally = { count: 0 };
        let now = Date.parse(at('08:00'));
        const sum = { all: 0, fresh: 0, told: 0 };
        let going: number | undefined;
        const told = () => (going === undefined ? 0 : (toldOf(tally, going)?.count ?? 0));
        for (const [n, { minutes, fresh, carried }] of steps.entries()) {
          now += minutes * 60_000;
          const come = [
            ...Array.from({ length: carried }, (_, i) => ({ person: `pCAME${n}.${i}`, says: false, carried: true })),
            ...Array.from({ length: fresh }, (_, i) => ({ person: `pNEW${n}.${i}`, says: false })),
          ];
          const before = told();
          const next = tallied(tally, { come, gone: 0 }, new Date(now).toISOString());
          tally = next.tally;
          sum.all += come.length;
          sum.fresh += fresh;
          expect(tally.count).toBe(sum.all);
          if (fresh === 0) expect(next.opens).toBeUndefined();
          if (next.opens) {
            sum.told += before;
            going = next.opens.from;
          }
          // Each who has come by themself is told of once, and nobody else is.
          expect(sum.told + told()).toBe(sum.fresh);
          const named = going === undefined ? [] : (toldOf(tally, going)?.newest ?? []);
          expect(named.filter((person) => person.startsWith('pCAME'))).toEqual([]);
        }
      }),
    );
  });

  it('loses who is gone, and tells of nobody where that was all', () => {
    const { tally } = come({ count: 0 }, '08:00', 'pONE');
    const without = tallied(tally, { come: [], gone: 1 }, at('08:05'));
    expect(without.opens).toBeUndefined();
    expect(without.tally.count).toBe(0);
    expect(toldOf(without.tally, 0)).toBeUndefined();
  });

  it('has as many of each department as have come and not gone, however they come', () => {
    const codes = ['UTB', 'KUL', undefined] as const;
    const step = fc.record({
      come: fc.array(fc.constantFrom(...codes), { maxLength: 4 }),
      gone: fc.array(fc.nat(30), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let tally: ReactionTally = { count: 0 };
        const there: (string | undefined)[] = [];
        for (const { come: codesCome, gone } of steps) {
          there.push(...codesCome);
          const left = gone.flatMap((at) => (there.length > 0 ? there.splice(at % there.length, 1) : []));
          const some = codesCome.map((department, n) => ({ person: `p${n}`, says: false, department }));
          tally = tallied(tally, { come: some, gone: left.length, left }, at('08:00')).tally;
        }
        const each: Record<string, number> = {};
        for (const code of there) if (code !== undefined) each[code] = (each[code] ?? 0) + 1;
        expect({ count: tally.count, departments: tally.departments ?? {} }).toEqual({
          count: there.length,
          departments: each,
        });
      }),
    );
  });

  it('has nothing more to say of a stretch that is long over', () => {
    const one = come({ count: 0 }, '08:00', 'pONE').tally;
    const two = come(one, '10:00', 'pTWO').tally;
    const three = come(two, '12:00', 'p3').tally;
    expect([0, 1, 2].map((from) => toldOf(three, from)?.count)).toEqual([undefined, 1, 1]);
  });
});
