import type { Day } from '../../time.js';

/** When managers are asked whether the posts of their department are right: from the beginning of February, and of September. */
const FIRST = '02-01';
const SECOND = '09-01';

/** Half a year by when it is asked: `2027-1` from February on, `2027-2` from September until the end of January. */
export function halfYearOf(day: Day): string {
  const year = Number(day.slice(0, 4));
  const date = day.slice(5);
  if (date < FIRST) return `${year - 1}-2`;
  return date < SECOND ? `${year}-1` : `${year}-2`;
}
