import type { Actor, Setting } from '../../../src/domain/idea/decide.js';
import type { Role } from '../../../src/domain/idea/policy.js';
import { alwaysOpen } from '../../../src/domain/organisation/calendar/calendar.js';

/** Monday morning in Sweden; an answer from the leader is promised within 14 days. */
export const setting: Setting = {
  now: '2026-11-16T08:00:00.000Z',
  timeZone: 'Europe/Stockholm',
  answerDays: { leader: 14, submitter: 10, driver: 30, doer: 7, funder: 14, owner: 14 },
  smallTestLimit: 5000,
  // Dates that a reader can count out.
  calendar: alwaysOpen,
};
/** The same world on another day, at nine in the morning Swedish winter time. */
export const on = (day: string): Setting => ({ ...setting, now: `${day}T08:00:00.000Z` });

const actor = (ref: string, ...roles: Role[]): Actor => ({
  ref,
  roles: new Set<Role>(['reader', ...roles]),
  leads: [],
});

export const submitter = actor('pSUBMITTER', 'submitter');
export const leader = actor('pLEADER', 'decider');
export const otherLeader = actor('pOTHERLEADER', 'decider');
/** The leader who has explored is its driver too. */
export const driver = actor('pLEADER', 'decider', 'driver');
/** The same where others decide: who drives an idea approves no plan of theirs. */
export const driverOnly = actor('pLEADER', 'driver');
export const doer = actor('pDOER', 'doer');
/** A colleague who is asked to drive the idea, and one who is asked to own it in ordinary operations. */
export const colleagueDriver = actor('pDRIVER', 'driver');
export const owner = actor('pOWNER', 'owner');
/** Decides on the department's money. */
export const funder = actor('pMANAGER', 'funder');
/** Leads a department that may take the idea in. */
export const adopter: Actor = { ...actor('pADOPTER', 'adopter'), leads: ['SBK'] };
/** The same with the post in which they say that their department takes part. */
export const partner: Actor = {
  ...adopter,
  posts: [{ role: 'leader', department: 'SBK', place: { sv: 'Samhällsbyggnad', en: 'Urban planning' } }],
};
export const office = actor('pOFFICE', 'office');
/** Leads the department, and is one of those whose idea it is; nobody else may decide. */
export const noter = actor('pSUBMITTER', 'submitter', 'noter');
export const registrar = actor('pREGISTRAR', 'registrar');
export const stranger = actor('pSTRANGER');
export const clock: Actor = { ref: 'clock', roles: new Set<Role>(['clock']), leads: [] };
/** A colleague who is asked whether the idea is theirs too. */
export const invitee = actor('pFRIEND', 'invitee');
/** Says before a test that what it touches is in order; and the same as one of those who decide. */
export const checker = actor('pSOMEBODY', 'checker');
export const checkingLeader = actor('pOTHERLEADER', 'decider', 'checker');
export const askedSuccessor = actor('pFRIEND', 'askedSuccessor');
/** Somebody whose own idea has become a part of it. */
export const joiner = actor('pFRIEND', 'joined');
/** Decides on the idea that this one is proposed to become a part of. */
export const answerer = actor('pADOPTER', 'answerer');
/** The idea that another one is closed into. */
export const merger = actor('pLEADER', 'merger');
