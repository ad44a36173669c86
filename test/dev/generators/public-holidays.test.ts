import { publicHolidays } from '../../../dev/generators/public-holidays';
import stored from '../../../src/domain/organisation/public-holidays.json';

it('the list of public holidays is what the library says (write it anew with npx tsx dev/generators/public-holidays.ts)', () => {
  expect(stored).toEqual(publicHolidays());
});
