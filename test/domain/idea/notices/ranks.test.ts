import { type EventType, eventTypes, type IdeaEvent, meaningOf } from '../../../../src/domain/idea/events.js';
import { answeredBy } from '../../../../src/domain/idea/notices/answered.js';
import { audiences, lookUpsOf } from '../../../../src/domain/idea/notices/notices.js';
import { gathers, isNewsToSome, rankOf, rankOfEvent } from '../../../../src/domain/idea/notices/ranks.js';
import { urgencyOf } from '../../../../src/domain/idea/notices/urgency.js';
import { isAwaited } from '../../../../src/domain/rank.js';

const event = (type: EventType, more = {}) =>
  ({ type, data: {}, words: {}, to: { stage: 'submitted' }, ...more }) as unknown as IdeaEvent;
const of = (rank: string) => eventTypes.filter((type) => rankOfEvent(event(type)) === rank);

describe('how soon an event is told of', () => {
  test('what asks for a decision is before all else, and talk behind', () => {
    expect(of('decision')).toEqual(
      expect.arrayContaining(['submitted', 'answered', 'planSubmitted', 'planApproved', 'invited', 'mergeProposed']),
    );
    expect(of('answer')).toEqual(expect.arrayContaining(['asked', 'explored', 'closed', 'commentRemoved', 'hidden']));
    expect(of('news')).toEqual(expect.arrayContaining(['commented', 'thanked', 'progressReported', 'filled']));
    expect(of('digest')).toEqual([]);
  });

  test('a follower is told after whoever waits for it', () => {
    expect(rankOf(event('closed'), 'submitter')).toBe('answer');
    expect(rankOf(event('closed'), 'followers')).toBe('news');
    expect(isNewsToSome(event('closed'))).toBe(true);
    expect(isNewsToSome(event('asked'))).toBe(false);
  });
});

describe('news that may wait', () => {
  test('is talk, thanks, how it goes, and what other departments answer', () => {
    expect(eventTypes.filter((type) => gathers(event(type))).sort()).toEqual(
      [
        ...['adopted', 'commented', 'notNow', 'progressReported', 'stoppedUsing', 'thanked'],
        ...['coreTold', 'adapted', 'betterTold'],
      ].sort(),
    );
  });

  test('never asks, is no decision on the idea, and is nobody’s to wait for', () => {
    for (const type of eventTypes.filter((one) => gathers(event(one)))) {
      const said = event(type);
      expect(audiences[type].filter((as) => urgencyOf(said, as) === 'now')).toEqual([]);
      expect(audiences[type].filter((as) => isAwaited(rankOf(said, as)))).toEqual([]);
      // Who hears of it is the same for all of its kind, so that they are looked up once.
      expect(meaningOf(said).leadersIn).toBeUndefined();
      expect(lookUpsOf(said).filter((one) => !['deciders', 'followers', 'users'].includes(one))).toEqual([]);
    }
  });

  test('is an answer to whoever has spoken before it', () => {
    const comments = [event('commented', { by: 'pA' }), event('thanked', { by: 'pB' })];
    expect(answeredBy(event('commented', { by: 'pC' }), comments)).toBe('pA');
    expect(answeredBy(event('commented', { by: 'pA' }), comments)).toBeUndefined();
    expect(answeredBy(event('commented', { by: 'pC' }), [])).toBeUndefined();
    expect(answeredBy(event('thanked', { by: 'pC' }), comments)).toBeUndefined();
  });
});
