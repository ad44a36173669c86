import { type Calendar, openDay } from '../organisation/calendar/calendar.js';
import { addDays, addMonths, type Day, isDay } from '../time.js';
import { type Group, type GroupStep, LOOKED_DAYS } from './group.js';
import type { GroupRefusal } from './refusal.js';

/** The last day that a step can have. */
export const farthestStep = (today: Day): Day => addMonths(today, 12);

/** Why a step cannot have a day; undefined of one that it can. */
export function dayRefused(on: Day, today: Day): GroupRefusal | undefined {
  if (!isDay(on)) return { code: 'badDate' };
  if (on < today) return { code: 'dateNotAhead' };
  return on > farthestStep(today) ? { code: 'dateFarOff' } : undefined;
}

/** The steps of which nobody has been reminded and whose day has come. */
export const stepsDue = ({ steps }: Pick<Group, 'steps'>, today: Day): GroupStep[] =>
  steps.filter(({ on, reminded }) => !reminded && on <= today);

/** On which day time brings something next; undefined of one that has ended. So every group ends: with its idea. */
export function nextDue(
  { stage, steps, members, lookedOn }: Pick<Group, 'stage' | 'steps' | 'members' | 'lookedOn'>,
  calendar: Calendar,
): Day | undefined {
  if (stage !== 'working') return undefined;
  const days = [
    ...steps.flatMap(({ on, reminded }) => (reminded ? [] : [on])),
    ...members.flatMap(({ until }) => (until === undefined ? [] : [addDays(until, 1)])),
    addDays(lookedOn, LOOKED_DAYS),
  ];
  return openDay(days.toSorted()[0] ?? lookedOn, calendar);
}
