import type { Idea } from '../../../../src/domain/idea/idea.js';
import { recipientsOf } from '../../../../src/domain/idea/notices/notices.js';
import { addDays } from '../../../../src/domain/time.js';
import { storyOf } from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given, submitted } from '../../../../testing/samples/idea/story.js';

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

  it('an answer about a plan goes to whoever had the plan when it was asked', () => {
    const asked = storyOf('planningAsked').when(story.submitter, story.answer());
    expect(asked.idea.waiting).toEqual({ for: 'driver', person: 'pLEADER' });
    const submittedPlan = storyOf('submittedAsked').when(story.submitter, story.answer());
    expect(submittedPlan.idea).toMatchObject({ stage: 'planning', waiting: { for: 'deciders' } });
  });

  it('an answer goes to those who decide where nobody drives the idea any more', () => {
    const declined = given(
      submitted,
      [story.leader, story.exploreWith('pDRIVER')],
      [story.leader, story.ask()],
      [story.colleagueDriver, story.declineDriving()],
    );
    expect(declined.when(story.submitter, story.answer()).idea.waiting).toEqual({ for: 'deciders' });
  });

  it('a second question waits for the first one’s answer', () => {
    expect(given(...story.standings.asked).refusal(story.otherLeader, story.ask())).toEqual({ code: 'notNow' });
  });

  describe('of whoever decides on the money', () => {
    const asked = (day: string) =>
      storyOf('askedForMoney').when(story.funder, story.ask('Räcker två cyklar?'), story.on(day));
    const dayBefore = (idea: Idea, days: number) => addDays(idea.answerBy ?? '', -days);
    const { idea: waiting } = storyOf('askedForMoney');

    it('goes to the one who drives, who gets the days of their own', () => {
      const day = dayBefore(waiting, 5);
      const { idea, event } = asked(day);
      expect(idea).toMatchObject({
        waiting: { for: 'driver', person: waiting.driver?.person },
        answerBy: addDays(day, 30),
        question: { backTo: 'funder', left: 5, by: 'pMANAGER' },
      });
      expect(recipientsOf(event, idea, {}).map(({ as }) => as)).toEqual(['driver']);
    });

    it('comes back with the answer, and with the days that were left when it was asked', () => {
      const on = addDays(waiting.answerBy ?? '', 10);
      const first = given(...story.standings.askedForMoney, [
        story.funder,
        story.ask(),
        story.on(dayBefore(waiting, 5)),
      ]);
      const { idea } = first.when(story.driver, story.answer('Ja.'), story.on(on));
      expect(idea).toMatchObject({ waiting: { for: 'funder' }, answerBy: addDays(on, 5), stage: 'planning' });
      expect(idea).not.toHaveProperty('question');
      expect(idea.replied?.to).toMatchObject({ as: 'question', by: 'pMANAGER' });
    });

    it('leaves three days to decide, however late it was asked', () => {
      const late = addDays(waiting.answerBy ?? '', 20);
      const first = given(...story.standings.askedForMoney, [story.funder, story.ask(), story.on(late)]);
      expect(first.when(story.driver, story.answer(), story.on(late)).idea.answerBy).toBe(addDays(late, 3));
    });

    it('keeps nobody from deciding: the question is gone with it', () => {
      const first = given(...story.standings.askedForMoney, [story.funder, story.ask()]);
      for (const decision of [story.grant(), story.declineMoney()]) {
        expect(first.when(story.funder, decision).idea).not.toHaveProperty('question');
      }
    });

    it('lets the plan stand still: it is taken back, not sent again or approved again', () => {
      const first = given(...story.standings.askedForMoney, [story.funder, story.ask()]);
      expect(first.refusal(story.driver, story.submitPlan)).toEqual({ code: 'notNow' });
      expect(first.refusal(story.otherLeader, story.approvePlan())).toEqual({ code: 'notNow' });
      const back = first.when(story.driver, story.takeBack).idea;
      expect(back).not.toHaveProperty('money');
      expect(back).not.toHaveProperty('question');
    });
  });

  it('an answer to nothing is told so', () => {
    expect(given(submitted).refusal(story.submitter, story.answer())).toEqual({ code: 'noQuestion' });
  });

  it('who drives their own idea has nobody to ask', () => {
    const own = given(submitted, [story.leader, story.exploreWith('pSUBMITTER')]);
    const both = { ...story.submitter, roles: new Set(['submitter', 'driver'] as const) };
    expect(own.refusal(both, story.ask())).toEqual({ code: 'notNow' });
  });

  it('a question never keeps a leader from deciding, and is gone when one has', () => {
    for (const command of [story.explore, story.doNow(), story.passOn(), story.close(), story.merge()]) {
      const { idea } = given(...story.standings.asked).when(story.leader, command);
      expect(idea).not.toHaveProperty('question');
      expect(idea.waiting?.for).not.toBe('submitter');
    }
    for (const command of [story.approvePlan(), story.sendBack(), story.passOn(), story.close()]) {
      const { idea } = storyOf('submittedAsked').when(story.leader, command);
      expect(idea).not.toHaveProperty('question');
      expect(idea.waiting?.for).not.toBe('submitter');
    }
  });

  it('a question never keeps the one who asked it from going on', () => {
    const { idea } = storyOf('planningAsked').when(story.driverOnly, story.submitPlan);
    expect(idea).toMatchObject({ stage: 'planning', waiting: { for: 'deciders' } });
    expect(idea).not.toHaveProperty('question');
    // A leader's question is not the driver's to drop.
    expect(storyOf('submittedAsked').refusal(story.colleagueDriver, story.submitPlan)).toEqual({ code: 'notNow' });
  });
});

describe('comments and thanks', () => {
  it('are for everybody who can read the idea, at every step, and change nothing of the way', () => {
    for (const standing of Object.values(story.standings)) {
      const talked = given(...standing).when(story.stranger, story.comment('Vi också!'));
      expect(talked.idea).toEqual({
        ...talked.before,
        seq: talked.before.seq + 1,
        changedAt: talked.event.at,
        talk: { by: 'pSTRANGER', text: 'Vi också!', seq: talked.event.seq },
      });
      const thanked = given(...standing).when(story.stranger, story.thank);
      expect(thanked.idea).toEqual({
        ...thanked.before,
        seq: thanked.before.seq + 1,
        changedAt: thanked.event.at,
        thankedBy: ['pSTRANGER'],
      });
    }
  });

  it('thanks are said once by each', () => {
    const thanked = given(submitted, [story.stranger, story.thank]);
    expect(thanked.refusal(story.stranger, story.thank)).toEqual({ code: 'thankedBefore' });
    expect(thanked.when(story.leader, story.thank).idea.thankedBy).toEqual(['pSTRANGER', 'pLEADER']);
  });

  it('the newest comment is the one that may be answered', () => {
    const { idea } = given(submitted, [story.stranger, story.comment()], [story.leader, story.comment('Gärna!')]);
    expect(idea.talk).toEqual({ by: 'pLEADER', text: 'Gärna!', seq: 3, with: ['pSTRANGER'] });
    expect(idea.replied).toMatchObject({ seq: 3, to: { as: 'comment', by: 'pSTRANGER', seq: 2 } });
  });

  it('nobody thanks themself', () => {
    const own = { ...story.submitter, roles: new Set(['reader', 'submitter'] as const) };
    expect(given(submitted).refusal(own, story.thank)).toEqual({ code: 'notNow' });
  });
});

describe('other departments that an idea concerns', () => {
  it('are added once, and never the one that has it', () => {
    const { idea, event } = given(submitted, [story.leader, story.concern('SBK')]).when(
      story.leader,
      story.concern('VOO', 'SBK', 'UTB', 'UTB'),
    );
    expect(event.data).toEqual({ departments: ['UTB'] });
    expect(idea.concerns).toEqual(['SBK', 'UTB']);
  });

  it('have to be some', () => {
    const concerned = given(submitted, [story.leader, story.concern('SBK')]);
    for (const command of [
      story.concern('SBK'),
      story.concern('VOO'),
      { ...story.concern(), data: { departments: [] } },
    ]) {
      expect(concerned.refusal(story.leader, command as ReturnType<typeof story.concern>)).toEqual({
        code: 'noDepartment',
      });
    }
  });

  it('are concerned no more once the idea is theirs', () => {
    const { idea } = given(submitted, [story.leader, story.concern('SBK', 'UTB')]).when(story.leader, story.passOn());
    expect(idea).toMatchObject({ department: 'SBK', concerns: ['UTB'] });
  });
});
