import type { Verb } from '../../../src/cards/verbs.js';
import { type Command, type CommandType, rules } from '../../../src/domain/idea/commands.js';
import { setDiary } from '../../../testing/samples/archive/diary.js';
import {
  acceptTakingOver,
  agreement,
  answerCheck,
  askChecks,
  declineTakingOver,
  nameSuccessor,
} from '../../../testing/samples/idea/agreed.js';
import { hinder, hinderThere } from '../../../testing/samples/idea/hindering.js';
import { askOpinion, giveOpinion } from '../../../testing/samples/idea/opinions.js';
import { adapt, tellBetter, tellCore } from '../../../testing/samples/idea/solution.js';
import type { Step } from '../../../testing/samples/idea/story.js';
import * as story from '../../../testing/samples/idea/story.js';

/** Something that can be done with an idea, in the situation in which somebody can do it. */
export interface AuditedAct {
  /** What it is, in docs/RIGHTS.md. */
  is: string;
  /** The idea as it is met. */
  given: readonly Step[];
  /** The button's verb, where it is not `act`. */
  verb?: Verb;
  /** What is asked of the domain; absent: the act only looks. */
  command?: Command;
  /** The command is about a comment of the one who gives it. */
  ofOwn?: true;
  /** Of an act that only looks: what is seen. */
  sees?: 'idea' | 'form' | 'name' | 'words';
}

const by = story.colleagueDriver;
const { leader, owner, submitter } = story;
const submitted: Step[] = [
  [submitter, story.submit({ coSubmitters: ['pFRIEND', 'pOWNLEADER'] })],
  [submitter, story.addCoSubmitter('pINVITED')],
  [story.merger, story.absorb('A2A2A2', ['pJOINED'])],
];
/** Another department’s idea, as whose part it is proposed. */
export const TARGET = 'Q4X7MK';
const proposedMerge: Step[] = [...submitted, [leader, story.proposeMerge(TARGET)]];
/** As when it was everybody's own who could decide on it; since then others have come. */
const disqualified: Step[] = [[submitter, story.submit({ coSubmitters: ['pFRIEND', 'pOWNLEADER'], tier: 'outside' })]];
const driverAsked: Step[] = [...submitted, [leader, story.exploreWith('pDRIVER')]];
const exploring: Step[] = [...driverAsked, [by, story.acceptDriving]];
const solvedTogether: Step[] = [...exploring, [story.partner, story.takePart()]];
const asked: Step[] = [...exploring, [by, story.ask()]];
const doerAsked: Step[] = [...submitted, [leader, story.doNow()]];
const doing: Step[] = [...doerAsked, [story.doer, story.acceptDoing]];
const explored: Step[] = [...exploring, ...story.explored(by)];
const planned: Step[] = [...explored, [by, story.plan], ...story.planned(0, by)];
const proposed: Step[] = [...planned, [by, story.submitPlan]];
const costly: Step[] = [...explored, [by, story.plan], ...story.planned(80_000, by), [by, story.submitPlan]];
const beforeManager: Step[] = [...costly, [leader, story.approvePlan('manager')]];
const beforeOffice: Step[] = [...costly, [leader, story.approvePlan('office')]];
/** A leader who drives: they have nothing to approve. */
const ownPlan: Step[] = [
  ...submitted,
  [leader, story.explore],
  ...story.explored(),
  [story.driver, story.plan],
  ...story.planned(),
];
const testing: Step[] = [...proposed, [leader, story.approvePlan()]];
const testedTogether: Step[] = [...proposed, [story.partner, story.takePart()], [leader, story.approvePlan()]];
/** Half of a test for which it was agreed when to stop. */
const testedAsAgreed: Step[] = [
  ...planned,
  [by, story.fill('time', { start: '2026-10-01', end: '2026-12-10' })],
  [by, story.fill('agreement', agreement)],
  [by, story.submitPlan],
  [leader, story.approvePlan()],
];
const checked: Step[] = [...planned, [by, askChecks('pCHECKER')]];
const advised: Step[] = [...submitted, [leader, askOpinion('pADVISER')]];
const takesOver: Step[] = [...testedAsAgreed, [by, nameSuccessor('pSUCCESSOR')]];
const finding = story.fill('result', { outcome: 'Färre sena besök.', learned: 'Dubbdäck.', recommendation: 'scale' });
const withResult: Step[] = [...testing, [by, finding]];
const tested: Step[] = [...withResult, [by, story.submitResult]];
const ownerAsked: Step[] = [...tested, [leader, story.scale()]];
const scaling: Step[] = [...ownerAsked, [owner, story.acceptOwning]];
const adopt = story.adopt('using', '2026-11-20');
const adopted: Step[] = [...scaling, [story.adopter, adopt]];
const inUse: Step[] = [...scaling, [owner, story.spread()]];
const closed: Step[] = [...submitted, [leader, story.close()]];
const woken: Step[] = [...closed, [story.clock, story.wake]];
const withdrawn: Step[] = [...submitted, [submitter, story.withdraw]];
const hidden: Step[] = [...submitted, [leader, story.hide]];
const withheld: Step[] = [...submitted, [submitter, story.withdrawAndHide]];
const reported: Step[] = [...submitted, [story.stranger, story.report()]];
const unread: Step[] = [[submitter, story.submit({ coSubmitters: ['pFRIEND', 'pOWNLEADER'], readFirst: true })]];
const commented: Step[] = [...submitted, [story.adopter, story.comment()]];

/** Everything that a button can do with an idea that is there. */
export const acts: readonly AuditedAct[] = [
  { is: 'read it, its history and its decisions', given: submitted, verb: 'open', sees: 'idea' },
  { is: 'read it in another part of its card', given: submitted, verb: 'panel', sees: 'idea' },
  { is: 'follow it, or no more', given: submitted, verb: 'follow', sees: 'idea' },
  { is: 'know who sent it, where they asked for their name to be kept', given: submitted, verb: 'open', sees: 'name' },
  { is: 'read it before its department has, where that reads first', given: unread, verb: 'open', sees: 'words' },
  { is: 'read it once its words are hidden', given: hidden, verb: 'open', sees: 'words' },
  { is: 'read it once its words are withdrawn', given: withheld, verb: 'open', sees: 'words' },
  { is: 'read what is hidden, which the record then says', given: hidden, command: story.readHidden },
  { is: 'read what is withdrawn, which the record then says', given: withheld, command: story.readHidden },
  { is: 'write its number in the diary', given: exploring, command: setDiary() },
  { is: 'comment', given: exploring, command: story.comment() },
  { is: 'comment, with words typed in the chat', given: exploring, verb: 'answerTyped', command: story.comment() },
  { is: 'change a comment of their own', given: commented, command: story.editComment(), ofOwn: true },
  { is: 'remove a comment of their own', given: commented, command: story.removeComment(), ofOwn: true },
  { is: 'change a comment of somebody else', given: commented, command: story.editComment('Nej.', { by: 'pNEW' }) },
  { is: 'remove a comment of somebody else', given: commented, command: story.removeComment({ by: 'pNEW' }) },
  { is: 'thank', given: exploring, command: story.thank },
  { is: 'say that they have the same problem', given: exploring, command: story.need },
  { is: 'take back that they have the same problem', given: exploring, verb: 'takeBackNeed', sees: 'idea' },
  { is: 'say that Samhällsbyggnad takes part in solving it', given: exploring, command: story.takePart() },
  { is: 'say that Samhällsbyggnad takes part no more', given: solvedTogether, command: story.leavePart() },
  {
    is: 'test at the same time in Samhällsbyggnad, which takes part',
    given: testedTogether,
    command: story.testToo('SBK', '2026-11-20'),
  },
  { is: 'say something about the text', given: submitted, command: story.report() },

  { is: 'open the form to change it', given: submitted, verb: 'editForm', sees: 'form' },
  { is: 'change it', given: submitted, verb: 'edit', command: story.edit() },
  { is: 'withdraw it', given: exploring, command: story.withdraw },
  { is: 'withdraw its words with it', given: exploring, command: story.withdrawAndHide },
  { is: 'withdraw its words afterwards', given: withdrawn, command: story.withholdWords },
  { is: 'bring it back once withdrawn', given: withdrawn, command: story.reopen },
  { is: 'ask a colleague to be a co-submitter', given: exploring, command: story.addCoSubmitter('pNEW') },
  { is: 'say yes to being a submitter', given: exploring, command: story.acceptJoining },
  { is: 'say no to being a submitter', given: exploring, command: story.declineJoining },
  { is: 'take themself off it', given: exploring, command: story.stepOut },
  { is: 'add a picture of their own', given: exploring, command: story.addPicture() },
  { is: 'answer a question', given: asked, command: story.answer() },
  { is: 'answer a question, with words typed in the chat', given: asked, verb: 'answerTyped', command: story.answer() },

  { is: 'ask the submitter before it is taken on', given: submitted, command: story.ask() },
  { is: 'ask the submitter later', given: exploring, command: story.ask() },
  { is: 'have it explored', given: submitted, command: story.exploreWith('pNEW') },
  { is: 'have it done at once', given: submitted, command: story.doNow('pNEW') },
  { is: 'promise to read it again in another month', given: submitted, command: story.postpone() },
  { is: 'pass it on to another department', given: submitted, command: story.passOn() },
  { is: 'pass on several at once', given: submitted, verb: 'several', command: story.passOn() },
  {
    is: 'have several done at once by their units’ managers',
    given: [[submitter, story.submit({ unit: 'HTS', coSubmitters: ['pFRIEND', 'pOWNLEADER'] })]],
    verb: 'several',
    command: story.doNow('pNEW'),
  },
  { is: 'close it', given: submitted, command: story.close() },
  { is: 'close several at once', given: submitted, verb: 'several', command: story.close() },
  { is: 'close it once in use', given: inUse, command: story.close() },
  { is: 'open it again once closed', given: closed, command: story.reopen },
  { is: 'say what is in its way', given: submitted, command: hinder() },
  { is: 'say what is in its way, once closed', given: closed, command: hinder() },
  { is: 'send it to a challenge that it may fit', given: woken, command: story.sendToChallenge },
  { is: 'leave it as it is where it may fit one', given: woken, command: story.leaveAsleep },
  { is: 'make it part of another idea', given: submitted, verb: 'merge', command: story.merge() },
  {
    is: 'propose that it becomes part of another department’s idea',
    given: submitted,
    verb: 'merge',
    command: story.proposeMerge(TARGET),
  },
  { is: 'agree to that', given: proposedMerge, verb: 'answerMerge', command: story.acceptMerge },
  { is: 'say no to that', given: proposedMerge, verb: 'answerMerge', command: story.declineMerge },
  { is: 'let all read it, where its department reads first', given: unread, command: story.openToAll },
  { is: 'hide its words', given: submitted, command: story.hide },
  { is: 'show its words again', given: hidden, command: story.show },
  { is: 'hide a comment', given: commented, command: story.hideComment({ by: 'pNEW' }) },
  { is: 'hide what somebody wrote with the same problem', given: exploring, command: story.hideNeed('pNEW') },
  { is: 'show a comment again', given: commented, command: story.showComment({ by: 'pNEW' }) },
  { is: 'let the text stay, when somebody has said something about it', given: reported, command: story.answerReport },
  { is: 'show it to another department', given: exploring, command: story.concern() },

  { is: 'say who leads the work', given: exploring, command: story.nameDriver('pNEW') },
  { is: 'say yes to leading the work', given: driverAsked, command: story.acceptDriving },
  { is: 'say no to leading the work', given: driverAsked, command: story.declineDriving() },
  { is: 'say yes to doing it', given: doerAsked, command: story.acceptDoing },
  { is: 'say no to doing it', given: doerAsked, command: story.declineDoing() },
  { is: 'report that it is done', given: doing, command: story.reportDone() },
  { is: 'report it done while it is explored', given: exploring, command: story.reportDone() },

  { is: 'write a line on how it goes', given: exploring, command: story.reportProgress() },
  { is: 'write a line on how it goes, as its doer', given: doing, command: story.reportProgress() },
  {
    is: 'write a line on how it goes, as the one responsible day to day',
    given: scaling,
    command: story.reportProgress(),
  },

  { is: 'ask others what they think before it is decided on', given: submitted, command: askOpinion('pNEW') },
  { is: 'say what one thinks of it', given: advised, command: giveOpinion() },

  { is: 'fill in what is needed', given: exploring, command: story.fill('worth', { worth: 'En timme om dagen.' }) },
  { is: 'go on to planning', given: explored, command: story.plan },
  { is: 'send the plan in', given: planned, command: story.submitPlan },
  { is: 'start the test of a plan where the leader leads the work', given: ownPlan, command: story.sendOwnPlan() },
  { is: 'approve a plan where the leader leads the work', given: ownPlan, command: story.approvePlan() },
  { is: 'approve the plan', given: proposed, command: story.approvePlan() },
  { is: 'send the plan back', given: proposed, command: story.sendBack() },
  { is: 'take the plan back to change it', given: proposed, command: story.takeBack },
  { is: 'take the plan back while its money is decided on', given: beforeManager, command: story.takeBack },
  { is: 'grant money within the manager’s limit', given: beforeManager, command: story.grant() },
  { is: 'decline money within the manager’s limit', given: beforeManager, command: story.declineMoney() },
  { is: 'grant money above it', given: beforeOffice, command: story.grant() },
  { is: 'decline money above it', given: beforeOffice, command: story.declineMoney() },

  // Only while all who could decide are disqualified; here somebody may.
  { is: 'note a decision taken outside', given: disqualified, command: story.noteDecision('close') },

  { is: 'extend the test', given: testing, command: story.extend() },
  { is: 'say what a test touches, before it', given: planned, command: askChecks() },
  { is: 'say before a test that what it touches is in order', given: checked, command: answerCheck() },
  { is: 'ask who takes over if the test works', given: testedAsAgreed, command: nameSuccessor('pNEW') },
  { is: 'say yes to taking over', given: takesOver, command: acceptTakingOver },
  { is: 'say no to taking over', given: takesOver, command: declineTakingOver() },
  { is: 'stop the test as it was agreed', given: testedAsAgreed, command: story.stopAsAgreed },
  { is: 'send the result in', given: withResult, command: story.submitResult },
  { is: 'send the result back', given: tested, command: story.sendBack() },
  { is: 'take the result back to change it', given: tested, command: story.takeBack },
  { is: 'go on using it where it was tested', given: tested, command: story.useHere() },
  { is: 'have it introduced in more departments', given: tested, command: story.scale(['SBK'], 'pNEW') },
  { is: 'say who is responsible day to day', given: scaling, command: story.nameOwner('pNEW') },
  { is: 'say yes to being responsible day to day', given: ownerAsked, command: story.acceptOwning },
  { is: 'say no to being responsible day to day', given: ownerAsked, command: story.declineOwning() },
  { is: 'invite a department', given: scaling, command: story.invite('MIL') },
  { is: 'adopt it for Samhällsbyggnad', given: scaling, command: adopt },
  { is: 'say not now for Samhällsbyggnad', given: scaling, command: story.notNow() },
  {
    is: 'say what keeps Samhällsbyggnad from it',
    given: [...scaling, [story.adopter, story.notNow()]],
    command: hinderThere(),
  },
  { is: 'stop using it in Samhällsbyggnad', given: adopted, command: story.stopUsing() },
  { is: 'describe what must be the same elsewhere', given: scaling, command: tellCore() },
  { is: 'say what Samhällsbyggnad changes', given: adopted, command: adapt() },
  { is: 'say what became better in Samhällsbyggnad', given: adopted, command: tellBetter() },
  { is: 'send it back to the test', given: scaling, command: story.backToTest() },
  { is: 'say that it is introduced', given: scaling, command: story.spread() },
  { is: 'say how it went', given: inUse, command: story.followUp() },
  { is: 'say that it is used, or in part', given: inUse, command: story.answerUse() },
  { is: 'say that it is not used any more', given: inUse, command: story.retire() },
];

/** What no button does: time does it, or another act does it along. */
export const nobodys: readonly CommandType[] = (Object.keys(rules) as CommandType[]).filter((type) => {
  const { by } = rules[type];
  return by.length > 0 && by.every((role) => role === 'clock' || role === 'merger');
});
