import { agreedTest, checking, takingOver, takingOverAsked } from './agreed.js';
import { opinionsAsked } from './opinions.js';
import { askedBetter } from './solution.js';
import type { Step } from './story.js';
import * as story from './story.js';

const { standings } = story;
const planningReady: Step[] = [...standings.planning, ...story.planned()];
const resultReady: Step[] = standings.tested.slice(0, -1);

/** Every standing that an idea can have, by name: those of the samples, and those that only rules tell apart. */
export const everyStanding = {
  ...standings,
  reminded: [story.submitted, [story.clock, story.remind, story.on('2026-12-01')]],
  escalated: [
    story.submitted,
    [story.clock, story.remind, story.on('2026-12-01')],
    [story.clock, story.escalate, story.on('2026-12-16')],
  ],
  driverless: [...standings.drivingAsked, [story.colleagueDriver, story.declineDriving()]],
  explored: [...standings.exploring, ...story.explored()],
  planningReady,
  costlyPlan: [...standings.planning, ...story.planned(80_000)],
  planningAsked: [...planningReady, [story.driver, story.ask()]],
  submittedAsked: [...standings.planSubmitted, [story.leader, story.ask()]],
  agreed: agreedTest,
  checking,
  takingOverAsked,
  takingOver,
  resultReady,
  adopted: [...standings.scaling, [story.adopter, story.adopt(), story.on('2027-04-01')]],
  askedBetter,
  ownerless: [...standings.scalingAsked, [story.owner, story.declineOwning()]],
  followUpAsked: [...standings.inUse, [story.clock, story.askFollowUp, story.on('2027-05-16')]],
  improvementAsked: [...standings.inUse, [story.clock, story.askImprovement(), story.on('2026-12-20')]],
  resting: [story.submitted, [story.leader, story.postpone('2027-02-01')]],
  closedForNow: [story.submitted, [story.leader, story.close({ reason: 'Inte i år.' }, undefined, '2027-01-15')]],
  woken: [story.submitted, [story.leader, story.close()], [story.clock, story.wake]],
  together: [story.submitted, [story.submitter, story.addCoSubmitter()], [story.invitee, story.acceptJoining]],
  colleagueAsked: [story.submitted, [story.submitter, story.addCoSubmitter('pSOMEBODY')]],
  mergeProposed: [story.submitted, [story.leader, story.proposeMerge()]],
  merged: [story.submitted, [story.leader, story.merge()]],
  hidden: [story.submitted, [story.leader, story.hide]],
  withheld: [story.submitted, [story.submitter, story.withdrawAndHide]],
  opinionsAsked,
  reported: [story.submitted, [story.stranger, story.report()]],
  unread: [[story.submitter, story.submit({ readFirst: true })]],
} as const satisfies Record<string, readonly Step[]>;

export type EveryStanding = keyof typeof everyStanding;
export const standingNames = Object.keys(everyStanding) as EveryStanding[];

const told = new Map<EveryStanding, story.Story>();

/** The story of a standing, told once: nothing changes an idea in place. */
export function storyOf(standing: EveryStanding): story.Story {
  const known = told.get(standing) ?? story.given(...everyStanding[standing]);
  told.set(standing, known);
  return known;
}

/** The idea in a standing. */
export const ideaIn = (standing: EveryStanding) => storyOf(standing).idea;
