import fc from 'fast-check';
import { isAmount, MAX_AMOUNT, readAmount } from '../../src/domain/amount.js';

describe('an amount', () => {
  it.each([
    ['0', 0],
    ['0 kr', 0],
    ['50000', 50_000],
    ['50 000', 50_000],
    ['50 000 kr', 50_000],
    ['50\u00a0000\u202fkronor', 50_000],
    ['50.000', 50_000],
    ['50,000 SEK', 50_000],
    ['SEK 50,000', 50_000],
    ['50 000:-', 50_000],
    ['50 000,-', 50_000],
    ['50 000,00 kr.', 50_000],
    ['1 250 000', 1_250_000],
    ['100 000 000', MAX_AMOUNT],
  ])('written %p is %d', (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  it.each([
    '',
    ' ',
    'kr',
    '-5',
    '50,5',
    '50.50',
    '5 0000',
    '1e5',
    '0x10',
    'femtio tusen',
    '50 tkr',
    '100 000 001',
    '٥٠',
  ])('is not guessed from %p', (text) => {
    expect(readAmount(text)).toBeUndefined();
  });

  it('is whole, not below 0 and not above the largest', () => {
    expect([0, 1, MAX_AMOUNT].every(isAmount)).toBe(true);
    expect([-1, 0.5, MAX_AMOUNT + 1, Number.NaN, Number.POSITIVE_INFINITY].some(isAmount)).toBe(false);
  });

  it('is read again as it is shown, in either language', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_AMOUNT }), (amount) => {
        for (const language of ['sv-SE', 'en-GB']) {
          const shown = new Intl.NumberFormat(language, {
            style: 'currency',
            currency: 'SEK',
            maximumFractionDigits: 0,
          });
          expect(readAmount(shown.format(amount))).toBe(amount);
        }
      }),
    );
  });
});
