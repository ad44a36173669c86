import fc from 'fast-check';
import { nextDue } from '../../../src/domain/obstacle/days';
import { decideObstacle } from '../../../src/domain/obstacle/decide';
import { evolveObstacle } from '../../../src/domain/obstacle/evolve';
import { type Obstacle, obstacleStages } from '../../../src/domain/obstacle/obstacle';
import { alwaysOpen, createCalendar } from '../../../src/domain/organisation/calendar/calendar';
import * as story from '../../../testing/samples/obstacle/obstacle-story';
import {
  anybody,
  clock,
  keeper,
  namer,
  obstacleAfter,
  office,
  on,
  owner,
  passes,
} from '../../../testing/samples/obstacle/obstacle-story';

const next = (obstacle: Obstacle) => nextDue(obstacle, alwaysOpen);

describe('what time brings', () => {
  it('is an end after a year in which nobody has taken care of it', () => {
    const looked = obstacleAfter([namer, story.naming()], [clock, passes, on('2026-11-30')]).obstacle;
    expect(next(looked)).toEqual({ type: 'obstacleFaded', on: '2027-11-16' });
  });

  it('is first a look at whether it stops any idea, and an end where it stops none', () => {
    expect(next(story.open())).toEqual({ type: 'obstacleLookedAt', on: '2026-11-30' });
    const vain = obstacleAfter([namer, story.naming()], [clock, passes, { ...on('2026-11-30'), stops: false }]);
    expect(vain.obstacle.stage).toBe('faded');
  });

  it('is a reminder on the day, word to others a week later, and then nobody who is held to it', () => {
    let obstacle = story.taken();
    const told = ['2027-02-01', '2027-02-08', '2027-04-02', '2027-04-16', '2028-04-01'].map((day) => {
      const due = next(obstacle);
      const decided = decideObstacle(passes, obstacle, clock, on(day));
      if (!decided.ok) throw new Error(`Nothing happens on ${day}`);
      obstacle = evolveObstacle(obstacle, decided.value);
      return due;
    });
    expect(told).toEqual([
      { type: 'obstacleReminded', on: '2027-02-01' },
      { type: 'obstacleLate', on: '2027-02-08' },
      { type: 'obstacleGivenUp', on: '2027-04-02' },
      { type: 'obstacleLookedAt', on: '2027-04-16' },
      { type: 'obstacleFaded', on: '2028-04-01' },
    ]);
    expect(obstacle.stage).toBe('faded');
  });

  it('asks nobody on a day on which nobody is at work', () => {
    const calendar = createCalendar({ quietPeriods: [], closedDays: [{ from: '2027-02-01', to: '2027-02-01' }] });
    expect(nextDue(story.taken(), calendar)).toEqual({ type: 'obstacleReminded', on: '2027-02-02' });
  });

  it('is nothing before its day, and nothing of what has ended', () => {
    expect(decideObstacle(passes, story.taken(), clock, on('2027-01-31'))).toMatchObject({
      ...{ ok: false, refusal: { code: 'notNow' } },
    });
    expect(next(story.removed())).toBeUndefined();
  });
});

const commands = [
  ...[story.naming(), story.takes('2027-02-01'), story.takes('2027-10-01'), story.releases, story.removes()],
  ...[story.hides, story.shows, passes, story.handsBack('pOTHER')],
];
const tried = fc.tuple(
  fc.constantFrom(namer, keeper, owner, office, anybody, clock),
  fc.constantFrom(...commands),
  fc.integer({ min: 0, max: 60 }),
  fc.boolean(),
);

it('ends, whatever anybody does and leaves undone', () => {
  fc.assert(
    fc.property(fc.array(tried, { maxLength: 25 }), (attempts) => {
      let obstacle = story.open();
      let day = 0;
      for (const [actor, command, later, stops] of attempts) {
        day += later;
        const now = new Date(Date.parse(story.namedOn.now) + day * 86_400_000).toISOString();
        const decided = decideObstacle(command, obstacle, actor, { ...story.namedOn, now, stops });
        if (!decided.ok) continue;
        const after = evolveObstacle(obstacle, decided.value);
        expect(after.seq).toBe(obstacle.seq + 1);
        expect(after.changedAt > obstacle.changedAt).toBe(true);
        expect(obstacleStages).toContain(after.stage);
        if (after.stage === 'taken') expect([typeof after.owner, typeof after.until]).toEqual(['string', 'string']);
        if (after.stage === 'open') expect([after.owner, after.until]).toEqual([undefined, undefined]);
        obstacle = after;
      }
      for (let steps = 0; steps < 6; steps++) {
        const due = next(obstacle);
        if (!due) break;
        const decided = decideObstacle(passes, obstacle, clock, on(due.on));
        if (!decided.ok) throw new Error(`${due.type} does not happen on its day`);
        expect(decided.value.type).toBe(due.type);
        obstacle = evolveObstacle(obstacle, decided.value);
      }
      expect(next(obstacle)).toBeUndefined();
      expect(['removed', 'faded']).toContain(obstacle.stage);
    }),
  );
});
