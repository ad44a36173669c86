import { type Calendar, openDay } from '../organisation/calendar/calendar.js';
import { addDays, addMonths, type Day } from '../time.js';

/** From so many answers on something is shown of them, and so many are added to sums together at least. */
export const FEWEST_ANSWERS = 7;
/** In a department with as many employees only a quarter is asked, by lot: some fifty, of whom enough answer. In others all are. */
export const LARGE_FROM = 200;
/** So long people can answer. */
const ANSWER_DAYS = 21;
/** So many days after its first one people are asked, and reminded: twice, and never more. */
const askDays = [0, 7, 14] as const;
/** The last of them, by its number. */
export const LAST_REMINDER = askDays.length - 1;
/** So many rounds are kept with the one that closed last: that one, and the one before, beside which it is read. */
export const ROUNDS_KEPT = 2;

/** A year's round, of which there is one at most. */
export interface Round {
  year: string;
  from: Day;
  /** The last day on which somebody can answer. */
  until: Day;
  /** By which people are known again among those who have answered: it goes when the round closes. */
  salt: string;
  /** Codes of the departments of which a quarter is asked. */
  large: readonly string[];
  /** It is over, and what may be shown of it stands. */
  closed?: true;
}

/** A round that is begun on a day. */
export function roundFrom(
  today: Day,
  {
    calendar,
    salt,
    departments,
  }: { calendar: Calendar; salt: string } & {
    departments: readonly { code: string; headcount: number }[];
  },
): Round {
  const from = openDay(today, calendar);
  return {
    ...{ year: from.slice(0, 4), from, until: openDay(addDays(from, ANSWER_DAYS - 1), calendar), salt },
    large: departments.flatMap(({ code, headcount }) => (headcount >= LARGE_FROM ? [code] : [])),
  };
}

/** In a municipality with one department people are asked every second year, elsewhere every year. */
const monthsApart = (departments: number): number => (departments === 1 ? 22 : 10);

/** Whether a round can be begun: none is going on, and the last one is long enough ago. */
export const mayBegin = (
  last: Pick<Round, 'year' | 'from' | 'closed'> | undefined,
  today: Day,
  departments: number,
): boolean =>
  last === undefined ||
  (last.closed === true && today.slice(0, 4) > last.year && addMonths(last.from, monthsApart(departments)) <= today);

/** Whether people can answer today. */
export const isOpenOn = ({ from, until, closed }: Pick<Round, 'from' | 'until' | 'closed'>, today: Day): boolean =>
  !closed && from <= today && today <= until;

/** Which of the times at which people are asked has come last; undefined before the first and when it is over. */
export function askedBy(round: Round, today: Day, calendar: Calendar): number | undefined {
  if (!isOpenOn(round, today)) return undefined;
  const come = askDays.filter((days) => openDay(addDays(round.from, days), calendar) <= today);
  return come.length > 0 ? come.length - 1 : undefined;
}

/** Of whom a lot is drawn by the first letter of their mark: 64 letters are as likely, and these are a quarter of them. */
const QUARTER = /^[A-P]/;

/** Whether somebody of a department is asked; `mark`: by which they are known in this round. */
export const isAsked = ({ large }: Pick<Round, 'large'>, department: string, mark: string): boolean =>
  !large.includes(department) || QUARTER.test(mark);
