import type { Command, CommandType } from '../../../src/domain/idea/commands.js';
import { rules } from '../../../src/domain/idea/commands.js';
import { type Actor, decide, isOpenTo, type Setting } from '../../../src/domain/idea/decide.js';
import { eventTypes } from '../../../src/domain/idea/events.js';
import type { Role } from '../../../src/domain/idea/policy.js';
import { stageNames } from '../../../src/domain/idea/stages.js';
import { isTextKey } from '../../../src/text/index.js';
import { nameSuccessor } from '../../../testing/samples/idea/agreed.js';
import { commandSamples } from '../../../testing/samples/idea/events.js';
import { askOpinion } from '../../../testing/samples/idea/opinions.js';
import { type EveryStanding, ideaIn, standingNames } from '../../../testing/samples/idea/standings.js';
import * as story from '../../../testing/samples/idea/story.js';

const roles = [
  ...(['reader', 'submitter', 'decider', 'driver', 'doer', 'owner', 'funder', 'adopter'] as const),
  ...(['joined', 'invitee', 'answerer', 'office', 'registrar', 'noter', 'merger', 'clock'] as const),
  ...(['successor', 'askedSuccessor', 'checker', 'askedOpinion', 'gaveOpinion'] as const),
] satisfies Role[];

/**
 * One of each, as sound as it can be: what is refused below is refused for who, when or where, and not for its words. Those with
 * which the story of an event ends are as they are there; these lead to the same event as another, or are sound in more standings.
 */
const samples: { readonly [T in CommandType]?: Command } = {
  ...commandSamples,
  addCoSubmitter: story.addCoSubmitter('pNEW'),
  lapseJoining: story.lapseJoining('pSOMEBODY'),
  editComment: story.editComment('Bra!', { by: 'pSOMEBODY' }),
  removeComment: story.removeComment({ by: 'pSOMEBODY' }),
  concern: story.concern(),
  nameDriver: story.nameDriver('pNEW'),
  doNow: story.doNow('pDOER', '2027-07-01'),
  postpone: story.postpone('2027-08-01'),
  fill: story.fill('worth', { worth: 'En timme om dagen.' }),
  noteDecision: story.noteDecision('close', {}, { tried: 'Tre cyklar.', lesson: 'För halt.' }),
  extend: story.extend('2027-08-31'),
  nameOwner: story.nameOwner('pNEW'),
  nameSuccessor: nameSuccessor('pNEW'),
  askOpinion: askOpinion('pNEW'),
  invite: story.invite('MEF'),
  followUp: story.followUp(),
  close: story.close({ reason: 'Det finns redan.', tried: 'Tre cyklar.', lesson: 'Vintern är för hal.' }),
  merge: story.merge(),
  hideNeed: story.hideNeed(),
  testToo: story.testToo(),
  leavePart: story.leavePart(),
  endProposal: story.endProposal(),
  remindFollowUp: story.remindFollowUp,
  handBack: story.handBack('pLEADER'),
  leave: story.leave(),
};
/** A test below names the one that is missing. */
const commands = samples as { readonly [T in CommandType]: Command };
const commandTypes = Object.keys(commands) as CommandType[];

/** Long after every date of the standings, so that the clock has something to do; a test is agreed on before it is over. */
const late = story.on('2027-07-01');
const early: ReadonlySet<CommandType> = new Set(['approvePlan', 'grant', 'enter', 'pause']);
const dayFor = (type: CommandType): Setting => (early.has(type) ? story.setting : late);
/** The events with which an idea begins. */
const makes: Partial<Record<CommandType, string>> = { submit: 'submitted', enter: 'entered' };

// The standings by stage, and by what tells them apart.
const submitted = [
  ...(['submitted', 'asked', 'reminded', 'escalated', 'together', 'colleagueAsked', 'mergeProposed'] as const),
  ...(['hidden', 'reported', 'unread', 'resting', 'opinionsAsked'] as const),
] as const;
const doing = ['doingAsked', 'doing'] as const;
const driven = ['exploring', 'exploringAsked', 'explored'] as const;
const exploring = [...driven, 'drivingAsked', 'driverless'] as const;
const planReady = ['planningReady', 'costlyPlan', 'planningAsked', 'planSubmitted', 'submittedAsked'] as const;
const planning = ['planning', 'checking', ...planReady, 'askedForMoney'] as const;
const agreed = ['agreed', 'takingOverAsked', 'takingOver'] as const;
const piloting = ['piloting', ...agreed, 'funded', 'resultReady', 'tested'] as const;
const taken = ['adopted', 'askedBetter'] as const;
const owned = ['scaling', ...taken] as const;
const scaling = [...owned, 'scalingAsked', 'ownerless'] as const;
const inUse = ['inUse', 'spread', 'followUpAsked', 'improvementAsked'] as const;
const open = [...submitted, ...doing, ...exploring, ...planning, ...piloting, ...scaling];

type Allowed = Partial<Record<EveryStanding, readonly Role[]>>;
const during = (standings: readonly EveryStanding[], ...who: Role[]): Allowed =>
  Object.fromEntries(standings.map((standing) => [standing, who]));
const but = (standings: readonly EveryStanding[], ...not: EveryStanding[]) =>
  standings.filter((standing) => !not.includes(standing));

/** Who may do what, and when: everything that is not here is refused. */
const allowed: Record<CommandType, Allowed> = {
  submit: {},
  enter: {},
  edit: during(submitted, 'submitter'),
  withdraw: during(open, 'submitter'),
  reopen: {
    ...during(['closed', 'closedForNow', 'woken'], 'decider'),
    ...during(['withdrawn', 'withheld'], 'submitter'),
  },
  sendToChallenge: during(['woken'], 'submitter'),
  leaveAsleep: during(['woken'], 'submitter'),
  // Its last day is not over.
  endWaking: {},
  withholdWords: during(['withdrawn'], 'submitter'),
  addCoSubmitter: during(open, 'submitter'),
  acceptJoining: during(['colleagueAsked'], 'invitee'),
  declineJoining: during(['colleagueAsked'], 'invitee'),
  lapseJoining: during(['colleagueAsked'], 'clock'),
  stepOut: { ...during(standingNames, 'joined'), ...during(['together'], 'submitter', 'joined') },
  addPicture: during(but(open, 'planSubmitted', 'submittedAsked', 'askedForMoney', 'tested'), 'submitter', 'driver'),

  ask: {
    ...during(
      [
        ...but(submitted, 'asked'),
        ...but(exploring, 'exploringAsked'),
        'planning',
        'checking',
        'planningReady',
        'costlyPlan',
        'planSubmitted',
      ],
      'decider',
      'driver',
    ),
    ...during(['askedForMoney'], 'funder'),
  },
  answer: during(['asked', 'exploringAsked', 'planningAsked', 'submittedAsked'], 'submitter'),
  comment: during(standingNames, 'reader'),
  editComment: during(standingNames, 'reader'),
  removeComment: during(standingNames, 'reader'),
  hideComment: during(standingNames, 'decider'),
  showComment: during(standingNames, 'decider'),
  thank: during(standingNames, 'reader'),
  // Of a text that not everybody may read nobody says that they have the problem too.
  need: during(but([...open, ...inUse], 'hidden', 'unread'), 'reader'),
  hideNeed: during(standingNames, 'decider'),
  takePart: during(but(open, 'hidden', 'unread'), 'reader'),
  // Only those who take part: test/domain/idea/commands/needing.test.ts.
  testToo: {},
  leavePart: {},
  reportProgress: {
    ...during(['doing'], 'doer'),
    ...during([...driven, ...planning, ...piloting, 'scalingAsked', 'ownerless'], 'driver'),
    ...during(owned, 'driver', 'owner'),
  },
  concern: during(open, 'decider', 'driver'),

  explore: during(submitted, 'decider'),
  nameDriver: during([...exploring, ...planning, ...piloting], 'decider'),
  acceptDriving: during(['drivingAsked'], 'driver'),
  declineDriving: during(['drivingAsked'], 'driver'),
  doNow: during(submitted, 'decider'),
  postpone: during(but(submitted, 'asked', 'resting'), 'decider'),
  askOpinion: during([...but(submitted, 'hidden'), ...exploring], 'decider'),
  giveOpinion: during(['opinionsAsked'], 'askedOpinion'),
  endOpinions: during(['opinionsAsked'], 'clock'),
  acceptDoing: during(['doingAsked'], 'doer'),
  declineDoing: during(['doingAsked'], 'doer'),
  reportDone: {
    ...during(['doing', ...driven], 'decider', 'driver', 'doer'),
    ...during(['doingAsked', 'drivingAsked', 'driverless'], 'decider'),
  },

  fill: { ...during(driven, 'decider', 'driver'), ...during(['drivingAsked', 'driverless'], 'decider') },
  plan: during(['explored'], 'decider', 'driver'),
  submitPlan: during(['planningReady', 'costlyPlan', 'planningAsked'], 'driver'),
  approvePlan: during(planReady, 'decider'),
  sendBack: during(['planSubmitted', 'submittedAsked', 'tested'], 'decider'),
  takeBack: during(['planSubmitted', 'submittedAsked', 'askedForMoney', 'tested'], 'driver'),
  grant: during(['askedForMoney'], 'funder'),
  declineMoney: during(['askedForMoney'], 'funder'),

  extend: {
    ...during(but(piloting, ...agreed, 'tested'), 'decider', 'driver'),
    ...during([...agreed, 'tested'], 'decider'),
  },
  stopAsAgreed: during(agreed, 'decider', 'driver'),
  nameSuccessor: {
    ...during(
      but([...planning, ...piloting], 'planSubmitted', 'submittedAsked', 'askedForMoney', 'tested'),
      'decider',
      'driver',
    ),
    ...during(['planSubmitted', 'submittedAsked', 'askedForMoney', 'tested'], 'decider'),
  },
  askChecks: during(['planning', 'checking', 'planningReady', 'costlyPlan', 'planningAsked'], 'decider', 'driver'),
  answerCheck: during(['checking'], 'checker'),
  remindChecks: during(['checking'], 'clock'),
  acceptTakingOver: during(['takingOverAsked'], 'askedSuccessor'),
  declineTakingOver: during(['takingOverAsked'], 'askedSuccessor'),
  lapseTakingOver: during(['takingOverAsked'], 'clock'),

  submitResult: during(['resultReady'], 'driver'),
  useHere: during(['resultReady', 'tested'], 'decider'),

  scale: during(['resultReady', 'tested'], 'decider'),
  nameOwner: during([...scaling, ...inUse], 'decider'),
  acceptOwning: during(['scalingAsked'], 'owner'),
  declineOwning: during(['scalingAsked'], 'owner'),
  // Every decision that it may need; closing it is not one while it waits for money.
  noteDecision: during(but(open, 'askedForMoney'), 'noter'),

  invite: {
    ...during([...owned, 'spread'], 'decider', 'owner'),
    ...during(['scalingAsked', 'ownerless', 'inUse', 'followUpAsked', 'improvementAsked'], 'decider'),
  },
  adopt: during([...but(scaling, ...taken), ...inUse], 'adopter'),
  notNow: during([...but(scaling, ...taken), ...inUse], 'adopter'),
  stopUsing: during(taken, 'adopter'),
  adapt: during(taken, 'adopter'),
  tellBetter: during(taken, 'adopter'),
  tellCore: {
    ...during(['resultReady'], 'decider', 'driver'),
    ...during(['tested'], 'decider'),
    ...during(owned, 'decider', 'driver', 'owner'),
    ...during(['spread'], 'decider', 'driver', 'owner'),
    ...during(['scalingAsked', 'ownerless', 'inUse', 'followUpAsked', 'improvementAsked'], 'decider', 'driver'),
  },
  backToTest: during(scaling, 'decider'),
  spread: during(owned, 'decider', 'owner'),
  followUp: during(inUse, 'decider', 'owner'),

  passOn: during([...submitted, ...exploring, ...planning], 'decider', 'office'),
  close: during([...open, ...inUse], 'decider'),
  merge: during(open, 'decider'),
  proposeMerge: during(but(open, 'mergeProposed'), 'decider'),
  acceptMerge: during(['mergeProposed'], 'answerer'),
  declineMerge: during(['mergeProposed'], 'answerer'),
  endProposal: during(['mergeProposed'], 'clock'),
  absorb: during(but(standingNames, 'merged'), 'merger'),

  hide: during(but(standingNames, 'hidden'), 'decider'),
  show: during(['hidden'], 'decider'),
  readHidden: during(['hidden', 'withheld'], 'decider', 'registrar'),
  setDiary: during(standingNames, 'decider', 'office', 'registrar'),
  openToAll: during(['unread'], 'decider'),
  report: during(but(standingNames, 'hidden', 'withheld', 'reported', 'unread'), 'reader'),
  answerReport: during(['reported'], 'decider'),

  remind: during(but(open, 'reminded', 'escalated'), 'clock'),
  escalate: during(['reminded'], 'clock'),
  remindAgain: during(['escalated'], 'clock'),
  tellDelay: during(['escalated'], 'clock'),
  // Where a reminder is near, it asks for the line.
  askProgress: during(['piloting', ...agreed, 'funded', 'resultReady'], 'clock'),
  moveOn: during([...open, ...inUse], 'clock'),
  moveWithUnit: during(standingNames, 'clock'),
  identify: during(standingNames, 'clock'),
  // One that has ended early is not looked at half-way.
  lookHalfWay: during(but(piloting, 'tested'), 'clock'),
  comeBack: during(['closedForNow'], 'clock'),
  wake: during(['closed', 'closedForNow'], 'clock'),
  endRest: during(['resting'], 'clock'),
  // What those who lead have promised, for a day of their holiday, and is not late.
  pause: during(
    [
      ...but(submitted, 'asked', 'reminded', 'escalated', 'resting'),
      ...but(exploring, 'exploringAsked', 'drivingAsked'),
      ...but(planning, 'planningAsked', 'submittedAsked', 'askedForMoney'),
      ...(['tested', 'ownerless'] as const),
    ],
    'clock',
  ),
  hinder: during([...submitted, ...exploring, ...planning, 'closed', 'closedForNow', 'woken'], 'decider'),
  // None of them waits for an obstacle.
  ...{ liftObstacle: {}, hinderThere: {}, liftThere: {} },
  checkAdoption: during(['adopted'], 'clock'),
  remindBetter: during(['askedBetter'], 'clock'),
  askFollowUp: during(but(inUse, 'followUpAsked'), 'clock'),
  remindFollowUp: during(['followUpAsked'], 'clock'),
  askImprovement: during(but(inUse, 'improvementAsked'), 'clock'),
  handBack: during([...driven, ...planning, ...piloting, ...scaling, ...inUse], 'clock'),
  leave: during(standingNames, 'clock'),
};

/** Where more than a rule is asked: which part is filled, which department answers. A button says yes to some of them only. */
const narrower: ReadonlySet<CommandType> = new Set([
  'noteDecision',
  'report',
  'fill',
  'testToo',
  'leavePart',
  'adopt',
  'notNow',
  'stopUsing',
  ...(['adapt', 'tellBetter', 'remindBetter'] as const),
  'checkAdoption',
  'askFollowUp',
  'askImprovement',
  'handBack',
  'pause',
  'wake',
  'endWaking',
]);

/** These mean the same whatever has happened since the card was drawn. */
const sameAtAnyTurn: ReadonlySet<CommandType> = new Set([
  ...(['edit', 'withdraw', 'addCoSubmitter', 'addPicture', 'answer', 'comment', 'thank'] as const),
  ...(['reportProgress', 'concern', 'need', 'hideNeed', 'takePart', 'leavePart'] as const),
  ...(['nameDriver', 'fill', 'nameOwner', 'invite', 'adopt', 'notNow', 'stopUsing', 'followUp'] as const),
  ...(['tellCore', 'adapt', 'tellBetter', 'remindBetter', 'hinderThere'] as const),
  ...(['nameSuccessor', 'acceptTakingOver', 'declineTakingOver', 'lapseTakingOver'] as const),
  ...(['askChecks', 'answerCheck', 'remindChecks'] as const),
  ...(['askOpinion', 'giveOpinion', 'endOpinions'] as const),
  ...(['acceptJoining', 'declineJoining', 'lapseJoining', 'stepOut', 'endProposal'] as const),
  ...(['editComment', 'removeComment', 'hideComment', 'showComment', 'withholdWords', 'leaveAsleep'] as const),
  ...(['hide', 'show', 'readHidden', 'setDiary', 'openToAll', 'report', 'answerReport'] as const),
  ...([
    'absorb',
    'lookHalfWay',
    'comeBack',
    'endRest',
    'pause',
    'liftObstacle',
    'liftThere',
    'wake',
    'endWaking',
    'checkAdoption',
    'askFollowUp',
    'askImprovement',
    'leave',
    'handBack',
  ] as const),
  ...(['moveOn', 'moveWithUnit', 'identify', 'remindFollowUp'] as const),
]);

const actorWith = (...some: Role[]): Actor => ({ ...story.partner, ref: 'pSOMEBODY', roles: new Set(some) });
const everybody: Role[][] = [[], ...roles.map((role) => [role]), [...roles]];

describe('every command in every standing', () => {
  it('is tried in every stage that there is', () => {
    const tried = new Set(standingNames.map((name) => ideaIn(name).stage));
    expect([...tried].sort()).toEqual([...stageNames].sort());
  });

  it('has a rule, so that a new command cannot be forgotten here', () => {
    expect(Object.keys(rules).sort()).toEqual([...commandTypes].sort());
  });

  describe.each(commandTypes)('%s', (type) => {
    const day = dayFor(type);

    it('is open to the right roles, and to no other', () => {
      for (const standing of standingNames) {
        const idea = ideaIn(standing);
        const may = roles.filter((role) => decide(commands[type], idea, actorWith(role), day).ok);
        const should = roles.filter((role) => allowed[type][standing]?.includes(role));
        expect({ standing, may }).toEqual({ standing, may: should });
      }
    });

    it('is offered as a button to those who may', () => {
      for (const standing of standingNames) {
        const idea = ideaIn(standing);
        const offered = roles.filter((role) => isOpenTo(type, idea, new Set([role])));
        const should = roles.filter((role) => allowed[type][standing]?.includes(role));
        if (narrower.has(type))
          expect({ standing, offered }).toEqual({ standing, offered: expect.arrayContaining(should) });
        else expect({ standing, offered }).toEqual({ standing, offered: should });
      }
    });

    it('is answered with one event or a refusal that has a text in both languages', () => {
      for (const standing of standingNames) {
        const idea = ideaIn(standing);
        for (const some of everybody) {
          for (const decisionVersion of [undefined, idea.decisionVersion, idea.decisionVersion - 1]) {
            const command: Command =
              decisionVersion === undefined ? commands[type] : { ...commands[type], decisionVersion };
            const result = decide(command, idea, actorWith(...some), day);
            if (result.ok) expect(eventTypes).toContain(result.value.type);
            else expectText(result.refusal.code);
          }
        }
      }
    });

    it('finds no idea where there is none, unless it makes one', () => {
      for (const some of everybody) {
        const result = decide(commands[type], undefined, actorWith(...some), day);
        const made = makes[type];
        if (made) expect(result).toMatchObject({ ok: true, value: { type: made } });
        else expect(result).toEqual({ ok: false, refusal: { code: 'notFound' } });
      }
    });

    it('is refused from a card of an earlier turn where it would mean something else by now', () => {
      for (const standing of standingNames) {
        const idea = ideaIn(standing);
        for (const role of allowed[type][standing] ?? []) {
          const result = decide(
            { ...commands[type], decisionVersion: idea.decisionVersion - 1 },
            idea,
            actorWith(role),
            day,
          );
          if (sameAtAnyTurn.has(type)) expect({ standing, ok: result.ok }).toEqual({ standing, ok: true });
          else expect(result).toEqual({ ok: false, refusal: { code: 'stale' } });
        }
      }
    });
  });

  it('is told as about one’s own idea when a submitter tries to decide', () => {
    const decisions = commandTypes.filter((type) => rules[type].by.includes('decider') && type !== 'reopen');
    expect(decisions.length).toBeGreaterThan(20);
    for (const type of decisions) {
      const [standing] = Object.keys(allowed[type]) as EveryStanding[];
      const result = decide(commands[type], ideaIn(standing ?? 'submitted'), actorWith('reader', 'submitter'), late);
      expect({ type, result }).toEqual({ type, result: { ok: false, refusal: { code: 'ownIdea' } } });
    }
  });
});

function expectText(code: string): void {
  expect({ code, hasText: isTextKey(`refusal.${code}`) }).toEqual({
    code,
    hasText: true,
  });
}
