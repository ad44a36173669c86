import { MAX_AMOUNT } from '../amount.js';
import { tidy, titleFrom } from '../language/tidy.js';
import type { Calendar } from '../organisation/calendar/calendar.js';
import type { PersonRef } from '../person/person.js';
import { deniedBy, nextEvent, ruledWords } from '../record-decision.js';
import { accept, type Result, refuse } from '../result.js';
import { type Day, dayOf, type Instant } from '../time.js';
import type { Challenge, ChallengeOffers } from './challenge.js';
import { type ChallengeCommand, type ChallengeCommandType, challengeRules } from './commands.js';
import { daysFrom, daysRefused, nextDue } from './days.js';
import type { ChallengeEvent, ChallengeEventData, ChallengeEventType } from './events.js';
import { correctionOf, type OutsideAnswer, outsideRefused } from './outside.js';
import { type ChallengeRole, MOST_TAKING_PART, mostOpenFor } from './policy.js';
import type { ChallengeRefusal } from './refusal.js';
import { type ChallengeWords, challengeLimits } from './words.js';

export interface ChallengeActor {
  ref: PersonRef | 'clock';
  roles: ReadonlySet<ChallengeRole>;
  /** Of a challenge in the making: whether they may publish it for the department that it names. */
  mayPublish?: boolean;
  /** Codes of the departments for which they say whether these take part. */
  speaksFor?: readonly string[];
}

/** What a decision needs to know of the world. */
export interface ChallengeSetting {
  now: Instant;
  timeZone: string;
  calendar: Calendar;
  /** Which places are taken by others that wait for an owner or for answers, where one is proposed. */
  placesTaken?: readonly number[];
  /** The answer from outside that is to be corrected, as it reads now. */
  answer?: OutsideAnswer | undefined;
}

/** What is made to happen, without what every event has. */
type Making = {
  [T in ChallengeEventType]: { type: T; data: ChallengeEventData[T] };
}[ChallengeEventType];

/**
 * What a command makes happen to a challenge: an event, or a refusal. Pure and total. Rights come before the version and the
 * version before the words, so that nobody learns by trying.
 */
export function decideChallenge(
  command: ChallengeCommand,
  challenge: Challenge | undefined,
  actor: ChallengeActor,
  setting: ChallengeSetting,
): Result<ChallengeEvent, ChallengeRefusal> {
  const denied = challengeDenied(command, challenge, actor);
  if (denied) return refuse(denied);
  const words = wordsOf(command);
  if (!words.ok) return words;
  const today = dayOf(setting.now, setting.timeZone);
  const made = leadsTo({ ...command, words: words.value }, challenge, actor, { ...setting, today });
  if (!made.ok) return made;
  const envelope = { ...nextEvent(challenge, actor.ref, setting.now, today), words: words.value };
  // `Making` has matched data to type, which a union that is spread does not say any more.
  return accept({ ...made.value, ...envelope } as ChallengeEvent);
}

/** Why this actor cannot give this command now, whatever its words; undefined when they can. */
export function challengeDenied(
  { type, decisionVersion }: { type: ChallengeCommandType; decisionVersion?: number | undefined },
  challenge: Challenge | undefined,
  { roles, mayPublish }: Pick<ChallengeActor, 'roles' | 'mayPublish'>,
): ChallengeRefusal | undefined {
  return deniedBy(challengeRules[type], decisionVersion, challenge, { roles, mayMake: mayPublish });
}

/** Whether somebody with these roles could do this now, words aside: what a card offers. */
export const isChallengeOpenTo = (
  type: ChallengeCommandType,
  challenge: Challenge,
  roles: ReadonlySet<ChallengeRole>,
): boolean => challengeDenied({ type }, challenge, { roles }) === undefined && !isDone(type, challenge);

/** What would change nothing. */
const isDone = (type: ChallengeCommandType, { hidden }: Challenge): boolean =>
  (type === 'hideChallenge' && hidden === true) || (type === 'showChallenge' && !hidden);

function leadsTo(
  command: ChallengeCommand,
  challenge: Challenge | undefined,
  { ref, speaksFor = [] }: ChallengeActor,
  setting: ChallengeSetting & { today: Day },
): Result<Making, ChallengeRefusal> {
  if (command.type === 'proposeChallenge') return proposed(command.data, ref, setting);
  // Of no other command there may be no challenge.
  if (!challenge) return refuse({ code: 'notFound' });
  if (isDone(command.type, challenge)) return refuse({ code: 'notNow' });
  const { owner } = challenge;
  switch (command.type) {
    case 'acceptOwnership':
      return accept({ type: 'ownershipAccepted', data: opened(challenge, true, setting.today) });
    case 'declineOwnership':
      return accept({ type: 'ownershipDeclined', data: {} });
    case 'nameChallengeOwner': {
      const { owner: person } = command.data;
      if (owner?.person === person) return refuse({ code: 'sameOwner' });
      const named = { person, accepted: person === ref };
      return accept({
        type: 'ownerNamed',
        data: {
          ...{ owner: named, ...opened(challenge, named.accepted, setting.today) },
          ...(owner && { former: owner.person }),
        },
      });
    }
    case 'tellResult':
      return accept({ type: 'resultTold', data: {} });
    case 'withdrawChallenge':
      // Whoever may have answered by now is told why.
      if (challenge.stage !== 'proposed' && !tidy(command.words.reason ?? ''))
        return refuse({ code: 'wordsMissing', field: 'reason' });
      return accept({ type: 'challengeWithdrawn', data: challenge.stage === 'proposed' ? { early: true } : {} });
    case 'takePart':
    case 'leavePart':
      return part(command.type, command.data.department, challenge, speaksFor);
    case 'takeDownOutside': {
      const refusal = outsideRefused(challenge, tidy(command.words.organisation ?? ''));
      return refusal ? refuse(refusal) : accept({ type: 'outsideAnswered', data: command.data });
    }
    case 'correctOutside': {
      const made = correctionOf(challenge, setting.answer, { ...command.data, words: command.words });
      return 'code' in made ? refuse(made) : accept({ type: 'outsideCorrected', data: made });
    }
    case 'hideChallenge':
      return accept({ type: 'challengeHidden', data: {} });
    case 'showChallenge':
      return accept({ type: 'challengeShown', data: {} });
    case 'bringNext': {
      const due = nextDue(challenge, setting.calendar);
      return due && due.on <= setting.today ? accept({ type: due.type, data: {} }) : refuse({ code: 'notNow' });
    }
    case 'handBackChallenge':
      return owner?.person === command.data.owner
        ? accept({ type: 'ownerGone', data: {} })
        : refuse({ code: 'notNow' });
  }
}

function proposed(
  data: Extract<ChallengeCommand, { type: 'proposeChallenge' }>['data'],
  by: PersonRef,
  { today, placesTaken = [] }: ChallengeSetting & { today: Day },
): Result<Making, ChallengeRefusal> {
  const { department, owner: person, offers, goal, answerBy, resultBy } = data;
  const most = mostOpenFor(department);
  const free = Array.from({ length: most }, (_, n) => n + 1).find((one) => !placesTaken.includes(one));
  if (free === undefined) return refuse({ code: 'tooManyOpen', most });
  const faulty = offersRefused(offers) ?? daysRefused({ answerBy, resultBy }, today);
  if (faulty) return refuse(faulty);
  const owner = { person, accepted: person === by };
  const named = { ...(department !== undefined && { department }), ...(goal !== undefined && { goal }) };
  return accept({
    type: 'challengeProposed',
    data: { ...named, place: free, owner, offers, answerBy, resultBy, ...(owner.accepted && { opens: true }) },
  });
}

/** A department takes part, or no more; whose problem it is takes part anyway. */
function part(
  type: 'takePart' | 'leavePart',
  department: string,
  { takingPart = {}, department: own }: Challenge,
  speaksFor: readonly string[],
): Result<Making, ChallengeRefusal> {
  if (department === own || !speaksFor.includes(department)) return refuse({ code: 'notYourDepartment' });
  const isIn = department in takingPart;
  if (type === 'leavePart')
    return isIn ? accept({ type: 'partLeft', data: { department } }) : refuse({ code: 'takesNoPart' });
  if (isIn) return refuse({ code: 'takesPart' });
  if (Object.keys(takingPart).length >= MOST_TAKING_PART)
    return refuse({ code: 'tooManyTakePart', most: MOST_TAKING_PART });
  return accept({ type: 'partTaken', data: { department } });
}

/** A challenge that offers nothing asks for ideas of which nothing can come. */
function offersRefused({ time, place, money, person }: ChallengeOffers): ChallengeRefusal | undefined {
  if (money !== undefined && !(Number.isSafeInteger(money) && money > 0 && money <= MAX_AMOUNT))
    return { code: 'badAmount', field: 'money' };
  return time || place || person || money !== undefined ? undefined : { code: 'noOffer' };
}

/** Its days from now on, and whether it opens: only then they move. */
const opened = ({ stage, answerBy, resultBy }: Challenge, hasOwner: boolean, today: Day) =>
  stage === 'proposed' && hasOwner
    ? { ...daysFrom({ answerBy, resultBy }, today), opens: true as const }
    : { answerBy, resultBy };

/** The command's words, tidied; a challenge without a title is called by how its problem begins. */
function wordsOf({ type, words }: ChallengeCommand): Result<ChallengeWords, ChallengeRefusal> {
  const kept = ruledWords(challengeRules[type].words, challengeLimits, words);
  if (!kept.ok || type !== 'proposeChallenge') return kept;
  return accept({ title: titleFrom(kept.value.problem ?? ''), ...kept.value });
}
