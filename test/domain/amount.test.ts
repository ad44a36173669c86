import fc from 'fast-check';
import { amountIn, isAmount, MAX_AMOUNT, readAmount } from '../../src/domain/amount.js';

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
    ['ca 50 000 kr', 50_000],
    ['Ca. 50 000', 50_000],
    ['cirka 50000', 50_000],
    ['c:a 50 000:-', 50_000],
    ['ungefär 50 000 kronor', 50_000],
    ['max 50 000', 50_000],
    ['about 50,000 SEK', 50_000],
    ['~50000', 50_000],
    ['50 tkr', 50_000],
    ['50tkr', 50_000],
    ['ca 7,5 tkr', 7500],
    ['50 tusen kronor', 50_000],
    ['50k', 50_000],
    ['1,1 mkr', 1_100_000],
    ['0,5 miljoner kr', 500_000],
    ['50000:-', 50_000],
    ['50000:--', 50_000],
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
    '50–60 tkr',
    '50 000 kr/år',
    '1,2345 tkr',
    '200 mkr',
    'ca',
    'tkr',
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

  it.each([
    ['ok go ahead with 30000', 30_000],
    ['Ja, kör på 30 000 kr.', 30_000],
    ['Du får 30 tkr till testet', 30_000],
    ['30000 är ok', 30_000],
    ['Ja, men max 25.000:- i år', 25_000],
    ['Ni får 30 000 kr för de 5 cyklarna', 30_000],
    ['30 000 kr, alltså 30000', 30_000],
  ])('in the sentence %p is %d', (text, amount) => {
    expect(amountIn(text)).toBe(amount);
  });

  it.each(['Ja', 'Ja, köp 5 cyklar', '30 000 eller 40 000', 'Ring 070-123 45 67', 'Se ABC123', 'Klart 2026-12-24'])(
    'is not read from the sentence %p',
    (text) => {
      expect(amountIn(text)).toBeUndefined();
    },
  );
});
