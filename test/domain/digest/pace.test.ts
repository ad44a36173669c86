import { periodFor } from '../../../src/domain/digest/pace';
import { isSmallMunicipality } from '../../../src/domain/organisation/place';
import { type DigestPace, defaultPreferences } from '../../../src/domain/person/person';
import { organisationOf } from '../../../testing/samples/organisation/small-organisation';

const reader = (pace?: DigestPace) => ({
  preferences: {
    ...defaultPreferences,
    ...(pace === 'off' ? { digest: false } : pace && { digestPace: pace }),
  },
});
const [inMonth, afterMonth] = [{ week: '2026-W48' }, { week: '2026-W49', month: '2026-11' }];

describe('somebody who has chosen', () => {
  test('nothing, or a week, is told every week, and of no month', () => {
    for (const one of [reader(), reader('weekly')]) {
      expect(periodFor(one, inMonth, undefined)).toEqual({ period: '2026-W48' });
      expect(periodFor(one, afterMonth, undefined)).toEqual({ period: '2026-W49' });
    }
  });

  test('a month is told once it is over', () => {
    expect(periodFor(reader('monthly'), inMonth, undefined)).toEqual({ why: 'told by month' });
    expect(periodFor(reader('monthly'), afterMonth, undefined)).toEqual({ period: '2026-11' });
  });

  test('not to be told is not', () => {
    expect(periodFor(reader('off'), afterMonth, undefined)).toEqual({ why: 'digest off' });
  });
});

describe('in a small municipality', () => {
  const weeks = ['2026-W44', '2026-W45', '2026-W46', '2026-W47', '2026-W48', '2026-W49'];
  const happened = (...counts: number[]) => new Map(weeks.map((week, at) => [week, counts[at] ?? 0]));

  test('a week with four events is told, and one with three waits for its month', () => {
    expect(periodFor(reader(), inMonth, happened(0, 0, 0, 0, 4))).toEqual({ period: '2026-W48' });
    expect(periodFor(reader(), inMonth, happened(9, 9, 9, 9, 3))).toEqual({ why: 'quiet week' });
  });

  test('a month is told where a week of it was not', () => {
    expect(periodFor(reader(), afterMonth, happened(0, 4, 4, 3, 4, 0))).toEqual({ period: '2026-11' });
    expect(periodFor(reader(), afterMonth, happened(0, 4, 0, 4, 0, 4))).toEqual({ period: '2026-W49' });
    expect(periodFor(reader(), afterMonth, happened())).toEqual({ why: 'quiet week' });
  });

  test('a month has what happened in the week with which the one before was told', () => {
    expect(periodFor(reader(), afterMonth, happened(5, 4, 4, 4, 4, 4))).toEqual({ period: '2026-11' });
  });

  test('whoever has chosen a month gets it all the same', () => {
    expect(periodFor(reader('monthly'), afterMonth, happened(4, 4, 4, 4, 4, 4))).toEqual({ period: '2026-11' });
    expect(periodFor(reader('monthly'), inMonth, happened(0, 0, 0, 0, 9))).toEqual({ why: 'told by month' });
  });
});

test('a municipality is small where all who work there are six hundred at most, and no trial of a few', () => {
  const [department] = organisationOf({ VOO: { leaders: ['leader'] } }).departments;
  const of = (...headcounts: number[]) =>
    isSmallMunicipality({
      departments: headcounts.flatMap((headcount) => (department ? { ...department, headcount } : [])),
    });
  expect([of(500), of(300, 200), of(600), of(601), of(4400, 3900)]).toEqual([true, true, true, false, false]);
  expect([of(), of(1), of(100, 40)]).toEqual([false, false, false]);
});
