import {
  acceptTakingOver,
  agreedTest,
  declineTakingOver,
  lapseTakingOver,
  nameSuccessor,
  takingOver,
  takingOverAsked,
} from '../../../../testing/samples/idea/agreed.js';
import {
  askedSuccessor,
  clock,
  close,
  colleagueDriver,
  driver,
  driverOnly,
  fill,
  given,
  handBack,
  leader,
  leave,
  nameDriver,
  on,
  otherLeader,
  passOn,
  scale,
  standings,
  stopAsAgreed,
  submitResult,
  useHere,
} from '../../../../testing/samples/idea/story.js';

const asked = given(...takingOverAsked);
const agreed = given(...takingOver);
const result = { outcome: 'Färre sena besök.', learned: 'Dubbdäck.', recommendation: 'here' };
const tested = given(...takingOver, [driver, fill('result', result)], [driver, submitResult, on('2027-02-28')]);

describe('who takes over if a test works', () => {
  it('is asked beside what the idea waits for: nothing waits for the answer', () => {
    const before = given(...agreedTest).idea;
    expect(asked.idea.successor).toEqual({ person: 'pFRIEND', accepted: false, until: '2026-11-30' });
    expect([asked.idea.waiting, asked.idea.answerBy]).toEqual([before.waiting, before.answerBy]);
    expect(asked.idea.decisionVersion).toBe(before.decisionVersion);
  });

  it('can be asked while the test is planned, by whoever leads the work, but not while somebody decides on the plan', () => {
    expect(given(...standings.planning).when(driverOnly, nameSuccessor()).event.type).toBe('successorNamed');
    expect(given(...standings.planSubmitted).refusal(driverOnly, nameSuccessor())).toEqual({ code: 'notNow' });
    expect(given(...standings.planSubmitted).when(otherLeader, nameSuccessor()).idea.successor?.accepted).toBe(false);
    const onlyAsked = given(...standings.planning, [leader, nameDriver('pDRIVER')]);
    expect(onlyAsked.refusal(colleagueDriver, nameSuccessor())).toEqual({ code: 'notNow' });
  });

  it('has said yes who names themself', () => {
    const { idea } = given(...agreedTest).when(driverOnly, nameSuccessor(driverOnly.ref));
    expect(idea.successor).toEqual({ person: driverOnly.ref, accepted: true });
  });

  it('is with it from the start by a yes, and is not asked twice', () => {
    expect(asked.when(askedSuccessor, acceptTakingOver).idea.successor).toEqual({ person: 'pFRIEND', accepted: true });
    expect(asked.refusal(driver, nameSuccessor())).toEqual({ code: 'cannotBeAsked' });
    expect(agreed.refusal(askedSuccessor, acceptTakingOver)).toEqual({ code: 'notNow' });
  });

  it('is somebody else after a no, which needs no reason', () => {
    const declined = given(...takingOverAsked, [askedSuccessor, declineTakingOver('')]);
    expect(declined.idea.successor).toBeUndefined();
    expect(declined.when(driver, nameSuccessor('pOWNER')).idea.successor?.person).toBe('pOWNER');
  });

  it('is not asked for ever: without an answer the question ends after its last day', () => {
    expect(asked.refusal(clock, lapseTakingOver, on('2026-11-30'))).toEqual({ code: 'notNow' });
    expect(asked.when(clock, lapseTakingOver, on('2026-12-01')).idea.successor).toBeUndefined();
    expect(agreed.refusal(clock, lapseTakingOver, on('2026-12-01'))).toEqual({ code: 'notNow' });
  });

  it('is nobody once they do not work here any more, or have had their data erased; those who decide hear the first', () => {
    const { event, idea } = agreed.when(clock, handBack('pFRIEND'));
    expect(event.data).toEqual({ person: 'pFRIEND', had: ['successor'] });
    expect(idea.successor).toBeUndefined();
    expect(agreed.when(clock, leave('pFRIEND')).idea.successor).toBeUndefined();
  });

  it('looks after it from then on where it is used, and is offered first where others take it in', () => {
    expect(tested.when(leader, useHere(), on('2027-03-01')).idea.owner).toEqual({ person: 'pFRIEND', accepted: true });
    expect(tested.when(leader, scale(), on('2027-03-01')).idea.owner).toEqual({ person: 'pOWNER', accepted: false });
    const without = given(...standings.tested).when(leader, useHere()).idea;
    expect(without.owner).toBeUndefined();
  });

  it('is asked no more when the idea has come somewhere else, and a yes stays to hear how it ended', () => {
    const ends = close({ tried: 'Tre.', lesson: 'Hal.' });
    expect(asked.when(leader, ends).idea.successor).toBeUndefined();
    expect(agreed.when(leader, ends).idea.successor?.person).toBe('pFRIEND');
    expect(agreed.when(driver, stopAsAgreed, on('2027-02-01')).idea.successor?.person).toBe('pFRIEND');
    const planning = given(...standings.planning, [driver, nameSuccessor()], [askedSuccessor, acceptTakingOver]);
    expect(planning.when(leader, passOn('SBK')).idea.successor).toBeUndefined();
  });
});
