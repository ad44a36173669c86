import { nextToPause } from '../../../src/delivery/clock/holidays.js';

const waiting = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: `I${String(n).padStart(4, '0')}`,
    leader: 'pLEADER',
    until: '2027-01-03',
  }));

/** The ideas of each look, until one has come to the end. */
function looks(count: number): string[][] {
  const all: string[][] = [];
  for (let after = '', isLast = false; !isLast; ) {
    const some = nextToPause(waiting(count).toReversed(), after);
    all.push(some.now.map(({ id }) => id));
    isLast = some.isLast;
    after = some.now.at(-1)?.id ?? '';
  }
  return all;
}

describe('promises that are to wait', () => {
  it('are looked at a hundred at a time, and what cannot wait keeps none of the others from it', () => {
    const ids = waiting(250).map(({ id }) => id);
    expect(looks(250)).toEqual([ids.slice(0, 100), ids.slice(100, 200), ids.slice(200)]);
    expect(looks(100)).toEqual([ids.slice(0, 100)]);
  });

  it('may be none', () => {
    expect(looks(0)).toEqual([[]]);
  });
});
