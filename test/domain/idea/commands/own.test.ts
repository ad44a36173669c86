import type { Command } from '../../../../src/domain/idea/commands.js';
import { decide } from '../../../../src/domain/idea/decide.js';
import { evolve } from '../../../../src/domain/idea/evolve.js';
import { MOST_CO_SUBMITTERS } from '../../../../src/domain/idea/idea.js';
import { isKept } from '../../../../src/domain/idea/policy.js';
import { anIdea } from '../../../../testing/samples/idea/ideas.js';
import { storyOf } from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given, submitted } from '../../../../testing/samples/idea/story.js';

const coSubmitter = { ...story.submitter, ref: 'pFRIEND' };

describe('submitting for a colleague', () => {
  it('makes it the colleague’s idea, and the one who wrote it down a co-submitter', () => {
    const writer = { ...story.submitter, ref: 'pWRITER' };
    const { idea, events } = given([
      writer,
      story.submit({ coSubmitters: ['pWRITER'] }, { workplace: 'Arbetsplatsträff, Hemtjänst Söder' }),
    ]);
    expect(events[0]).toMatchObject({ by: 'pWRITER', data: { submitter: 'pSUBMITTER', coSubmitters: ['pWRITER'] } });
    expect(idea).toMatchObject({
      submitter: 'pSUBMITTER',
      coSubmitters: ['pWRITER'],
      workplace: 'Arbetsplatsträff, Hemtjänst Söder',
    });
  });
});

describe('editing and hiding', () => {
  it('hides the words in any stage, and changes nothing of the way', () => {
    for (const standing of Object.values(story.standings)) {
      const { before, idea } = given(...standing).when(story.leader, story.hide);
      expect({ ...idea, seq: 0, changedAt: '' }).toEqual({
        ...before,
        ...{ hidden: true, hiddenSince: before.seq + 1, seq: 0, changedAt: '' },
      });
    }
  });

  it('hides once', () => {
    expect(given(submitted, [story.leader, story.hide]).refusal(story.otherLeader, story.hide)).toEqual({
      code: 'notNow',
    });
  });

  it('keeps hidden what the submitter writes anew, until somebody who decides shows it', () => {
    const rewritten = given(
      submitted,
      [story.leader, story.hide],
      [story.submitter, story.edit({ title: 'Bättre' }, true)],
    );
    expect(rewritten.idea).toMatchObject({
      hidden: true,
      confidential: true,
      words: { title: 'Bättre' },
      decisionVersion: 2,
    });
    expect(rewritten.when(story.otherLeader, story.show).idea.hidden).toBe(false);
  });

  it('drops what the submitter has taken away', () => {
    const { idea } = given([story.submitter, story.submit({}, { solution: 'Köp tre.' })]).when(
      story.submitter,
      story.edit(),
    );
    expect(idea.words).not.toHaveProperty('solution');
  });

  it('is no new promise: what waits goes on waiting', () => {
    const { before, idea } = given(...story.standings.asked).when(
      story.submitter,
      story.edit(),
      story.on('2026-11-20'),
    );
    for (const part of ['waiting', 'answerBy', 'waitingSince', 'question'] as const) {
      expect(idea[part]).toEqual(before[part]);
    }
  });
});

describe('co-submitters', () => {
  it('are asked, and have no part in it before they say yes', () => {
    const asked = given(submitted, [story.submitter, story.addCoSubmitter()]);
    expect(asked.idea).toMatchObject({ submitter: 'pSUBMITTER', coSubmitters: [], tier: 'leader', decisionVersion: 1 });
    expect(asked.idea.askedColleagues).toEqual([
      { person: 'pFRIEND', by: 'pSUBMITTER', as: 'coSubmitter', until: '2026-11-26' },
    ]);
    const { idea } = asked.when(story.invitee, story.acceptJoining);
    expect(idea.coSubmitters).toEqual(['pFRIEND']);
    expect(idea.askedColleagues).toBeUndefined();
  });

  it('say no, and are not asked again', () => {
    const declined = given(submitted, [story.submitter, story.addCoSubmitter()], [story.invitee, story.declineJoining]);
    expect(declined.idea).toMatchObject({ coSubmitters: [], saidNo: ['pFRIEND'] });
    expect(declined.refusal(story.submitter, story.addCoSubmitter())).toEqual({ code: 'cannotBeAsked' });
  });

  it('say nothing, and the question ends by itself; it can be asked anew', () => {
    const asked = given(submitted, [story.submitter, story.addCoSubmitter()]);
    expect(asked.refusal(story.clock, story.lapseJoining(), story.on('2026-11-26'))).toEqual({ code: 'notNow' });
    const { idea } = asked.when(story.clock, story.lapseJoining(), story.on('2026-11-27'));
    expect(idea.askedColleagues).toBeUndefined();
    expect(idea.saidNo).toBeUndefined();
  });

  it.each([
    ['somebody who has it', 'pSUBMITTER'],
    ['a co-submitter', 'pMATE'],
    ['somebody who is asked already', 'pFRIEND'],
    ['somebody who has left it', 'pLEFT'],
  ])('%s is not asked', (_who, person) => {
    const many = given(
      submitted,
      ...story.joins('pMATE'),
      ...story.joins('pLEFT'),
      [{ ...story.submitter, ref: 'pLEFT' }, story.stepOut],
      [story.submitter, story.addCoSubmitter()],
    );
    expect(many.refusal(story.submitter, story.addCoSubmitter(person))).toEqual({ code: 'cannotBeAsked' });
  });

  it('are only so many, and only so many are asked at a time', () => {
    const all = Array.from({ length: MOST_CO_SUBMITTERS }, (_, n) => `pFRIEND${n}`);
    const many = given(submitted, ...all.flatMap((ref) => story.joins(ref)));
    expect(many.idea.coSubmitters).toEqual(all);
    expect(many.refusal(story.submitter, story.addCoSubmitter('pONEMORE'))).toEqual({ code: 'notNow' });
    const five = all.slice(0, 5).map((ref) => [story.submitter, story.addCoSubmitter(ref)] as const);
    expect(given(submitted, ...five).refusal(story.submitter, story.addCoSubmitter())).toEqual({ code: 'notNow' });
  });

  it('leave the deciding to the next in the chain where they were to decide, and never to an earlier one', () => {
    const accepting = (tier: 'leader' | 'deputy') =>
      ({ type: 'acceptJoining', data: { tier }, words: {} }) satisfies Command;
    const steps = [submitted, [story.submitter, story.addCoSubmitter('pLEADER')]] as const;
    const asLeader = { ...story.leader, roles: new Set(['decider', 'invitee'] as const) };
    expect(given(...steps).when(asLeader, accepting('deputy')).idea.tier).toBe('deputy');
    const escalated = storyOf('escalated').when(story.submitter, story.addCoSubmitter('pLEADER')).idea;
    const result = decide(accepting('leader'), escalated, asLeader, story.on('2026-12-17'));
    expect(result.ok && evolve(escalated, result.value).tier).toBe('deputy');
  });

  it('of an idea that was written down for them become its submitter, and the writer their co-submitter', () => {
    const written = { type: 'addCoSubmitter', data: { person: 'pFRIEND', as: 'submitter' }, words: {} } as const;
    const steps = [submitted, [story.submitter, written], [story.leader, story.ask()]] as const;
    const { idea } = given(...steps).when(story.invitee, story.acceptJoining);
    expect(idea).toMatchObject({ submitter: 'pFRIEND', coSubmitters: ['pSUBMITTER'] });
    // An open question is theirs to answer from then on.
    expect(idea).toMatchObject({ waiting: { for: 'submitter', person: 'pFRIEND' }, answerBy: '2026-11-26' });
  });

  it('are asked no more when the idea has ended', () => {
    const closed = given(submitted, [story.submitter, story.addCoSubmitter()], [story.leader, story.close()]);
    expect(closed.idea.askedColleagues).toBeUndefined();
    expect(closed.refusal(story.invitee, story.acceptJoining)).toEqual({ code: 'notNow' });
  });

  it('edit, answer and withdraw like the submitter', () => {
    const asked = given(submitted, ...story.joins(), [story.leader, story.ask()]);
    expect(asked.when(coSubmitter, story.edit()).idea.words.title).toBe('Egna cyklar');
    expect(asked.when(coSubmitter, story.answer()).idea.waiting).toEqual({ for: 'deciders' });
    const withdrawn = given(submitted, [coSubmitter, story.withdraw]);
    expect(withdrawn.when(coSubmitter, story.reopen).idea.stage).toBe('submitted');
  });
});

describe('stepping out', () => {
  const together = [submitted, ...story.joins()];

  it('is for whoever is not alone with the idea: the next one takes over, with the question that was put to them', () => {
    const { idea } = given(...together, [story.leader, story.ask()]).when(story.submitter, story.stepOut);
    expect(idea).toMatchObject({ submitter: 'pFRIEND', coSubmitters: [], former: ['pSUBMITTER'] });
    expect(idea).toMatchObject({ waiting: { for: 'submitter', person: 'pFRIEND' }, question: { by: 'pLEADER' } });
    expect(given(...together).when(coSubmitter, story.stepOut).idea).toMatchObject({
      ...{ submitter: 'pSUBMITTER', coSubmitters: [], former: ['pFRIEND'] },
    });
    expect(given(submitted).refusal(story.submitter, story.stepOut)).toEqual({ code: 'notNow' });
  });

  it('hands on what they had asked others', () => {
    const asked = given(...together, [story.submitter, story.addCoSubmitter('pOTHER')]);
    expect(asked.when(story.submitter, story.stepOut).idea.askedColleagues).toMatchObject([{ by: 'pFRIEND' }]);
  });

  it('is for those whose own idea is a part of it, too', () => {
    const joined = given(submitted, [story.merger, story.absorb()]);
    expect(joined.when(story.joiner, story.stepOut).idea).toMatchObject({ former: ['pFRIEND'] });
  });
});

describe('a name that is kept', () => {
  const kept = [story.submitter, story.submit({ confidential: true })] as const;

  it('stays so whatever a co-submitter’s edit says, and is shown again by nobody else', () => {
    const together = given(kept, ...story.joins());
    expect(together.idea.keptNames).toEqual(['pSUBMITTER', 'pFRIEND']);
    const edited = together.when(coSubmitter, story.edit({}, false)).idea;
    expect(edited).toMatchObject({ confidential: true, keptNames: ['pSUBMITTER'] });
    const shown = given(kept).when(story.submitter, story.edit({}, false)).idea;
    expect(shown).toMatchObject({ confidential: false, keptNames: [] });
  });

  it('of a row from before each had their own is that of all who have it', () => {
    const row = anIdea({ confidential: true, coSubmitters: ['pFRIEND'] });
    expect(['pSUBMITTER', 'pFRIEND', 'pLEADER'].map((ref) => isKept(ref, row))).toEqual([true, true, false]);
    const result = decide(story.edit({}, false), row, coSubmitter, story.setting);
    const edited = result.ok && evolve(row, result.value);
    expect(edited).toMatchObject({ confidential: true, keptNames: ['pSUBMITTER'] });
  });

  it('is kept after its owner has left the idea', () => {
    const { idea } = given(kept, ...story.joins()).when(story.submitter, story.stepOut);
    expect(isKept('pSUBMITTER', idea)).toBe(true);
  });
});

describe('withdrawing', () => {
  it('ends an idea at any step, also with money granted, and no question is left', () => {
    const asked = storyOf('planningAsked').when(story.submitter, story.withdraw).idea;
    expect(asked.stage).toBe('withdrawn');
    expect(asked).not.toHaveProperty('question');
    expect(asked).not.toHaveProperty('waiting');
    expect(storyOf('funded').when(story.submitter, story.withdraw).idea.stage).toBe('withdrawn');
  });
});

describe('opening again', () => {
  it('is for the submitter after a withdrawal', () => {
    const withdrawn = given(...story.standings.withdrawn);
    const { idea } = withdrawn.when(story.submitter, story.reopen, story.on('2026-12-01'));
    expect(idea).toMatchObject({ stage: 'submitted', waiting: { for: 'deciders' }, answerBy: '2026-12-15' });
    expect(withdrawn.refusal(story.leader, story.reopen)).toEqual({ code: 'notNow' });
  });

  it('is for those who decide after a decision, who then decide anew: nobody has a task and the decision is gone', () => {
    const closed = given(...story.standings.funded, [story.leader, story.close({ tried: 'Tre.', lesson: 'Hal.' })]);
    expect(closed.refusal(story.submitter, story.reopen)).toEqual({ code: 'notNow' });
    const { idea, event } = closed.when(story.leader, story.reopen, story.on('2027-01-10'));
    expect(event.words).toEqual({ reason: 'Bilarna räcker inte längre.' });
    expect(idea).toMatchObject({ stage: 'submitted', tier: 'leader', waiting: { for: 'deciders' } });
    for (const gone of ['ending', 'driver', 'doer', 'owner', 'leader', 'money', 'test'] as const) {
      expect(idea).not.toHaveProperty(gone);
    }
  });

  it('keeps what was written on the way', () => {
    const { before, idea } = given(...story.standings.tested, [
      story.leader,
      story.close({ tried: 'Tre.', lesson: 'Hal.' }),
    ]).when(story.leader, story.reopen);
    expect(idea.answers).toEqual(before.answers);
    expect(idea.answers.learned).toBe('Cyklarna behöver dubbdäck på vintern.');
  });

  it('is not for an idea that is a part of another', () => {
    expect(storyOf('merged').refusal(story.leader, story.reopen)).toEqual({ code: 'notNow' });
  });
});

describe('pictures', () => {
  it('are three at the most', () => {
    const one = (n: number) => [story.submitter, story.addPicture(`PICTURE${n}.jpg`)] as const;
    const full = given(submitted, one(1), one(2), one(3));
    expect(full.idea.pictures).toEqual(['PICTURE1.jpg', 'PICTURE2.jpg', 'PICTURE3.jpg']);
    expect(full.refusal(story.submitter, story.addPicture())).toEqual({ code: 'notNow' });
  });
});
