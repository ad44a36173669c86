import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { askedIn, hoursIn } from '../../deciding/resources.js';
import { defineEvent, type Noted } from '../../event.js';
import type { FunderTier, Idea } from '../../idea.js';
import { happens, stays, waitsFor } from '../../standing.js';
import { assigned } from '../changes.js';
import { driven } from '../conditions.js';
import { hasGranted } from './granted-by.js';

/** A new driver is waited for where the old one was, and where those who decide wait for somebody to drive it. */
const waitsForDriver = ({ waiting, driver }: Idea): boolean =>
  waiting?.for === 'driver' || (waiting?.for === 'deciders' && !driver);

/** Somebody else drives it. `funder`: who would decide on money that is waited for, were they to drive it. */
export const nameDriver = defineCommand('nameDriver')<{ driver: PersonRef; funder?: FunderTier }>({
  from: driven,
  by: ['decider'],
  words: {},
  sameVersion: false,
  leadsTo: (context) => {
    const { idea, data } = context;
    const { driver, funder } = data;
    const { money, waiting } = idea;
    if (hasGranted(driver, idea)) return refuse({ code: 'grantedIt' });
    // Whoever was to decide on the money may not when it becomes their own work: then others do, from today.
    if (waiting?.for === 'funder' && money && funder && funder !== money.funder) {
      const { amount: cost, hours } = askedIn(money);
      const asked = { driver, funder, cost, ...hoursIn('hours', hours) };
      return happens(driverNamed, waitsFor(context, idea.stage, { for: 'funder' }), asked);
    }
    const to = waitsForDriver(idea) ? waitsFor(context, idea.stage, { for: 'driver', person: driver }) : stays(context);
    return happens(driverNamed, to, { driver });
  },
});

/** `funder`: who decides from now on on the money and hours that are waited for, of this `cost`, because of who drives it. */
export const driverNamed = defineEvent('driverNamed')<
  { driver: PersonRef; funder?: FunderTier; cost?: number; hours?: number } & Noted
>({
  persons: { driver: 'traced' },
  changes: (idea, { by, data }) => {
    const { driver, funder } = data;
    const money = idea.money && funder && { ...idea.money, funder };
    return { ...idea, driver: assigned(driver, by, idea.driver), ...(money && { money }) };
  },
  hears: ['driver', 'funder'],
  atOnce: ['driver', 'funder'],
  wordsOf: 'record',
  inPost: true,
  newTask: ({ data }) => data.funder !== undefined,
});
