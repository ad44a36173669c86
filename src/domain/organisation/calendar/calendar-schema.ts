import { z } from 'zod';
import { daysBetween, isDay } from '../../time.js';

const day = z
  .string()
  .trim()
  .refine(isDay, 'Write a date that exists, such as 2027-05-14.')
  .meta({ description: 'A date, YYYY-MM-DD.' });

/** A date of every year. One leap year has them all. */
const yearlyDay = z
  .string()
  .trim()
  .regex(/^\d{2}-\d{2}$/, 'Write month and day, such as 07-06.')
  .refine((date) => isDay(`2028-${date}`), 'Write a month and a day that exist, such as 07-06.')
  .meta({ description: 'A date of every year, MM-DD.' });

/** A municipality that is closed for so many days on end answers nobody: it is a mistake in the file. */
const LONGEST_CLOSED_DAYS = 62;

const quietPeriod = z.strictObject({ from: yearlyDay, to: yearlyDay }).refine(
  ({ from, to }) => {
    const [first, last] = [`2028-${from}`, `${to < from ? 2029 : 2028}-${to}`];
    return !isDay(first) || !isDay(last) || daysBetween(first, last) < LONGEST_CLOSED_DAYS;
  },
  { path: ['to'], message: `Write a period of at most ${LONGEST_CLOSED_DAYS} days.` },
);

const closedDays = z
  .union([day, z.strictObject({ from: day, to: day })])
  .transform((closed) => (typeof closed === 'string' ? { from: closed, to: closed } : closed))
  .refine(({ from, to }) => !isDay(from) || !isDay(to) || from <= to, {
    path: ['to'],
    message: 'Write a last day that is not before the first one.',
  })
  .refine(({ from, to }) => !isDay(from) || !isDay(to) || daysBetween(from, to) < LONGEST_CLOSED_DAYS, {
    path: ['to'],
    message: `Write a period of at most ${LONGEST_CLOSED_DAYS} days.`,
  });

/** When people are away: nothing that the bot counts out by itself falls on such a day. */
export const calendarSchema = z.strictObject({
  quietPeriods: z
    .array(quietPeriod)
    .max(4)
    .default([
      { from: '12-24', to: '12-31' },
      { from: '07-06', to: '07-19' },
    ])
    .meta({ description: 'Periods of every year in which most people are away; [] for none.' }),
  closedDays: z.array(closedDays).max(200).default([]).meta({
    description: "The municipality's own days off, beside weekends and public holidays: a date, or from and to.",
  }),
});

export type ClosedTimes = z.output<typeof calendarSchema>;
