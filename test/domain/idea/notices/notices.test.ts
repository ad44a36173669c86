import type { Command } from '../../../../src/domain/idea/commands.js';
import type { Actor } from '../../../../src/domain/idea/decide.js';
import type { EventType } from '../../../../src/domain/idea/events.js';
import { type Audience, type LookedUp, lookedUp } from '../../../../src/domain/idea/notices/audiences.js';
import { audiences, lookUpsOf, recipientsOf, stopsOf } from '../../../../src/domain/idea/notices/notices.js';
import { setDiary } from '../../../../testing/samples/archive/diary';
import {
  acceptTakingOver,
  answerCheck,
  askChecks,
  declineTakingOver,
  lapseTakingOver,
  nameSuccessor,
  remindChecks,
} from '../../../../testing/samples/idea/agreed.js';
import { stories } from '../../../../testing/samples/idea/events.js';
import { hinder } from '../../../../testing/samples/idea/hindering.js';
import { askOpinion, endOpinions, giveOpinion } from '../../../../testing/samples/idea/opinions.js';
import { adapt, tellBetter, tellCore } from '../../../../testing/samples/idea/solution.js';
import {
  type EveryStanding,
  everyStanding,
  standingNames,
  storyOf,
} from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given } from '../../../../testing/samples/idea/story.js';

/** Whom the organisation and other records name, two of each, so that nobody is forgotten for another. */
const found: Record<LookedUp, readonly string[]> = {
  deciders: ['pLEADER', 'pOTHERLEADER'],
  formerDeciders: ['pLEADER', 'pFORMER'],
  funder: ['pMANAGER', 'pOTHERMANAGER'],
  waitedFor: ['pLEADER', 'pOTHERLEADER'],
  managers: ['pMANAGER', 'pLEADER'],
  concerned: ['pSBKLEADER'],
  invited: ['pADOPTER', 'pUTBLEADER'],
  adopters: ['pADOPTER'],
  users: ['pADOPTER', 'pUTBLEADER'],
  answerers: ['pADOPTER'],
  followers: ['pFOLLOWER', 'pSUBMITTER'],
  reporters: ['pREPORTER', 'pSUBMITTER'],
  partners: ['pSBKLEADER', 'pFOLLOWER'],
  needing: [],
  sharing: ['pSOMEBODY', 'pSUBMITTER'],
};

// Who is told, each with the one reason that their message has.
const SUBMITTER = 'pSUBMITTER submitter';
const FOLLOWER = 'pFOLLOWER followers';
const REPORTER = 'pREPORTER reporters';
const DECIDERS = ['pLEADER deciders', 'pOTHERLEADER deciders'];
const LEADER = 'pLEADER leader';
const DRIVER = 'pLEADER driver';
const OWNER = 'pOWNER owner';
const USERS = ['pADOPTER users', 'pUTBLEADER users'];
const INVITED = ['pADOPTER invited', 'pUTBLEADER invited'];

const { leader, otherLeader, submitter, driver, owner, clock, adopter, askedSuccessor } = story;
const colleague: Actor = { ...story.driverOnly, ref: 'pDRIVER' };
const somebody: Actor = { ...story.checker, ref: 'pSOMEBODY', roles: new Set(['invitee', 'checker', 'askedOpinion']) };
const otherMerger: Actor = { ...story.merger, ref: 'pOTHERLEADER' };
const tested = story.close({ tried: 'Tre.', lesson: 'Hal.' });

type Row = [what: string, standing: EveryStanding, who: Actor, command: Command, told: string[], day?: string];
const rows: Row[] = [
  ['what is in its way: nobody', 'closed', leader, hinder(), []],
  ['an edit: nobody', 'submitted', submitter, story.edit(), []],
  [
    'withdrawing: who worked on it, and who follows it',
    'scaling',
    submitter,
    story.withdraw,
    [DRIVER, OWNER, FOLLOWER],
  ],
  ['withdrawing what is being done: the doer', 'doing', submitter, story.withdraw, ['pDOER doer', FOLLOWER]],
  ['withdrawing what nobody worked on: who follows it', 'submitted', submitter, story.withdraw, [FOLLOWER]],
  ['opening again', 'closed', otherLeader, story.reopen, ['pLEADER deciders', SUBMITTER, FOLLOWER]],
  ['a co-submitter: the one who is asked', 'submitted', submitter, story.addCoSubmitter(), ['pFRIEND added']],
  ['their yes: those who have it', 'colleagueAsked', somebody, story.acceptJoining, [SUBMITTER]],
  ['their no: the one who asked', 'colleagueAsked', somebody, story.declineJoining, ['pSUBMITTER asker']],
  [
    'their silence: the one who asked',
    ...(['colleagueAsked', clock, story.lapseJoining('pSOMEBODY')] as const),
    ['pSUBMITTER asker'],
    '2026-12-24',
  ],
  ['stepping out: the others', 'together', submitter, story.stepOut, ['pFRIEND submitter']],
  ['a picture: nobody', 'submitted', submitter, story.addPicture(), []],

  ['a question: the submitter', 'submitted', leader, story.ask(), [SUBMITTER]],
  ['an answer: all who may decide', 'asked', submitter, story.answer(), DECIDERS],
  ['an answer while exploring: the driver', 'exploringAsked', submitter, story.answer(), [DRIVER]],
  ['a comment', 'scaling', story.stranger, story.comment(), [SUBMITTER, LEADER, OWNER, FOLLOWER]],
  ['thanks: the submitter', 'submitted', story.stranger, story.thank, [SUBMITTER]],
  [
    'the same problem: who has the idea, and who works on it',
    'exploring',
    story.stranger,
    story.need,
    [LEADER, SUBMITTER],
  ],
  [
    'the same problem, taken on by nobody: all who may decide',
    'submitted',
    story.stranger,
    story.need,
    [...DECIDERS, SUBMITTER],
  ],
  ['a department that takes part', 'exploring', story.partner, story.takePart(), [LEADER, SUBMITTER]],
  ['a line on how it goes', 'exploring', driver, story.reportProgress(), [SUBMITTER, FOLLOWER]],
  ['another department: its leaders', 'submitted', leader, story.concern(), ['pSBKLEADER concerned']],
  ['a part of what is needed: nobody', 'exploring', driver, story.fill('worth', { worth: 'Tid.' }), []],

  ['exploring', 'submitted', leader, story.explore, [SUBMITTER, FOLLOWER]],
  ['a colleague as driver', 'submitted', leader, story.exploreWith('pDRIVER'), ['pDRIVER driver', SUBMITTER, FOLLOWER]],
  ['the submitter as driver', 'submitted', leader, story.exploreWith('pSUBMITTER'), ['pSUBMITTER driver', FOLLOWER]],
  ['another driver: the one who is asked', 'exploring', leader, story.nameDriver(), ['pDRIVER driver']],
  ['a driver’s yes', 'drivingAsked', story.colleagueDriver, story.acceptDriving, [LEADER, SUBMITTER]],
  ['a driver’s no: all who may decide', 'drivingAsked', story.colleagueDriver, story.declineDriving(), DECIDERS],
  ['doing it now', 'submitted', leader, story.doNow(), ['pDOER doer', SUBMITTER, FOLLOWER]],
  ['doing it oneself', 'submitted', leader, story.doNow('pLEADER'), [SUBMITTER, FOLLOWER]],
  ['doing it, asked of the submitter', 'submitted', leader, story.doNow('pSUBMITTER'), ['pSUBMITTER doer', FOLLOWER]],
  ['a doer’s yes: the leader who asked', 'doingAsked', story.doer, story.acceptDoing, [LEADER]],
  ['a doer’s no: all who may decide', 'doingAsked', story.doer, story.declineDoing(), DECIDERS],
  ['a driver who leaves: all who may decide', 'exploring', clock, story.leave('pLEADER'), ['pOTHERLEADER deciders']],
  ['a submitter who leaves with a question open: the driver', 'exploringAsked', clock, story.leave(), [DRIVER]],
  [
    'a driver who works here no more: all who may decide',
    'exploring',
    clock,
    story.handBack('pLEADER'),
    ['pOTHERLEADER deciders'],
  ],
  [
    'a submitter who works here no more, with a question open: the driver',
    'exploringAsked',
    clock,
    story.handBack('pSUBMITTER'),
    [DRIVER],
  ],
  ['an idea that goes along with its unit: nobody', 'exploring', clock, story.moveWithUnit(), []],
  ['a submitter who leaves: nobody', 'exploring', clock, story.leave(), []],
  ['what was done', 'doing', story.doer, story.reportDone(), [SUBMITTER, LEADER, FOLLOWER]],

  ['planning', 'explored', driver, story.plan, [SUBMITTER, FOLLOWER]],
  ['a plan: all who may decide', 'planningReady', colleague, story.submitPlan, DECIDERS],
  [
    'an approved plan that costs nothing: nobody who decides on money',
    ...(['planSubmitted', otherLeader, story.approvePlan()] as const),
    [DRIVER, SUBMITTER, FOLLOWER],
  ],
  ['a plan sent back: the driver', 'planSubmitted', otherLeader, story.sendBack(), [DRIVER]],
  [
    'a leader’s own plan: who decides on money',
    ...(['costlyPlan', driver, story.submitPlan] as const),
    ['pMANAGER funder', 'pOTHERMANAGER funder', SUBMITTER, FOLLOWER],
  ],
  [
    'another driver, by whom others decide on the money',
    ...(['askedForMoney', leader, story.nameDriver('pDRIVER', 'office')] as const),
    ['pDRIVER driver', 'pMANAGER funder', 'pOTHERMANAGER funder'],
  ],
  ['a plan that is taken back: those who were to decide', 'planSubmitted', colleague, story.takeBack, DECIDERS],
  [
    'a plan that is taken back from who decides on money: the leader too',
    ...(['askedForMoney', colleague, story.takeBack] as const),
    ['pMANAGER funder', 'pOTHERMANAGER funder', LEADER],
  ],
  ['money', 'askedForMoney', story.funder, story.grant(), [DRIVER, SUBMITTER, FOLLOWER]],
  ['no money', 'askedForMoney', story.funder, story.declineMoney(), [DRIVER, SUBMITTER]],

  ['a longer test', 'piloting', driver, story.extend(), [SUBMITTER, FOLLOWER], '2027-02-01'],
  ['a result: all who may decide', 'resultReady', colleague, story.submitResult, DECIDERS],
  ['use where it was tested', 'tested', leader, story.useHere(), [SUBMITTER, FOLLOWER]],

  [
    'closing a test that somebody has paid for: they too',
    ...(['funded', leader, tested] as const),
    [SUBMITTER, 'pMANAGER granter', FOLLOWER],
  ],
  [
    'what a test touches: whose matter it is, and for the rest those who decide',
    ...(['planningReady', driver, askChecks()] as const),
    ['pSOMEBODY checkers', 'pOTHERLEADER deciders'],
  ],
  ['an answer to that', 'checking', somebody, answerCheck(), [DRIVER]],
  ['no answer to that', 'checking', clock, remindChecks, ['pSOMEBODY checkers', ...DECIDERS], '2026-12-24'],
  ['a promise that waits for who leads: whose idea it is', 'submitted', clock, story.pause(), [SUBMITTER]],
  ['whoever is asked what they think', 'submitted', leader, askOpinion('pFRIEND'), ['pFRIEND consulted']],
  ['one of several answers to that: nobody yet', 'opinionsAsked', somebody, giveOpinion(), []],
  ['that their time is over: whoever has asked', 'opinionsAsked', clock, endOpinions, ['pLEADER asker'], '2026-12-24'],
  ['whoever is asked to take over', 'agreed', driver, nameSuccessor(), ['pFRIEND added']],
  ['their yes', 'takingOverAsked', askedSuccessor, acceptTakingOver, [DRIVER]],
  ['their no', 'takingOverAsked', askedSuccessor, declineTakingOver(), [DRIVER]],
  ['their silence', 'takingOverAsked', clock, lapseTakingOver, [DRIVER], '2026-12-24'],
  [
    'what comes of it, to whoever has said yes to taking over',
    ...(['takingOver', otherLeader, story.stopAsAgreed] as const),
    [SUBMITTER, DRIVER, 'pFRIEND successor', FOLLOWER],
    '2027-02-01',
  ],
  [
    'the same, but not to somebody who has not answered',
    ...(['takingOverAsked', otherLeader, story.stopAsAgreed] as const),
    [SUBMITTER, DRIVER, FOLLOWER],
    '2027-02-01',
  ],
  ['a test that stops as it was agreed', 'agreed', driver, story.stopAsAgreed, [SUBMITTER, FOLLOWER], '2027-02-01'],
  [
    'the same, by somebody else',
    'agreed',
    otherLeader,
    story.stopAsAgreed,
    [SUBMITTER, DRIVER, FOLLOWER],
    '2027-02-01',
  ],
  ['scaling: owner and departments', 'tested', leader, story.scale(), [OWNER, ...INVITED, SUBMITTER, FOLLOWER]],
  ['another owner: the one who is asked', 'scaling', leader, story.nameOwner('pNEW'), ['pNEW owner']],
  ['an owner’s yes: the leader', 'scalingAsked', owner, story.acceptOwning, [LEADER]],
  ['an owner’s no: all who may decide', 'scalingAsked', owner, story.declineOwning(), DECIDERS],
  ['an invitation: those invited', 'scaling', owner, story.invite('MEF'), INVITED],
  ['an adoption', 'scaling', adopter, story.adopt(), [OWNER, LEADER, SUBMITTER]],
  ['a "not now"', 'scaling', adopter, story.notNow(), [OWNER, LEADER]],
  ['an end of use', 'adopted', adopter, story.stopUsing(), [OWNER, LEADER]],
  ['what a solution is: those who use it', 'adopted', owner, tellCore(), USERS],
  ['what a department changes', 'adopted', adopter, adapt(), [OWNER]],
  ['what became better', 'adopted', adopter, tellBetter(), [OWNER, LEADER, SUBMITTER, 'pUTBLEADER users']],
  ['a reminder to say so', 'askedBetter', clock, story.remindBetter, ['pADOPTER adopters'], '2027-03-03'],
  ['back to the test', 'scaling', otherLeader, story.backToTest(), [DRIVER, OWNER, SUBMITTER], '2027-04-01'],
  ['use everywhere', 'scaling', owner, story.spread(), [LEADER, SUBMITTER, FOLLOWER]],
  ['what became of it', 'spread', owner, story.followUp(), [LEADER, SUBMITTER]],
  ['the end of its use', 'spread', owner, story.retire(), [SUBMITTER, LEADER, FOLLOWER]],

  ['passing on', 'submitted', story.office, story.passOn(), [...DECIDERS, SUBMITTER, 'pFORMER formerDeciders']],
  ['closing while somebody does it', 'doing', leader, story.close(), [SUBMITTER, 'pDOER doer', FOLLOWER]],
  ['closing after a test', 'scaling', otherLeader, tested, [SUBMITTER, LEADER, OWNER, FOLLOWER]],
  ['a proposal to merge: who decides on the other', 'submitted', leader, story.proposeMerge(), ['pADOPTER answerers']],
  ['a no to it: who proposed it', 'mergeProposed', story.answerer, story.declineMerge, ['pLEADER asker']],
  ['a yes to it', 'mergeProposed', story.answerer, story.acceptMerge, [SUBMITTER, 'pLEADER asker', FOLLOWER]],
  ['its end: who proposed it', 'mergeProposed', clock, story.endProposal('moved'), ['pLEADER asker']],
  ['merging', 'exploring', otherLeader, story.merge(), [SUBMITTER, DRIVER, FOLLOWER]],
  [
    'taking another idea in: the leader, and whose idea it was before',
    ...(['drivingAsked', otherMerger, story.absorb()] as const),
    [LEADER, 'pDRIVER driver', SUBMITTER],
  ],
  ['hiding: the submitter, and who had said something', 'inUse', leader, story.hide, [SUBMITTER, REPORTER]],
  ['an edit of what is hidden: all who may show it again', 'hidden', submitter, story.edit(), DECIDERS],
  ['showing again: the submitter', 'hidden', leader, story.show, [SUBMITTER]],
  ['the diary number: nobody', 'submitted', leader, setDiary(), []],
  ['reading what is hidden: nobody', 'hidden', leader, story.readHidden, []],
  ['hiding one’s own words: nobody', 'withdrawn', submitter, story.withholdWords, []],
  ['letting all read it: the submitter', 'unread', leader, story.openToAll, [SUBMITTER]],
  ['something said about the text: who decides', 'submitted', story.stranger, story.report(), DECIDERS],
  ['the text stays: who said something', 'reported', leader, story.answerReport, [REPORTER, 'pSUBMITTER reporters']],
  [
    'hiding a comment: who wrote it, and who had said something',
    ...(['submitted', leader, story.hideComment()] as const),
    ['pADOPTER commenter', REPORTER, 'pSUBMITTER reporters'],
  ],
  ['showing a comment: who wrote it', 'submitted', leader, story.showComment(), ['pADOPTER commenter']],
  ['hiding a line about the same problem: who wrote it', 'exploring', leader, story.hideNeed(), ['pADOPTER commenter']],
  ['changing a comment: nobody', 'submitted', adopter, story.editComment(), []],
  ['removing a comment: nobody', 'submitted', adopter, story.removeComment(), []],

  [
    'a reminder: those whom it waits for, and the submitter',
    ...(['submitted', clock, story.remind] as const),
    ['pLEADER waitedFor', 'pOTHERLEADER waitedFor', SUBMITTER],
    '2026-12-24',
  ],
  ['passing it to the deputy: all who decide by then', 'reminded', clock, story.escalate, DECIDERS, '2026-12-24'],
  [
    'a reminder after that: the next in the chain, and the managers at its end',
    ...(['escalated', clock, story.remindAgain()] as const),
    [...DECIDERS, 'pMANAGER managers'],
    '2027-01-06',
  ],
  ['how long it takes: whose idea it is', 'escalated', clock, story.tellDelay, [SUBMITTER], '2027-01-06'],
  [
    'how it goes: whoever does the work',
    ...(['piloting', clock, story.askProgress] as const),
    ['pLEADER waitedFor', 'pOTHERLEADER waitedFor'],
    '2027-01-10',
  ],
  ['an account that is somebody’s: nobody', 'submitted', clock, story.identify(), []],
  [
    'what nobody can decide on where it was: those who can now',
    ...(['submitted', clock, story.moveOn()] as const),
    DECIDERS,
  ],
  [
    'money that no manager can decide on: the office',
    ...(['askedForMoney', clock, story.moveOn({ funder: 'office' })] as const),
    ['pMANAGER funder', 'pOTHERMANAGER funder'],
  ],
  ['half-way: the driver', 'piloting', clock, story.lookHalfWay, [DRIVER], '2027-01-14'],
  ['waiting until a month', 'submitted', story.leader, story.postpone(), [SUBMITTER, FOLLOWER]],
  ['reading again as promised', 'resting', clock, story.endRest, [...DECIDERS, SUBMITTER, FOLLOWER], '2027-02-01'],
  ['an idea that may fit a challenge: whoever had it', 'closed', clock, story.wake, [SUBMITTER]],
  ['sending it there', 'woken', submitter, story.sendToChallenge, [...DECIDERS, FOLLOWER]],
  ['leaving it as it is: nobody', 'woken', submitter, story.leaveAsleep, []],
  ['a challenge that takes no more answers: nobody', 'woken', clock, story.endWaking, [], '2027-07-02'],
  ['trying again', 'closedForNow', clock, story.comeBack, [...DECIDERS, SUBMITTER, FOLLOWER], '2027-01-15'],
  ['a question to an adopter: its leaders', 'adopted', clock, story.checkAdoption, ['pADOPTER adopters'], '2027-07-01'],
  [
    'whether it has got better: those who take part, and those with the problem, but nobody whose idea it is',
    ...(['spread', clock, story.askImprovement()] as const),
    ['pSOMEBODY sharing'],
    '2027-01-10',
  ],
  ['… where nobody has the problem: nobody', 'spread', clock, story.askImprovement({}), [], '2027-01-10'],
  ['a question to the owner', 'spread', clock, story.askFollowUp, [OWNER, LEADER], '2027-07-01'],
];

const happens = ([, standing, who, command, , day]: Row) =>
  storyOf(standing).when(who, command, day === undefined ? story.setting : story.on(day));

describe('who hears of', () => {
  it.each(rows.map((row) => [row[0], row] as const))('%s', (_what, row) => {
    const { event, idea } = happens(row);
    const told = recipientsOf(event, idea, found).map(({ person, as }) => `${person} ${as}`);
    expect(told.sort()).toEqual([...row[4]].sort());
  });

  it('those who said that they have the same problem hear that its words have changed, and of a hidden one nobody but who decides', () => {
    const needing = { deciders: ['pLEADER'], needing: ['pNEEDING', 'pSUBMITTER'] };
    const heard = (...steps: story.Step[]) => {
      const { event, idea } = given(story.submitted, ...steps).when(submitter, story.edit());
      return recipientsOf(event, idea, needing).map(({ person, as }) => `${person} ${as}`);
    };
    expect(heard()).toEqual(['pNEEDING needing']);
    expect(heard([leader, story.hide])).toEqual(['pLEADER deciders']);
  });

  it('departments that take part hear of plan, result and end', () => {
    const taking = (steps: readonly story.Step[]): story.Step[] => [...steps, [story.partner, story.takePart()]];
    const heard = (steps: readonly story.Step[], who: Actor, command: Command) => {
      const { event, idea } = given(...taking(steps)).when(who, command);
      return recipientsOf(event, idea, found).flatMap(({ person, as }) => (as === 'partners' ? person : []));
    };
    const { exploring, planSubmitted, askedForMoney, tested: resultIn } = story.standings;
    const partners = ['pSBKLEADER', 'pFOLLOWER'];
    expect(heard([...exploring, ...story.explored()], driver, story.plan)).toEqual(partners);
    expect(heard(planSubmitted, otherLeader, story.approvePlan())).toEqual(partners);
    expect(heard(askedForMoney, story.funder, story.grant())).toEqual(partners);
    expect(heard(resultIn.slice(0, -1), driver, story.submitResult)).toEqual(partners);
    expect(heard(resultIn, leader, tested)).toEqual(partners);
    expect(heard(resultIn, leader, story.scale())).toEqual(partners);
    expect(heard(resultIn, leader, story.useHere())).toEqual(partners);
  });

  it('they hear as well when the idea ends in another way, and when it is opened again', () => {
    const { exploring, spread } = story.standings;
    const taking: story.Step[] = [...exploring, [story.partner, story.takePart()]];
    const heard = (steps: readonly story.Step[], who: Actor, command: Command) => {
      const { event, idea } = given(...steps).when(who, command);
      return recipientsOf(event, idea, found).flatMap(({ person, as }) => (as === 'partners' ? person : []));
    };
    const partners = ['pSBKLEADER', 'pFOLLOWER'];
    expect(heard(taking, submitter, story.withdraw)).toEqual(partners);
    expect(heard([...taking, [submitter, story.withdraw]], submitter, story.reopen)).toEqual(partners);
    expect(heard(taking, otherLeader, story.merge())).toEqual(partners);
    const inUse: story.Step[] = [
      exploring[0] ?? story.submitted,
      [story.partner, story.takePart()],
      ...spread.slice(1),
    ];
    expect(heard(inUse, owner, story.retire())).toEqual(partners);
  });

  it('a department for which a manager has said that it takes part, or does no more: its leaders too', () => {
    const manager: Actor = { ...story.partner, ref: 'pSBKMANAGER' };
    const taking: story.Step[] = [...story.standings.exploring, [manager, story.takePart()]];
    const told = (...steps: story.Step[]) => {
      const [who, command] = steps.at(-1) ?? [manager, story.takePart()];
      const { event, idea } = given(...steps.slice(0, -1)).when(who, command);
      return recipientsOf(event, idea, found).map(({ person, as }) => `${person} ${as}`);
    };
    expect(told(...taking).sort()).toEqual(['pADOPTER adopters', LEADER, SUBMITTER].sort());
    expect(told(...taking, [manager, story.leavePart()]).sort()).toEqual(
      ['pADOPTER adopters', LEADER, SUBMITTER].sort(),
    );
  });

  it('a department that takes part no more: those who carry the idea, and itself of nothing that comes then', () => {
    const { exploring, planSubmitted } = story.standings;
    const left = (steps: readonly story.Step[]): story.Step[] => [
      ...steps,
      ...([
        [story.partner, story.takePart()],
        [story.partner, story.leavePart()],
      ] as const),
    ];
    const { event, idea } = given(...left(exploring).slice(0, -1)).when(story.partner, story.leavePart());
    const told = recipientsOf(event, idea, found).map(({ person, as }) => `${person} ${as}`);
    expect(told.sort()).toEqual([LEADER, SUBMITTER].sort());
    const planned = given(...left(planSubmitted)).when(otherLeader, story.approvePlan());
    const hears = recipientsOf(planned.event, planned.idea, found).map(({ as }) => as);
    expect(hears).not.toContain('partners');
  });

  const besideRows = [
    ...['obstacleLifted', 'obstacleForgotten'],
    ...['departmentHindered', 'obstacleGoneThere', 'obstacleForgottenThere'],
  ];

  it('every kind of event is thought of here', () => {
    const known = new Set<string>([...rows.map((row) => happens(row).event.type), 'leftPart', ...besideRows]);
    expect(Object.keys(audiences).filter((type) => !known.has(type))).toEqual(['submitted', 'entered']);
  });

  it('what was in its way is gone: those who read it again, and whose it is', () => {
    const back = given(...stories.obstacleLifted);
    const last = back.events.slice(-1);
    expect(last.flatMap((one) => recipientsOf(one, back.idea, found))).toEqual([
      { person: 'pLEADER', as: 'deciders' },
      { person: 'pOTHERLEADER', as: 'deciders' },
      { person: 'pSUBMITTER', as: 'submitter' },
    ]);
  });

  it('what kept a department from taking it in: that department alone, once it is gone, and nobody before', () => {
    const told = (type: EventType) => {
      const { events, idea } = given(...stories[type]);
      return events
        .slice(-1)
        .flatMap((one) => recipientsOf(one, idea, found).map(({ person, as }) => `${person} ${as}`));
    };
    expect(told('obstacleGoneThere')).toEqual(['pADOPTER adopters']);
    for (const type of ['departmentHindered', 'obstacleForgottenThere', 'obstacleForgotten'] as const)
      expect(told(type)).toEqual([]);
  });

  it('a new idea: all who may decide on it, and the colleague for whom it was written down', () => {
    const own = given(story.submitted);
    expect(own.events.flatMap((one) => recipientsOf(one, own.idea, found))).toEqual([
      { person: 'pLEADER', as: 'deciders' },
      { person: 'pOTHERLEADER', as: 'deciders' },
    ]);
    const writer = { ...story.submitter, ref: 'pWRITER' };
    const { idea, events } = given([writer, story.submit({ coSubmitters: ['pWRITER'] })]);
    expect(events.flatMap((one) => recipientsOf(one, idea, { deciders: ['pLEADER'] }))).toEqual([
      { person: 'pLEADER', as: 'deciders' },
      { person: 'pSUBMITTER', as: 'submitter' },
    ]);
  });

  it('what the submitter hears: all who had the idea together, but for the one who acts', () => {
    const together = given(...everyStanding.submitted, ...story.joins(), [
      story.merger,
      story.absorb('Q4X7MK', ['pJOINED']),
    ]);
    const those = (who: Actor, command: Command) => {
      const { event, idea } = together.when(who, command);
      return recipientsOf(event, idea, {}).map(({ person }) => person);
    };
    expect(those(leader, story.close())).toEqual(['pSUBMITTER', 'pFRIEND', 'pJOINED']);
    expect(those({ ...story.stranger, ref: 'pFRIEND' }, story.comment())).toEqual(['pSUBMITTER', 'pJOINED']);
    // Those whose own idea is a part of it are not asked about it.
    expect(those(leader, story.ask())).toEqual(['pSUBMITTER', 'pFRIEND']);
  });

  it('anything: never the one who did it, and nobody twice', () => {
    const everybody = ['pSUBMITTER', 'pLEADER', 'pOTHERLEADER', 'pDOER', 'pOWNER', 'pFRIEND', 'pADOPTER'];
    const all = Object.fromEntries(lookedUp.map((audience) => [audience, [...everybody, ...everybody]]));
    for (const name of standingNames) {
      const { events, idea } = storyOf(name);
      for (const event of events) {
        for (const by of everybody) {
          const crowded = { ...idea, coSubmitters: ['pFRIEND', 'pLEADER'] };
          const people = recipientsOf({ ...event, by }, crowded, all).map(({ person }) => person);
          expect({ name, people }).toEqual({ name, people: [...new Set(people)].filter((person) => person !== by) });
        }
      }
    }
  });
});

describe('a notice', () => {
  it.each<[EventType, Audience, string[]]>([
    ['closed', 'submitter', []],
    ['asked', 'submitter', []],
    ['submitted', 'deciders', []],
    ['driverNamed', 'driver', []],
    ['closed', 'followers', ['followed']],
    ['commented', 'submitter', ['comments']],
    ['commented', 'followers', ['followed', 'comments']],
    ['reminded', 'waitedFor', ['reminders']],
    ['reminded', 'submitter', []],
    ['remindedAgain', 'deciders', []],
    ['remindedAgain', 'managers', ['reminders']],
    ['delayTold', 'submitter', []],
    ['progressAsked', 'waitedFor', ['reminders']],
    ['halfWay', 'driver', ['reminders']],
    ['adoptionChecked', 'adopters', ['reminders']],
    ['betterReminded', 'adopters', ['reminders']],
    ['betterTold', 'users', []],
    ['followUpAsked', 'owner', ['reminders']],
  ])('of %s to the %s stops for those who have turned off %j, and for nobody else', (type, as, stops) => {
    expect(stopsOf({ type }, as)).toEqual(stops);
  });
});

describe('an event', () => {
  it('looks up those of its audiences that the idea does not name, and no others', () => {
    for (const row of rows) {
      const { event } = happens(row);
      const wanted = audiences[event.type].filter((one) => lookedUp.some((other) => other === one));
      expect([...lookUpsOf(event)].sort()).toEqual([...wanted].sort());
    }
  });

  it('is heard of as every audience that there is', () => {
    const known = new Set(Object.values(audiences).flat());
    const named = [
      'submitter',
      'doer',
      'driver',
      'leader',
      'owner',
      'added',
      'asker',
      'commenter',
      'granter',
      'successor',
      'checkers',
      'consulted',
    ];
    expect([...known].sort()).toEqual([...named, ...lookedUp].sort());
  });
});
