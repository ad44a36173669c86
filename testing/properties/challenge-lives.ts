import fc from 'fast-check';
import type { Challenge } from '../../src/domain/challenge/challenge.js';
import {
  type ChallengeCommand,
  type ChallengeCommandType,
  challengeRules,
} from '../../src/domain/challenge/commands.js';
import { type ChallengeActor, decideChallenge } from '../../src/domain/challenge/decide.js';
import type { ChallengeEvent } from '../../src/domain/challenge/events.js';
import { evolveChallenge } from '../../src/domain/challenge/evolve.js';
import { type OutsideAnswer, rolesForAnswer } from '../../src/domain/challenge/outside.js';
import { mayPublish, publishesFor, rolesInChallenge } from '../../src/domain/challenge/policy.js';
import { addDays, dayOf, instantOf, millisecondsOf } from '../../src/domain/time.js';
import { isTextKey } from '../../src/text/index.js';
import { CHALLENGE_ID, propose, publishedOn } from '../samples/challenge/challenge-story.js';
import { Dice } from './dice.js';
import { DATES, TEXTS } from './odd-input.js';

// Lives of challenges, for properties: one is published, and then the people of a small town try whatever they like, on any day and from any card.

const DAY_MS = 86_400_000;
const nobody = { leads: [], manages: [], office: false };
/** Who is what in the town; the challenge is VOO's. */
const posts = {
  leader: { ...nobody, leads: ['VOO'] },
  boss: { ...nobody, manages: [{ department: 'VOO' }] },
  unitBoss: { ...nobody, manages: [{ department: 'VOO', unit: 'HTS' }] },
  builder: { ...nobody, leads: ['SBK', 'HAM'] },
  planner: { ...nobody, manages: [{ department: 'MIL' }] },
  office: { ...nobody, office: true },
  employee: nobody,
  friend: nobody,
} as const;
type ChallengePerson = keyof typeof posts;
const people = Object.keys(posts) as [ChallengePerson, ...ChallengePerson[]];
const departments = ['SBK', 'MIL', 'VOO'] as const;

/** ChallengePerson of the town, as they act on a challenge that stands so. */
function actorCalled(who: ChallengePerson | 'clock', challenge: Challenge): ChallengeActor {
  if (who === 'clock') return { ref: 'clock', roles: new Set(['clock']) };
  const held = { ...posts[who], leads: [...posts[who].leads], manages: [...posts[who].manages] };
  return {
    ref: who,
    roles: rolesInChallenge(challenge, { refs: [who], posts: held }),
    mayPublish: mayPublish(held, challenge.department),
    speaksFor: publishesFor(held),
  };
}

const commandTypes = Object.keys(challengeRules) as [ChallengeCommandType, ...ChallengeCommandType[]];
const attempt = fc.record({
  who: fc.constantFrom(...people, 'clock' as const, 'clock' as const, 'clock' as const),
  type: fc.constantFrom(...commandTypes, 'takePart' as const, 'leavePart' as const, 'leavePart' as const),
  dice: fc.array(fc.nat(0xffff), { minLength: 6, maxLength: 6 }),
  /** Whether their card shows what stands now. */
  card: fc.constantFrom('new', 'new', 'new', 'old'),
  laterDays: fc.constantFrom(0, 0, 0, 1, 5, 8, 30, 90),
});

const life = fc.record({
  department: fc.constantFrom('VOO', 'VOO', 'VOO', undefined),
  owner: fc.constantFrom(...people),
  answerDays: fc.integer({ min: 14, max: 56 }),
  attempts: fc.array(attempt, { maxLength: 40, size: 'max' }),
});

export interface ChallengeLifeStep {
  before: Challenge;
  event: ChallengeEvent;
  after: Challenge;
  actor: ChallengeActor;
}

export interface LivedChallenge {
  challenge: Challenge;
  events: ChallengeEvent[];
  steps: ChallengeLifeStep[];
}

function commandOf(
  { type, dice: numbers, card }: { type: ChallengeCommandType; dice: number[]; card: string },
  { decisionVersion, owner }: Challenge,
  answer: OutsideAnswer | undefined,
): ChallengeCommand {
  const dice = new Dice(numbers);
  const text = () => dice.pick(['Vi testar lådor.', ...TEXTS]);
  const data = {
    ...{ owner: dice.pick([owner?.person ?? 'boss', ...people]), department: dice.pick(departments) },
    ...(dice.next() % 3 === 0 && { buys: true as const }),
    ...(type === 'correctOutside' && { answer: answer?.seq ?? 0, correction: shownOf(card, answer) }),
    ...(type === 'proposeChallenge' && { ...{ answerBy: dice.pick(DATES as [string]), resultBy: '', offers: {} } }),
  };
  const words = {
    ...{ title: text(), problem: text(), tried: text(), reason: text(), result: text(), proposal: text() },
    organisation: dice.pick(['Föreningen Varm mat', 'Anna Andersson', ...TEXTS]),
  };
  const shown = card === 'old' ? decisionVersion - 1 : decisionVersion;
  return { type, data, words, decisionVersion: shown } as ChallengeCommand;
}

/** The last correction of an answer, as somebody's form shows it. */
const shownOf = (card: string, answer: OutsideAnswer | undefined): number | undefined =>
  card === 'old' ? undefined : answer?.corrected?.seq;

/** Answers from outside after an event, the newest first, as storage has them. */
function answersAfter(answers: readonly OutsideAnswer[], event: ChallengeEvent): OutsideAnswer[] {
  const { seq, day, words } = event;
  if (event.type === 'outsideAnswered') return [{ seq, day, buys: event.data.buys === true, words }, ...answers];
  if (event.type !== 'outsideCorrected') return [...answers];
  const { answer, buys } = event.data;
  return answers.map((one) =>
    one.seq === answer ? { ...one, words, buys: one.buys || buys === true, corrected: { seq, day } } : one,
  );
}

/** A challenge's life: what is accepted happens, what is refused changes nothing and has a text. */
function live({ department, owner, answerDays, attempts }: typeof life extends fc.Arbitrary<infer T> ? T : never) {
  let now = millisecondsOf(publishedOn.now);
  const today = () => dayOf(instantOf(now), publishedOn.timeZone);
  const answerBy = addDays(today(), answerDays);
  const publisher = { ref: department ? 'leader' : 'office', roles: new Set<never>(), mayPublish: true };
  const { data, words } = propose({ owner, answerBy, resultBy: addDays(answerBy, 30) }) as Extract<
    ChallengeCommand,
    { type: 'proposeChallenge' }
  >;
  const { department: _, ...ofAll } = data;
  const first = { type: 'proposeChallenge', data: department ? { ...ofAll, department } : ofAll, words } as const;
  const begun = decideChallenge(first, undefined, publisher, publishedOn);
  if (!begun.ok) throw new Error(begun.refusal.code);
  const events: ChallengeEvent[] = [begun.value];
  const steps: ChallengeLifeStep[] = [];
  let challenge = evolveChallenge(undefined, begun.value, CHALLENGE_ID);
  let answers: readonly OutsideAnswer[] = [];
  for (const tried of attempts) {
    now += tried.laterDays * DAY_MS;
    const answer = answers[(tried.dice[5] ?? 0) % 2];
    const taker = events.find(({ seq }) => seq === answer?.seq)?.by;
    const called = actorCalled(tried.who, challenge);
    const mine = taker === tried.who ? ({ mine: true } as const) : {};
    const actor = answer ? { ...called, roles: rolesForAnswer(called.roles, challenge, mine) } : called;
    // Time brings what it brings.
    const type = tried.who === 'clock' && tried.type !== 'handBackChallenge' ? 'bringNext' : tried.type;
    const command = commandOf({ ...tried, type }, challenge, answer);
    const decided = decideChallenge(command, challenge, actor, { ...publishedOn, now: instantOf(now), answer });
    if (!decided.ok) {
      if (!isTextKey(`challenge.refusal.${decided.refusal.code}`))
        throw new Error(`No text for ${decided.refusal.code}`);
      continue;
    }
    const before = challenge;
    challenge = evolveChallenge(before, decided.value);
    events.push(decided.value);
    answers = answersAfter(answers, decided.value);
    steps.push({ before, event: decided.value, after: challenge, actor });
  }
  return { challenge, events, steps };
}

/** Judges so many lives, the same each time. */
export const inManyChallenges = (judge: (lived: LivedChallenge) => void, numRuns = 250): void =>
  fc.assert(
    fc.property(life, (one) => judge(live(one))),
    { numRuns, seed: 16 },
  );
