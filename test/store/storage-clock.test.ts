import fc from 'fast-check';
import { StorageClock } from '../../src/store/storage-clock';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-26T09:00:00.400Z');
/** Storage tells the second that has begun. */
const told = (time: number) => Math.floor(time / 1000) * 1000;

/** A machine whose clock is off by so much while true time goes on, and an answer of storage that takes a while. */
function machine(off: number) {
  let time = START;
  const heard: number[] = [];
  const own = { off };
  const clock = new StorageClock(
    () => time + own.off,
    (behind) => heard.push(behind),
  );
  return {
    clock,
    own,
    heard,
    error: () => Math.abs(clock.now() - time),
    pass(ms: number) {
      time += ms;
    },
    asks(takes = 20) {
      const sentAt = clock.byMachine();
      time += takes / 2;
      const answer = told(time);
      time += takes / 2;
      clock.heard(answer, sentAt);
    },
  };
}

it('is the machine’s clock as long as that agrees with storage’s', () => {
  for (const off of [0, 900, -900, 1_900, -1_900]) {
    const { clock, asks, heard, error } = machine(off);
    asks();
    expect(clock.now()).toBe(clock.byMachine());
    expect([heard, error()]).toEqual([[], Math.abs(off)]);
  }
});

it.each([3_100, -3_100, 60_000, -60_000, HOUR, -40 * 24 * HOUR, 400 * 24 * HOUR])(
  'is storage’s where the machine’s is off by %i ms',
  (off) => {
    const { asks, heard, error } = machine(off);
    asks();
    expect(error()).toBeLessThan(1_000);
    expect(heard).toHaveLength(1);
    asks(900);
    asks();
    expect(heard).toHaveLength(1);
  },
);

it('follows a clock that jumps, is set right, and stands while a question is on its way', () => {
  const { asks, own, error, heard, pass } = machine(0);
  asks();
  own.off = 5 * HOUR;
  asks();
  expect(error()).toBeLessThan(1_000);
  own.off = -2 * HOUR;
  asks(30_000);
  asks();
  expect(error()).toBeLessThan(1_000);
  own.off = 0;
  pass(HOUR);
  asks();
  expect(error()).toBe(0);
  expect(heard.at(-1)).toBe(0);
});

it('is never farther from true time than two clocks that agree, a second, and half an answer', () => {
  const answers = fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 5_000 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(fc.integer({ min: -HOUR, max: HOUR }), answers, (off, list) => {
      const { asks, pass, error } = machine(off);
      for (const [wait, takes] of list) {
        pass(wait);
        asks(takes);
        expect(error()).toBeLessThanOrEqual(2_000 + 1_000 + takes);
      }
    }),
  );
});
