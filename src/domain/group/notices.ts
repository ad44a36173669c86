import type { Rank } from '../rank.js';
import type { GroupEvent, GroupEventType } from './events.js';

/** Who hears of what happens to a group: whoever is asked, began it, is in it, takes a step, or was taken out of it. */
export const groupAudiences = ['asked', 'takers', 'founder', 'members', 'removed'] as const;
export type GroupAudience = (typeof groupAudiences)[number];

/** Who hears of an event, in the day card. Whoever did it sees it at once, and is left out where the audience is looked up. */
const heardBy: { readonly [T in GroupEventType]: readonly GroupAudience[] } = {
  groupFormed: ['asked'],
  memberAsked: ['asked'],
  memberJoined: ['founder'],
  memberDeclined: ['founder'],
  memberLeft: ['founder'],
  memberRemoved: ['removed'],
  memberGone: ['founder'],
  memberLapsed: ['founder'],
  groupStepAdded: ['takers'],
  groupStepDone: ['founder', 'members'],
  groupStepsDue: ['takers'],
  groupLooked: [],
  groupEnded: ['founder', 'members'],
  groupHidden: [],
  groupShown: [],
};

export const groupNotices = ({ type }: GroupEvent): readonly GroupAudience[] => heardBy[type];

/** All of it is told in the day card: nothing of it has a day at which something is decided. */
export const groupRank: Rank = 'news';
