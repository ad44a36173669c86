/**
 * `npm run write:public-holidays` writes src/domain/organisation/calendar/public-holidays.json: the days on which Sweden is off, by the library
 * date-holidays. The running bot reads the list only: the library brings 40 MB of other countries' calendars along.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Holidays from 'date-holidays';

const FIRST_YEAR = 2025;
const LAST_YEAR = 2060;

/**
 * Public holidays (lag 1989:253), and the eves that annual leave counts as Sundays (semesterlagen 7 §): `bank` in the
 * library. Sorted, `YYYY-MM-DD`.
 */
export function publicHolidays(first = FIRST_YEAR, last = LAST_YEAR): string[] {
  const sweden = new Holidays('SE');
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const off = years.flatMap((year) =>
    sweden.getHolidays(year, 'sv').filter(({ type }) => type === 'public' || type === 'bank'),
  );
  return [...new Set(off.map(({ date }) => date.slice(0, 10)))].sort();
}

if (require.main === module) {
  const file = join(__dirname, '..', '..', 'src', 'domain', 'organisation', 'calendar', 'public-holidays.json');
  writeFileSync(file, `${JSON.stringify(publicHolidays(), null, 2)}\n`);
}
