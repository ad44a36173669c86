import fc from 'fast-check';
import { type ObstacleCommand, type ObstacleCommandType, obstacleRules } from '../../src/domain/obstacle/commands.js';
import { decideObstacle, type ObstacleActor } from '../../src/domain/obstacle/decide.js';
import type { ObstacleEvent } from '../../src/domain/obstacle/events.js';
import { evolveObstacle } from '../../src/domain/obstacle/evolve.js';
import { type Obstacle, obstacleKinds } from '../../src/domain/obstacle/obstacle.js';
import { keepsObstacles, rolesInObstacle } from '../../src/domain/obstacle/policy.js';
import { addDays, dayOf, instantOf, millisecondsOf } from '../../src/domain/time.js';
import { isTextKey } from '../../src/text/index.js';
import { LINE, namedOn, namer, OBSTACLE_ID } from '../samples/obstacle/obstacle-story.js';
import { Dice } from './dice.js';
import { DATES, TEXTS } from './odd-input.js';

// Lives of obstacles, for properties: one is named, and then the people of a small town try whatever they like, on any day and from any card.

const DAY_MS = 86_400_000;
/** Who is what in the town. */
const posts = {
  leader: { leads: ['VOO'], office: false },
  builder: { leads: ['SBK'], office: false },
  office: { leads: [], office: true },
  employee: { leads: [], office: false },
} as const;
type ObstaclePerson = keyof typeof posts;
const people = Object.keys(posts) as [ObstaclePerson, ...ObstaclePerson[]];

function actorCalled(who: ObstaclePerson | 'clock', obstacle: Obstacle): ObstacleActor {
  if (who === 'clock') return { ref: 'clock', roles: new Set(['clock']) };
  const held = { leads: [...posts[who].leads], office: posts[who].office };
  return { ref: who, roles: rolesInObstacle(obstacle, { refs: [who], posts: held }), mayName: keepsObstacles(held) };
}

const commandTypes = Object.keys(obstacleRules) as [ObstacleCommandType, ...ObstacleCommandType[]];
const life = fc.record({
  kind: fc.constantFrom(...obstacleKinds),
  attempts: fc.array(
    fc.record({
      who: fc.constantFrom(...people, 'clock' as const, 'clock' as const, 'clock' as const),
      type: fc.constantFrom(...commandTypes, 'takeObstacle' as const),
      dice: fc.array(fc.nat(0xffff), { minLength: 6, maxLength: 6 }),
      /** Whether their card shows what stands now. */
      card: fc.constantFrom('new', 'new', 'new', 'old'),
      /** Whether ideas wait for it where the clock looks. */
      stops: fc.constantFrom(true, true, true, false),
      laterDays: fc.constantFrom(0, 0, 1, 8, 15, 70, 200),
    }),
    { maxLength: 30, size: 'max' },
  ),
});

export interface ObstacleLifeStep {
  before: Obstacle;
  event: ObstacleEvent;
  after: Obstacle;
  actor: ObstacleActor;
}

export interface LivedObstacle {
  obstacle: Obstacle;
  events: ObstacleEvent[];
  steps: ObstacleLifeStep[];
}

/** An obstacle's life: what is accepted happens, what is refused changes nothing and has a text. */
function live({ kind, attempts }: typeof life extends fc.Arbitrary<infer T> ? T : never): LivedObstacle {
  let now = millisecondsOf(namedOn.now);
  const first = { type: 'nameObstacle', data: { kind, department: 'VOO' }, words: { line: LINE } } as const;
  const begun = decideObstacle(first, undefined, { ...namer, ref: 'leader' }, namedOn);
  if (!begun.ok) throw new Error(begun.refusal.code);
  const events = [begun.value];
  const steps: ObstacleLifeStep[] = [];
  let obstacle = evolveObstacle(undefined, begun.value, OBSTACLE_ID);
  for (const { who, type: tried, dice: numbers, card, stops, laterDays } of attempts) {
    now += laterDays * DAY_MS;
    const dice = new Dice(numbers);
    const today = dayOf(instantOf(now), namedOn.timeZone);
    const days = [addDays(today, 60), addDays(today, 1), today, addDays(today, 400), ...DATES] as [string, ...string[]];
    const command = {
      // Time brings what it brings.
      type: who === 'clock' && tried !== 'handBackObstacle' ? 'bringNext' : tried,
      data: {
        kind,
        department: 'SBK',
        until: dice.pick(days),
        owner: dice.pick([obstacle.owner ?? 'office', ...people]),
      },
      words: { line: dice.pick([LINE, ...TEXTS]), how: dice.pick(['Avtalet är nytt.', ...TEXTS]) },
      decisionVersion: obstacle.decisionVersion - (card === 'old' ? 1 : 0),
    } as ObstacleCommand;
    const actor = actorCalled(who, obstacle);
    const decided = decideObstacle(command, obstacle, actor, { ...namedOn, now: instantOf(now), stops });
    if (!decided.ok) {
      const { code } = decided.refusal;
      if (!isTextKey(`obstacle.refusal.${code}`) && !isTextKey(`refusal.${code}`))
        throw new Error(`No text for ${code}`);
      continue;
    }
    const before = obstacle;
    obstacle = evolveObstacle(before, decided.value);
    events.push(decided.value);
    steps.push({ before, event: decided.value, after: obstacle, actor });
  }
  return { obstacle, events, steps };
}

/** Judges so many lives, the same each time. */
export const inManyObstacles = (judge: (lived: LivedObstacle) => void, numRuns = 150): void =>
  fc.assert(
    fc.property(life, (one) => judge(live(one))),
    { numRuns, seed: 16 },
  );
