import type { Command } from '../../../../src/domain/idea/commands.js';
import { storyOf } from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given } from '../../../../testing/samples/idea/story.js';

const { standings } = story;
const midway = story.on('2027-02-01');

describe('a test', () => {
  it('goes on longer with a reason, and is looked at half-way of what is left', () => {
    const { idea, event } = storyOf('piloting').when(story.driver, story.extend('2027-06-30'), midway);
    expect(event).toMatchObject({ data: { until: '2027-06-30' }, words: { reason: 'Vi vill prova en vår också.' } });
    expect(idea).toMatchObject({
      stage: 'piloting',
      answerBy: '2027-06-30',
      test: { start: '2026-12-01', end: '2027-06-30', halfWay: '2027-04-16' },
      answers: { end: '2027-06-30' },
    });
  });

  it.each([
    ['2027-03-01', undefined],
    ['2028-02-01', undefined],
    ['2027-02-28', 'dateNotAhead'],
    ['2027-01-31', 'dateNotAhead'],
    ['2028-02-02', 'dateFarOff'],
    ['2027-02-30', 'badDate'],
    ['', 'badDate'],
  ])('goes on until %p: %p', (until, code) => {
    const act = () => storyOf('piloting').when(story.driver, story.extend(until), midway);
    const refused = () => storyOf('piloting').refusal(story.driver, story.extend(until), midway);
    if (code) expect(refused()).toEqual({ code, field: 'until' });
    else expect(act().idea.test?.end).toBe(until);
  });

  it('goes on longer only with a reason', () => {
    expect(storyOf('piloting').refusal(story.driver, story.extend('2027-06-30', ''), midway)).toEqual({
      code: 'wordsMissing',
      field: 'reason',
    });
  });

  it('goes back to the driver when a leader makes it longer after the result', () => {
    const { before, idea } = storyOf('tested').when(story.leader, story.extend(), midway);
    expect(before.waiting).toEqual({ for: 'deciders' });
    expect(idea.waiting).toEqual({ for: 'driver', person: 'pLEADER' });
    expect(idea.decisionVersion).toBe(before.decisionVersion + 1);
  });

  it('is told of by its driver when the result is complete, and then waits for those who decide', () => {
    expect(storyOf('piloting').refusal(story.driver, story.submitResult)).toEqual({ code: 'notNow' });
    const { idea } = storyOf('resultReady').when(story.driver, story.submitResult, story.on('2027-02-28'));
    expect(idea).toMatchObject({ stage: 'piloting', waiting: { for: 'deciders' }, answerBy: '2027-03-14' });
  });

  it('ends on its last day, or before it where its driver says so', () => {
    const ready = storyOf('resultReady');
    const late: Command = { type: 'submitResult', data: {}, words: {} };
    expect(ready.refusal(story.driver, late, story.on('2027-02-27'))).toEqual({ code: 'testNotEnded' });
    for (const day of ['2027-02-28', '2027-03-10']) {
      const { idea, event } = ready.when(story.driver, late, story.on(day));
      expect(event.data).toEqual({});
      expect(idea.test?.end).toBe('2027-02-28');
    }
    const early = ready.when(story.driver, story.submitResult, story.on('2027-02-01'));
    expect(early.event.data).toEqual({ ended: '2027-02-01' });
    expect(early.idea).toMatchObject({
      test: { start: '2026-12-01', end: '2027-02-01' },
      answers: { end: '2027-02-01' },
      waiting: { for: 'deciders' },
    });
    expect(early.idea.test).not.toHaveProperty('halfWay');
  });

  it('may have used more than was granted, which is asked about once', () => {
    const funded = given(...standings.funded);
    const more: Command = { type: 'fill', data: { part: 'used' }, words: { used: '50 001' } };
    expect(funded.refusal(story.driver, more)).toEqual({ code: 'usedMore' });
    const sure: Command = { ...more, data: { part: 'used', sure: true } };
    expect(funded.when(story.driver, sure).idea.answers.used).toBe('50001');
    expect(funded.when(story.driver, { ...more, words: { used: '50 000' } }).idea.answers.used).toBe('50000');
  });

  it('with money is complete when it is told what was used', () => {
    const result = standings.tested.at(-2);
    if (!result) throw new Error('A tested idea has a result');
    const funded = given(...standings.funded, result);
    expect(funded.refusal(story.driver, story.submitResult)).toEqual({ code: 'notNow' });
    expect(funded.refusal(story.leader, story.useHere())).toEqual({ code: 'notNow' });
    const used = given(...standings.funded, result, [story.driver, story.fill('used', { used: '42 500' })]);
    expect(used.when(story.driver, story.submitResult).idea).toMatchObject({
      waiting: { for: 'deciders' },
      answers: { used: '42500' },
      money: { asked: 80_000, granted: 50_000 },
    });
  });

  it('may be sent back for a better result', () => {
    const sent = storyOf('tested').when(story.leader, story.sendBack('Hur många cyklade?'), midway);
    expect(sent.idea).toMatchObject({ waiting: { for: 'driver', person: 'pLEADER' }, answerBy: '2027-03-03' });
    const after = storyOf('tested').when(story.leader, story.sendBack(), story.on('2027-03-10'));
    expect(after.idea.answerBy).toBe('2027-04-09');
  });

  it('may end in use where it was tested', () => {
    const { idea } = storyOf('tested').when(story.leader, story.useHere(), midway);
    expect(idea).toMatchObject({
      stage: 'inUse',
      ending: { done: 'Cyklarna är kvar hos oss.' },
      adoptions: { VOO: { status: 'using', start: '2027-02-01' } },
      followUpOn: '2027-08-01',
      followUpAsked: false,
    });
    expect(storyOf('tested').when(story.leader, story.useHere('')).idea).not.toHaveProperty('ending');
  });

  it('is decided on by a leader also before it is handed in, once the result is there', () => {
    expect(storyOf('resultReady').when(story.leader, story.scale()).idea.stage).toBe('scaling');
    expect(storyOf('piloting').refusal(story.leader, story.scale())).toEqual({ code: 'notNow' });
  });
});
