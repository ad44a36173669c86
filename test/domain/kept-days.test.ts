import fc from 'fast-check';
import { keptDays } from '../../src/domain/kept-days';
import { dayOf, instantOf } from '../../src/domain/time';

it('a day that is kept is the day that it is, in every zone and to the millisecond', () => {
  const kept = keptDays();
  const zones = fc.constantFrom('Europe/Stockholm', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Chatham', 'UTC');
  const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) });
  fc.assert(
    fc.property(moment, zones, (at, zone) => {
      expect(kept(instantOf(at), zone)).toBe(dayOf(instantOf(at), zone));
      expect(kept(instantOf(at), zone)).toBe(dayOf(instantOf(at), zone));
    }),
  );
  expect(kept('2026-11-20T22:59:59.999Z', 'Europe/Stockholm')).toBe('2026-11-20');
  expect(kept('2026-11-20T23:00:00.000Z', 'Europe/Stockholm')).toBe('2026-11-21');
});
