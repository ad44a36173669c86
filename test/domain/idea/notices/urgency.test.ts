import { type EventType, eventTypes, type IdeaEvent } from '../../../../src/domain/idea/events.js';
import type { Waiting } from '../../../../src/domain/idea/idea.js';
import type { Audience } from '../../../../src/domain/idea/notices/audiences.js';
import { audiences } from '../../../../src/domain/idea/notices/notices.js';
import { urgencyOf } from '../../../../src/domain/idea/notices/urgency.js';

const event = (type: EventType, waiting?: Waiting) =>
  ({ type, data: {}, to: { stage: 'submitted', ...(waiting && { waiting }) } }) as unknown as IdeaEvent;

const asked: Waiting = { for: 'driver', person: 'pDRIVER' };
const atOnce = (type: EventType): Audience[] =>
  [...audiences[type], 'joined' as const].filter((as) => urgencyOf(event(type, asked), as) === 'now');

describe('what comes at once, and what the day card tells', () => {
  test('of every kind of event: who gets a message of it', () => {
    const told = Object.fromEntries(eventTypes.map((type) => [type, atOnce(type)]));
    expect(Object.fromEntries(Object.entries(told).filter(([, list]) => list.length > 0))).toEqual({
      // A question: an idea to decide on, an answer to go on with, work to say yes to.
      submitted: ['deciders'],
      cameBack: ['deciders'],
      sentToChallenge: ['deciders'],
      restEnded: ['deciders'],
      movedOn: ['deciders', 'funder'],
      asked: ['submitter', 'driver'],
      answered: ['driver', 'funder', 'deciders'],
      planSubmitted: ['deciders', 'checkers'],
      resultSubmitted: ['deciders'],
      driverNamed: ['driver', 'funder'],
      drivingDeclined: ['deciders'],
      doingDeclined: ['deciders'],
      owningDeclined: ['deciders'],
      ownerNamed: ['owner'],
      invited: ['invited'],
      coSubmitterAsked: ['added'],
      successorNamed: ['added'],
      checksAsked: ['checkers', 'deciders'],
      checksReminded: ['checkers'],
      opinionAsked: ['consulted'],
      mergeProposed: ['answerers'],
      followUpAsked: ['owner'],
      handedBack: ['driver', 'deciders'],
      personLeft: ['driver', 'deciders'],
      reminded: ['waitedFor'],
      // A decision: those whose idea it is, and whoever is to do what follows from it.
      reopened: ['deciders', 'submitter', 'joined'],
      explored: ['driver', 'submitter', 'joined'],
      doingAsked: ['doer', 'submitter', 'joined'],
      planned: ['driver', 'submitter', 'joined'],
      ownPlanSent: ['funder', 'checkers', 'submitter', 'joined'],
      planApproved: ['funder', 'driver', 'submitter', 'joined'],
      sentBack: ['driver', 'joined'],
      granted: ['driver', 'submitter', 'joined'],
      moneyDeclined: ['driver', 'submitter', 'joined'],
      extended: ['driver', 'submitter', 'joined'],
      scaled: ['owner', 'invited', 'submitter', 'joined'],
      backToTest: ['driver', 'submitter', 'joined'],
      spread: ['submitter', 'joined'],
      usedHere: ['submitter', 'joined'],
      done: ['submitter', 'joined'],
      closed: ['submitter', 'joined'],
      stoppedAsAgreed: ['submitter', 'joined'],
      retired: ['submitter', 'joined'],
      merged: ['submitter', 'joined'],
      postponed: ['submitter', 'joined'],
      passedOn: ['deciders', 'submitter', 'joined'],
      hidden: ['submitter'],
    });
  });

  test('what another department does with somebody’s idea is no decision on it', () => {
    expect(
      ['adopted', 'notNow', 'stoppedUsing'].map((type) => urgencyOf(event(type as EventType), 'submitter')),
    ).toEqual(['day', 'day', 'day']);
  });

  test('whoever was asked by name is reminded at once; who holds a post has the whole queue in the day card', () => {
    expect(urgencyOf(event('reminded', asked), 'waitedFor')).toBe('now');
    expect(urgencyOf(event('reminded', { for: 'deciders' }), 'waitedFor')).toBe('day');
    expect(urgencyOf(event('reminded', { for: 'funder' }), 'waitedFor')).toBe('day');
  });
});
