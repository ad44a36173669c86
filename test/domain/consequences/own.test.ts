import { MOST_CO_SUBMITTERS } from '../../../src/domain/idea.js';
import { storyOf } from '../standings.js';
import * as story from '../story.js';
import { given, submitted } from '../story.js';

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
      expect({ ...idea, seq: 0, changedAt: '' }).toEqual({ ...before, hidden: true, seq: 0, changedAt: '' });
    }
  });

  it('hides once', () => {
    expect(given(submitted, [story.leader, story.hide]).refusal(story.otherLeader, story.hide)).toEqual({
      code: 'notNow',
    });
  });

  it('shows the words again when the submitter has rewritten them', () => {
    const { idea } = given(submitted, [story.leader, story.hide]).when(
      story.submitter,
      story.edit({ title: 'Bättre' }, true),
    );
    expect(idea).toMatchObject({ hidden: false, confidential: true, words: { title: 'Bättre' }, turn: 2 });
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
  it('are added by the submitter, each once', () => {
    const { idea } = given(
      submitted,
      [story.submitter, story.addCoSubmitter()],
      [coSubmitter, story.addCoSubmitter('pOTHER')],
      [story.submitter, story.addCoSubmitter()],
      [story.submitter, story.addCoSubmitter('pSUBMITTER')],
    );
    expect(idea.coSubmitters).toEqual(['pFRIEND', 'pOTHER']);
  });

  it('are only so many, for all of them are told of everything', () => {
    const all = Array.from({ length: MOST_CO_SUBMITTERS }, (_, n) => `pFRIEND${n}`);
    const many = given(submitted, ...all.map((ref) => [story.submitter, story.addCoSubmitter(ref)] as const));
    expect(many.idea.coSubmitters).toEqual(all);
    expect(many.refusal(story.submitter, story.addCoSubmitter('pONEMORE'))).toEqual({ code: 'notNow' });
    const absorbed = many.when(story.merger, story.absorb('Q4X7MK', ['pONEMORE']));
    expect(absorbed.idea.coSubmitters).toEqual(all);
  });

  it('leave the deciding to the next in the chain where they were to decide, and never to an earlier one', () => {
    const adding = (tier: 'leader' | 'deputy' | 'office') => ({
      ...story.addCoSubmitter('pLEADER'),
      data: { person: 'pLEADER', tier },
    });
    const moved = given(submitted).when(story.submitter, adding('deputy') as ReturnType<typeof story.addCoSubmitter>);
    expect(moved.idea.tier).toBe('deputy');
    const escalated = storyOf('escalated').when(
      story.submitter,
      adding('leader') as ReturnType<typeof story.addCoSubmitter>,
    );
    expect(escalated.idea.tier).toBe('deputy');
  });

  it('edit, answer and withdraw like the submitter', () => {
    const asked = given(submitted, [story.submitter, story.addCoSubmitter()], [story.leader, story.ask()]);
    expect(asked.when(coSubmitter, story.edit()).idea.words.title).toBe('Egna cyklar');
    expect(asked.when(coSubmitter, story.answer()).idea.waiting).toEqual({ for: 'deciders' });
    const withdrawn = given(submitted, [coSubmitter, story.withdraw]);
    expect(withdrawn.when(coSubmitter, story.reopen).idea.stage).toBe('submitted');
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
