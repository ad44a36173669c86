import { todayIn } from '../../app/deps.js';
import type { Person } from '../../domain/person/person.js';
import { weekOf } from '../../domain/time.js';
import type { ReadDayItem } from '../../store/delivery/day-items.js';
import { subjectOf } from '../subjects.js';
import { type RowDeps, type Said, saidBy, together } from './said.js';

/** So many are announced to one person in a week, however many there are. */
export const MOST_ANNOUNCED_A_WEEK = 2;
/** So many are looked at by one card: some of them have ended meanwhile. */
export const MOST_LOOKED_AT = 6;

/** Whether an item announces something: of all else somebody has a part in it. */
export const isAnnouncement = ({ subject }: Pick<ReadDayItem, 'subject'>): boolean =>
  subject.kind === 'notice' && subjectOf(subject.record).announces(subject.as);

/** What announcements say that have a place in their reader's week; those that have none are `unread`, so that a later card tells them, as long as they say something. */
export async function announcedOf(deps: RowDeps, person: Person, items: readonly ReadDayItem[]): Promise<Said> {
  const { app } = deps;
  const places = { week: weekOf(todayIn(app)), most: MOST_ANNOUNCED_A_WEEK };
  const all = await Promise.all(items.map(async (item) => ({ item, said: await saidBy(deps, person, [item]) })));
  const told: Said[] = [];
  // One after the other: who has waited longest has the first place.
  for (const { item, said } of all) {
    const says = said.live.has(item);
    const hasPlace = says && (await app.deliveries.announced.takes(person.ref, nameOf(item), places));
    told.push(says && !hasPlace ? { rows: [], live: new Set(), unread: new Set([item]) } : said);
  }
  return together(told);
}

const nameOf = ({ subject }: ReadDayItem): string => (subject.kind === 'notice' ? `${subject.id}.${subject.seq}` : '');
