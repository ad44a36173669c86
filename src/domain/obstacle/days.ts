import { type Calendar, openDay } from '../organisation/calendar/calendar.js';
import { addDays, addMonths, type Day, isDay } from '../time.js';
import type { ObstacleEventType } from './events.js';
import type { Obstacle } from './obstacle.js';
import type { ObstacleRefusal } from './refusal.js';

/** So far ahead somebody may promise to have taken an obstacle out of the way: beyond that nobody waits for it. */
export const FARTHEST_MONTHS = 12;

/** So long after the day others hear that it is past, and nobody is held to it any more. */
const LATE_DAYS = 7;
const GIVEN_UP_DAYS = 60;
/** So soon after it was named it is seen whether it stops any idea. */
const LOOKED_DAYS = 14;
/** An obstacle of which nobody takes care ends after so many. */
const FADES_DAYS = 365;

/** Why a day that somebody has chosen cannot be; undefined of one that can. */
export function untilRefused(until: Day, today: Day): ObstacleRefusal | undefined {
  if (!isDay(until)) return { code: 'badDate', field: 'until' };
  if (until <= today) return { code: 'dateNotAhead', field: 'until' };
  return until > addMonths(today, FARTHEST_MONTHS) ? { code: 'dateFarOff', field: 'until' } : undefined;
}

/** What time brings next, and on which day. */
export interface ObstacleDue {
  type: Extract<
    ObstacleEventType,
    'obstacleLookedAt' | 'obstacleReminded' | 'obstacleLate' | 'obstacleGivenUp' | 'obstacleFaded'
  >;
  on: Day;
}

/**
 * What comes of itself when nobody does anything; undefined of an obstacle that has ended. So every one ends. Who is asked for something is
 * asked on a day on which people are at work.
 */
export function nextDue({ stage, until, restsSince, looked, reminded, late }: Obstacle, calendar: Calendar) {
  const due = (type: ObstacleDue['type'], on: Day): ObstacleDue => ({ type, on });
  if (stage === 'open' && !looked) return due('obstacleLookedAt', addDays(restsSince, LOOKED_DAYS));
  if (stage === 'open') return due('obstacleFaded', addDays(restsSince, FADES_DAYS));
  if (stage !== 'taken' || until === undefined) return undefined;
  if (late) return due('obstacleGivenUp', addDays(until, GIVEN_UP_DAYS));
  if (reminded) return due('obstacleLate', openDay(addDays(until, LATE_DAYS), calendar));
  return due('obstacleReminded', openDay(until, calendar));
}
