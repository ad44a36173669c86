import { answersFor } from '../../../src/domain/idea/policy';
import { movedTo, namedInEvent } from '../../../src/domain/meeting/leaving';
import { meetingNotices, meetingRank } from '../../../src/domain/meeting/notices';
import { mayHold, mayReadMeeting, rolesInMeeting } from '../../../src/domain/meeting/policy';
import type { Posts } from '../../../src/domain/person/posts';
import {
  arranger,
  cancels,
  changes,
  clock,
  comes,
  invited,
  keeper,
  type MeetingStep,
  meetingAfter,
  on,
  passes,
  planned,
  plans,
  WHAT,
  WHERE,
} from '../../../testing/samples/meeting/meeting-story';

const nothing: Posts = { deputises: [], leads: [], manages: [], office: false };

describe('somebody by a meeting', () => {
  const roles = (posts: Partial<Posts>, more: { department?: string; comes?: boolean; ref?: string } = {}) => [
    ...rolesInMeeting(
      { ...planned(), circle: 'department', department: 'VOO' },
      {
        ...{ refs: [more.ref ?? 'pANYBODY'], posts: { ...nothing, ...posts } },
        ...{ department: more.department, comes: more.comes ?? false },
      },
    ),
  ];

  it('holds it where they are of the office, or lead its department or stand in there', () => {
    expect(roles({ office: true })).toEqual(['keeper']);
    expect(roles({ leads: ['VOO'] })).toEqual(['keeper']);
    expect(roles({ deputises: ['VOO'] })).toEqual(['keeper']);
    expect(roles({ leads: ['SBK'] })).toEqual([]);
    expect(roles({ manages: [{ department: 'VOO' }] })).toEqual([]);
  });

  it('is asked to come where it is for them', () => {
    expect(roles({}, { department: 'VOO' })).toEqual(['invited']);
    expect(roles({}, { department: 'SBK', comes: true })).toEqual(['comer']);
    const forLeaders = { ...planned(), circle: 'leaders' } as const;
    const asked = (posts: Posts) => rolesInMeeting(forLeaders, { refs: [], posts, department: 'VOO', comes: false });
    expect([...asked({ ...nothing, manages: [{ department: 'VOO', unit: 'HTN' }] })]).toEqual(['invited']);
    expect([...asked(nothing)]).toEqual([]);
  });

  it('plans meetings where they are of the office, lead or stand in', () => {
    expect(
      [{ leads: ['VOO'] }, { deputises: ['VOO'] }, { office: true }, {}].map((some) =>
        mayHold({ ...nothing, ...some }),
      ),
    ).toEqual([...[true, true, true, false]]);
    expect(answersFor({ leads: ['VOO'], deputises: ['VOO', 'SBK'] })).toEqual(['VOO', 'SBK']);
  });

  it('reads it where it is for them, and what is hidden where they hold it', () => {
    expect(mayReadMeeting({}, new Set())).toBe(false);
    expect(mayReadMeeting({}, new Set(['invited']))).toBe(true);
    expect(mayReadMeeting({ hidden: true }, new Set(['comer', 'invited']))).toBe(false);
    expect(mayReadMeeting({ hidden: true }, new Set(['keeper']))).toBe(true);
  });
});

it('is found by whoever did something to it, and is another one’s where they are one person', () => {
  const { events } = meetingAfter([arranger, plans()], [invited, comes], [clock, passes, on('2026-12-02')]);
  expect(events.map(namedInEvent)).toEqual([['pOFFICE'], ['pINVITED'], []]);
  expect(movedTo(planned(), 'pOFFICE', 'pNOW').arranger).toBe('pNOW');
  expect(movedTo(planned(), 'pOTHER', 'pNOW')).toEqual(planned());
});

it('is told once when it is announced, and in a message of its own to those who come when it has a day', () => {
  const told = (...steps: MeetingStep[]) =>
    meetingAfter(...steps)
      .events.slice(-1)
      .flatMap((event) => meetingNotices(event).map((notice) => [notice.as, meetingRank(notice)]));
  expect(told([arranger, plans()])).toEqual([
    ['posts', 'news'],
    ['interested', 'news'],
  ]);
  const full = { ...on('2026-11-16'), placesTaken: [1, 2] };
  expect(told([arranger, plans(), full])).toEqual([]);
  expect(told([arranger, plans()], [invited, comes])).toEqual([]);
  expect(told([arranger, plans()], [keeper, cancels()])).toEqual([
    ['comers', 'answer'],
    ['arranger', 'news'],
  ]);
  expect(told([arranger, plans()], [clock, passes, on('2026-12-02')])).toEqual([['comers', 'answer']]);
  // Those who come are told of another time or another place, and of nothing else.
  const changed = [
    ['comers', 'answer'],
    ['arranger', 'news'],
  ];
  expect(told([arranger, plans()], [keeper, changes()])).toEqual(changed);
  expect(told([arranger, plans()], [keeper, changes({ at: '10:00' }, { what: WHAT, where: WHERE })])).toEqual(changed);
  expect(told([arranger, plans()], [keeper, changes({ seats: 9 }, { what: 'Räkna före', where: WHERE })])).toEqual([]);
  // A bot that was away reminds nobody of what is past.
  expect(told([arranger, plans()], [clock, passes, on('2026-12-05')])).toEqual([]);
});
