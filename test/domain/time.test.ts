import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayOf,
  dayOfWeek,
  daysBetween,
  instantAt,
  instantOf,
  isDay,
  isNear,
  latestWeek,
  millisecondsOf,
  mondayOf,
  monthsBetween,
  weekOf,
  weekSpan,
} from '../../src/domain/time.js';

const SWEDEN = 'Europe/Stockholm';
const HOUR = 3_600_000;

describe('an instant', () => {
  it('is written so that texts sort as times', () => {
    expect(instantOf(0)).toBe('1970-01-01T00:00:00.000Z');
    const moment = fc.integer({ min: 0, max: Date.UTC(2200, 0) });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        expect(instantOf(one) < instantOf(other)).toBe(one < other);
        expect(millisecondsOf(instantOf(one))).toBe(one);
      }),
    );
  });
});

describe('a day', () => {
  it('is the one that people have, not UTC’s', () => {
    expect(dayOf('2026-11-20T22:59:59.999Z', SWEDEN)).toBe('2026-11-20');
    expect(dayOf('2026-11-20T23:00:00.000Z', SWEDEN)).toBe('2026-11-21');
    expect(dayOf('2026-06-20T22:00:00.000Z', SWEDEN)).toBe('2026-06-21');
  });

  it.each([
    ['2026-11-21', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2100-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['2026-1-1', false],
    ['20261121', false],
    ['2026-11-21T00:00', false],
    [' 2026-11-21', false],
    ['2026-11-21\n', false],
    ['snart', false],
    ['', false],
  ])('%p exists: %p', (text, exists) => {
    expect(isDay(text)).toBe(exists);
  });

  it('is the one that people have also in zones with other changes', () => {
    expect(dayOf('2027-03-22T04:00:00.000Z', 'America/New_York')).toBe('2027-03-22');
    expect(dayOf('2026-11-21T23:59:59.999Z', 'UTC')).toBe('2026-11-21');
    expect(dayOf('2026-11-21T18:30:00.000Z', 'Asia/Kolkata')).toBe('2026-11-22');
  });

  it('throws where it is none, instead of becoming another', () => {
    for (const none of ['2026-02-29', '2026-13-01', 'snart', '']) {
      expect(() => addDays(none, 0)).toThrow(RangeError);
      expect(() => daysBetween('2026-11-21', none)).toThrow(RangeError);
    }
    expect(() => dayOf('snart', SWEDEN)).toThrow(RangeError);
    expect(() => dayOf('2026-11-21T08:00:00.000Z', 'Europe/Ingenstans')).toThrow(RangeError);
  });

  it.each([
    ['2026-11-16', 1],
    ['2026-11-22', 7],
    ['2028-02-29', 2],
  ])('%s is the %ith of its week', (day, number) => {
    expect(dayOfWeek(day)).toBe(number);
  });

  it('is counted on over leap days and years', () => {
    expect([addDays('2028-02-28', 1), addDays('2026-12-31', 1), addDays('2028-03-01', -1)]).toEqual([
      '2028-02-29',
      '2027-01-01',
      '2028-02-29',
    ]);
  });

  it('lies as many days from another as were added', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), (days) => {
        expect(daysBetween('2026-11-21', addDays('2026-11-21', days))).toBe(days);
      }),
    );
  });
});

describe('an hour of a day', () => {
  it('is what clocks show there, summer and winter', () => {
    expect(instantAt('2026-11-21', 8, SWEDEN)).toBe('2026-11-21T07:00:00.000Z');
    expect(instantAt('2026-06-21', 8, SWEDEN)).toBe('2026-06-21T06:00:00.000Z');
  });

  it('that the spring change skips is the hour after it', () => {
    expect(instantAt('2026-03-29', 2, SWEDEN)).toBe(instantAt('2026-03-29', 3, SWEDEN));
  });

  it('that the autumn change doubles is the first of the two', () => {
    expect(instantAt('2026-10-25', 2, SWEDEN)).toBe('2026-10-25T00:00:00.000Z');
  });
});

describe('a week', () => {
  it.each([
    ['2026-11-21', '2026-W47'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2028-02-29', '2028-W09'],
  ])('has the day %s in %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });

  it.each([
    ['2026-W53', '2026-12-28'],
    ['2026-W01', '2025-12-29'],
    ['2025-W53', undefined],
    ['2026-W54', undefined],
    ['2026-W00', undefined],
    ['2026-47', undefined],
    ['2026-W4', undefined],
    ['nästa', undefined],
  ])('%s begins on %s', (week, monday) => {
    expect(mondayOf(week)).toBe(monday);
  });

  it('has its Monday in itself, and the Monday after in the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = addDays('2000-01-01', days);
        const monday = mondayOf(weekOf(day)) ?? '';
        expect(daysBetween(monday, day)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(monday, day)).toBeLessThan(7);
        expect(weekOf(addDays(monday, 7))).not.toBe(weekOf(day));
      }),
    );
  });

  it.each([
    ['2026-W47', 168],
    ['2026-W13', 167],
    ['2026-W43', 169],
    ['2026-W53', 168],
  ])('%s is %d hours long in Sweden', (week, hours) => {
    const span = weekSpan(week, SWEDEN);
    expect(span && (millisecondsOf(span.to) - millisecondsOf(span.from)) / HOUR).toBe(hours);
  });

  it('begins at midnight between Sunday and Monday, and ends where the next begins', () => {
    expect(weekSpan('2026-W47', SWEDEN)).toEqual({ from: '2026-11-15T23:00:00.000Z', to: '2026-11-22T23:00:00.000Z' });
    expect(weekSpan('2026-W53', SWEDEN)?.to).toBe(weekSpan('2027-W01', SWEDEN)?.from);
    expect(weekSpan('2025-W53', SWEDEN)).toBeUndefined();
  });
});

describe('months later', () => {
  it.each([
    ['2026-11-21', 3, '2027-02-21'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-03-31', -1, '2027-02-28'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s and %i: %s', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });

  it('come in order, and are never in the month after', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2000-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, months) => {
        const later = addMonths(from, months);
        const monthOf = (date: string) => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));
        expect(later > from).toBe(true);
        expect(monthOf(later) - monthOf(from)).toBe(months);
        expect(addMonths(addDays(from, 1), months) >= later).toBe(true);
      }),
    );
  });
});

describe('months between two days', () => {
  it.each([
    ['2026-11-21', '2027-02-20', 2],
    ['2026-11-21', '2027-02-21', 3],
    ['2026-11-30', '2027-02-28', 2],
    ['2027-01-31', '2027-03-31', 2],
    ['2028-02-29', '2029-02-28', 11],
    ['2026-12-31', '2027-12-31', 12],
    ['2026-11-21', '2026-11-21', 0],
    ['2026-11-21', '2025-11-21', 0],
  ])('%s and %s: %i', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });
});

describe('a date that people may mean', () => {
  it.each([
    ['2026-11-21', true],
    ['2036-11-21', true],
    ['2016-11-21', true],
    ['2036-11-22', false],
    ['2016-11-20', false],
    ['9999-12-31', false],
    ['0001-01-01', false],
    ['2027-02-30', false],
    ['i vår', false],
  ])('%p: %p', (day, near) => {
    expect(isNear(day, '2026-11-21')).toBe(near);
  });
});

it.each([
  [53, '2027-W01', '2026-W53'],
  [52, '2027-W01', '2026-W52'],
  [1, '2027-W01', '2027-W01'],
  [2, '2027-W01', '2026-W02'],
  [47, '2026-W48', '2026-W47'],
  [48, '2026-W48', '2026-W48'],
  [49, '2026-W48', '2025-W49'],
  [53, '2026-W48', '2020-W53'],
  [53, '2104-W01', '2099-W53'],
  [0, '2026-W48', undefined],
  [54, '2026-W48', undefined],
  [99, '2026-W48', undefined],
])('week %i, said in %s, is %s', (number, present, week) => {
  expect(latestWeek(number, present)).toBe(week);
});
