import { movedTo, namedInEvent, withoutLeaver } from '../../../src/domain/challenge/leaving';
import { mayPublish, publishesFor, rolesInChallenge } from '../../../src/domain/challenge/policy';
import type { PersonRef } from '../../../src/domain/person/person';
import type { Posts } from '../../../src/domain/person/posts';
import * as story from '../../../testing/samples/challenge/challenge-story';
import { asked, challengeAfter, publisher } from '../../../testing/samples/challenge/challenge-story';

const nothing: Posts = { deputises: [], leads: [], manages: [], office: false };
const leader = { ...nothing, leads: ['VOO'] };
const manager = { ...nothing, manages: [{ department: 'VOO' }] };
const unitManager = { ...nothing, manages: [{ department: 'VOO', unit: 'HTN' }] };
const office = { ...nothing, office: true };

describe('a challenge is published', () => {
  it('by whoever leads or manages the department, and the municipality’s by the innovation office', () => {
    const may = [nothing, leader, manager, unitManager, office].map((posts) =>
      ['VOO', 'SBK', undefined].filter((department) => mayPublish(posts, department)),
    );
    expect(may).toEqual([[], ['VOO'], ['VOO'], [], [undefined]]);
    expect(publishesFor({ ...leader, manages: [...manager.manages, ...unitManager.manages] })).toEqual(['VOO']);
    expect(publishesFor(office)).toEqual([]);
  });
});

describe('somebody in a challenge', () => {
  const roles = (challenge: Parameters<typeof rolesInChallenge>[0], ref: PersonRef, posts = nothing) => [
    ...rolesInChallenge(challenge, { refs: [ref, 'pEARLIER'], posts }),
  ];

  it('is what they are in it, under any of their references', () => {
    expect(roles(story.proposed(), 'pOWNER')).toEqual(['asked']);
    expect(roles(story.open(), 'pOWNER')).toEqual(['owner']);
    expect(roles({ ...story.open(), publisher: 'pEARLIER' }, 'pLEADER', leader)).toEqual(['publisher', 'decider']);
    expect(roles(story.open(), 'pANYBODY', unitManager)).toEqual([]);
    expect(roles(story.open(), 'pANYBODY', office)).toEqual(['decider']);
  });

  it('decides on no other department’s, and nobody but the office on the municipality’s', () => {
    expect(roles({ ...story.open(), department: 'SBK' }, 'pANYBODY', leader)).toEqual(['speaker']);
    // A deputy speaks for their department as of an idea, and decides on nothing here.
    expect(roles({ ...story.open(), department: 'SBK' }, 'pANYBODY', { ...nothing, deputises: ['VOO'] })).toEqual([
      'speaker',
    ]);
    const { department: _, ...ofAll } = story.open();
    expect(roles(ofAll, 'pANYBODY', leader)).toEqual(['speaker']);
    expect(roles(ofAll, 'pANYBODY', office)).toEqual(['decider']);
  });
});

describe('whoever leaves', () => {
  it('owns nothing any more, and what they have published stands', () => {
    expect(withoutLeaver(story.open(), 'pOWNER').owner).toBeUndefined();
    expect(withoutLeaver(story.open(), 'pLEADER')).toEqual(story.open());
  });

  it('is found by what they did, and by what they were asked', () => {
    const { events } = challengeAfter([publisher, story.propose()], [asked, story.accepts]);
    expect(events.map(namedInEvent)).toEqual([['pLEADER', 'pOWNER'], ['pOWNER']]);
  });

  it('is one with another reference from then on', () => {
    expect(movedTo(story.open(), 'pOWNER', 'pNOW').owner).toEqual({ person: 'pNOW', accepted: true });
    expect(movedTo(story.open(), 'pLEADER', 'pNOW').publisher).toBe('pNOW');
    expect(movedTo(story.open(), 'pOTHER', 'pNOW')).toEqual(story.open());
  });
});
