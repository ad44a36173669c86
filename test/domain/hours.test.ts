import { isHours, MAX_HOURS, readHours } from '../../src/domain/hours.js';

describe('hours of work', () => {
  it.each([
    ['0', 0],
    ['40', 40],
    ['40 timmar', 40],
    ['1 timme', 1],
    ['40 tim', 40],
    ['40h', 40],
    ['ca 40 timmar', 40],
    ['ungefär 40 arbetstimmar', 40],
    ['about 40 hours', 40],
    ['40 hrs.', 40],
    ['1 200', 1200],
    ['1 200 timmar', 1200],
    ['40,0', 40],
    ['100 000', MAX_HOURS],
  ])('written %p are %d', (text, hours) => {
    expect(readHours(text)).toBe(hours);
  });

  it.each([
    '',
    ' ',
    'timmar',
    '-5',
    '7,5',
    '40 minuter',
    '2 dagar',
    '40–60',
    '40 h/vecka',
    '100 001',
    'många',
    '40 kr',
  ])('are not guessed from %p', (text) => {
    expect(readHours(text)).toBeUndefined();
  });

  it('are whole, and not more than anybody’s test takes', () => {
    expect([0, 40, MAX_HOURS].every(isHours)).toBe(true);
    expect([-1, 0.5, Number.NaN, MAX_HOURS + 1].some(isHours)).toBe(false);
  });
});
