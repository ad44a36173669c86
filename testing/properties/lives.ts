import fc from 'fast-check';
import { existingStages } from '../../src/domain/existing/enter.js';
import type { Command } from '../../src/domain/idea/commands.js';
import { type Actor, decide } from '../../src/domain/idea/decide.js';
import type { IdeaEvent } from '../../src/domain/idea/events.js';
import { evolve } from '../../src/domain/idea/evolve.js';
import type { Idea } from '../../src/domain/idea/idea.js';
import { dayOf, type Instant, instantOf, millisecondsOf } from '../../src/domain/time.js';
import { isTextKey } from '../../src/text/index.js';
import { agreement } from '../samples/idea/agreed.js';
import * as story from '../samples/idea/story.js';
import { actorCalled, actorOf, attempt, commandOf, people, TIERS } from './attempts.js';

// Lives of ideas, for properties: an idea comes some of the way as it should, and then people try whatever they like.

/** The way that ideas go when all goes well, with money, what was agreed before, and a driver and an owner who are asked. */
const wayTo = ({ cost, driver, agreed }: Life): [who: string, command: Command][] => {
  const friend = { ...story.driver, ref: driver };
  const steps = [...story.explored(friend), [friend, story.plan] as const, ...story.planned(cost, friend)];
  return [
    ['leader', story.exploreWith(driver)],
    [driver, story.acceptDriving],
    ...steps.map(([, command]): [string, Command] => [driver, command]),
    ...(agreed ? ([[driver, story.fill('agreement', agreement)]] as [string, Command][]) : []),
    [driver, story.submitPlan],
    ['leader', story.approvePlan()],
    ...(cost > 0 ? ([['boss', story.grant(cost)]] as [string, Command][]) : []),
    [driver, story.fill('result', { outcome: 'Bra.', learned: 'Mycket.', recommendation: 'scale' })],
    ...(cost > 0 ? ([[driver, story.fill('used', { used: '5' })]] as [string, Command][]) : []),
    [driver, story.submitResult],
    ['leader', story.scale(['SBK', 'HAM'], 'deputy')],
    ['deputy', story.acceptOwning],
    ['builder', story.adopt('using', '2026-11-16')],
    ['deputy', story.spread()],
  ];
};

const life = fc.record({
  submitter: fc.constantFrom(...people),
  coSubmitters: fc.subarray(['mate'], { maxLength: 1 }),
  unit: fc.constantFrom(undefined, 'HTS'),
  tier: fc.constantFrom(...TIERS),
  confidential: fc.boolean(),
  readFirst: fc.boolean(),
  cost: fc.constantFrom(0, 80_000),
  agreed: fc.boolean(),
  driver: fc.constantFrom('friend', 'friend', 'leader'),
  /** How much of the way that it should go it goes before people begin to try things. */
  goesWell: fc.nat(30),
  attempts: fc.array(attempt, { maxLength: 30, size: 'max' }),
  /** It was entered as something that existed already, in this stage. */
  existed: fc.constantFrom(undefined, undefined, undefined, ...existingStages),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

export interface LifeStep {
  before: Idea;
  event: IdeaEvent;
  after: Idea;
  actor: Actor;
  command: Command;
}

export interface Lived {
  idea: Idea;
  events: IdeaEvent[];
  steps: LifeStep[];
  /** When it ends. */
  now: Instant;
}

/** An idea's life: what is accepted happens, what is refused changes nothing. */
function live(one: Life): Lived {
  const { submitter, coSubmitters, unit, tier, confidential, readFirst, driver, goesWell, attempts, existed } = one;
  const first = { submitter, coSubmitters, tier, confidential };
  const submit = existed
    ? story.enter({ ...{ submitter, tier, stage: existed }, ...(driver !== submitter && { contact: driver }) })
    : story.submit({ ...first, ...(unit && { unit }), ...(readFirst && { readFirst }) });
  const begun = decide(submit, undefined, { ...story.submitter, ref: first.submitter }, story.setting);
  if (!begun.ok) throw new Error(begun.refusal.code);
  const events = [begun.value];
  const steps: LifeStep[] = [];
  let idea = evolve(undefined, begun.value, 'K7M4QX');
  let now = millisecondsOf(story.setting.now);

  function tries(actor: Actor, command: Command): void {
    const result = decide(command, idea, actor, { ...story.setting, now: instantOf(now) });
    if (!result.ok) {
      if (!isTextKey(`refusal.${result.refusal.code}`)) throw new Error(`No text for ${result.refusal.code}`);
      return;
    }
    const before = idea;
    idea = evolve(idea, result.value);
    events.push(result.value);
    steps.push({ before, event: result.value, after: idea, actor, command });
  }

  for (const [who, command] of wayTo(one).slice(0, goesWell)) tries(actorCalled(who, idea, false), command);
  for (const tried of attempts) {
    now += tried.later;
    const actor = actorOf(tried, idea);
    const command = lookedUp(commandOf(tried, idea, actor, dayOf(instantOf(now), story.setting.timeZone)), events);
    if (command) tries(actor, command);
  }
  return { idea, events, steps, now: instantOf(now) };
}

/**
 * People press a button on a comment, whichever of those that there are, and the use case looks up who wrote it: there is no
 * command about one that is not there.
 */
function lookedUp(command: Command, events: readonly IdeaEvent[]): Command | undefined {
  const { data } = command;
  if (!('comment' in data)) return command;
  const comments = events.filter(({ type }) => type === 'commented');
  const comment = comments[data.comment % comments.length];
  return comment && ({ ...command, data: { ...data, comment: comment.seq, by: comment.by } } as Command);
}

/** So many lives at a time. */
const LIVES_AT_ONCE = 250;

/**
 * Judges as many lives as it takes, the same each time, but no more than so many: with every new command the draws are others,
 * and what was met early may come late.
 */
export function inLivesUntil(isEnough: () => boolean, judge: (lived: Lived) => void, most: number, seed: number): void {
  for (let lives = 0; lives < most && !isEnough(); lives += LIVES_AT_ONCE) {
    inManyLives(judge, LIVES_AT_ONCE, seed + lives / LIVES_AT_ONCE);
  }
}

/** Judges so many lives; a seed makes them the same each time. */
export const inManyLives = (judge: (lived: Lived) => void, numRuns = 60, seed?: number): void =>
  fc.assert(
    fc.property(life, (one) => {
      judge(live(one));
    }),
    { numRuns, ...(seed !== undefined && { seed }) },
  );
