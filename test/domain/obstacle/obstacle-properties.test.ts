import { tidy } from '../../../src/domain/language/tidy';
import { nextDue } from '../../../src/domain/obstacle/days';
import { decideObstacle } from '../../../src/domain/obstacle/decide';
import { type ObstacleEventType, obstacleEventTypes } from '../../../src/domain/obstacle/events';
import { evolveObstacle } from '../../../src/domain/obstacle/evolve';
import { movedTo, namedInEvent, withoutLeaver } from '../../../src/domain/obstacle/leaving';
import { type Obstacle, obstacleStages, standingStages } from '../../../src/domain/obstacle/obstacle';
import { mayReadObstacle } from '../../../src/domain/obstacle/policy';
import { type ObstacleWordKey, obstacleLimits } from '../../../src/domain/obstacle/words';
import { alwaysOpen } from '../../../src/domain/organisation/calendar/calendar';
import { inManyObstacles, type ObstacleLifeStep } from '../../../testing/properties/obstacle-lives';
import { leftAlone, unmetIn } from '../../../testing/properties/whole-lives';
import { clock, OBSTACLE_ID, on, passes } from '../../../testing/samples/obstacle/obstacle-story';

const always = (see: (step: ObstacleLifeStep) => void) => inManyObstacles(({ steps }) => steps.forEach(see));
const stands = ({ stage }: Obstacle) => standingStages.some((one) => one === stage);

/** What somebody decides on, compared in whole. */
const decidedOn = ({ stage, owner, until }: Obstacle) => JSON.stringify([stage, owner, until]);

/** What becomes of one that nobody touches any more, though ideas wait for it. */
const left = (one: Obstacle): Obstacle =>
  leftAlone(one, {
    next: (obstacle) => nextDue(obstacle, alwaysOpen),
    brings: (obstacle, day) => decideObstacle(passes, obstacle, clock, on(day)),
    evolve: evolveObstacle,
  });

describe('whatever people try with an obstacle', () => {
  it('it comes to every stage and meets every event here, so that the rest of this file says something', () => {
    const all = { stages: obstacleStages, events: obstacleEventTypes, lives: 1500 };
    expect(unmetIn(inManyObstacles, all)).toEqual([[], []]);
  });

  it('events are numbered one by one, each later than the one before', () => {
    always(({ before, event, after }) => {
      expect([event.seq, after.seq]).toEqual([before.seq + 1, event.seq]);
      expect(event.at > before.changedAt).toBe(true);
      expect(after.changedAt).toBe(event.at);
    });
  });

  it('the record makes it again, also after it has been stored as JSON', () => {
    inManyObstacles(({ obstacle, events }) => {
      const replayed = JSON.parse(JSON.stringify(events)).reduce(
        (before: Obstacle | undefined, event: (typeof events)[number]) => evolveObstacle(before, event, OBSTACLE_ID),
        undefined,
      );
      expect(replayed).toEqual(JSON.parse(JSON.stringify(obstacle)));
    });
  });

  it('its version rises by one exactly when what is decided on changes', () => {
    always(({ before, after, event }) => {
      const rises = decidedOn(before) === decidedOn(after) ? 0 : 1;
      expect([event.type, after.decisionVersion]).toEqual([event.type, before.decisionVersion + rises]);
    });
  });

  it('somebody takes care of it by their own press alone, by a day, and of what nobody does there is neither', () => {
    always(({ before, after, event }) => {
      const taken = after.stage === 'taken';
      if (stands(after)) expect([after.owner !== undefined, after.until !== undefined]).toEqual([taken, taken]);
      if (after.owner !== undefined && after.owner !== before.owner)
        expect([event.type, event.by]).toEqual(['obstacleTaken', after.owner]);
    });
  });

  it('what somebody takes care of is theirs alone, but for the office and for time', () => {
    const others: readonly ObstacleEventType[] = ['obstacleTaken', 'obstacleReleased', 'obstacleRemoved'];
    always(({ before, event, actor }) => {
      if (before.stage !== 'taken' || !others.includes(event.type)) return;
      expect(before.owner === event.by || actor.roles.has('office')).toBe(true);
    });
  });

  it('is touched by nobody but who may take care of it, and by time', () => {
    always(({ event, actor }) =>
      expect(event.by === 'clock' || actor.roles.has('keeper') || actor.roles.has('owner')).toBe(true),
    );
  });

  it('an end stays an end: nothing but what is out of sight', () => {
    always(({ before, after, event }) => {
      if (stands(before)) return;
      expect(['obstacleHidden', 'obstacleShown']).toContain(event.type);
      expect(after.stage).toBe(before.stage);
    });
  });

  it('what is hidden is read by those who may take care of it alone', () => {
    always(({ after }) => {
      expect(mayReadObstacle(after, new Set(['namer', 'owner']))).toBe(!after.hidden);
      expect(mayReadObstacle(after, new Set(['keeper']))).toBe(true);
    });
  });

  it('words are tidy and within their limits, and its line stands', () => {
    always(({ before, event, after }) => {
      expect(after.words.line).toBe(before.words.line);
      for (const [key, text] of Object.entries({ ...event.words, ...after.words }) as [ObstacleWordKey, string][])
        expect([tidy(text), text.length > 0, text.length <= obstacleLimits[key]]).toEqual([text, true, true]);
    });
  });

  it('ends by itself, whenever everybody leaves it', () => {
    inManyObstacles(({ obstacle, steps }) => {
      for (const one of [...steps.map(({ after }) => after), obstacle]) expect(stands(left(one))).toBe(false);
    }, 60);
  });

  it('leads to nobody who has had their data erased but whoever named it, and ends all the same', () => {
    inManyObstacles(({ obstacle, steps }) => {
      for (const one of [...steps.map(({ after }) => after), obstacle]) {
        const without = withoutLeaver(one, one.owner ?? 'employee');
        expect(without.owner).toBeUndefined();
        expect(stands(left(without))).toBe(false);
      }
    }, 60);
  });

  it('is found by all whom it names, and under another reference by that alone', () => {
    inManyObstacles(({ obstacle, events }) => {
      const traced = new Set(events.flatMap(namedInEvent));
      for (const person of [obstacle.namedBy, obstacle.owner])
        if (person !== undefined) expect(traced).toContain(person);
      for (const person of traced)
        expect(JSON.stringify(movedTo(obstacle, person, 'pANEW'))).not.toMatch(new RegExp(`"${person}"`));
    }, 60);
  });
});
