import type { MyTurn } from '../../app/idea/lists/my-turn.js';
import { newestEvent } from '../../domain/idea/events.js';
import { capitalised } from '../../domain/language/tidy.js';
import { type DayPart, dayParts } from '../../domain/person/day-news.js';
import type { PersonRef } from '../../domain/person/person.js';
import { type EventName, labelOf } from '../../domain/record.js';
import { dayOfWeek } from '../../domain/time.js';
import { dayText, weekdayText } from '../../text/dates.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { asDayRow } from '../idea/lists/day-row.js';
import { turnRows } from '../idea/lists/my-turn.js';
import type { DayRowsPart } from '../layouts/parts.js';
import { button } from '../verbs.js';

/** A row with what can be pressed beside opening it; most have nothing such. */
type Row = Omit<DayRowsPart, 'buttonRows'> & Partial<Pick<DayRowsPart, 'buttonRows'>>;
const drawnRow = (row: Row): DayRowsPart => ({ buttonRows: [], ...row });

/** Something that a day card tells, in a part of it. */
export interface DayNews {
  part: DayPart;
  /** What it is about and up to which event; absent of what is about no record. */
  name?: EventName;
  /** It opens something else than its record, and is not told together with what else there is of that. */
  alone?: true;
  /** It says again what somebody has written. */
  quotes?: boolean;
  /** How many pieces of news it tells together; absent: one. */
  tells?: number;
  row: Row;
}

/** What a day card tells; what waits for its reader stands in their own list, which the card shows, and needs no row. */
export type DayRow = DayNews | { part: 'waits' };

export interface DayView {
  /** What waits for the reader now. */
  turn: MyTurn;
  /** What is told, the newest first. */
  rows: readonly DayRow[];
  reader: PersonRef;
  /** They have chosen to get new ideas at once, and some stand here all the same. */
  newHere?: boolean;
  /** So many pieces of news more have no room, and come in the next card. */
  later?: number;
  /** Somebody has asked for it; else it came by itself, to a holder of a post or to somebody else. */
  came: 'onDemand' | 'toPost' | 'toOther';
}

/** As many rows as are seen on one screen of a phone, with what else there is. */
export const MOST_WAITING = 3;
/** What has come to decide on stands among what waits. */
const MOST_WAITING_BESIDE_NEW = 1;
const MOST_ROWS = 3;

const plain = { inputs: 'none' } as const;

/** All that is new for somebody, in one card a day. */
export function dayCard(
  context: CardContext,
  { turn, rows, reader, newHere = false, later = 0, came }: DayView,
): Drawn {
  const { t } = context;
  const told = together(
    context,
    rows.flatMap((row) => (row.part === 'waits' ? [] : [row])),
  );
  const fresh = new Set(told.flatMap(({ part, name }) => (part === 'new' && name ? [name.id] : [])));
  const waiting = turnRows(
    context,
    {
      ...turn,
      ideas: turn.ideas
        .filter(({ id }) => !fresh.has(id))
        .slice(0, fresh.size > 0 ? MOST_WAITING_BESIDE_NEW : MOST_WAITING),
    },
    reader,
  );
  const isEmpty = turn.counts.all === 0 && told.length === 0;
  const card = context.draw('day', {
    heading: t('day.heading'),
    date: dateText(context),
    band:
      turn.counts.all > 0 ? [{ text: t('day.waits', { count: turn.counts.all }), first: firstBy(context, turn) }] : [],
    waits: waiting.length > 0 ? [{ rows: waiting.map(asDayRow).map(drawnRow) }] : [],
    sections: dayParts.flatMap((part) =>
      section(
        context,
        part,
        told.filter((row) => row.part === part),
      ),
    ),
    nothing: isEmpty ? [{ text: t('day.nothing') }] : [],
    buttonRows: buttonRows([
      ...(turn.counts.all > 0
        ? [
            button(t('button.firstIdea'), 'next', {}, { ...plain, style: 'positive' }),
            button(t('button.queue'), 'queue', {}, plain),
          ]
        : []),
    ]),
    why: [
      ...(later > 0 ? [t('day.later', { count: later })] : []),
      ...(newHere ? [t('day.newHere')] : []),
      came === 'onDemand' ? t('week.reader') : t('day.why', { post: String(came === 'toPost') }),
    ].join(' '),
  });
  const names = [...turn.ideas.map(newestEvent), ...told.flatMap(({ name }) => name ?? [])];
  return {
    card,
    summary: summaryOf(context, turn, told),
    ...showsRecords(told.some(({ quotes }) => quotes) ? 'quotes' : 'titles', names),
  };
}

const dateText = ({ t, language, today }: CardContext): string =>
  t('day.date', {
    weekday: capitalised(weekdayText(dayOfWeek(today), language)),
    day: dayText(today, language, today),
  });

/** Until when the first of what waits is to be answered. One or none. */
function firstBy(context: CardContext, { ideas: [first], until, counts }: MyTurn): { text: string }[] {
  const day = first && (until.get(first.id) ?? first.answerBy);
  if (!day) return [];
  const late = String(day < context.today);
  const date = day === context.today ? context.t('day.today') : dayText(day, context.language, context.today);
  return [{ text: context.t('day.first', { late, count: counts.all, day: date }) }];
}

/** Each record once: what is told first of it and next, and how much more there is. */
function together(context: CardContext, rows: readonly DayNews[]): DayNews[] {
  const order = (part: DayPart): number => dayParts.indexOf(part);
  const groups = new Map<string, DayNews[]>();
  for (const [n, row] of [...rows].sort((one, other) => order(one.part) - order(other.part)).entries()) {
    const of = row.name && !row.alone ? labelOf(row.name) : `${row.part} ${n}`;
    groups.set(of, [...(groups.get(of) ?? []), row]);
  }
  return [...groups.values()].flatMap(([first, ...more]) => (first ? [withMore(context, first, more)] : []));
}

function withMore({ t }: CardContext, first: DayNews, [next, ...more]: readonly DayNews[]): DayNews {
  if (!next) return first;
  const count = more.reduce((sum, { tells = 1 }) => sum + tells, 0);
  const { row } = first;
  const lines = [
    ...[row.lines].flat(),
    // What it is, without what was said.
    ...[next.row.lines].flat().slice(0, 1),
    ...(count > 0 ? [{ text: t('day.andMore', { count }) }] : []),
  ];
  return { ...first, row: { ...row, lines } };
}

function section(context: CardContext, part: DayPart, rows: readonly DayNews[]) {
  if (rows.length === 0) return [];
  // "och 1 till" would take the place of the row itself.
  const shown = rows.length - MOST_ROWS > 1 ? rows.slice(0, MOST_ROWS) : rows;
  const more = rows.length - shown.length;
  return [
    {
      heading: context.t(`day.part.${part}`, { count: rows.length }),
      rows: shown.map(({ row }) => drawnRow(row)),
      more: more > 0 ? [{ text: context.t('week.andMore', { count: more }) }] : [],
    },
  ];
}

function summaryOf({ t }: CardContext, { counts }: MyTurn, told: readonly DayNews[]): string {
  const count = (...parts: DayPart[]) => told.filter(({ part }) => parts.some((one) => one === part)).length;
  // Nothing but the week is new.
  if (counts.all === 0 && told.length === count('week') && told.length > 0) return t('day.summary.week');
  return t('day.summary', {
    waits: counts.all,
    fresh: count('new'),
    decided: count('decided'),
    news: count('news', 'asked', 'elsewhere', 'fits'),
    week: String(count('week') > 0),
  });
}
