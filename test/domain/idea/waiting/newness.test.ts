import type { Idea } from '../../../../src/domain/idea/idea';
import { isNew } from '../../../../src/domain/idea/waiting/newness';
import { storyOf } from '../../../../testing/samples/idea/standings';
import * as story from '../../../../testing/samples/idea/story';

const ideaAfter = (...steps: story.Step[]): Idea => story.given(...steps).idea;
const asked: story.Step[] = [story.submitted, [story.leader, story.ask()]];
const answered: story.Step[] = [...asked, [story.submitter, story.answer()]];

describe('an idea is new to those whom it waits for', () => {
  test('when it has been sent in, and when it has been passed on to them', () => {
    expect(isNew(ideaAfter(story.submitted))).toBe(true);
    expect(isNew(ideaAfter(story.submitted, [story.leader, story.passOn('SBK', 'leader')]))).toBe(true);
  });

  test('when it comes back with an answer, whatever had been asked before', () => {
    expect(isNew(ideaAfter(...answered))).toBe(true);
    expect(ideaAfter(...answered).news).toBe('answered');
    expect(ideaAfter(...answered, [story.leader, story.ask('Och då?')]).news).toBeUndefined();
  });

  test('when it is opened again, also one that had been asked about', () => {
    const reopened = ideaAfter(...answered, [story.leader, story.close()], [story.leader, story.reopen]);
    expect([isNew(reopened), reopened.news]).toEqual([true, 'reopened']);
  });

  test('when they are asked something, and not when they have said yes to the work', () => {
    expect(isNew(ideaAfter(...asked))).toBe(true);
    expect(isNew(ideaAfter(story.submitted, [story.leader, story.exploreWith('pDRIVER')]))).toBe(true);
    expect(isNew(ideaAfter(story.submitted, [story.leader, story.explore]))).toBe(false);
    expect(isNew(storyOf('askedForMoney').idea)).toBe(true);
  });

  test('and to nobody once it waits for nobody', () => {
    expect(isNew(storyOf('closed').idea)).toBe(false);
  });
});
