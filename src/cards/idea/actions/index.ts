import type { CommandType } from '../../../domain/idea/commands.js';
import { answerCheck } from './before-test/answer-check.js';
import { askChecks } from './before-test/ask-checks.js';
import { close } from './ending/close.js';
import { passOn } from './ending/pass-on.js';
import { followUp } from './in-use/follow-up.js';
import { acceptMerge, declineMerge } from './merging/answer-merge.js';
import { merge } from './merging/merge.js';
import { hideNeed } from './needing/hide-need.js';
import { leavePart } from './needing/leave-part.js';
import { need } from './needing/need.js';
import { takePart } from './needing/take-part.js';
import { testToo } from './needing/test-too.js';
import { askOpinion } from './opinions/ask-opinion.js';
import { giveOpinion } from './opinions/give-opinion.js';
import { noteDecision } from './outside/note-decision.js';
import { addPicture } from './own/add-picture.js';
import { edit } from './own/edit.js';
import { reopen } from './own/reopen.js';
import { withdraw } from './own/withdraw.js';
import { withholdWords } from './own/withhold-words.js';
import { approvePlan } from './planning/approve-plan.js';
import { declineMoney } from './planning/decline-money.js';
import { fill } from './planning/fill.js';
import { grant } from './planning/grant.js';
import { plan } from './planning/plan.js';
import { sendBack } from './planning/send-back.js';
import { submitPlan } from './planning/submit-plan.js';
import { takeBack } from './planning/take-back.js';
import { hide, show } from './reading/hide.js';
import { openToAll } from './reading/open-to-all.js';
import { readHidden } from './reading/read-hidden.js';
import { answerReport, report } from './reading/report.js';
import { setDiary } from './reading/set-diary.js';
import { adapt } from './scaling/adapt.js';
import { adopt } from './scaling/adopt.js';
import { acceptOwning, declineOwning } from './scaling/answer-owning.js';
import { backToTest } from './scaling/back-to-test.js';
import { invite } from './scaling/invite.js';
import { nameOwner } from './scaling/name-owner.js';
import { notNow } from './scaling/not-now.js';
import { scale } from './scaling/scale.js';
import { spread } from './scaling/spread.js';
import { stopUsing } from './scaling/stop-using.js';
import { tellBetter } from './scaling/tell-better.js';
import { tellCore } from './scaling/tell-core.js';
import { acceptDoing, declineDoing } from './taking-on/answer-doing.js';
import { acceptDriving, declineDriving } from './taking-on/answer-driving.js';
import { doNow } from './taking-on/do-now.js';
import { explore } from './taking-on/explore.js';
import { nameDriver } from './taking-on/name-driver.js';
import { postpone } from './taking-on/postpone.js';
import { reportDone } from './taking-on/report-done.js';
import { acceptTakingOver, declineTakingOver } from './taking-over/answer-taking-over.js';
import { nameSuccessor } from './taking-over/name-successor.js';
import { answer } from './talking/answer.js';
import { ask } from './talking/ask.js';
import { comment } from './talking/comment.js';
import { concern } from './talking/concern.js';
import { editComment, hideComment, removeComment, showComment } from './talking/handle-comment.js';
import { reportProgress } from './talking/report-progress.js';
import { thank } from './talking/thank.js';
import { extend } from './testing/extend.js';
import { stopAsAgreed } from './testing/stop-as-agreed.js';
import { submitResult } from './testing/submit-result.js';
import { useHere } from './testing/use-here.js';
import { addCoSubmitter } from './together/add-co-submitter.js';
import { acceptJoining, declineJoining } from './together/answer-joining.js';
import { stepOut } from './together/step-out.js';
import { leaveAsleep, sendToChallenge } from './waking/answer-waking.js';

/**
 * The idea's own commands that its cards give: one line each, and one module. Those of rooms after it stand beside these in
 * the floor's register (cards/idea-actions.ts), of which all else is made. Submit comes from a form of its own, reminders
 * from the clock.
 */
export const actions = {
  // Own
  addPicture,
  reopen,
  sendToChallenge,
  leaveAsleep,
  withdraw,
  withholdWords,
  // Together
  addCoSubmitter,
  acceptJoining,
  declineJoining,
  stepOut,
  // Talking
  answer,
  ask,
  comment,
  concern,
  editComment,
  removeComment,
  hideComment,
  hideNeed,
  showComment,
  reportProgress,
  thank,
  // Needing
  need,
  takePart,
  leavePart,
  testToo,
  // Taking on
  acceptDoing,
  declineDoing,
  acceptDriving,
  declineDriving,
  askOpinion,
  giveOpinion,
  doNow,
  explore,
  nameDriver,
  postpone,
  reportDone,
  // Planning
  approvePlan,
  declineMoney,
  fill,
  grant,
  plan,
  sendBack,
  submitPlan,
  takeBack,
  // Before the test
  askChecks,
  answerCheck,
  // Taking over
  nameSuccessor,
  acceptTakingOver,
  declineTakingOver,
  // Testing
  extend,
  stopAsAgreed,
  submitResult,
  useHere,
  // Scaling
  adopt,
  acceptOwning,
  declineOwning,
  backToTest,
  invite,
  nameOwner,
  notNow,
  scale,
  spread,
  stopUsing,
  tellCore,
  adapt,
  tellBetter,
  // In use
  followUp,
  // Ending
  close,
  passOn,
  // Outside
  noteDecision,
  // Reading
  hide,
  show,
  openToAll,
  readHidden,
  setDiary,
  report,
  answerReport,
} as const satisfies { readonly [T in CommandType]?: { type: T } };

/** Those whose presses are verbs of their own (verbs.ts). */
export const withOwnVerbs = { edit, merge, acceptMerge, declineMerge } as const satisfies {
  readonly [T in CommandType]?: { type: T };
};
