import type { Log } from './delivery/log.js';
import { StorageClock } from './store/storage-clock.js';

/** The machine's clock, corrected by storage's; operators get a line whenever the two begin or cease to differ. */
export const machineClock = (log: Pick<Log, 'error' | 'info'>): StorageClock =>
  new StorageClock(
    () => Date.now(),
    (behindMs) => {
      if (behindMs === 0) log.info({}, "The machine's clock agrees with storage's again");
      else
        log.error(
          { behindMs },
          "The machine's clock differs from storage's, whose time is used for every date until it agrees: set the machine's time",
        );
    },
  );
