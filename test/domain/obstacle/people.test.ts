import { movedTo, namedInEvent, withoutLeaver } from '../../../src/domain/obstacle/leaving';
import { obstacleNotices, obstacleRank } from '../../../src/domain/obstacle/notices';
import { mayReadObstacle, rolesInObstacle } from '../../../src/domain/obstacle/policy';
import type { Posts } from '../../../src/domain/person/posts';
import * as story from '../../../testing/samples/obstacle/obstacle-story';
import { clock, keeper, namer, obstacleAfter, on, owner } from '../../../testing/samples/obstacle/obstacle-story';

const nothing: Posts = { deputises: [], leads: [], manages: [], office: false };
const leader = { ...nothing, leads: ['SBK'] };
const office = { ...nothing, office: true };

describe('somebody by an obstacle', () => {
  const roles = (ref: string, posts = nothing) => [
    ...rolesInObstacle(story.taken(), { refs: [ref, 'pEARLIER'], posts }),
  ];

  it('may take care of it where they lead any department, or are of the office', () => {
    expect(roles('pANYBODY', leader)).toEqual(['keeper']);
    expect(roles('pANYBODY', office)).toEqual(['keeper', 'office']);
    expect(roles('pANYBODY', { ...nothing, manages: [{ department: 'VOO' }] })).toEqual([]);
  });

  it('is what they are to it, under any of their references', () => {
    expect(roles('pOTHER')).toEqual(['owner']);
    expect([...rolesInObstacle({ namedBy: 'pEARLIER' }, { refs: ['pNOW', 'pEARLIER'], posts: nothing })]).toEqual([
      'namer',
    ]);
  });

  it('reads what stands in the way, and what is hidden where they may take care of it', () => {
    expect(mayReadObstacle({}, new Set())).toBe(true);
    expect(mayReadObstacle({ hidden: true }, new Set(['namer']))).toBe(false);
    expect(mayReadObstacle({ hidden: true }, new Set(['keeper']))).toBe(true);
  });
});

describe('whoever leaves', () => {
  it('takes care of nothing any more, and what they have named stands', () => {
    expect(withoutLeaver(story.taken(), 'pOTHER').owner).toBeUndefined();
    expect(withoutLeaver(story.taken(), 'pLEADER')).toEqual(story.taken());
  });

  it('is found by what they did, and by what they were held to', () => {
    const { events } = obstacleAfter(
      [namer, story.naming()],
      [keeper, story.takes()],
      [clock, story.passes, on('2027-02-01')],
      [clock, story.passes, on('2027-02-08')],
      [clock, story.passes, on('2027-04-02')],
    );
    expect(events.map(namedInEvent)).toEqual([['pLEADER'], ['pOTHER'], [], [], ['pOTHER']]);
  });

  it('is one with another reference from then on', () => {
    expect(movedTo(story.taken(), 'pOTHER', 'pNOW').owner).toBe('pNOW');
    expect(movedTo(story.taken(), 'pLEADER', 'pNOW').namedBy).toBe('pNOW');
  });
});

describe('what happens to an obstacle', () => {
  it('asks whoever takes care of it on their day, and tells the rest in the day card', () => {
    const { events } = obstacleAfter(
      [namer, story.naming()],
      [keeper, story.takes()],
      [clock, story.passes, on('2027-02-01')],
      [clock, story.passes, on('2027-02-08')],
      [owner, story.removes()],
    );
    const told = events.map((event) => obstacleNotices(event).map(({ as, urgency }) => `${as} ${urgency}`));
    expect(told).toEqual([[], ['namer day'], ['keeper now'], ['keeper now', 'office day'], []]);
    expect((['now', 'day'] as const).map((urgency) => obstacleRank({ as: 'keeper', urgency }))).toEqual([
      ...['decision', 'news'],
    ]);
  });
});

it('that nobody has taken care of for a year is told to the office and to whoever has named it; one named in vain to nobody', () => {
  const steps = [[namer, story.naming()]] as const;
  const told = (...days: [string, boolean][]) =>
    obstacleAfter(
      ...steps,
      ...days.map(([day, stops]) => [clock, story.passes, { ...on(day), stops }] as const),
    ).events.map((event) => obstacleNotices(event).map(({ as, urgency }) => `${as} ${urgency}`));
  expect(told(['2026-11-30', false])).toEqual([[], []]);
  expect(told(['2026-11-30', true], ['2027-11-16', true])).toEqual([[], [], ['namer day', 'office day']]);
});
