import type { Rank } from '../rank.js';
import { lastDayOf } from '../year-parts.js';
import type { UndertakingEvent, UndertakingEventType } from './events.js';

/** Who hears of what happens to an undertaking. `keeper`: whoever added it while they have a post for it, else those who have one. */
export const undertakingAudiences = ['keeper', 'adder'] as const;
export type UndertakingAudience = (typeof undertakingAudiences)[number];

const heardBy: { readonly [T in UndertakingEventType]: readonly UndertakingAudience[] } = {
  undertakingAdded: [],
  undertakingMoved: ['adder'],
  undertakingDone: ['adder'],
  undertakingDropped: ['adder'],
  undertakingReminded: ['keeper'],
  undertakingLapsed: ['keeper'],
  undertakingHidden: ['adder'],
  undertakingShown: ['adder'],
};

/** Who hears of an event, in the day card. Whoever did it sees it at once, and is left out where the audience is looked up. */
export const undertakingNotices = (event: UndertakingEvent): readonly UndertakingAudience[] =>
  // A bot that was away for that long reminds nobody of what is past.
  event.type === 'undertakingReminded' && event.day > lastDayOf(event.data.year, event.data.part)
    ? []
    : heardBy[event.type];

/** All of it is news: nothing that a department has undertaken is asked for in a message of its own. */
export const undertakingRank: Rank = 'news';
