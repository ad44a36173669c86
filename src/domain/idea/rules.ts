import type { CommandType } from './commands.js';
import { isHandedIn } from './deciding/decided-on.js';
import { openOutside } from './deciding/outside.js';
import type { Idea } from './idea.js';
import { canBeFilled, isReady, needsOf } from './needs.js';
import type { Role } from './policy.js';
import { readingRules } from './reading-rules.js';
import type { Rule } from './rule.js';
import { stageNames, stages } from './stages.js';
import { togetherRules } from './together-rules.js';
import { nextFollowUp, remindFollowUpOn } from './use/in-use.js';
import { askProgressOn, remindAgainOn, tellDelayOn } from './waiting/silence.js';

/** As many pictures as an idea can have: a card shows them all. */
const MAX_PICTURES = 3;

const open = stageNames.filter((stage) => stages[stage].open);
const spreading = stageNames.filter((stage) => stages[stage].spreads);
const idea = { title: 'required', problem: 'required', solution: 'optional', evidence: 'optional' } as const;
const reason = { reason: 'required' } as const;
const maybeReason = { reason: 'optional' } as const;

const waitsFor =
  (...whom: readonly NonNullable<Idea['waiting']>['for'][]) =>
  ({ waiting }: Idea): boolean =>
    waiting !== undefined && whom.includes(waiting.for);
/** Waits for them, or for an answer to their question: nobody has to wait for the answer. */
const isWith = (whom: 'driver' | 'deciders', it: Idea) =>
  !isAskedOfMoney(it) && (it.waiting?.for === whom || it.question?.backTo === whom);
/** Whoever decides on the money has asked the driver first. They may decide all the same. */
const isAskedOfMoney = ({ question }: Idea): boolean => question?.backTo === 'funder';
const isForFunder = (it: Idea): boolean => it.waiting?.for === 'funder' || isAskedOfMoney(it);
/** The one who drives can be asked about the money by whoever decides on it. */
const canAskDriver = (it: Idea, roles: ReadonlySet<Role>): boolean =>
  roles.has('funder') && it.waiting?.for === 'funder' && it.driver?.accepted === true && !roles.has('driver');
const asksToAccept = (task: 'driver' | 'doer' | 'owner') => (it: Idea) => it[task]?.accepted === false;
/** A task may be reported by the one who has said yes to it, and by a decider at any time. */
const acceptedBy = (task: 'driver' | 'doer' | 'owner') => (it: Idea, roles: ReadonlySet<Role>) =>
  roles.has('decider') || it[task]?.accepted === true;

/** Who may do what, when, and in which words. `decide` and the cards' buttons both read it. */
export const rules: { readonly [T in CommandType]: Rule } = {
  // The submitter's own
  submit: { from: [], by: [], words: { ...idea, workplace: 'optional' }, sameTurn: false },
  edit: { from: ['submitted'], by: ['submitter'], words: idea, sameTurn: false },
  withdraw: { from: open, by: ['submitter'], words: {}, sameTurn: false },
  ...togetherRules,
  addPicture: {
    from: open,
    by: ['submitter', 'driver'],
    words: {},
    sameTurn: false,
    // What somebody decides on stands still until they have.
    when: (it) => it.pictures.length < MAX_PICTURES && !isHandedIn(it),
  },
  reopen: {
    from: ['closed', 'withdrawn'],
    by: ['submitter', 'decider'],
    words: maybeReason,
    sameTurn: true,
    // A decision is opened again by those who decide; a withdrawal by the one who withdrew.
    when: (it, roles) => (it.stage === 'withdrawn' ? roles.has('submitter') : roles.has('decider') && !it.ending?.into),
  },

  // Talking
  ask: {
    from: ['submitted', 'exploring', 'planning'],
    by: ['decider', 'driver', 'funder'],
    words: { question: 'required' },
    sameTurn: true,
    // Who drives their own idea has nobody to ask, nor has anybody when those who had it are gone.
    when: (it, roles) =>
      !it.question &&
      (canAskDriver(it, roles) ||
        ((roles.has('decider') || roles.has('driver')) &&
          !it.submittersLeft &&
          waitsFor('deciders', 'driver')(it) &&
          !roles.has('submitter'))),
  },
  answer: {
    from: ['submitted', 'exploring', 'planning'],
    by: ['submitter', 'driver'],
    words: { answer: 'required' },
    sameTurn: false,
    when: (it, roles) => it.question !== undefined && roles.has(isAskedOfMoney(it) ? 'driver' : 'submitter'),
  },
  comment: { from: stageNames, by: ['reader'], words: { comment: 'required' }, sameTurn: false },
  thank: {
    from: stageNames,
    by: ['reader'],
    words: { thanks: 'optional' },
    sameTurn: false,
    when: (_, roles) => !roles.has('submitter') && !roles.has('joined'),
  },
  reportProgress: {
    from: open,
    by: ['driver', 'doer', 'owner'],
    words: { progress: 'required' },
    sameTurn: false,
    when: (it, roles) => (['driver', 'doer', 'owner'] as const).some((task) => roles.has(task) && it[task]?.accepted),
  },
  concern: { from: open, by: ['decider', 'driver'], words: {}, sameTurn: false },

  // Taking an idea on
  explore: { from: ['submitted'], by: ['decider'], words: {}, sameTurn: true },
  nameDriver: { from: ['exploring', 'planning', 'piloting'], by: ['decider'], words: {}, sameTurn: false },
  acceptDriving: {
    from: ['exploring', 'planning', 'piloting'],
    by: ['driver'],
    words: {},
    sameTurn: true,
    when: asksToAccept('driver'),
  },
  declineDriving: {
    from: ['exploring', 'planning', 'piloting'],
    by: ['driver'],
    words: maybeReason,
    sameTurn: true,
    when: asksToAccept('driver'),
  },
  doNow: { from: ['submitted'], by: ['decider'], words: {}, sameTurn: true },
  acceptDoing: { from: ['doing'], by: ['doer'], words: {}, sameTurn: true, when: asksToAccept('doer') },
  declineDoing: { from: ['doing'], by: ['doer'], words: maybeReason, sameTurn: true, when: asksToAccept('doer') },
  reportDone: {
    from: ['doing', 'exploring'],
    by: ['doer', 'driver', 'decider'],
    words: { done: 'required' },
    sameTurn: true,
    when: (it, roles) => acceptedBy(it.stage === 'doing' ? 'doer' : 'driver')(it, roles),
  },

  // Exploring, planning and money
  fill: {
    from: ['exploring', 'planning', 'piloting'],
    by: ['driver', 'decider'],
    words: {},
    sameTurn: false,
    when: (it, roles) => acceptedBy('driver')(it, roles) && needsOf(it).some(({ part }) => canBeFilled(it, part)),
  },
  plan: {
    from: ['exploring'],
    by: ['driver', 'decider'],
    words: {},
    sameTurn: true,
    when: (it, roles) => acceptedBy('driver')(it, roles) && isReady(it),
  },
  submitPlan: {
    from: ['planning'],
    by: ['driver'],
    words: {},
    sameTurn: true,
    // Who has come to drive a plan that waits for them to decide on it sends it on.
    when: (it, roles) =>
      acceptedBy('driver')(it, roles) &&
      (isWith('driver', it) || (roles.has('decider') && isWith('deciders', it))) &&
      isReady(it),
  },
  approvePlan: {
    from: ['planning'],
    by: ['decider'],
    words: {},
    sameTurn: true,
    // Nobody approves a plan of their own: it starts, or goes to the one who decides on its money.
    when: (it, roles) => !roles.has('driver') && !isForFunder(it) && it.driver?.accepted === true && isReady(it),
  },
  sendBack: {
    from: ['planning', 'piloting'],
    by: ['decider'],
    words: reason,
    sameTurn: true,
    when: (it) => isWith('deciders', it) && it.driver?.accepted === true,
  },
  // Whoever decides is told, and decides on what it has become when it is sent in again.
  takeBack: {
    from: ['planning', 'piloting'],
    by: ['driver'],
    words: {},
    sameTurn: true,
    when: (it) => isHandedIn(it) && it.driver?.accepted === true,
  },
  grant: {
    from: ['planning'],
    by: ['funder'],
    words: { reason: 'optional', diary: 'optional' },
    sameTurn: true,
    when: isForFunder,
  },
  declineMoney: {
    from: ['planning'],
    by: ['funder'],
    words: { reason: 'required', diary: 'optional' },
    sameTurn: true,
    when: isForFunder,
  },

  // Where nobody here may decide, it is decided outside: whoever is of the chain writes that in.
  noteDecision: {
    from: open,
    by: ['noter'],
    words: { taker: 'required', reason: 'optional', tried: 'optional', lesson: 'optional', diary: 'optional' },
    sameTurn: true,
    when: (it) => openOutside(it).length > 0,
  },

  // The test
  extend: {
    from: ['piloting'],
    by: ['driver', 'decider'],
    words: reason,
    sameTurn: true,
    // While the result is decided on, its driver takes it back first.
    when: (it, roles) => acceptedBy('driver')(it, roles) && (roles.has('decider') || !isHandedIn(it)),
  },
  submitResult: {
    from: ['piloting'],
    by: ['driver'],
    words: {},
    sameTurn: true,
    when: (it, roles) => acceptedBy('driver')(it, roles) && waitsFor('driver')(it) && isReady(it),
  },
  useHere: {
    from: ['piloting'],
    by: ['decider'],
    words: { done: 'optional' },
    sameTurn: true,
    when: isReady,
  },

  // Scaling and adoption
  scale: { from: ['piloting'], by: ['decider'], words: {}, sameTurn: true, when: isReady },
  nameOwner: { from: spreading, by: ['decider'], words: {}, sameTurn: false },
  acceptOwning: { from: spreading, by: ['owner'], words: {}, sameTurn: true, when: asksToAccept('owner') },
  declineOwning: {
    from: spreading,
    by: ['owner'],
    words: maybeReason,
    sameTurn: true,
    when: asksToAccept('owner'),
  },
  invite: {
    from: spreading,
    by: ['owner', 'decider'],
    words: {},
    sameTurn: false,
    when: acceptedBy('owner'),
  },
  adopt: { from: spreading, by: ['adopter'], words: { contact: 'optional' }, sameTurn: false },
  notNow: { from: spreading, by: ['adopter'], words: reason, sameTurn: false },
  stopUsing: { from: spreading, by: ['adopter'], words: maybeReason, sameTurn: false },
  backToTest: { from: ['scaling'], by: ['decider'], words: reason, sameTurn: true },
  spread: {
    from: ['scaling'],
    by: ['owner', 'decider'],
    words: { done: 'optional' },
    sameTurn: true,
    when: (it) => it.owner?.accepted === true,
  },
  followUp: { from: ['inUse'], by: ['owner', 'decider'], words: { went: 'optional' }, sameTurn: false },

  // Moving and ending
  passOn: {
    from: ['submitted', 'exploring', 'planning'],
    by: ['decider', 'office'],
    words: maybeReason,
    sameTurn: true,
  },
  close: {
    from: [...open, 'inUse'],
    by: ['decider'],
    words: { reason: 'optional', tryAgain: 'optional', tried: 'optional', lesson: 'optional' },
    sameTurn: true,
  },
  ...readingRules,

  // The clock's
  remind: {
    from: open,
    by: ['clock'],
    words: {},
    sameTurn: true,
    when: (it) => !it.reminded && it.waiting !== undefined,
  },
  escalate: {
    from: open,
    by: ['clock'],
    words: {},
    sameTurn: true,
    when: (it) => it.reminded && !it.escalated && it.waiting !== undefined,
  },
  remindAgain: { from: open, by: ['clock'], words: {}, sameTurn: true, when: (it) => remindAgainOn(it) !== undefined },
  tellDelay: { from: open, by: ['clock'], words: {}, sameTurn: true, when: (it) => tellDelayOn(it) !== undefined },
  askProgress: { from: open, by: ['clock'], words: {}, sameTurn: true, when: (it) => askProgressOn(it) !== undefined },
  identify: { from: stageNames, by: ['clock'], words: {}, sameTurn: false },
  moveOn: { from: [...open, 'inUse'], by: ['clock'], words: {}, sameTurn: false },
  lookHalfWay: {
    from: ['piloting'],
    by: ['clock'],
    words: {},
    sameTurn: false,
    when: (it) => it.test?.halfWay !== undefined,
  },
  comeBack: {
    from: ['closed'],
    by: ['clock'],
    words: {},
    sameTurn: false,
    when: (it) => it.ending?.tryAgainOn !== undefined,
  },
  checkAdoption: { from: spreading, by: ['clock'], words: {}, sameTurn: false },
  askFollowUp: {
    from: ['inUse'],
    by: ['clock'],
    words: {},
    sameTurn: false,
    when: (it) => nextFollowUp(it) !== undefined,
  },
  remindFollowUp: {
    from: ['inUse'],
    by: ['clock'],
    words: {},
    sameTurn: false,
    when: (it) => remindFollowUpOn(it) !== undefined,
  },
  leave: { from: stageNames, by: ['clock'], words: {}, sameTurn: false },
};
