import { evolve, replay } from '../../src/domain/evolve.js';
import type { IdeaEvent } from '../../src/domain/idea.js';
import * as story from './story.js';
import { given, type Step, type Story, submitted } from './story.js';

describe('an idea and its record', () => {
  it.each(Object.entries(story.standings))('say the same: %s', (_name, steps) => {
    const { idea, events } = given(...steps);
    expect(replay(idea.id, events)).toEqual(idea);
    expect(replay(idea.id, JSON.parse(JSON.stringify(events)))).toEqual(idea);
  });

  it('an event leaves the earlier idea as it was', () => {
    const { before } = given(...story.standings.asked).when(story.submitter, story.answer());
    expect(before).toEqual(given(...story.standings.asked).idea);
  });

  it('begin with the submitting', () => {
    const [, asked] = given(...story.standings.asked).events as [IdeaEvent, IdeaEvent];
    expect(() => evolve(undefined, asked, 'K7M4QX')).toThrow('submitted');
    expect(() => evolve(undefined, given(submitted).events[0] as IdeaEvent)).toThrow('id');
    expect(replay('K7M4QX', [])).toBeUndefined();
  });
});

describe('the turn', () => {
  const rises: [string, readonly Step[], ...Parameters<Story['when']>][] = [
    ['a question', [submitted], story.leader, story.ask()],
    ['an answer', [...story.standings.asked], story.submitter, story.answer()],
    ['an answer while exploring', [...story.standings.exploringAsked], story.submitter, story.answer()],
    ['exploring', [submitted], story.leader, story.explore],
    ['doing it now', [submitted], story.leader, story.doNow()],
    ['a doer’s yes', [...story.standings.doingAsked], story.doer, story.acceptDoing],
    ['a doer’s no', [...story.standings.doingAsked], story.doer, story.declineDoing()],
    ['what was done', [...story.standings.doing], story.doer, story.reportDone()],
    ['passing on', [submitted], story.leader, story.passOn()],
    ['closing', [submitted], story.leader, story.close()],
    ['withdrawing', [submitted], story.submitter, story.withdraw],
  ];
  it.each(rises)('rises by one with %s', (_what, steps, who, command) => {
    const { before, idea } = given(...steps).when(who, command);
    expect(idea.turn).toBe(before.turn + 1);
  });

  const stays: [string, readonly Step[], ...Required<Parameters<Story['when']>>][] = [
    ['an edit', [submitted], story.submitter, story.edit(), story.setting],
    ['hiding', [submitted], story.leader, story.hide, story.setting],
    ['a reminder', [submitted], story.clock, story.remind, story.on('2026-12-24')],
  ];
  it.each(stays)('stays with %s', (_what, steps, who, command, world) => {
    const { before, idea } = given(...steps).when(who, command, world);
    expect(idea.turn).toBe(before.turn);
  });

  it('says since when the idea waits for whom it waits for', () => {
    const { idea } = given(submitted, [story.leader, story.ask(), story.on('2026-11-18')]).when(
      story.submitter,
      story.answer(),
      story.on('2026-11-20'),
    );
    expect(idea.waitingSince).toBe('2026-11-20T08:00:00.000Z');
  });
});
