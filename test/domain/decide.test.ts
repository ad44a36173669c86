import { decide, denial, hasAnswerTime } from '../../src/domain/decide.js';
import { limits, type WordKey } from '../../src/domain/words.js';
import * as story from './story.js';
import { given, submitted } from './story.js';

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
        by: 'pSUBMITTER',
        to: { stage: 'submitted', waiting: { for: 'deciders' }, answerBy: '2026-11-30' },
        data: { submitter: 'pSUBMITTER', department: 'VOO', unit: 'HTS', confidential: true, tier: 'deputy' },
        words: { title: 'Delade cyklar', problem: 'Personalen får vänta på bilar varje morgon.' },
      },
    ]);
    expect(idea).toMatchObject({
      turn: 1,
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

describe('words', () => {
  const required: [string, WordKey, () => ReturnType<typeof decide>][] = [
    [
      'a title',
      'title',
      () => decide(story.submit({}, { title: ' \u200B\n' }), undefined, story.submitter, story.setting),
    ],
    [
      'a problem',
      'problem',
      () => decide(story.submit({}, { problem: '' }), undefined, story.submitter, story.setting),
    ],
    ['a question', 'question', () => decideOn(story.leader, story.ask('\u202E '))],
    ['a reason to close', 'reason', () => decideOn(story.leader, story.close({ tryAgain: 'Nästa år.' }))],
  ];
  const decideOn = (...[who, command]: Parameters<story.Story['refusal']>) =>
    decide(command, given(submitted).idea, who, story.setting);

  it.each(required)('are needed: %s', (_what, field, act) => {
    expect(act()).toEqual({ ok: false, refusal: { code: 'wordsMissing', field } });
  });

  it('are needed for an answer and for what was done', () => {
    const asked = given(...story.standings.asked);
    expect(asked.refusal(story.submitter, story.answer(' '))).toEqual({ code: 'wordsMissing', field: 'answer' });
    const exploring = given(...story.standings.exploring);
    expect(exploring.refusal(story.driver, story.reportDone(''))).toEqual({ code: 'wordsMissing', field: 'done' });
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
      words: { question: ' Hur\u202E många?\r\nNär? ', reason: 'Hör inte hit' },
    });
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
    const story1 = given(...story.standings.exploring);
    expect(story1.refusal(story.stranger, story.close({}))).toEqual({ code: 'notAllowed' });
    expect(story1.refusal(story.leader, story.atTurn(story.close({}), 1))).toEqual({ code: 'stale' });
    expect(given(...story.standings.inUse).refusal(story.leader, story.close({}))).toEqual({ code: 'notNow' });
  });
});

describe('asking and answering', () => {
  it('a question makes the idea wait for its submitter, within the submitter’s days', () => {
    const { idea } = given(submitted).when(story.leader, story.ask('Hur många väntar?'));
    expect(idea).toMatchObject({
      stage: 'submitted',
      waiting: { for: 'submitter', person: 'pSUBMITTER' },
      answerBy: '2026-11-26',
      question: { by: 'pLEADER', text: 'Hur många väntar?' },
      asked: true,
    });
  });

  it('an answer gives a submitted idea back to those who decide', () => {
    const { idea, event } = given(...story.standings.asked).when(story.submitter, story.answer('Sex.'));
    expect(event.words).toEqual({ answer: 'Sex.' });
    expect(idea).toMatchObject({ waiting: { for: 'deciders' }, answerBy: '2026-11-30', asked: true });
    expect(idea).not.toHaveProperty('question');
  });

  it('an answer gives an explored idea back to the one who drives it', () => {
    const { idea } = given(...story.standings.exploringAsked).when(story.submitter, story.answer());
    expect(idea).toMatchObject({
      stage: 'exploring',
      waiting: { for: 'driver', person: 'pLEADER' },
      answerBy: '2026-12-16',
    });
  });

  it('a second question waits for the first one’s answer', () => {
    expect(given(...story.standings.asked).refusal(story.otherLeader, story.ask())).toEqual({ code: 'notNow' });
  });

  it('an answer to nothing is told so', () => {
    expect(given(submitted).refusal(story.submitter, story.answer())).toEqual({ code: 'noQuestion' });
  });

  it('a question never keeps a leader from deciding, and is gone when one has', () => {
    for (const command of [story.explore, story.doNow(), story.passOn(), story.close()]) {
      const { idea } = given(...story.standings.asked).when(story.leader, command);
      expect(idea).not.toHaveProperty('question');
      expect(idea.waiting?.for).not.toBe('submitter');
    }
  });
});

describe('exploring', () => {
  it('makes the leader who took it on its named leader and its driver', () => {
    const { idea } = given(submitted).when(story.otherLeader, story.explore);
    expect(idea).toMatchObject({
      stage: 'exploring',
      leader: 'pOTHERLEADER',
      driver: 'pOTHERLEADER',
      waiting: { for: 'driver', person: 'pOTHERLEADER' },
      answerBy: '2026-12-16',
    });
  });

  it('by two leaders at the same moment is one effect: the second card is out of date', () => {
    const explored = given(submitted, [story.leader, story.explore]);
    expect(explored.refusal(story.otherLeader, story.atTurn(story.explore, 1))).toEqual({ code: 'stale' });
  });

  it('leads to use, told in one line', () => {
    const { idea } = given(...story.standings.exploring).when(story.driver, story.reportDone('Tre cyklar.'));
    expect(idea).toMatchObject({ stage: 'inUse', ending: { done: 'Tre cyklar.' } });
    expect(idea).not.toHaveProperty('waiting');
    expect(idea).not.toHaveProperty('answerBy');
  });
});

describe('doing it now', () => {
  it('asks the doer, and waits for them until the date', () => {
    const { idea } = given(submitted).when(story.leader, story.doNow('pDOER', '2026-12-01'));
    expect(idea).toMatchObject({
      stage: 'doing',
      leader: 'pLEADER',
      doer: { person: 'pDOER', accepted: false },
      waiting: { for: 'doer', person: 'pDOER' },
      answerBy: '2026-12-01',
    });
  });

  it('needs no asking when the leader does it', () => {
    expect(given(submitted).when(story.leader, story.doNow('pLEADER')).idea.doer).toEqual({
      person: 'pLEADER',
      accepted: true,
    });
  });

  it('may ask the one who had the idea, who then does the work but decides nothing', () => {
    const asked = given(submitted, [story.leader, story.doNow('pSUBMITTER')]);
    const both = { ref: 'pSUBMITTER', roles: new Set(['submitter', 'doer'] as const) };
    expect(asked.when(both, story.acceptDoing).idea.doer).toEqual({ person: 'pSUBMITTER', accepted: true });
    expect(asked.refusal(both, story.close())).toEqual({ code: 'ownIdea' });
  });

  it.each([
    ['2026-11-16', true],
    ['2027-11-17', true],
    ['2026-11-15', false],
    ['2027-11-18', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['snart', false],
    ['', false],
  ])('until %p: %p', (until, fine) => {
    const result = decide(story.doNow('pDOER', until), given(submitted).idea, story.leader, story.setting);
    expect(result).toMatchObject(fine ? { ok: true } : { ok: false, refusal: { code: 'dateNotAhead' } });
  });

  it('goes on until its date when the doer accepts', () => {
    const { idea } = given(...story.standings.doingAsked).when(story.doer, story.acceptDoing);
    expect(idea).toMatchObject({ stage: 'doing', doer: { accepted: true }, answerBy: '2026-12-01' });
  });

  it('goes back to those who decide when the doer declines, with the reason', () => {
    const { idea, event } = given(...story.standings.doingAsked).when(
      story.doer,
      story.declineDoing('Jag hinner inte.'),
    );
    expect(event.words).toEqual({ reason: 'Jag hinner inte.' });
    expect(idea).toMatchObject({ stage: 'submitted', waiting: { for: 'deciders' }, answerBy: '2026-11-30' });
    expect(idea).not.toHaveProperty('doer');
  });

  it('can be declined without a reason, and asked of somebody else then', () => {
    const declined = given(...story.standings.doingAsked, [story.doer, story.declineDoing('')]);
    expect(declined.when(story.leader, story.doNow('pSTRANGER')).idea.doer?.person).toBe('pSTRANGER');
  });

  it('is ended by the doer with one line', () => {
    const { idea } = given(...story.standings.doing).when(story.doer, story.reportDone('Klart.'));
    expect(idea).toMatchObject({ stage: 'inUse', ending: { done: 'Klart.' }, doer: { person: 'pDOER' } });
  });

  it('cannot be ended by a doer who has not said yes', () => {
    expect(given(...story.standings.doingAsked).refusal(story.doer, story.reportDone())).toEqual({ code: 'notNow' });
  });
});

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
      turn: declined.idea.turn + 1,
    });
    expect(idea).not.toHaveProperty('leader');
  });

  it('tells from where, for those who have let it go', () => {
    expect(given(submitted).when(story.office, story.passOn('SBK')).event.data).toEqual({
      from: 'VOO',
      department: 'SBK',
      tier: 'leader',
    });
  });

  it('to where it is already is refused', () => {
    expect(given(submitted).refusal(story.leader, story.passOn('VOO'))).toEqual({ code: 'sameDepartment' });
  });
});

describe('closing', () => {
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
    expect(given(submitted).refusal(story.leader, story.close({}, ''))).toEqual({
      code: 'wordsMissing',
      field: 'reason',
    });
  });
});

describe('hiding and editing', () => {
  it('hides the words in any stage, and changes nothing of the way', () => {
    for (const standing of Object.values(story.standings)) {
      const { before, idea } = given(...standing).when(story.leader, story.hide);
      expect({ ...idea, seq: 0, changedAt: '' }).toEqual({ ...before, hidden: true, seq: 0, changedAt: '' });
    }
  });

  it('is done once', () => {
    expect(given(submitted, [story.leader, story.hide]).refusal(story.otherLeader, story.hide)).toEqual({
      code: 'notNow',
    });
  });

  it('is over when the submitter has rewritten the words', () => {
    const { idea } = given(submitted, [story.leader, story.hide]).when(
      story.submitter,
      story.edit({ title: 'Bättre' }, true),
    );
    expect(idea).toMatchObject({ hidden: false, confidential: true, words: { title: 'Bättre' }, turn: 1 });
  });

  it('drops what the submitter has taken away', () => {
    const { idea } = given([story.submitter, story.submit({}, { solution: 'Köp tre.' })]).when(
      story.submitter,
      story.edit(),
    );
    expect(idea.words).not.toHaveProperty('solution');
  });

  it('an edit is no new promise: what waits goes on waiting', () => {
    const { before, idea } = given(...story.standings.asked).when(
      story.submitter,
      story.edit(),
      story.on('2026-11-20'),
    );
    for (const part of ['waiting', 'answerBy', 'waitingSince', 'question', 'turn'] as const) {
      expect(idea[part]).toEqual(before[part]);
    }
  });
});

describe('the reminder', () => {
  const late = story.on('2026-12-01');

  it('comes when the answer date has passed, not on it', () => {
    expect(given(submitted).refusal(story.clock, story.remind, story.on('2026-11-30'))).toEqual({ code: 'notNow' });
    const { idea, event } = given(submitted).when(story.clock, story.remind, late);
    expect(event).toMatchObject({ type: 'reminded', by: 'clock', data: { passed: '2026-11-30' } });
    expect(idea).toMatchObject({ reminded: true, answerBy: '2026-12-15', turn: 1, waiting: { for: 'deciders' } });
  });

  it('gives each role its own days', () => {
    const muchLater = story.on('2027-01-18');
    const days = (['asked', 'doing', 'exploring'] as const).map(
      (name) => given(...story.standings[name]).when(story.clock, story.remind, muchLater).idea.answerBy,
    );
    expect(days).toEqual(['2027-01-28', '2027-01-25', '2027-02-17']);
  });

  it('comes once for each turn', () => {
    const reminded = given(submitted, [story.clock, story.remind, late]);
    expect(reminded.refusal(story.clock, story.remind, story.on('2027-02-01'))).toEqual({ code: 'notNow' });
    const asked = given(submitted, [story.clock, story.remind, late], [story.leader, story.ask(), late]);
    expect(asked.idea.reminded).toBe(false);
    expect(asked.when(story.clock, story.remind, story.on('2027-02-01')).idea.reminded).toBe(true);
  });

  it('lets waiting begin when it began', () => {
    const { before, idea } = given(submitted).when(story.clock, story.remind, late);
    expect(idea.waitingSince).toBe(before.waitingSince);
  });

  it('is the clock’s alone', () => {
    expect(given(submitted).refusal(story.leader, story.remind, late)).toEqual({ code: 'notAllowed' });
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

  it('is promised where somebody is to answer, and only there', () => {
    expect(
      (['submitted', 'doing', 'exploring', 'inUse', 'closed', 'withdrawn'] as const).filter(hasAnswerTime),
    ).toEqual(['submitted', 'doing', 'exploring']);
  });
});

describe('a denial', () => {
  it('comes before the words are known, and is the one that deciding gives', () => {
    const { idea } = given(...story.standings.closed);
    expect(denial('explore', undefined, idea, story.leader)).toEqual({ code: 'notNow' });
    expect(denial('explore', 1, idea, story.leader)).toEqual({ code: 'stale' });
    expect(denial('explore', undefined, undefined, story.leader)).toEqual({ code: 'notFound' });
    expect(denial('hide', undefined, idea, story.leader)).toBeUndefined();
  });
});
