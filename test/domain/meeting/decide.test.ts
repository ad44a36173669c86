import type { MeetingCommand } from '../../../src/domain/meeting/commands';
import { nextDue } from '../../../src/domain/meeting/days';
import { decideMeeting } from '../../../src/domain/meeting/decide';
import {
  anybody,
  arranger,
  cancels,
  changes,
  clock,
  comer,
  comes,
  frees,
  hides,
  invited,
  keeper,
  type MeetingStep,
  meetingAfter,
  misses,
  on,
  passes,
  planned,
  plannedOn,
  plans,
  shows,
  WHAT,
  WHERE,
} from '../../../testing/samples/meeting/meeting-story';

const then = (...steps: MeetingStep[]) => meetingAfter([arranger, plans()], ...steps).meeting;
const refusal = (
  actor: typeof arranger,
  command: MeetingCommand,
  meeting: 'none' | ReturnType<typeof planned> = planned(),
  setting = plannedOn,
) => {
  const decided = decideMeeting(command, meeting === 'none' ? undefined : meeting, actor, setting);
  return decided.ok ? undefined : decided.refusal.code;
};

describe('a meeting', () => {
  it('is what, when and where, for whom and with how many seats', () => {
    expect(meetingAfter([arranger, plans({ seats: 12 })]).meeting).toMatchObject({
      ...{ stage: 'planned', circle: 'everybody', on: '2026-12-03', at: '09:00', minutes: 90, seats: 12, coming: 0 },
      words: { what: WHAT, where: WHERE },
    });
  });

  it('has a time in the year to come, words, and seats that there can be', () => {
    expect(refusal(arranger, plans({ on: '2026-11-15' }), 'none')).toBe('dateNotAhead');
    expect(refusal(arranger, plans({ on: '2027-11-17' }), 'none')).toBe('dateFarOff');
    expect(refusal(arranger, plans({ on: 'i morgon' }), 'none')).toBe('badDate');
    expect(refusal(arranger, plans({ at: '25:00' }), 'none')).toBe('badTime');
    expect(refusal(arranger, plans({ minutes: 7 }), 'none')).toBe('badTime');
    expect(refusal(arranger, plans({ seats: 0 }), 'none')).toBe('badSeats');
    expect(refusal(arranger, plans({ seats: Number('många') }), 'none')).toBe('badSeats');
    expect(refusal(arranger, plans({}, { what: ' ', where: WHERE }), 'none')).toBe('wordsMissing');
    expect(refusal(anybody, plans(), 'none')).toBe('notAllowed');
  });

  it('begins at a time of today that is to come, and is changed also once it has begun', () => {
    const today = { on: '2026-11-16', at: '07:30' };
    expect(refusal(arranger, plans(today), 'none')).toBe('hasBegun');
    expect(refusal(arranger, plans({ ...today, at: '08:30' }), 'none')).toBeUndefined();
    expect(refusal(keeper, changes(today))).toBe('hasBegun');
    const begun = meetingAfter([arranger, plans(today), on('2026-11-15')]).meeting;
    expect(refusal(keeper, changes(today), begun)).toBeUndefined();
  });

  it('is announced where a place is left in the month, and stands in the list in any case', () => {
    const announcedAmong = (...placesTaken: number[]) => {
      const made = decideMeeting(plans(), undefined, arranger, { ...plannedOn, placesTaken });
      return made.ok && made.value.type === 'meetingAdded' ? made.value.data.announced : 'refused';
    };
    expect(announcedAmong()).toEqual({ month: '2026-11', place: 1 });
    expect(announcedAmong(1)).toEqual({ month: '2026-11', place: 2 });
    expect(announcedAmong(1, 2)).toBeUndefined();
    expect(announcedAmong(1, 1)).toBeUndefined();
  });

  it('has room for those who come first, and again for who comes when somebody cannot', () => {
    const full = meetingAfter([arranger, plans({ seats: 1 })], [invited, comes]).meeting;
    expect(full.coming).toBe(1);
    expect(refusal({ ...invited, ref: 'pOTHER' }, comes, full)).toBe('full');
    expect(refusal(comer, comes, full)).toBe('comesAlready');
    expect(meetingAfter([arranger, plans({ seats: 1 })], [invited, comes], [comer, misses]).meeting.coming).toBe(0);
    expect(refusal(invited, misses)).toBe('comesNot');
    expect(refusal(anybody, comes)).toBe('notForYou');
  });

  it('is changed and called off by those who hold it', () => {
    const changed = then([invited, comes], [keeper, changes({ on: '2026-12-04', seats: 8 })]);
    expect(changed).toMatchObject({
      ...{ on: '2026-12-04', seats: 8, coming: 1, decisionVersion: 2, words: { where: 'Biblioteket' } },
    });
    expect(refusal(keeper, changes({ seats: 0 }), changed)).toBe('badSeats');
    const two = then([invited, comes], [{ ...invited, ref: 'pTWO' }, comes]);
    expect(refusal(keeper, changes({ seats: 1 }), two)).toBe('fewerSeats');
    expect(then([keeper, cancels('Den som leder är sjuk.')])).toMatchObject({ stage: 'cancelled' });
    expect(refusal(invited, changes())).toBe('notAllowed');
    expect(refusal(invited, cancels())).toBe('notAllowed');
    expect(refusal(invited, comes, then([keeper, cancels()]))).toBe('notNow');
  });

  it('is not said yes to by a card that shows another time', () => {
    const changed = then([keeper, changes({ on: '2026-12-04' })]);
    expect(refusal(invited, { ...comes, decisionVersion: 1 }, changed)).toBe('stale');
    // Whoever cannot come cannot, whenever it is.
    expect(refusal(comer, { ...misses, decisionVersion: 1 }, changed)).toBeUndefined();
  });

  it('is hidden and shown again, and nobody says yes to what they cannot read', () => {
    const hidden = then([keeper, hides]);
    expect(hidden.hidden).toBe(true);
    expect(refusal(invited, comes, hidden)).toBe('notNow');
    expect(refusal(invited, hides)).toBe('notAllowed');
    expect(then([keeper, hides], [keeper, shows])).not.toHaveProperty('hidden');
  });

  it('has the seat back of whoever has left, and says nothing of whose it was', () => {
    const { meeting, events } = meetingAfter(
      [arranger, plans()],
      [invited, comes],
      [{ ...clock, roles: new Set(['clock', 'comer'] as const) }, frees],
    );
    expect(meeting.coming).toBe(0);
    expect(events.at(-1)).toMatchObject({ type: 'seatFreed', by: 'clock', data: {}, words: {} });
  });
});

describe('time', () => {
  it('reminds the day before, and asks the day after; so every meeting ends', () => {
    const { events, meeting } = meetingAfter(
      [arranger, plans()],
      [clock, passes, on('2026-12-02')],
      [clock, passes, on('2026-12-04')],
    );
    expect(events.slice(1).map(({ type }) => type)).toEqual(['meetingReminded', 'meetingHeld']);
    expect(meeting.stage).toBe('held');
    expect(refusal(clock, passes, meeting, on('2027-12-04'))).toBe('notNow');
  });

  it('reminds on the last day of work before, and asks on the first one after', () => {
    const weekends = { isClosed: (day: string) => day === '2026-12-05' || day === '2026-12-06', isDayOff: () => false };
    const monday = { ...planned(), on: '2026-12-07' };
    expect(nextDue(monday, weekends)).toEqual({ type: 'meetingReminded', on: '2026-12-04' });
    const friday = { ...planned(), on: '2026-12-04', reminded: '2026-12-04' };
    expect(nextDue(friday, weekends)).toEqual({ type: 'meetingHeld', on: '2026-12-07' });
  });

  it('brings nothing a day too early', () => {
    expect(refusal(clock, passes, planned(), on('2026-12-01'))).toBe('notNow');
  });

  it('reminds anew of one that has been put off', () => {
    const { events } = meetingAfter(
      [arranger, plans()],
      [clock, passes, on('2026-12-02')],
      [keeper, changes({ on: '2026-12-10' }), on('2026-12-02')],
      [clock, passes, on('2026-12-09')],
      [clock, passes, on('2026-12-11')],
    );
    expect(events.map(({ type }) => type).slice(1)).toEqual([
      ...['meetingReminded', 'meetingChanged', 'meetingReminded', 'meetingHeld'],
    ]);
  });

  it('reminds nobody of one that has been moved to the day after, for they have just heard of it', () => {
    const { events } = meetingAfter(
      [arranger, plans()],
      [keeper, changes({ on: '2026-11-25' }), on('2026-11-24')],
      [clock, passes, on('2026-11-26')],
    );
    expect(events.at(-1)?.type).toBe('meetingHeld');
  });

  it('reminds of one whose seats have changed on the day before', () => {
    const { events } = meetingAfter(
      [arranger, plans()],
      [keeper, changes({ seats: 20 }), on('2026-12-02')],
      [clock, passes, on('2026-12-02')],
    );
    expect(events.at(-1)?.type).toBe('meetingReminded');
  });

  it('reminds nobody of what they have said yes to the day before', () => {
    const { events } = meetingAfter([arranger, plans({ on: '2026-11-17' })], [clock, passes, on('2026-11-18')]);
    expect(events.at(-1)?.type).toBe('meetingHeld');
  });
});
