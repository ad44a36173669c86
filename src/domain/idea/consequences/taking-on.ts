import type { PersonRef } from '../../person/person.js';
import { refuse } from '../../result.js';
import { addDays } from '../../time.js';
import { dayRefused } from '../chosen-day.js';
import type { Idea, Waiting } from '../idea.js';
import { type Consequences, ended, forDeciders, forDriver, happens, stays, waitsFor } from './consequence.js';

/** As far ahead as somebody can promise to have done it, in days. */
const FARTHEST = 366;

/** A new driver is waited for where the old one was, and where those who decide wait for somebody to drive it. */
const waitsForDriver = ({ waiting, driver }: Idea): boolean =>
  waiting?.for === 'driver' || (waiting?.for === 'deciders' && !driver);
/** Nobody leads the work that they have granted money to (kommunallagen 6 kap. 28–32 §§). */
const hasGranted = (person: PersonRef, { money }: Idea): boolean => money?.grantedBy === person;
const driving = (person: PersonRef): Waiting => ({ for: 'driver', person });

/** Who does the work: whoever is named is asked first, but for the one who names themself. */
export const takingOn: Consequences<
  | 'explore'
  | 'nameDriver'
  | 'acceptDriving'
  | 'declineDriving'
  | 'doNow'
  | 'acceptDoing'
  | 'declineDoing'
  | 'reportDone'
> = {
  explore: (occasion) =>
    happens('explored', waitsFor(occasion, 'exploring', driving(occasion.data.driver)), occasion.data),

  nameDriver: (occasion) => {
    const { idea, data } = occasion;
    const { driver, funder } = data;
    const { money, waiting } = idea;
    if (hasGranted(driver, idea)) return refuse({ code: 'grantedIt' });
    // Whoever was to decide on the money may not when it becomes their own work: then others do, from today.
    if (waiting?.for === 'funder' && money && funder && funder !== money.funder) {
      const asked = { driver, funder, cost: money.asked };
      return happens('driverNamed', waitsFor(occasion, idea.stage, { for: 'funder' }), asked);
    }
    const to = waitsForDriver(idea) ? waitsFor(occasion, idea.stage, driving(driver)) : stays(occasion);
    return happens('driverNamed', to, { driver });
  },
  acceptDriving: (occasion) => {
    if (hasGranted(occasion.actor.ref, occasion.idea)) return refuse({ code: 'grantedIt' });
    const to = occasion.idea.waiting?.for === 'driver' ? forDriver(occasion, occasion.idea.stage) : stays(occasion);
    return happens('drivingAccepted', to, {});
  },
  declineDriving: (occasion) => {
    const { stage, waiting } = occasion.idea;
    return happens('drivingDeclined', waiting?.for === 'driver' ? forDeciders(occasion, stage) : stays(occasion), {});
  },

  doNow: ({ data, today }) => {
    const { doer, until } = data;
    const refused = dayRefused('until', until, { after: addDays(today, -1), last: addDays(today, FARTHEST) });
    if (refused) return refuse(refused);
    return happens('doingAsked', { stage: 'doing', waiting: { for: 'doer', person: doer }, answerBy: until }, { doer });
  },
  acceptDoing: (occasion) => happens('doingAccepted', stays(occasion), {}),
  declineDoing: (occasion) => happens('doingDeclined', forDeciders(occasion, 'submitted'), {}),
  reportDone: () => happens('done', ended('inUse'), {}),
};
