import { closingWords } from '../../../../src/domain/idea/commands/ending/closing-words.js';
import { isKept, mayNotDecide } from '../../../../src/domain/idea/policy.js';
import { stageNames } from '../../../../src/domain/idea/stages.js';
import { ideaIn, storyOf } from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given, submitted } from '../../../../testing/samples/idea/story.js';

describe('passing on', () => {
  it('moves the idea to another department, where it waits anew and nobody leads it yet', () => {
    const declined = given(...story.standings.doingAsked, [story.doer, story.declineDoing()]);
    const { idea } = declined.when(story.leader, story.passOn('SBK', 'office'), story.on('2026-11-20'));
    expect(idea).toMatchObject({
      department: 'SBK',
      origin: 'VOO',
      tier: 'office',
      waiting: { for: 'deciders' },
      answerBy: '2026-12-04',
      decisionVersion: declined.idea.decisionVersion + 1,
    });
    expect(idea).not.toHaveProperty('leader');
  });

  it('from a plan begins anew there: what was written comes along, who drove it and what was asked for do not', () => {
    const { before, idea } = storyOf('askedForMoney').when(story.leader, story.passOn());
    expect(idea).toMatchObject({ stage: 'submitted', department: 'SBK', answers: before.answers });
    for (const gone of ['leader', 'driver', 'money', 'question'] as const) expect(idea).not.toHaveProperty(gone);
  });

  it('tells from where, for those who have let it go', () => {
    const { event } = given(submitted).when(story.office, story.passOn('SBK'));
    expect(event).toMatchObject({
      data: { from: 'VOO', department: 'SBK', tier: 'leader' },
      words: { reason: 'Ni har hand om cyklarna.' },
    });
  });

  it('to where it is already is refused', () => {
    expect(given(submitted).refusal(story.leader, story.passOn('VOO'))).toEqual({ code: 'sameDepartment' });
  });
});

describe('closing before a test', () => {
  it('keeps why, and what would make us try again', () => {
    const words = { reason: 'Det finns redan.', tryAgain: 'Om bilarna tar slut.' };
    expect(given(submitted).when(story.leader, story.close(words)).idea).toMatchObject({
      stage: 'closed',
      ending: words,
    });
  });

  it('can point to another channel instead, and then needs no reason', () => {
    const { idea, event } = given(submitted).when(story.leader, story.close({}, 'fel'));
    expect(event).toMatchObject({ data: { channel: 'fel' }, words: {} });
    expect(idea.ending).toEqual({ channel: 'fel' });
  });

  it('is never only "no": a channel without a name is none', () => {
    const unnamed = { ...story.close({}), data: { channel: '' } } as ReturnType<typeof story.close>;
    expect(given(submitted).refusal(story.leader, unnamed)).toEqual({ code: 'wordsMissing', field: 'reason' });
  });

  it('keeps no words of a test that was none', () => {
    const words = { reason: 'Nej.', tried: 'Något.', lesson: 'Något.' };
    expect(given(submitted).when(story.leader, story.close(words)).event.words).toEqual({ reason: 'Nej.' });
  });
});

describe('closing after a test', () => {
  const words = { tried: 'Tre cyklar i tre månader.', lesson: 'Vintern är för hal.', tryAgain: 'Med dubbdäck.' };

  it('keeps what was tried and learned, and what would make us try again', () => {
    for (const standing of ['piloting', 'funded', 'tested', 'scaling'] as const) {
      const { idea } = storyOf(standing).when(story.leader, story.close({ ...words, reason: 'Nej.' }));
      expect(idea).toMatchObject({ stage: 'closed', ending: words });
      expect(idea.ending).not.toHaveProperty('reason');
    }
  });

  it.each(['tried', 'lesson'] as const)('needs what was %s', (field) => {
    const { [field]: _, ...rest } = words;
    expect(storyOf('tested').refusal(story.leader, story.close({ reason: 'Nej.', ...rest }))).toEqual({
      code: 'wordsMissing',
      field,
    });
  });

  it('of an idea in use says why it is not used any more', () => {
    const { idea } = storyOf('spread').when(story.leader, story.close({ reason: 'Cyklarna är slitna.' }));
    expect(idea).toMatchObject({ stage: 'closed', ending: { reason: 'Cyklarna är slitna.' } });
  });

  it('always asks for something', () => {
    for (const stage of stageNames) expect(closingWords({ stage }).required.length).toBeGreaterThan(0);
  });
});

describe('a date to try again', () => {
  const close = (day: string) => story.close({ reason: 'Inte i år.' }, undefined, day);

  it('stands in the record and brings the idea back', () => {
    const { idea, event } = given(submitted).when(story.leader, close('2027-08-15'));
    expect(event.data).toEqual({ tryAgainOn: '2027-08-15' });
    expect(idea.ending).toEqual({ reason: 'Inte i år.', tryAgainOn: '2027-08-15' });
  });

  it.each([
    ['2026-11-17', undefined],
    ['2031-11-16', undefined],
    ['2026-11-16', 'dateNotAhead'],
    ['2031-11-17', 'dateFarOff'],
    ['2027-02-30', 'badDate'],
    ['till våren', 'badDate'],
  ])('is %p: %p', (day, code) => {
    if (!code) expect(given(submitted).when(story.leader, close(day)).idea.stage).toBe('closed');
    else expect(given(submitted).refusal(story.leader, close(day))).toEqual({ code, field: 'tryAgainOn' });
  });
});

describe('merging', () => {
  it('closes an idea into another one, with the reason, at any step', () => {
    const { idea, event } = storyOf('askedForMoney').when(story.leader, story.merge());
    expect(event).toMatchObject({ type: 'merged', data: { into: 'Q4X7MK' } });
    expect(idea).toMatchObject({ stage: 'closed', ending: { into: 'Q4X7MK', reason: 'De handlar om samma sak.' } });
  });

  it('into itself is refused', () => {
    expect(given(submitted).refusal(story.leader, story.merge('K7M4QX'))).toEqual({ code: 'sameIdea' });
  });

  it('names those who come with it, once each, and gives them no right', () => {
    const { before, idea, event } = given(submitted, ...story.joins()).when(
      story.merger,
      story.absorb('Q4X7MK', ['pFRIEND', 'pSUBMITTER', 'pOTHER']),
    );
    expect(event).toMatchObject({ type: 'absorbed', by: 'pLEADER', data: { from: 'Q4X7MK' } });
    expect(idea).toMatchObject({ submitter: 'pSUBMITTER', coSubmitters: ['pFRIEND'], joined: ['pOTHER'] });
    expect(idea).toMatchObject({ stage: 'submitted', decisionVersion: before.decisionVersion });
  });

  it('keeps the names that were kept there, and no others, however many come', () => {
    const many = Array.from({ length: 40 }, (_, n) => `pMANY${n}`);
    const absorb = { ...story.absorb(), data: { from: 'Q4X7MK', submitters: many, kept: many.slice(-1) } };
    const { idea } = given(submitted).when(story.merger, absorb as ReturnType<typeof story.absorb>);
    expect(idea.joined).toEqual(many);
    expect(['pMANY39', 'pMANY0', 'pSUBMITTER'].map((ref) => isKept(ref, idea))).toEqual([true, false, false]);
    expect(given(submitted).when(story.merger, story.absorb()).idea.confidential).toBe(false);
  });

  it('with those who had left it keeps them from deciding there, too', () => {
    const absorb = { ...story.absorb(), data: { from: 'Q4X7MK', submitters: ['pFRIEND'], former: ['pLEADER'] } };
    const { idea } = given(submitted).when(story.merger, absorb as ReturnType<typeof story.absorb>);
    expect(['pFRIEND', 'pLEADER', 'pOTHERLEADER'].map((ref) => mayNotDecide(ref, idea))).toEqual([true, true, false]);
  });

  it('into an idea that is a part of another is refused, so that no two can hold each other', () => {
    expect(ideaIn('merged').ending?.into).toBeDefined();
    expect(storyOf('merged').refusal(story.merger, story.absorb())).toEqual({ code: 'notNow' });
    expect(storyOf('closed').when(story.merger, story.absorb()).idea.stage).toBe('closed');
  });
});

describe('a proposal to merge', () => {
  const proposed = storyOf('mergeProposed');

  it('changes nothing but that those who decide on the other idea are asked', () => {
    const { decisionVersion, stage, waiting, proposal } = proposed.idea;
    expect({ decisionVersion, stage, waiting }).toEqual({
      decisionVersion: 1,
      stage: 'submitted',
      waiting: { for: 'deciders' },
    });
    expect(proposal).toMatchObject({ into: 'Q4X7MK', intoVersion: 1, by: 'pLEADER', until: '2026-11-30' });
    expect(given(submitted).refusal(story.leader, story.proposeMerge('K7M4QX'))).toEqual({ code: 'sameIdea' });
  });

  it('is answered with yes or no, and told to the one who made it', () => {
    const yes = proposed.when(story.answerer, story.acceptMerge);
    expect(yes.event.data).toEqual({ into: 'Q4X7MK', asker: 'pLEADER' });
    expect(yes.idea.ending).toEqual({ into: 'Q4X7MK', reason: 'De handlar om samma sak.' });
    const no = proposed.when(story.answerer, story.declineMerge);
    expect(no.event.data).toEqual({ into: 'Q4X7MK', asker: 'pLEADER' });
    for (const { idea } of [yes, no]) expect(idea.proposal).toBeUndefined();
  });

  it('ends when the idea moves, and when its date has passed', () => {
    expect(proposed.when(story.leader, story.explore).idea.proposal).toBeUndefined();
    expect(proposed.when(story.stranger, story.comment()).idea.proposal).toBeDefined();
    expect(proposed.refusal(story.clock, story.endProposal(), story.on('2026-11-30'))).toEqual({ code: 'notNow' });
    expect(proposed.when(story.clock, story.endProposal(), story.on('2026-12-01')).idea.proposal).toBeUndefined();
  });
});
