import fc from 'fast-check';
import { longColumns, readLong } from '../../src/store/long-columns.js';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  // Around the lengths at which one column becomes two, with characters of two units just there.
  fc
    .tuple(fc.integer({ min: 31_990, max: 32_010 }), fc.string({ unit: fc.constantFrom('å', '🚲'), maxLength: 20 }))
    .map(([length, end]) => 'a'.repeat(length) + end),
  fc.nat(200_000).map((length) => '🚲'.repeat(length / 2)),
);

describe('a long text in columns', () => {
  it('comes back as it was, and no column is longer than storage takes or ends inside a character', () => {
    fc.assert(
      fc.property(text, (some) => {
        const columns = longColumns('state', some);
        expect(readLong(columns, 'state') === some).toBe(true);
        for (const piece of Object.values(columns)) {
          expect(Buffer.byteLength(piece ?? '', 'utf16le')).toBeLessThanOrEqual(64 * 1024);
          expect(piece?.isWellFormed()).toBe(some.isWellFormed());
        }
      }),
    );
  });

  it('that is short is one column', () => {
    expect(longColumns('state', '{}')).toEqual({ state: '{}' });
    expect(Object.keys(longColumns('state', 'a'.repeat(70_000)))).toEqual(['state', 'state1', 'state2']);
  });
});
