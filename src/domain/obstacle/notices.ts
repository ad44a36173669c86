import type { Rank } from '../rank.js';
import type { ObstacleEvent, ObstacleEventType } from './events.js';

/** Who hears of what happens to an obstacle. `keeper`: who takes care of it, or did. `office`: the innovation office. */
export const obstacleAudiences = ['keeper', 'namer', 'office'] as const;
export type ObstacleAudience = (typeof obstacleAudiences)[number];

/** `now`: in a message of its own, for it asks somebody for something by a date. All else comes in the day card. */
export interface ObstacleNotice {
  as: ObstacleAudience;
  urgency: 'now' | 'day';
}

const now = (...all: ObstacleAudience[]): ObstacleNotice[] => all.map((as) => ({ as, urgency: 'now' }));
const day = (...all: ObstacleAudience[]): ObstacleNotice[] => all.map((as) => ({ as, urgency: 'day' }));

/** That it is gone is told of each idea that waited: to those whose it is, and to those who read it again. */
const heardBy: { readonly [T in ObstacleEventType]: readonly ObstacleNotice[] } = {
  obstacleNamed: [],
  obstacleTaken: day('namer'),
  obstacleReleased: day('namer', 'office'),
  obstacleKeeperGone: day('office'),
  obstacleReminded: now('keeper'),
  obstacleLate: [...now('keeper'), ...day('office')],
  obstacleGivenUp: day('keeper', 'office'),
  obstacleRemoved: [],
  obstacleFaded: day('namer', 'office'),
  obstacleLookedAt: [],
  obstacleHidden: day('namer'),
  obstacleShown: day('namer'),
};

/** Who hears of an event, and how. Whoever did it sees it at once, and is left out where the audience is looked up. */
export const obstacleNotices = (event: ObstacleEvent): readonly ObstacleNotice[] =>
  // Of what was named in vain nobody has to hear.
  event.type === 'obstacleFaded' && !event.data.forgotten ? [] : heardBy[event.type];

const rankFor: { readonly [U in ObstacleNotice['urgency']]: Rank } = { now: 'decision', day: 'news' };

/** How soon somebody hears of it: what asks for something goes before what only tells. */
export const obstacleRank = ({ urgency }: ObstacleNotice): Rank => rankFor[urgency];
