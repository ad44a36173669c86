import { labelOf, wholeId } from '../../domain/record.js';
import type { DayItem, ReadDayItem } from '../../store/delivery/day-items.js';
import { MOST_ITEMS, MOST_MERGED } from '../../store/delivery/day-items.js';
import type { DeliveryStore } from '../../store/delivery/deliveries.js';
import { onlyCounted, writeTold } from '../../store/delivery/told-together.js';
import { toldTogether } from '../told-events.js';

/** So often items are put together for one card: what is left after that is put together for the next. */
const MOST_TIMES = 5;

/**
 * What a card has to tell, the oldest first. Where that is more than it has room for, what is mere news of one record becomes
 * one item, and so does what many departments have answered about one idea: whoever says much in few places takes no room from
 * all others. Done again after it was broken off it goes on. No round trip where there is room.
 */
export async function fewerItems(
  { deliveries }: { deliveries: Pick<DeliveryStore, 'day'> },
  items: readonly ReadDayItem[],
): Promise<readonly ReadDayItem[]> {
  let present = items;
  if (present.length <= MOST_ITEMS) return present;
  for (let times = 0; times < MOST_TIMES; times++) {
    const merging = mergedOf(present);
    const [first] = merging;
    if (!first) return present;
    for (const { into, others } of merging) await deliveries.day.merge(into, others);
    present = await deliveries.day.of(first.into.person);
  }
  return present;
}

type Notice = ReadDayItem & { subject: Extract<DayItem['subject'], { kind: 'notice' }> };

/** What can be put together: each oldest one as it is to be, and those that go into it. Pure. */
function mergedOf(items: readonly ReadDayItem[]): { into: ReadDayItem; others: ReadDayItem[] }[] {
  const byRecord = new Map<string, Notice[]>();
  for (const item of items) {
    if (!isNews(item)) continue;
    const { record, id } = item.subject;
    const isPart = wholeId(id) !== id;
    const of = `${isPart} ${labelOf({ record, id: wholeId(id) })}`;
    byRecord.set(of, [...(byRecord.get(of) ?? []), item]);
  }
  return [...byRecord.values()].flatMap((all) => {
    const some = all.slice(0, MOST_MERGED);
    const [oldest, ...others] = some;
    const newest = others.at(-1);
    return oldest && newest ? [{ into: { ...oldest, at: newest.at, subject: together(some, newest) }, others }] : [];
  });
}

/** What is told together says so; what has been told today stands as it is. */
const isNews = (item: ReadDayItem): item is Notice =>
  item.subject.kind === 'notice' && item.subject.together !== undefined && item.told === undefined;

/** The newest one, with what the others tell: of another part only how much of what. */
function together(items: readonly Notice[], { subject }: Notice): Notice['subject'] {
  const all = items.map((item) => ({ id: item.subject.id, ...toldTogether(item.subject.together ?? '') }));
  const named = all.flatMap((one) => (one.id === subject.id ? one.named : []));
  const counted = all.flatMap((one) => (one.id === subject.id ? one.counted : onlyCounted(one)));
  return { ...subject, together: writeTold({ named, counted }) };
}
