import type { Actor } from '../../../../src/domain/idea/decide.js';
import { meaningOf } from '../../../../src/domain/idea/events.js';
import { replay } from '../../../../src/domain/idea/evolve.js';
import { leavingOf } from '../../../../src/domain/idea/people/leaving-record.js';
import { dueDays } from '../../../../src/store/idea/state/due-days.js';
import * as solution from '../../../../testing/samples/idea/solution.js';
import { storyOf } from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given, standings } from '../../../../testing/samples/idea/story.js';

const { adopter, clock, on, owner } = story;
const other: Actor = { ...adopter, ref: 'pOTHER' };
const asked = given(...solution.askedBetter);

describe('what of a solution travels', () => {
  it('is described by whoever looks after it, and makes nobody’s card out of date', () => {
    const { before, event, idea } = storyOf('scaling').when(owner, solution.tellCore());
    expect(event).toMatchObject({ type: 'coreTold', data: { takes: 'weeks' } });
    expect(idea.core).toEqual({
      same: 'Samma app för att boka.\nEn person har hand om nycklarna.',
      own: 'Var cyklarna står.',
      first: 'Ett låst rum med eluttag.',
      takes: 'weeks',
    });
    expect(idea.decisionVersion).toBe(before.decisionVersion);
    expect(idea.answerBy).toBe(before.answerBy);
  });

  it('is three things at most, a line each', () => {
    const same = (coreSame: string) => solution.tellCore({ coreSame });
    expect(storyOf('scaling').refusal(owner, same('Ett\nTvå\nTre\nFyra'))).toEqual({ code: 'tooManySame' });
    expect(storyOf('scaling').when(owner, same('Ett\n\nTvå\n \nTre')).idea.core?.same).toMatch(/^Ett/);
    expect(storyOf('scaling').refusal(owner, same(' '))).toEqual({ code: 'wordsMissing', field: 'coreSame' });
  });

  it('is described anew, with what is left out gone', () => {
    const { idea } = given(...solution.described).when(story.leader, solution.tellCore({ coreOwn: '', coreFirst: '' }));
    expect(Object.keys(idea.core ?? {}).sort()).toEqual(['same', 'takes']);
  });

  it('is described before others are asked, where the test says that they are to be', () => {
    const first = given(...standings.tested, [story.leader, solution.tellCore()], [story.leader, story.scale()]);
    expect(first.idea).toMatchObject({ stage: 'scaling', core: { takes: 'weeks' } });
    expect(storyOf('piloting').refusal(story.leader, solution.tellCore())).toEqual({ code: 'notNow' });
  });

  it('is not described by whoever has not said yes to the work', () => {
    expect(storyOf('scalingAsked').refusal(owner, solution.tellCore())).toEqual({ code: 'notNow' });
  });
});

describe('a department that takes a solution in', () => {
  it('says what it changes, and says it anew', () => {
    const taken = given(...solution.takenInOwnWay);
    expect(taken.idea.adoptions.SBK).toMatchObject({ status: 'using', ownWay: 'Vi har lastcyklar.' });
    const { event, idea } = taken.when(other, solution.adapt('Vi har vanliga cyklar.'));
    expect(event).toMatchObject({ type: 'adapted', adoption: 'SBK' });
    expect(idea.adoptions.SBK?.ownWay).toBe('Vi har vanliga cyklar.');
  });

  it('says nothing for another one, of an idea that it does not use, or of its own', () => {
    const taken = given(...solution.takenInOwnWay);
    const leaderOf = (...leads: string[]): Actor => ({ ...adopter, leads });
    expect(taken.refusal(leaderOf('UTB'), solution.adapt())).toEqual({ code: 'notYourDepartment' });
    expect(taken.refusal(leaderOf('UTB'), solution.tellBetter('Bra.', 'UTB'))).toEqual({ code: 'notNow' });
    expect(storyOf('spread').refusal(leaderOf('VOO'), solution.tellBetter('Bra.', 'VOO'))).toEqual({ code: 'notNow' });
  });

  it('keeps what it has said when it goes from testing to using, and when it stops', () => {
    const tests = [...solution.described, [adopter, story.adopt('testing')], [adopter, solution.adapt()]] as const;
    expect(given(...tests).when(adopter, story.adopt('using')).idea.adoptions.SBK).toMatchObject({
      status: 'using',
      ownWay: 'Vi har lastcyklar.',
    });
    expect(given(...tests).when(adopter, story.stopUsing()).idea.adoptions.SBK).toMatchObject({
      status: 'stopped',
      ownWay: 'Vi har lastcyklar.',
    });
  });
});

describe('what has become better', () => {
  it('is asked once after three months, reminded of once after two weeks, and then never again', () => {
    expect(asked.idea.adoptions.SBK).toMatchObject({ betterBy: '2027-03-02' });
    expect(dueDays(asked.idea)).toContainEqual(['remindBetter.SBK', '2027-03-03']);
    expect(asked.refusal(clock, story.remindBetter, on('2027-03-02'))).toEqual({ code: 'notNow' });
    const { event, idea } = asked.when(clock, story.remindBetter, on('2027-03-03'));
    expect(event).toMatchObject({ type: 'betterReminded', adoption: 'SBK' });
    expect(dueDays(idea).map(([kind]) => kind)).not.toContain('remindBetter.SBK');
    expect(
      given(...solution.askedBetter, [clock, story.remindBetter, on('2027-03-03')]).refusal(
        clock,
        story.remindBetter,
        on('2028-07-25'),
      ),
    ).toEqual({ code: 'notNow' });
  });

  it('is told with how far the department does what must be the same, and is not asked about any more', () => {
    const { event, idea } = asked.when(adopter, solution.tellBetter(), on('2027-02-18'));
    expect(event).toMatchObject({ type: 'betterTold', adoption: 'SBK', data: { keeps: 'some' } });
    expect(idea.adoptions.SBK).toMatchObject({
      ...{ better: 'Färre väntar på bil.', betterOn: '2027-02-18', keeps: 'some', ownWay: 'Vi har lastcyklar.' },
    });
    expect(idea.adoptions.SBK).not.toHaveProperty('betterBy');
  });

  it('is told once in the same words: then it is saved, and nobody else hears of it again', () => {
    const told = given(...solution.askedBetter, [adopter, solution.tellBetter(), on('2027-02-18')]);
    const { event, idea } = told.when(adopter, solution.tellBetter(), on('2027-03-18'));
    expect(event).toMatchObject({ type: 'betterTold', data: { department: 'SBK', same: true } });
    const hears = (one: typeof event) => meaningOf(one).tells?.({ person: 'pOWNER', as: 'owner' }, one, idea);
    expect(hears(event)).toBe(false);
    const other = told.when(adopter, solution.tellBetter('Ännu färre väntar.'), on('2027-03-18'));
    expect(other.event.data).not.toHaveProperty('same');
    expect(hears(other.event)).toBe(true);
  });

  it.each([
    ['that it goes on using it', story.adopt('using', '2027-02-18')],
    ['that it has stopped', story.stopUsing()],
  ])('is not asked about any more of a department that says %s', (_, command) => {
    const tests = [...solution.described, [adopter, story.adopt('testing', '2026-11-16')]] as const;
    const steps = [...tests, [clock, story.checkAdoption, on('2027-02-16')]] as const;
    expect(given(...steps).when(adopter, command, on('2027-02-18')).idea.adoptions.SBK).not.toHaveProperty('betterBy');
  });

  it('is asked nobody of an idea that has ended', () => {
    const { idea } = asked.when(story.leader, story.close({ tried: 'Cyklar.', lesson: 'För halt.' }), on('2027-02-17'));
    expect(dueDays(idea).map(([kind]) => kind)).not.toContain('remindBetter.SBK');
  });
});

describe('somebody who leaves', () => {
  const told = given(...solution.askedBetter, [adopter, solution.tellBetter(), on('2027-02-18')]);

  it('takes along what they wrote for their department, where the rule is to erase words', () => {
    const leaving = leavingOf(told.events, 'pADOPTER', 'erase');
    expect(leaving.said).toEqual({ ownWay: ['SBK'], better: ['SBK'] });
    const { idea } = told.when(clock, { type: 'leave', data: leaving, words: {} });
    expect(idea.adoptions.SBK).not.toHaveProperty('ownWay');
    expect(idea.adoptions.SBK).not.toHaveProperty('better');
    expect(idea.adoptions.SBK).toMatchObject({ status: 'using', keeps: 'some' });
  });

  it('leaves what a colleague has written anew, and the description, which is the solution’s', () => {
    const anew = given(
      ...solution.askedBetter,
      [adopter, solution.tellBetter()],
      [other, solution.tellBetter('Lugnt.')],
    );
    const leaving = leavingOf(anew.events, 'pADOPTER', 'erase');
    expect(leaving.said).toEqual({ ownWay: ['SBK'], better: [] });
    const { idea } = anew.when(clock, { type: 'leave', data: leaving, words: {} });
    expect(idea.adoptions.SBK).toMatchObject({ better: 'Lugnt.' });
    expect(idea.core).toBeDefined();
  });

  it('leaves all of it where the rule is to keep words', () => {
    expect(leavingOf(told.events, 'pADOPTER', 'keep')).not.toHaveProperty('said');
  });

  it('is the same when it is told over again', () => {
    const leaving = leavingOf(told.events, 'pADOPTER', 'erase');
    const { event, idea } = told.when(clock, { type: 'leave', data: leaving, words: {} });
    expect(replay('K7M4QX', [...told.events, event])).toEqual(idea);
  });
});
