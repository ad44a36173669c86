import { publicHolidays } from '../../../dev/generators/public-holidays';
import stored from '../../../src/domain/organisation/calendar/public-holidays.json';

it('the list of public holidays is what the library says (write it anew with npm run write:public-holidays)', () => {
  expect(stored).toEqual(publicHolidays());
});
