import { nothingYet, openCapability } from '../../../src/store/capability/capability.js';
import type { Storage } from '../../../src/store/storage.js';
import { TOWN } from './sample-rows.js';

const SUMS = { told: { known: 7, sum: 23, squares: 83, unknown: 0 } };
const SHOWN = { answers: 7, sums: SUMS };

/** A round that is over, with what may be shown and a promise that is to be told; and one that is going on, in which somebody waits. */
export async function writeCapability(storage: Storage): Promise<void> {
  const capability = openCapability(storage, TOWN);
  const days = { from: '2025-10-06', until: '2025-10-27', salt: 'SALT', large: ['VOO'] };
  await capability.begin({ year: '2025', ...days });
  await capability.conclude('2025', { whole: SHOWN, departments: new Map([['VOO', SHOWN]]) });
  await capability.close('2025', 'VOO', SHOWN);
  const [over] = await capability.rounds();
  if (over) await capability.end(over);
  const before = await capability.department('2025', 'VOO');
  await capability.promise('2025', 'VOO', { promise: '0ACT1V', before });
  await capability.begin({ ...days, year: '2026', from: '2026-10-05', until: '2026-10-26' });
  const waiting = [{ mark: 'WAITS', key: 'KEY', sealed: 'SEALED' }];
  const row = { ...nothingYet, answers: 7, sums: SUMS, marks: ['DONE', 'SKIPS'], waiting };
  await capability.change('2026', 'VOO', row, undefined);
  await capability.conclude('2026', { whole: SHOWN, departments: new Map([['VOO', SHOWN]]) });
}

/** What each of them says. */
export async function capabilityIn(storage: Storage) {
  const capability = openCapability(storage, TOWN);
  const withoutEtag = ({ etag: _, ...one }: { etag: string }) => one;
  const concluded = await capability.conclude('2026', { departments: new Map() });
  return [
    (await capability.rounds()).map(withoutEtag),
    (await capability.departments('2025')).map(withoutEtag),
    (await capability.departments('2026')).map(withoutEtag),
    await capability.whole('2025'),
    { ...concluded, departments: [...concluded.departments] },
    (await capability.toTell()).map(withoutEtag),
  ];
}
