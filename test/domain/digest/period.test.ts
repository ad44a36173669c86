import { daysOf, isMonth, monthToldWith, sameMonthBefore, weeksOf } from '../../../src/domain/digest/period';

test('a week has seven days, and a month those of the calendar', () => {
  expect(daysOf('2026-W47')).toEqual({ first: '2026-11-16', last: '2026-11-22' });
  expect(daysOf('2026-11')).toEqual({ first: '2026-11-01', last: '2026-11-30' });
  expect(daysOf('2028-02')).toEqual({ first: '2028-02-01', last: '2028-02-29' });
  for (const none of ['2025-W53', '2026-13', 'november', '']) expect(daysOf(none)).toBeUndefined();
  expect(['2026-11', '2026-W11', '2026-00'].map(isMonth)).toEqual([true, false, false]);
});

test('a month is read by the weeks in which its days are', () => {
  expect(weeksOf('2026-W47')).toEqual(['2026-W47']);
  expect(weeksOf('2026-11')).toEqual(['2026-W44', '2026-W45', '2026-W46', '2026-W47', '2026-W48', '2026-W49']);
  expect(weeksOf('2027-02')).toEqual(['2027-W05', '2027-W06', '2027-W07', '2027-W08']);
  expect(weeksOf('2027-01')).toEqual(['2026-W53', '2027-W01', '2027-W02', '2027-W03', '2027-W04']);
});

test('a month is told with the first week that is told after it, and no later one of the same month', () => {
  // Told on 7 December.
  expect([monthToldWith('2026-W49'), sameMonthBefore('2026-W49')]).toEqual(['2026-11', []]);
  // Told on 14 December, where none was on the 7th.
  expect([monthToldWith('2026-W50'), sameMonthBefore('2026-W50')]).toEqual(['2026-11', ['2026-W49']]);
  // Told on 1 February: January was over the day before.
  expect([monthToldWith('2027-W04'), sameMonthBefore('2027-W04')]).toEqual(['2027-01', []]);
});
