import { decideObstacle, isObstacleOpenTo } from '../../../src/domain/obstacle/decide';
import type { Obstacle } from '../../../src/domain/obstacle/obstacle';
import * as story from '../../../testing/samples/obstacle/obstacle-story';
import {
  anybody,
  clock,
  keeper,
  namedOn,
  namer,
  obstacleAfter,
  office,
  on,
  owner,
} from '../../../testing/samples/obstacle/obstacle-story';

const refusal = (...[command, obstacle, actor, setting = namedOn]: Parameters<typeof tried>) => {
  const decided = tried(command, obstacle, actor, setting);
  return decided.ok ? undefined : decided.refusal;
};
const tried = (
  command: Parameters<typeof decideObstacle>[0],
  obstacle: Obstacle | undefined,
  actor: Parameters<typeof decideObstacle>[2],
  setting = namedOn,
) => decideObstacle(command, obstacle, actor, setting);

describe('an obstacle is named', () => {
  it('with its kind and one line, and nobody takes care of it by that', () => {
    expect(story.open()).toMatchObject({
      ...{ stage: 'open', kind: 'system', department: 'VOO', namedBy: 'pLEADER', words: { line: story.LINE } },
    });
    expect(story.open().owner).toBeUndefined();
  });

  it('in so many words as a line holds, and not without them', () => {
    expect(refusal(story.naming('  '), undefined, namer)).toEqual({ code: 'wordsMissing', field: 'line' });
    expect(refusal(story.naming('a'.repeat(201)), undefined, namer)).toEqual({ code: 'wordsTooLong', field: 'line' });
  });

  it('by whoever may say it of the idea, and once', () => {
    expect(refusal(story.naming(), undefined, { ...namer, mayName: false })).toEqual({ code: 'notAllowed' });
    expect(refusal(story.naming(), story.open(), namer)).toEqual({ code: 'stale' });
  });
});

describe('an obstacle is taken care of', () => {
  it('by any leader or the office, by their own press and a day', () => {
    expect(story.taken()).toMatchObject({ stage: 'taken', owner: 'pOTHER', until: '2027-02-01' });
    expect(refusal(story.takes(), story.open(), anybody)).toEqual({ code: 'notAllowed' });
  });

  it('by a day that comes, within a year', () => {
    const day = (until: string) => refusal(story.takes(until), story.open(), keeper);
    expect(day('2026-11-16')).toEqual({ code: 'dateNotAhead', field: 'until' });
    expect(day('2027-11-17')).toEqual({ code: 'dateFarOff', field: 'until' });
    expect(day('i vår')).toEqual({ code: 'badDate', field: 'until' });
    expect(['2026-11-17', '2027-11-16'].map(day)).toEqual([undefined, undefined]);
  });

  it('by one at a time: others leave it alone, and the office may take over', () => {
    expect(refusal(story.takes(), story.taken(), { ...keeper, ref: 'pTHIRD' })).toEqual({ code: 'notNow' });
    const moved = tried(story.takes('2027-03-01'), story.taken(), office);
    expect(moved.ok && moved.value).toMatchObject({ type: 'obstacleTaken', by: 'pOFFICE' });
  });

  it('until another day, with a new reminder, where they set one', () => {
    const { obstacle } = obstacleAfter(
      [namer, story.naming()],
      [keeper, story.takes()],
      [clock, story.passes, on('2027-02-01')],
      [owner, story.takes('2027-03-01'), on('2027-02-02')],
    );
    expect(obstacle).toMatchObject({ owner: 'pOTHER', until: '2027-03-01' });
    expect(obstacle.reminded).toBeUndefined();
  });

  it('by nobody again where they let it go, or are gone', () => {
    const letGo = obstacleAfter([namer, story.naming()], [keeper, story.takes()], [owner, story.releases]).obstacle;
    const gone = obstacleAfter([namer, story.naming()], [keeper, story.takes()], [clock, story.handsBack('pOTHER')]);
    for (const one of [letGo, gone.obstacle]) {
      expect(one.stage).toBe('open');
      expect([one.owner, one.until]).toEqual([undefined, undefined]);
    }
    expect(refusal(story.handsBack('pTHIRD'), story.taken(), clock)).toEqual({ code: 'notNow' });
  });
});

describe('an obstacle is gone', () => {
  it('when whoever takes care of it says so, and how where they want to', () => {
    expect(story.removed()).toMatchObject({
      stage: 'removed',
      words: { how: 'Kopplingen finns i den nya versionen.' },
    });
    expect(tried(story.removes(), story.taken(), owner).ok).toBe(true);
  });

  it('when any leader says so of one that nobody takes care of, and never when somebody without a post does', () => {
    expect(tried(story.removes(), story.open(), keeper).ok).toBe(true);
    expect(refusal(story.removes(), story.taken(), { ...keeper, ref: 'pTHIRD' })).toEqual({ code: 'notNow' });
    expect(refusal(story.removes(), story.open(), anybody)).toEqual({ code: 'notAllowed' });
  });

  it('once', () => {
    for (const command of [story.takes(), story.removes(), story.passes]) {
      const actor = command.type === 'bringNext' ? clock : office;
      expect(refusal(command, story.removed(), actor)).toEqual({ code: 'notNow' });
    }
  });
});

describe('a card of an obstacle', () => {
  it('that is older than what is decided on is answered with the present one', () => {
    expect(refusal({ ...story.removes(), decisionVersion: 1 }, story.taken(), owner)).toEqual({ code: 'stale' });
    expect(tried({ ...story.removes(), decisionVersion: 2 }, story.taken(), owner).ok).toBe(true);
  });

  it('offers what would not be refused', () => {
    const offered = (obstacle: Obstacle, { roles }: { roles: typeof keeper.roles }) =>
      (['takeObstacle', 'releaseObstacle', 'removeObstacle', 'hideObstacle', 'showObstacle'] as const).filter((type) =>
        isObstacleOpenTo(type, obstacle, roles),
      );
    expect(offered(story.open(), keeper)).toEqual(['takeObstacle', 'removeObstacle', 'hideObstacle']);
    expect(offered(story.taken(), owner)).toEqual([
      ...['takeObstacle', 'releaseObstacle', 'removeObstacle', 'hideObstacle'],
    ]);
    expect(offered(story.taken(), keeper)).toEqual(['hideObstacle']);
    expect(offered(story.taken(), anybody)).toEqual([]);
    expect(offered({ ...story.removed(), hidden: true }, office)).toEqual(['showObstacle']);
  });
});
