import { z } from 'zod';
import { type Month, monthOf } from '../../domain/figures/months.js';
import { newIdempotencyKey, type RandomBytes } from '../../domain/ids.js';
import type { Day } from '../../domain/time.js';
import type { SharedStore } from '../shared.js';

/** What is counted beside the log, by month and of nobody. */
export interface CountedBeside {
  /** How often lessons of a department, by its code, were opened by somebody of another one. */
  lessonsOpened: (departments: readonly string[] | undefined, months: readonly Month[]) => number;
  /** Whether somebody of this unit has said "Samma problem". */
  hasSaid: (unit: string, months: readonly Month[]) => boolean;
}

const yearSchema = z
  .looseObject({
    opened: z.record(z.string(), z.record(z.string(), z.number())).catch({}).default({}),
    said: z.record(z.string(), z.number()).catch({}).default({}),
    last: z.string().exactOptional(),
  })
  .catch({ opened: {}, said: {} });
type Year = z.output<typeof yearSchema>;
const parsed = (value: unknown): Year => yearSchema.parse(value ?? {});

/** So long is a year's value at most, in characters: what comes after is not counted. Several thousand units have room. */
const LONGEST = 30_000;

const nameOf = (year: string): string => `figures.beside.${year}`;
const yearOf = (month: Month): string => month.slice(0, 4);
/** A month's place among those of its year, as a bit. */
const bitOf = (month: Month): number => 2 ** (Number(month.slice(5)) - 1);

export type BesideLog = ReturnType<typeof openBesideLog>;

/**
 * Counts what no record holds, for figures: openings of lessons, and which units have said "Samma problem". It is gathered in memory, so that no
 * turn costs more by it, and written now and then, one value a year; what an instance has gathered of a turn when it is killed is not counted.
 */
export function openBesideLog(shared: Pick<SharedStore, 'read' | 'change'>, random: RandomBytes) {
  let opened: { month: Month; department: string }[] = [];
  let said: { month: Month; unit: string }[] = [];
  const full = new Set<string>();

  return {
    lessonOpened: (department: string, on: Day): void => void opened.push({ month: monthOf(on), department }),
    /** Once for each unit and month, however often it is said. */
    sameProblem(unit: string, on: Day): void {
      const month = monthOf(on);
      if (!said.some((one) => one.unit === unit && one.month === month)) said.push({ month, unit });
    },

    /** Years that have had no room for something: it is not counted. */
    full: (): readonly string[] => [...full],

    /** Writes what has been gathered; what could not be written is kept for the next time. Two round trips a year, and none where there is nothing. */
    async write(): Promise<void> {
      const [allOpened, allSaid] = [opened, said];
      [opened, said] = [[], []];
      const years = new Set([...allOpened, ...allSaid].map(({ month }) => yearOf(month)));
      for (const year of years) {
        const isThen = ({ month }: { month: Month }) => yearOf(month) === year;
        const [nowOpened, nowSaid] = [allOpened.filter(isThen), allSaid.filter(isThen)];
        const last = newIdempotencyKey(random);
        try {
          await shared.change<Year>(nameOf(year), (value) => {
            const before = parsed(value);
            // The answer to one's own write was lost.
            if (before.last === last) return undefined;
            const after: Year = { ...before, opened: { ...before.opened }, said: { ...before.said }, last };
            for (const { month, department } of nowOpened) {
              const { [month]: counts = {} } = after.opened;
              after.opened[month] = { ...counts, [department]: (counts[department] ?? 0) + 1 };
            }
            for (const { month, unit } of nowSaid) after.said[unit] = (after.said[unit] ?? 0) | bitOf(month);
            if (JSON.stringify(after).length <= LONGEST) return after;
            full.add(year);
            return undefined;
          });
        } catch (error) {
          opened.push(...allOpened.filter((one) => years.has(yearOf(one.month))));
          said.push(...allSaid.filter((one) => years.has(yearOf(one.month))));
          throw error;
        }
        years.delete(year);
      }
    },

    /** What was counted in these months. One round trip's time, and a request for each year. */
    async read(months: readonly Month[]): Promise<CountedBeside> {
      const years = [...new Set(months.map(yearOf))];
      const found = await Promise.all(years.map(async (year) => parsed((await shared.read(nameOf(year))).value)));
      const ofMonth = (month: Month) => found[years.indexOf(yearOf(month))];
      return {
        lessonsOpened: (departments, some) =>
          some.reduce((sum, month) => {
            const counts = ofMonth(month)?.opened[month] ?? {};
            const own = Object.entries(counts).filter(([code]) => departments?.includes(code) ?? true);
            return sum + own.reduce((all, [, count]) => all + count, 0);
          }, 0),
        hasSaid: (unit, some) => some.some((month) => ((ofMonth(month)?.said[unit] ?? 0) & bitOf(month)) > 0),
      };
    },
  };
}
