import type { CardContext, Drawn } from '../../../src/cards/card-context';
import { type DayRow, dayCard } from '../../../src/cards/digest/day';
import { elsewhereNews, fitNews } from '../../../src/cards/digest/elsewhere-news';
import { weekNews } from '../../../src/cards/digest/week-news';
import { ideaDayRows } from '../../../src/cards/idea/lists/day-row';
import type { IdeaEvent } from '../../../src/domain/idea/events';
import type { Idea, Waiting } from '../../../src/domain/idea/idea';
import type { Audience } from '../../../src/domain/idea/notices/audiences';
import type { Role } from '../../../src/domain/idea/policy';
import { openDay } from '../../../src/domain/organisation/calendar/calendar';
import { addDays, type Day, weekOf } from '../../../src/domain/time';
import { aTurn } from '../../../testing/samples/idea/turns';
import { type CardRow, type Filling, samplesOf } from '../card-row';
import { different } from './different';

/** Who reads it, and what they are to the ideas that it tells of. */
interface DayReader {
  ref: string;
  roles: readonly Role[];
}

type Happening = Pick<IdeaEvent, 'type'> & Partial<Omit<IdeaEvent, 'type'>>;

const happened = (idea: Idea, today: Day, { data = {}, ...event }: Happening): IdeaEvent =>
  ({
    ...{ seq: 2, at: `${today}T06:00:00.000Z`, day: today, by: 'pLEADER', words: {} },
    to: { stage: idea.stage, ...(idea.waiting && { waiting: idea.waiting }) },
    data,
    ...event,
  }) as IdeaEvent;

/** One row of it. */
type DaySample = [changes: Partial<Idea>, as: Audience, event: (filling: Filling) => Happening];

interface DayOf {
  reader: DayReader;
  waits?: readonly Partial<Idea>[];
  rows?: readonly DaySample[];
  /** What another department has come to that is like what waits first. */
  elsewhere?: Partial<Idea>;
  /** What others use or test, each like one of those that wait. */
  fits?: readonly Partial<Idea>[];
  week?: true;
  came?: 'toPost' | 'toOther';
}

/** A card comes on a day when people are at work; the gallery's own day may be none. On the first of a week it tells of the week before. */
const onOpenDay = (context: CardContext): CardContext => ({
  ...context,
  today: openDay(context.today, context.settings.calendar),
});

const none = { stage: 'exploring', waiting: { for: 'driver', person: 'pDRIVER' } as Waiting } as const;

function draw(
  context: CardContext,
  filling: Filling,
  { reader, waits = [], rows = [], elsewhere, fits = [], week, came = 'toPost' }: DayOf,
): Drawn {
  const { content, names } = filling;
  const ideas = different(context, content, [
    ...waits,
    ...rows.map(([changes]) => changes),
    ...fits,
    ...(elsewhere ? [elsewhere] : []),
  ]);
  const waiting = ideas.slice(0, waits.length);
  const told: DayRow[] = rows.flatMap(([, as, event], at) => {
    const idea = ideas[waits.length + at];
    if (!idea) return [];
    const view = { idea, reader: { ref: reader.ref, roles: new Set(reader.roles) }, names };
    return ideaDayRows(context, view, [{ event: happened(idea, context.today, event(filling)), as }]);
  });
  const [near, other] = [waiting[0], elsewhere && ideas.at(-1)];
  const fresh = ideas.filter((_, at) => rows[at - waits.length]?.[1] === 'deciders');
  return dayCard(context, {
    turn: aTurn({ ideas: [...waiting, ...fresh], names }),
    rows: [
      ...told,
      ...(near && other ? [elsewhereNews(context, { idea: other, near }, { reader: reader.ref, waits: true })] : []),
      ...fits.flatMap((_, at) => {
        const [fit, like] = [ideas[waits.length + rows.length + at], waiting[at]];
        return fit && like ? [fitNews(context, { idea: fit, near: like }, reader.ref)] : [];
      }),
      ...(week
        ? [weekNews(context, weekOf(addDays(context.today, -7)), { fresh: 12, decisions: 9, tested: 1, late: 4 })]
        : []),
    ],
    reader: reader.ref,
    came,
  });
}

const said =
  (key: 'comment' | 'thanks' | 'progress' | 'reason') =>
  (type: IdeaEvent['type'], by = 'pDRIVER') => {
    return ({ content }: Filling): Happening => ({ type, by, words: { [key]: content[key] } });
  };
const commented = said('comment')('commented');
const thanked = said('thanks')('thanked', 'pFRIEND');
const progress = said('progress')('progressReported');
const closed = said('reason')('closed');

const days = {
  /** Whose idea it is. */
  employee: {
    reader: { ref: 'pSUBMITTER', roles: ['reader', 'submitter'] },
    came: 'toOther',
    waits: [{ waiting: { for: 'submitter', person: 'pSUBMITTER' }, answerBy: '2026-11-27' }],
    rows: [
      [none, 'submitter', commented],
      [{ ...none, stage: 'piloting' }, 'submitter', thanked],
    ],
  },
  follower: {
    reader: { ref: 'pSTRANGER', roles: ['reader'] },
    came: 'toOther',
    rows: [
      [{ stage: 'closed' }, 'followers', closed],
      [none, 'followers', commented],
      [{ ...none, stage: 'piloting' }, 'followers', progress],
    ],
  },
  driver: {
    reader: { ref: 'pDRIVER', roles: ['reader', 'driver'] },
    came: 'toOther',
    waits: [
      {
        stage: 'planning',
        driver: { person: 'pDRIVER', accepted: true },
        waiting: { for: 'driver', person: 'pDRIVER' },
      },
      {
        ...{ stage: 'piloting', driver: { person: 'pDRIVER', accepted: true }, answerBy: '2027-02-28' },
        waiting: { for: 'driver', person: 'pDRIVER' },
      },
    ],
    rows: [
      [
        { ...none, driver: { person: 'pDRIVER', accepted: true } },
        'driver',
        said('comment')('commented', 'pSUBMITTER'),
      ],
    ],
  },
  leader: {
    reader: { ref: 'pLEADER', roles: ['reader', 'decider'] },
    waits: [{ answerBy: '2026-11-16', reminded: true }, { answerBy: '2026-11-24' }, {}],
    rows: [
      [{}, 'deciders', () => ({ type: 'submitted', by: 'pSUBMITTER' })],
      [{ answerBy: '2026-12-03' }, 'deciders', () => ({ type: 'submitted', by: 'pFRIEND' })],
      [{ ...none, leader: 'pLEADER' }, 'leader', commented],
      [
        { ...none, department: 'SBK' },
        'concerned',
        () => ({ type: 'concerned', data: { departments: ['VOO'] } as never }),
      ],
    ],
    week: true,
  },
  manager: {
    reader: { ref: 'pMANAGER', roles: ['reader', 'funder'] },
    waits: [
      {
        ...{ stage: 'planning', waiting: { for: 'funder' }, answerBy: '2026-12-03' },
        money: { asked: 50_000, funder: 'manager' },
      },
    ],
    rows: [
      [
        { promised: '2026-11-02' },
        'managers',
        () => ({ type: 'remindedAgain', by: 'clock', data: { from: 'office', tier: 'office', reminders: 2 } as never }),
      ],
    ],
  },
  office: {
    reader: { ref: 'pOFFICE', roles: ['reader', 'office', 'decider'] },
    waits: [{ tier: 'office', answerBy: '2026-11-18', reminded: true, escalated: true }],
    rows: [
      [{ stage: 'inUse' }, 'followers', () => ({ type: 'spread' })],
      [{ ...none }, 'followers', commented],
    ],
    elsewhere: { ...none, stage: 'piloting', department: 'SBK' },
    week: true,
  },
  /** Every fourth week: what could be taken in, or tested together. */
  leaderOnMonday: {
    reader: { ref: 'pLEADER', roles: ['reader', 'decider'] },
    waits: [{ answerBy: '2026-11-24' }, {}],
    fits: [
      { stage: 'inUse', department: 'SBK' },
      { ...none, stage: 'piloting', department: 'MIL' },
    ],
    week: true,
  },
} as const satisfies Record<string, DayOf>;

const row = (day: DayOf): CardRow => ({
  view: 'dayCard',
  command: 'day',
  written: { sv: 'idag', en: 'today' },
  samples: samplesOf(
    (context, filling) => draw(onOpenDay(context), filling, day),
    (context) => dayCard(onOpenDay(context), { turn: aTurn(), rows: [], reader: day.reader.ref, came: 'onDemand' }),
  ),
});

/** The day card of six people: each of them reads in it first what is theirs to do. */
export const dayCards = {
  'day-employee': row(days.employee),
  'day-follower': row(days.follower),
  'day-driver': row(days.driver),
  'day-leader': row(days.leader),
  'day-leader-fits': row(days.leaderOnMonday),
  'day-manager': row(days.manager),
  'day-office': row(days.office),
} satisfies Record<string, CardRow>;
