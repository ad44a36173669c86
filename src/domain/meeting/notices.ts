import { firstOf, type Rank } from '../rank.js';
import type { MeetingEvent, MeetingEventType } from './events.js';

/**
 * Who hears of what happens to a meeting. `comers`: who have said that they come. `posts`: whoever leads, stands in for who leads, or
 * manages. `interested`: those who have chosen to hear of new ones.
 */
export const meetingAudiences = ['comers', 'arranger', 'posts', 'interested'] as const;
export type MeetingAudience = (typeof meetingAudiences)[number];

/** `now`: in a message of its own, for it has a day. All else comes in the day card. */
export interface MeetingNotice {
  as: MeetingAudience;
  urgency: 'now' | 'day';
}

const now = (...all: MeetingAudience[]): MeetingNotice[] => all.map((as) => ({ as, urgency: 'now' }));
const day = (...all: MeetingAudience[]): MeetingNotice[] => all.map((as) => ({ as, urgency: 'day' }));

const heardBy: { readonly [T in MeetingEventType]: readonly MeetingNotice[] } = {
  meetingAdded: day('posts', 'interested'),
  meetingChanged: [...now('comers'), ...day('arranger')],
  meetingCancelled: [...now('comers'), ...day('arranger')],
  seatTaken: [],
  seatGivenUp: [],
  seatFreed: [],
  meetingReminded: now('comers'),
  // It has no day any more: it comes with all else that is new.
  meetingHeld: day('comers'),
  meetingHidden: day('arranger'),
  meetingShown: day('arranger'),
};

/** Whether somebody hears as this of what they have no part in: a meeting that is announced. */
export const isAnnouncedTo = (as: MeetingAudience): boolean => as === 'posts' || as === 'interested';

/** Who hears of an event. Whoever did it sees it at once, and is left out where the audience is looked up. */
export const meetingNotices = (event: MeetingEvent): readonly MeetingNotice[] => {
  if (event.type === 'meetingAdded' && !event.data.announced) return [];
  // A bot that was away for that long reminds nobody of what is past.
  if (event.type === 'meetingReminded' && event.day > event.data.on) return [];
  if (event.type === 'meetingChanged' && event.data.quiet) return [];
  return heardBy[event.type];
};

/** How soon somebody hears of it: what has a day goes before what only tells. */
export const meetingRank = ({ urgency }: MeetingNotice): Rank => (urgency === 'now' ? 'answer' : 'news');

/** The first of those of an event. */
export const firstRank = (event: MeetingEvent): Rank => firstOf(meetingNotices(event).map(meetingRank));
