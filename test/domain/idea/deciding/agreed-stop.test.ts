import { agreedStop, isTimeToStop } from '../../../../src/domain/idea/deciding/agreed-stop.js';
import { besideNeeds, canBeFilled, isReady, needsOf } from '../../../../src/domain/idea/needs.js';
import { anIdea } from '../../../../testing/samples/idea/ideas.js';
import { everyStanding, storyOf } from '../../../../testing/samples/idea/standings.js';
import {
  approvePlan,
  driver,
  driverOnly,
  extend,
  fill,
  given,
  leader,
  nameDriver,
  on,
  otherLeader,
  reopen,
  stopAsAgreed,
  submitPlan,
  submitResult,
} from '../../../../testing/samples/idea/story.js';

const answers = { stopMeasure: 'Sena besök', stopFigure: 'under 10', stopOn: '2027-03-01' };
const test = { start: '2026-12-01', end: '2027-01-31' };

describe('when a test is to stop', () => {
  it('has been agreed once measure, figure and day are there', () => {
    expect(agreedStop({ answers })).toEqual({ measure: 'Sena besök', figure: 'under 10', on: '2027-03-01' });
    for (const name of ['stopMeasure', 'stopFigure', 'stopOn'] as const) {
      const { [name]: _, ...rest } = answers;
      expect(agreedStop({ answers: rest })).toBeUndefined();
    }
  });

  it.each([
    ['not on its first day', '2026-12-01', false],
    ['not before half of it', '2026-12-30', false],
    ['from half of it on', '2027-01-01', true],
    ['after its end', '2027-04-01', true],
  ])('is looked at: %s', (_, today, expected) => {
    expect(isTimeToStop({ answers, test }, today)).toBe(expected);
  });

  it('is looked at on its day, however little of the test has gone', () => {
    expect(isTimeToStop({ answers: { ...answers, stopOn: '2026-12-03' }, test }, '2026-12-03')).toBe(true);
  });

  it('is never looked at before there is a test, or where nothing was agreed', () => {
    expect(isTimeToStop({ answers }, '2027-04-01')).toBe(false);
    expect(isTimeToStop({ answers: {}, test }, '2027-04-01')).toBe(false);
  });
});

describe('the agreement before a test', () => {
  const { idea, when } = storyOf('planningReady');

  it('stands beside what a plan needs: it is handed in without it', () => {
    expect(needsOf(idea).map(({ part }) => part)).not.toContain('agreement');
    expect(besideNeeds(idea)).toEqual([{ part: 'agreement', state: 'missing' }]);
    expect(isReady(idea)).toBe(true);
    expect(when(driverOnly, submitPlan).event.type).toBe('planSubmitted');
  });

  it('is filled in like any part, while nobody decides on the plan', () => {
    const agreed = when(driver, fill('agreement', answers)).idea;
    expect(agreed.answers).toMatchObject(answers);
    expect(besideNeeds(agreed)).toEqual([{ part: 'agreement', state: 'partly' }]);
    expect(storyOf('planSubmitted').refusal(driver, fill('agreement', answers))).toEqual({ code: 'notNow' });
  });

  it('can be filled in at no other stage', () => {
    for (const stage of ['exploring', 'piloting', 'scaling'] as const)
      expect(canBeFilled(anIdea({ stage }), 'agreement')).toBe(false);
  });

  it('asks how it is today, once there is something to compare it with', () => {
    expect(besideNeeds(anIdea({ stage: 'piloting' }))).toEqual([]);
    expect(besideNeeds(anIdea({ stage: 'piloting', answers }))).toEqual([{ part: 'soFar', state: 'missing' }]);
  });
});

describe('a test that has been agreed to stop', () => {
  const running = given(
    ...everyStanding.planningReady,
    [driver, fill('agreement', answers)],
    [otherLeader, approvePlan()],
  );

  it('is made longer by those who decide, who say why, and not by whoever drives it alone', () => {
    expect(running.refusal(driverOnly, extend())).toEqual({ code: 'notNow' });
    expect(running.refusal(leader, extend(undefined, ''))).toMatchObject({ code: 'wordsMissing', field: 'reason' });
    expect(running.when(leader, extend()).event.type).toBe('extended');
  });

  const halfWay = on('2027-01-16');

  it('ends as it was agreed by the word of whoever drives it, and of those who decide', () => {
    for (const who of [driverOnly, leader]) {
      const { idea } = running.when(who, stopAsAgreed, halfWay);
      expect(idea).toMatchObject({ stage: 'closed', ending: { asAgreed: true, lesson: 'Vintern är för hal.' } });
      expect(idea.waiting).toBeUndefined();
    }
  });

  it('ends with what was tried and learned, and can say what would make us try again', () => {
    for (const field of ['tried', 'lesson'] as const) {
      const lacking = { ...stopAsAgreed, words: { ...stopAsAgreed.words, [field]: '' } };
      expect(running.refusal(driver, lacking, halfWay)).toEqual({ code: 'wordsMissing', field });
    }
    const again = { ...stopAsAgreed, words: { ...stopAsAgreed.words, tryAgain: 'Torra vägar.' } };
    expect(running.when(driver, again, halfWay).idea.ending).toMatchObject({ tryAgain: 'Torra vägar.' });
  });

  it('does not end so before half of it, where nothing was agreed, or by whoever was only asked to drive it', () => {
    expect(running.refusal(driver, stopAsAgreed)).toEqual({ code: 'notNow' });
    expect(storyOf('piloting').refusal(driver, stopAsAgreed, on('2027-02-27'))).toEqual({ code: 'notNow' });
    const asked = given(...everyStanding.agreed, [leader, nameDriver('pDRIVER')]);
    expect(asked.refusal({ ...driverOnly, ref: 'pDRIVER' }, stopAsAgreed, halfWay)).toEqual({ code: 'notNow' });
  });

  it('is ended by those who decide, once its result is in their hands', () => {
    const result = { outcome: 'Färre sena besök.', learned: 'Dubbdäck.', recommendation: 'close' };
    const handedIn = given(
      ...everyStanding.agreed,
      [driver, fill('result', result)],
      [driver, submitResult, on('2027-02-28')],
    );
    expect(handedIn.refusal(driverOnly, stopAsAgreed, on('2027-03-01'))).toEqual({ code: 'notNow' });
    expect(handedIn.when(leader, stopAsAgreed, on('2027-03-01')).idea.ending?.asAgreed).toBe(true);
  });

  it('is no more said to have ended so when it is opened again', () => {
    const ended = given(...everyStanding.agreed, [driver, stopAsAgreed, halfWay]);
    expect(ended.when(leader, reopen, on('2027-02-01')).idea.ending).toBeUndefined();
  });
});
