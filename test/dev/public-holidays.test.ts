import { publicHolidays } from '../../dev/public-holidays';
import stored from '../../src/domain/organisation/public-holidays.json';

it('the list of public holidays is what the library says (write it anew with npx tsx dev/public-holidays.ts)', () => {
  expect(stored).toEqual(publicHolidays());
});
