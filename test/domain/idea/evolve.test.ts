import type { IdeaEvent } from '../../../src/domain/idea/events.js';
import { evolve, replay } from '../../../src/domain/idea/evolve.js';
import { type EveryStanding, standingNames, storyOf } from '../../../testing/samples/idea/standings.js';
import * as story from '../../../testing/samples/idea/story.js';
import { given, type Story, submitted } from '../../../testing/samples/idea/story.js';

const spring = story.on('2027-04-01');

describe('an idea and its record', () => {
  it.each(standingNames)('say the same: %s', (standing) => {
    const { idea, events } = storyOf(standing);
    expect(replay(idea.id, events)).toEqual(idea);
    expect(replay(idea.id, JSON.parse(JSON.stringify(events)))).toEqual(idea);
  });

  it('an event leaves the earlier idea as it was', () => {
    for (const [standing, who, command] of [
      ['asked', story.submitter, story.answer()],
      ['scaling', story.adopter, story.adopt()],
      ['askedForMoney', story.funder, story.grant()],
      ['submitted', story.submitter, story.addCoSubmitter()],
    ] as const) {
      const before = structuredClone(given(...story.standings[standing]).idea);
      expect(given(...story.standings[standing]).when(who, command).before).toEqual(before);
    }
  });

  it('begin with the submitting', () => {
    const [, asked] = given(...story.standings.asked).events as [IdeaEvent, IdeaEvent];
    expect(() => evolve(undefined, asked, 'K7M4QX')).toThrow('submitted');
    expect(() => evolve(undefined, given(submitted).events[0] as IdeaEvent)).toThrow('id');
    expect(replay('K7M4QX', [])).toBeUndefined();
  });
});

describe('the turn', () => {
  type When = [string, EveryStanding, ...Parameters<Story['when']>];
  const onTheDay = (list: When[]) =>
    list.map(([what, standing, who, command, world = story.setting]) => [what, standing, who, command, world] as const);

  const rises = onTheDay([
    ['a question', 'submitted', story.leader, story.ask()],
    ['an answer', 'asked', story.submitter, story.answer()],
    ['an answer while exploring', 'exploringAsked', story.submitter, story.answer()],
    ['exploring', 'submitted', story.leader, story.explore],
    ['another driver', 'exploring', story.leader, story.nameDriver()],
    ['a driver’s yes', 'drivingAsked', story.colleagueDriver, story.acceptDriving],
    ['a driver’s no', 'drivingAsked', story.colleagueDriver, story.declineDriving()],
    ['doing it now', 'submitted', story.leader, story.doNow()],
    ['a doer’s yes', 'doingAsked', story.doer, story.acceptDoing],
    ['a doer’s no', 'doingAsked', story.doer, story.declineDoing()],
    ['what was done', 'doing', story.doer, story.reportDone()],
    ['planning', 'explored', story.driver, story.plan],
    ['handing in a plan', 'planningReady', story.driverOnly, story.submitPlan],
    ['sending it back', 'planSubmitted', story.leader, story.sendBack()],
    ['a plan that costs nothing', 'planSubmitted', story.leader, story.approvePlan()],
    ['money', 'askedForMoney', story.funder, story.grant()],
    ['no money', 'askedForMoney', story.funder, story.declineMoney()],
    ['a result', 'resultReady', story.driver, story.submitResult],
    ['use where it was tested', 'tested', story.leader, story.useHere()],
    ['scaling', 'tested', story.leader, story.scale()],
    ['an owner’s yes', 'scalingAsked', story.owner, story.acceptOwning],
    ['an owner’s no', 'scalingAsked', story.owner, story.declineOwning()],
    ['another owner', 'scaling', story.leader, story.nameOwner('pOTHER')],
    ['back to the test', 'scaling', story.leader, story.backToTest(), spring],
    ['use everywhere', 'scaling', story.owner, story.spread()],
    ['passing on', 'submitted', story.leader, story.passOn()],
    ['closing', 'submitted', story.leader, story.close()],
    ['merging', 'submitted', story.leader, story.merge()],
    ['withdrawing', 'submitted', story.submitter, story.withdraw],
    ['opening again', 'closed', story.leader, story.reopen],
    // What is decided on has changed.
    ['an edit', 'submitted', story.submitter, story.edit()],
    ['a picture', 'submitted', story.submitter, story.addPicture()],
    ['a part of what is needed', 'exploring', story.driver, story.fill('worth', { worth: 'Tid.' })],
    ['another driver while the money is decided', 'askedForMoney', story.leader, story.nameDriver()],
    ['a longer test', 'piloting', story.driver, story.extend(), story.on('2027-02-01')],
    ['taking a plan back', 'planSubmitted', story.driver, story.takeBack],
    ['trying again', 'closedForNow', story.clock, story.comeBack, story.on('2027-01-15')],
  ]);
  it.each(rises)('rises by one with %s', (_what, standing, who, command, world) => {
    const { before, idea } = storyOf(standing).when(who, command, world);
    expect(idea.decisionVersion).toBe(before.decisionVersion + 1);
  });

  const stays = onTheDay([
    ['hiding', 'submitted', story.leader, story.hide],
    ['a comment', 'submitted', story.stranger, story.comment()],
    ['thanks', 'submitted', story.stranger, story.thank],
    ['a co-submitter', 'submitted', story.submitter, story.addCoSubmitter()],
    ['another department that it concerns', 'submitted', story.leader, story.concern()],
    ['an invitation', 'scaling', story.owner, story.invite('MEF')],
    ['an adoption', 'scaling', story.adopter, story.adopt()],
    ['a "not now"', 'scaling', story.adopter, story.notNow()],
    ['an end of use', 'adopted', story.adopter, story.stopUsing()],
    ['what became of it', 'spread', story.owner, story.followUp()],
    ['taking another idea in', 'submitted', story.merger, story.absorb()],
    ['a reminder', 'submitted', story.clock, story.remind, story.on('2026-12-24')],
    ['passing it to the deputy', 'reminded', story.clock, story.escalate, story.on('2026-12-24')],
    ['a look half-way', 'piloting', story.clock, story.lookHalfWay, story.on('2027-01-14')],
    ['a question to an adopter', 'adopted', story.clock, story.checkAdoption, story.on('2027-07-01')],
    ['a question to the owner', 'spread', story.clock, story.askFollowUp, story.on('2027-07-01')],
  ]);
  it.each(stays)('stays with %s', (_what, standing, who, command, world) => {
    const { before, idea } = storyOf(standing).when(who, command, world);
    expect(idea.decisionVersion).toBe(before.decisionVersion);
  });

  it('says since when the idea waits for whom it waits for', () => {
    const { idea } = given(submitted, [story.leader, story.ask(), story.on('2026-11-18')]).when(
      story.submitter,
      story.answer(),
      story.on('2026-11-20'),
    );
    expect(idea.waitingSince).toBe('2026-11-20T08:00:00.000Z');
  });
});
