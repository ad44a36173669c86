import { askEndedNews } from '../../cards/digest/ask-news.js';
import type { DayRow } from '../../cards/digest/day.js';
import { type DayPart, isTold } from '../../domain/person/day-news.js';
import type { Person } from '../../domain/person/person.js';
import { labelOf } from '../../domain/record.js';
import type { ReadDayItem } from '../../store/delivery/day-items.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import { hasPost } from '../day-plan.js';
import type { DaySectionDeps } from '../day-section.js';
import { subjectOf } from '../subjects.js';
import { type TellingDelivery, toldByEach } from '../told-events.js';
import { capabilityRow } from './capability-row.js';
import { helpNewsRow } from './notes/help-news.js';
import { registryNews } from './to-register.js';

/** What rows are made with, whoever they are drawn for. */
export type RowDeps = Pick<DaySectionDeps, 'app' | 'context'>;

/** What the day card tells this person: what they have chosen, and what comes with their posts. */
export const toldTo = (deps: Pick<RowDeps, 'app'>, person: Person): ((part: DayPart) => boolean) => {
  const reader = { choices: person.preferences.dayNews, hasPost: hasPost(deps, person) };
  return (part) => isTold(part, reader);
};

export type Gathered = Pick<ReadDayItem, 'subject' | 'rowKey'>;

/** An item that tells of a record. */
interface ItemOf {
  item: Gathered;
  subject: TellingDelivery;
}

/** What items say, the newest first, and which of them say something still; of those that are `unread` nobody knows just now. */
export interface Said {
  rows: readonly DayRow[];
  live: ReadonlySet<Gathered>;
  unread: ReadonlySet<Gathered>;
}

/** What several of them say, in their order. */
export const together = (all: readonly Said[]): Said => ({
  rows: all.flatMap(({ rows }) => rows),
  live: new Set(all.flatMap(({ live }) => [...live])),
  unread: new Set(all.flatMap(({ unread }) => [...unread])),
});

/** What is gathered, by the record that it is of: what is mere news of one is told together, in however many items it came. */
export async function saidBy(deps: RowDeps, person: Person, items: readonly Gathered[]): Promise<Said> {
  const byRecord = new Map<string, [ItemOf, ...ItemOf[]]>();
  for (const item of items) {
    const { subject } = item;
    if (subject.kind === 'note') continue;
    const label = labelOf(subject);
    const before = byRecord.get(label);
    // What has news last stands last.
    byRecord.delete(label);
    byRecord.set(label, before ? [...before, { item, subject }] : [{ item, subject }]);
  }
  const said = await Promise.all(
    [...byRecord.values()].map(async (some) => (await unlessUnreadable(saidOf(deps, person, some))) ?? unreadOf(some)),
  );
  const notes = await Promise.all(
    items.map(async (item) => {
      const row = item.subject.kind === 'note' ? await noteRow(deps, person, item.subject) : undefined;
      return row ? [{ item, row }] : [];
    }),
  );
  const noted = notes.flat();
  return {
    rows: [...noted.map(({ row }) => row), ...said.flatMap(({ rows }) => rows).toReversed()],
    live: new Set([...noted.map(({ item }) => item), ...said.flatMap(({ live }) => [...live])]),
    unread: new Set(said.flatMap(({ unread }) => [...unread])),
  };
}

/** What has come to them with many others stands in their own list; undefined of what says nothing any more. */
async function noteRow(
  deps: RowDeps,
  person: Person,
  { note, about }: Extract<Gathered['subject'], { kind: 'note' }>,
): Promise<DayRow | undefined> {
  const context = deps.context(person.language);
  if (note === 'capability') return capabilityRow(deps, person, about);
  if (note === 'help') return helpNewsRow(deps, about, person);
  if (note === 'askEnded') return askEndedNews(context, about);
  return (note === 'toRegister' && registryNews(context, about)) || { part: 'waits' };
}

/** A record of which something cannot be read just now says nothing, and takes nothing from what the others say. */
const unreadOf = (items: readonly ItemOf[]): Said => ({
  rows: [],
  live: new Set(),
  unread: new Set(items.map(({ item }) => item)),
});

/** Of one record: the rows oldest first; none where nothing of it is news any more. */
async function saidOf({ app, context }: RowDeps, person: Person, items: readonly [ItemOf, ...ItemOf[]]): Promise<Said> {
  const [{ subject: first }] = items;
  const kind = subjectOf(first.record);
  const loading = kind.load(app, first.id);
  const [found, read] = await Promise.all([
    loading,
    toldByEach(
      app,
      kind,
      first.id,
      items.map(({ subject }) => subject),
      loading,
    ),
  ]);
  if (!found) return { rows: [], live: new Set(), unread: new Set() };
  const reader = await kind.reader(app, person, found);
  const all = items.flatMap(({ item }, n) => (read[n]?.events ?? []).map((one) => ({ ...one, item })));
  const told = all.filter((one) => !kind.unwanted(one, person) && kind.stillAsked(found, one, reader));
  // What stands in no record has no number there: each item tells something else.
  const once = new Map(told.map((one) => [one.event.seq || one.item.rowKey, one]));
  const inOrder = [...once.values()].sort(({ event: one }, { event: other }) =>
    one.at === other.at ? one.seq - other.seq : one.at < other.at ? -1 : 1,
  );
  const tells = toldTo({ app }, person);
  // What is only counted goes with the newest of its type, as that goes.
  const counts = items.flatMap(({ item }, n) =>
    (read[n]?.counted ?? []).flatMap(({ count, as, type }) => {
      const one = inOrder.findLast(({ event, as: heardAs }) => !type || (event.type === type && heardAs === as));
      return one ? [{ one, count, item }] : [];
    }),
  );
  const withMore = inOrder.map((one) => {
    const more = counts.reduce((sum, it) => (it.one === one ? sum + it.count : sum), 0);
    return more > 0 ? { ...one, more } : one;
  });
  const drawn = inOrder.length > 0 ? await kind.dayRows(app, context(person.language), found, reader, withMore) : [];
  const rows = drawn.filter(({ part }) => part === 'waits' || tells(part));
  return {
    rows,
    // What is of a kind that they have not chosen is over, as what is switched off.
    live: new Set(drawn.length > rows.length && rows.length === 0 ? [] : [...told, ...counts].map(({ item }) => item)),
    unread: new Set(),
  };
}
