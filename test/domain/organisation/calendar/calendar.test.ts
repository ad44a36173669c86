import { decide, type Setting, theClock } from '../../../../src/domain/idea/decide.js';
import { evolve } from '../../../../src/domain/idea/evolve.js';
import type { Idea } from '../../../../src/domain/idea/idea.js';
import { createCalendar, openDay } from '../../../../src/domain/organisation/calendar/calendar.js';
import { calendarSchema } from '../../../../src/domain/organisation/calendar/calendar-schema.js';
import { addDays, type Day, dayOf, instantOf } from '../../../../src/domain/time.js';
import { listRows } from '../../../../src/store/idea/idea-rows.js';
import { type DueKind, dueDays } from '../../../../src/store/idea/state/due-days.js';
import { inManyLives } from '../../../../testing/properties/lives.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation.js';

const calendarOf = (file: object = {}) => createCalendar(calendarSchema.parse(file));
const usual = calendarOf();

describe('a day', () => {
  it.each([
    ['a Saturday', '2026-11-28'],
    ['a Sunday', '2026-11-29'],
    ['Good Friday', '2027-03-26'],
    ['Ascension Day', '2027-05-06'],
    ['National Day', '2028-06-06'],
    ['Midsummer’s Eve', '2027-06-25'],
    ['the first day of the Christmas period', '2026-12-24'],
    ['its last one', '2026-12-31'],
    ['the first day of the summer period', '2027-07-06'],
    ['its last one', '2026-07-19'],
  ])('is closed on %s', (_what, day) => expect(usual.isClosed(day)).toBe(true));

  it.each(['2026-11-27', '2026-12-23', '2027-01-04', '2027-01-05', '2027-04-30', '2027-07-05', '2027-07-20'])(
    'is open on %s',
    (day) => expect(usual.isClosed(day)).toBe(false),
  );

  it('may be closed by the organisation file, alone, from and to, or each year over New Year', () => {
    const own = calendarOf({
      closedDays: ['2027-05-07', { from: '2027-02-22', to: '2027-02-26' }],
      quietPeriods: [{ from: '12-20', to: '01-05' }],
    });
    const closed = ['2027-05-07', '2027-02-22', '2027-02-26', '2027-12-20', '2028-01-05'];
    expect(closed.filter((day) => !own.isClosed(day))).toEqual([]);
    expect(own.isClosed('2028-05-08')).toBe(false);
    expect(own.isClosed('2027-07-07')).toBe(false);
  });

  it('of the usual quiet periods is open where the file has none', () => {
    const none = calendarOf({ quietPeriods: [] });
    expect(none.isClosed('2026-12-28')).toBe(false);
    expect(none.isClosed('2026-12-24')).toBe(true);
  });

  it('that is closed for ever is taken as it is', () => {
    expect(openDay('2026-11-27', { isClosed: () => true })).toBe('2026-11-27');
  });
});

describe('the organisation file', () => {
  it.each([
    ['a month that is none', { quietPeriods: [{ from: '13-01', to: '13-05' }] }],
    ['a date that is none', { closedDays: ['2027-02-30'] }],
    ['a period that ends before it begins', { closedDays: [{ from: '2027-02-02', to: '2027-02-01' }] }],
    ['a period of half a year', { quietPeriods: [{ from: '05-01', to: '10-31' }] }],
    ['a key that is not known', { holidays: [] }],
  ])('is told of %s', (_what, file) => expect(calendarSchema.safeParse(file).success).toBe(false));

  it('may leave all of it out', () => expect(exampleOrganisation().calendar.quietPeriods.length).toBeGreaterThan(0));
});

describe('in ten years', () => {
  const FIRST = '2026-01-01';
  const tenYears = Array.from({ length: 3653 }, (_, n) => addDays(FIRST, n));
  const at = (day: Day): Setting => ({ ...story.on(day), calendar: usual });
  const open = (day: Day) => openDay(day, usual);

  /** What nobody answers: submitted, reminded, escalated, reminded again, each on the day that brings it. */
  function unanswered(day: Day): { derived: Day[]; idea: Idea } {
    const derived: Day[] = [];
    const first = decide(story.submit(), undefined, story.submitter, at(day));
    if (!first.ok) throw new Error(first.refusal.code);
    let idea = evolve(undefined, first.value, 'K7M4QX');
    for (const kind of ['remind', 'escalate', 'remindAgain', 'tellDelay'] as const) {
      if (idea.answerBy) derived.push(idea.answerBy);
      const due = dueDays(idea).find(([one]) => one === kind)?.[1];
      if (!due) throw new Error(`${kind} is not due`);
      derived.push(open(due));
      const command = { type: kind, data: { tier: 'office' }, words: {} } as Parameters<typeof decide>[0];
      const next = decide(command, idea, theClock, at(open(due)));
      if (!next.ok) throw new Error(`${kind}: ${next.refusal.code}`);
      idea = evolve(idea, next.value);
    }
    return { derived, idea };
  }

  it('no date of an idea that nobody answers falls on a closed day, from whichever day it begins', () => {
    const closed = tenYears.flatMap((day) => unanswered(day).derived.filter((one) => usual.isClosed(one)));
    expect(closed).toEqual([]);
  });

  it('an answer date is never earlier than its days counted out, and never three weeks later', () => {
    for (const day of tenYears) {
      const counted = addDays(day, story.setting.answerDays.leader);
      expect(open(counted) >= counted && open(counted) <= addDays(counted, 20)).toBe(true);
    }
  });

  it('nothing is brought by a closed day, whatever has become of an idea', () => {
    inManyLives(({ steps }) => {
      for (const { after } of steps) {
        const times = Object.keys(listRows(after, at(FIRST))).filter((key) => key.startsWith('due|'));
        const days = times.map((key) => dayOf(instantOf(Number(key.split('|')[1])), story.setting.timeZone));
        expect(days.filter((day) => usual.isClosed(day))).toEqual([]);
        const kinds: DueKind[] = dueDays(after).map(([kind]) => kind);
        expect(times).toHaveLength(kinds.length);
      }
    });
  });

  it('a day that a person has chosen stands, a Sunday too', () => {
    const doNow = decide(
      { type: 'doNow', data: { doer: 'pDOER', until: '2026-12-27' }, words: {} },
      unanswered('2026-11-02').idea,
      story.leader,
      at('2026-12-21'),
    );
    expect(doNow.ok && doNow.value.to.answerBy).toBe('2026-12-27');
  });
});
