import { daysText, dayText, instantText, weekdayText } from '../../src/text/dates';

const today = '2026-11-21';

test('a day is said without its year, unless that is another one', () => {
  expect(dayText('2026-12-12', 'sv', today)).toBe('12 december');
  expect(dayText('2027-01-02', 'sv', today)).toBe('2 januari 2027');
  expect(dayText('2027-01-02', 'en', today)).toBe('2 January 2027');
});

test('a stretch of days says the month once where it can', () => {
  expect(daysText('2026-11-16', '2026-11-22', 'sv', today)).toBe('16–22 november');
  expect(daysText('2026-11-30', '2026-12-06', 'sv', today)).toMatch(/^30 november\s?–\s?6 december$/);
  expect(daysText('2026-12-28', '2027-01-03', 'en', today)).toContain('2027');
});

test('an instant has the date that people there see', () => {
  expect(instantText('2026-11-21T23:30:00.000Z', 'sv', 'Europe/Stockholm', today)).toBe('22 november');
});

test('weekdays are numbered from Monday', () => {
  expect([1, 7].map((day) => weekdayText(day, 'sv'))).toEqual(['måndag', 'söndag']);
  expect(weekdayText(3, 'en')).toBe('Wednesday');
});
