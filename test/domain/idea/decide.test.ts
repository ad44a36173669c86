import type { Command } from '../../../src/domain/idea/commands.js';
import { rules } from '../../../src/domain/idea/commands.js';
import { decide, denial } from '../../../src/domain/idea/decide.js';
import { stageNames, stages } from '../../../src/domain/idea/stages.js';
import { limits, type WordKey } from '../../../src/domain/idea/words.js';
import { adapt, tellBetter, tellCore } from '../../../testing/samples/idea/solution.js';
import { everyStanding, ideaIn, type standingNames, storyOf } from '../../../testing/samples/idea/standings.js';
import * as story from '../../../testing/samples/idea/story.js';
import { given, submitted } from '../../../testing/samples/idea/story.js';

describe('submitting', () => {
  it('makes an idea that waits for those who decide, with an answer promised', () => {
    const { idea, events } = given([
      story.submitter,
      story.submit({ unit: 'HTS', tier: 'deputy', confidential: true }),
    ]);
    expect(events).toEqual([
      {
        type: 'submitted',
        seq: 1,
        at: '2026-11-16T08:00:00.000Z',
        day: '2026-11-16',
        by: 'pSUBMITTER',
        to: { stage: 'submitted', waiting: { for: 'deciders' }, answerBy: '2026-11-30' },
        data: {
          submitter: 'pSUBMITTER',
          coSubmitters: [],
          department: 'VOO',
          unit: 'HTS',
          confidential: true,
          tier: 'deputy',
        },
        words: { title: 'Delade cyklar', problem: 'Personalen får vänta på bilar varje morgon.' },
      },
    ]);
    expect(idea).toMatchObject({
      decisionVersion: 1,
      department: 'VOO',
      origin: 'VOO',
      unit: 'HTS',
      tier: 'deputy',
      confidential: true,
    });
  });

  it('counts the answer date from the day that people have, not from UTC’s', () => {
    const justAfterMidnight = { ...story.setting, now: '2026-11-16T23:30:00.000Z' };
    expect(given([story.submitter, story.submit(), justAfterMidnight]).idea.answerBy).toBe('2026-12-01');
  });

  it('is refused for an idea that is there already', () => {
    expect(given(submitted).refusal(story.submitter, story.submit())).toEqual({ code: 'stale' });
  });
});

describe('a decision that was taken outside', () => {
  it.each([
    ['2026-11-15', 'dateBefore'],
    ['2026-11-17', 'dateAhead'],
    ['2026-11-31', 'dateAhead'],
  ])('is not of %s, when the idea was not sent in yet or which has not been', (on, code) => {
    const noted = story.noteDecision('close', { on });
    expect(storyOf('submitted').refusal(story.noter, noted)).toEqual({ code });
  });
});

describe('words', () => {
  /** Every command that has a word which must be there, in a standing where it can be given, without that word. */
  const required: [WordKey, (typeof standingNames)[number], Parameters<story.Story['refusal']>][] = [
    ['question', 'submitted', [story.leader, story.ask('\u202E ')]],
    ['answer', 'asked', [story.submitter, story.answer(' ')]],
    ['comment', 'submitted', [story.stranger, story.comment('\n')]],
    ['progress', 'exploring', [story.driver, story.reportProgress('')]],
    ['comment', 'submitted', [story.adopter, story.editComment(' ')]],
    ['done', 'exploring', [story.driver, story.reportDone('')]],
    ['reason', 'planSubmitted', [story.leader, story.sendBack('')]],
    ['reason', 'askedForMoney', [story.funder, story.declineMoney('')]],
    ['reason', 'piloting', [story.driver, story.extend('2027-06-30', '')]],
    ['reason', 'scaling', [story.adopter, story.notNow('')]],
    ['reason', 'scaling', [story.leader, story.backToTest('2027-08-31', '')]],
    ['coreSame', 'scaling', [story.owner, tellCore({ coreSame: ' ' })]],
    ['ownWay', 'adopted', [story.adopter, adapt('')]],
    ['better', 'adopted', [story.adopter, tellBetter('\n')]],
    ['went', 'spread', [story.owner, story.answerUse('notAnymore')]],
    ['reason', 'submitted', [story.leader, story.close({ tryAgain: 'Nästa år.' })]],
    ['tried', 'tested', [story.leader, story.close({ lesson: 'Mycket.' })]],
    ['tried', 'agreed', [story.driver, { ...story.stopAsAgreed, words: { lesson: 'Hal.' } }]],
    ['lesson', 'agreed', [story.driver, { ...story.stopAsAgreed, words: { tried: 'Tre.' } }]],
    ['taker', 'submitted', [story.noter, story.noteDecision('close', {}, { taker: '' })]],
    ['title', 'submitted', [story.submitter, story.edit({ title: ' \u200B\n' })]],
    ['problem', 'submitted', [story.submitter, story.edit({ problem: '' })]],
  ];
  it.each(required)('that are needed: a %s of an idea that is %s', (field, standing, [who, command]) => {
    expect(storyOf(standing).refusal(who, command)).toEqual({ code: 'wordsMissing', field });
  });

  it('that are needed are tried above, every one that a rule names', () => {
    const tried = new Set(required.map(([field, , [, { type }]]) => `${type}.${field}`));
    const named = Object.entries(rules).flatMap(([type, { words }]) =>
      Object.entries(words).flatMap(([field, need]) => (need === 'required' ? [`${type}.${field}`] : [])),
    );
    expect(named.filter((one) => !tried.has(one))).toEqual([
      ...['submit.title', 'submit.problem', 'enter.title', 'enter.problem'],
    ]);
  });

  it('that are needed are needed from the beginning', () => {
    for (const field of ['title', 'problem'] as const) {
      for (const begins of [story.submit, story.enter]) {
        const result = decide(begins({}, { [field]: ' \u200B' }), undefined, story.submitter, story.setting);
        expect(result).toEqual({ ok: false, refusal: { code: 'wordsMissing', field } });
      }
    }
  });

  it('may be as long as their limit and not longer, counted as they are kept', () => {
    const asking = (length: number) => story.ask(`  ${'å'.repeat(length)}\r\n`);
    expect(given(submitted).when(story.leader, asking(limits.question)).event.words.question).toHaveLength(
      limits.question,
    );
    expect(given(submitted).refusal(story.leader, asking(limits.question + 1))).toEqual({
      code: 'wordsTooLong',
      field: 'question',
    });
  });

  it('are kept tidy, and only those that the command asks for', () => {
    const { event } = given(submitted).when(story.leader, {
      ...story.ask(' Hur\u202E många?\r\nNär? '),
      words: { question: ' Hur\u202E många?\r\nNär? ', reason: 'Hör inte hit', sign: 'Hör inte hit' },
    } as Command);
    expect(event.words).toEqual({ question: 'Hur många?\nNär?' });
  });

  it('that are not needed leave no trace when they are empty', () => {
    const { event } = given([story.submitter, story.submit({}, { solution: ' ', evidence: '' })]).when(
      story.submitter,
      story.edit({ solution: '  ' }),
    );
    expect(Object.keys(event.words).sort()).toEqual(['problem', 'title']);
  });

  it('are judged last: nobody learns by trying what they may not do', () => {
    const exploring = storyOf('exploring');
    expect(exploring.refusal(story.stranger, story.close({}))).toEqual({ code: 'notAllowed' });
    expect(exploring.refusal(story.leader, story.atTurn(story.close({}), 1))).toEqual({ code: 'stale' });
    expect(storyOf('closed').refusal(story.leader, story.close({}))).toEqual({ code: 'notNow' });
  });
});

describe('time', () => {
  it('goes forward in an idea’s record also where the clocks stand still or go back', () => {
    const back = { ...story.setting, now: '2026-11-16T07:59:00.000Z' };
    const { events } = given(submitted, [story.leader, story.ask()], [story.submitter, story.answer(), back]);
    expect(events.map(({ at }) => at)).toEqual([
      '2026-11-16T08:00:00.000Z',
      '2026-11-16T08:00:00.001Z',
      '2026-11-16T08:00:00.002Z',
    ]);
  });

  it('of day is the one that people have: what is done just after midnight is not done the day before', () => {
    const justAfterMidnight = { ...story.setting, now: '2027-01-31T23:30:00.000Z' };
    const used = storyOf('tested').when(story.leader, story.useHere(), justAfterMidnight);
    expect(used.event).toMatchObject({ at: '2027-01-31T23:30:00.000Z', day: '2027-02-01' });
    expect(used.idea).toMatchObject({ adoptions: { VOO: { start: '2027-02-01' } }, followUpOn: '2027-08-01' });
    const adopted = storyOf('scaling').when(story.adopter, story.adopt('using', '2026-12-24'), justAfterMidnight);
    expect(adopted.idea.adoptions.SBK?.checkOn).toBe('2027-05-01');
    const longer = storyOf('piloting').when(story.driver, story.extend('2027-03-31'), justAfterMidnight);
    expect(longer.idea.test?.halfWay).toBe('2027-03-02');
  });

  it('is promised where somebody is to answer, and only there', () => {
    const open = stageNames.filter((stage) => stages[stage].open);
    for (const name of Object.keys(everyStanding) as typeof standingNames) {
      const { stage, waiting, answerBy } = ideaIn(name);
      const waits = open.includes(stage);
      expect({ name, waits: waiting !== undefined, by: answerBy !== undefined }).toEqual({ name, waits, by: waits });
    }
  });
});

describe('a denial', () => {
  it('comes before the words are known, and is the one that deciding gives', () => {
    const idea = ideaIn('closed');
    expect(denial('explore', undefined, idea, story.leader)).toEqual({ code: 'notNow' });
    expect(denial('explore', 1, idea, story.leader)).toEqual({ code: 'stale' });
    expect(denial('explore', undefined, undefined, story.leader)).toEqual({ code: 'notFound' });
    expect(denial('hide', undefined, idea, story.leader)).toBeUndefined();
  });
});
