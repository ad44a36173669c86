import { lastWeek } from '../../app/digest/week.js';
import { type WeekSums, weekNews } from '../../cards/digest/week-news.js';
import type { Digest } from '../../domain/digest/digest.js';
import { type Calendar, openDay } from '../../domain/organisation/calendar/calendar.js';
import type { Organisation } from '../../domain/organisation/organisation.js';
import { postsHeld } from '../../domain/person/posts.js';
import { addDays, type Day, mondayOf, weekOf } from '../../domain/time.js';
import type { DaySection } from '../day-section.js';

/** A week in which less happened is no reason for a card: what there was to do has been told. */
const LEAST_ALONE = 4;

const sumsOf = ({ newIdeas, decisions, tested, late }: Digest): WeekSums => ({
  ...{ fresh: newIdeas.length, decisions: decisions.length, tested: tested.length, late: late.length },
});

/** Whether it is the day on which the week before is told of: the digest's own, or the next one that is open. Pure. */
export function isWeeksDay(today: Day, { day }: Pick<Organisation['digest'], 'day'>, calendar: Calendar): boolean {
  const monday = mondayOf(weekOf(today));
  return monday !== undefined && openDay(addDays(monday, day - 1), calendar) === today;
}

/** The week that is over, for those who lead and for the innovation office. Managers have a message of their own. */
export const weekSection: DaySection = async ({ app, context, digestOf }, person, today) => {
  const { digest: times, calendar } = app.settings();
  if (!isWeeksDay(today, times, calendar)) return undefined;
  const { leads, office, manages } = postsHeld(person, app.directory());
  if ((leads.length === 0 && !office) || manages.length > 0) return undefined;
  const name = lastWeek(app);
  // Whoever has asked for their card opens the week from there.
  if (!digestOf) return { rows: [weekNews(context(person.language), name)], alone: false };
  const sums = sumsOf(await digestOf(name, person));
  const happened = Object.values(sums).reduce((sum, count) => sum + count, 0);
  if (happened === 0) return undefined;
  return { rows: [weekNews(context(person.language), name, sums)], alone: happened >= LEAST_ALONE };
};
