import type { Day } from './time.js';

/** The parts of a year after which municipalities follow up: four months, eight, and all of it. */
export const yearParts = { T1: 4, T2: 8, year: 12 } as const;
export type YearPart = keyof typeof yearParts;
export const yearPartNames = Object.keys(yearParts) as readonly YearPart[];

const lastDays: { readonly [P in YearPart]: string } = { T1: '04-30', T2: '08-31', year: '12-31' };

/** The last day of a part of a year. */
export const lastDayOf = (year: string, part: YearPart): Day => `${year}-${lastDays[part]}`;

/** The year in which a day lies. */
export const yearOf = (day: Day): string => day.slice(0, 4);
