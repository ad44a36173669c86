import { asksForTheSame } from '../../../../src/domain/idea/deciding/earlier-no.js';
import {
  approvePlan,
  declineMoney,
  driver,
  driverOnly,
  fill,
  funder,
  given,
  grant,
  leader,
  on,
  otherLeader,
  passOn,
  type Step,
  sendBack,
  standings,
  submitPlan,
} from '../../../../testing/samples/idea/story.js';

const declined: Step[] = [...standings.askedForMoney, [funder, declineMoney('Budgeten är slut.'), on('2026-11-20')]];
const ideaAfter = (...steps: Step[]) => given(...steps).idea;

describe('a no is kept for whoever is asked the next time', () => {
  test('to money: how much, when and why', () => {
    const { earlierNo, money } = ideaAfter(...declined);
    expect(money).toBeUndefined();
    expect(earlierNo).toEqual({
      money: { on: '2026-11-20', reason: 'Budgeten är slut.', asked: 80_000, seq: expect.any(Number) },
    });
  });

  test('to a plan and to a result, each by itself', () => {
    const plan = ideaAfter(...standings.planSubmitted, [otherLeader, sendBack('Vem lånar ut?')]);
    expect(plan.earlierNo).toMatchObject({ plan: { reason: 'Vem lånar ut?' } });
    const result = ideaAfter(...standings.tested, [leader, sendBack('Vad kostade det?')]);
    expect(result.earlierNo).toMatchObject({ result: { reason: 'Vad kostade det?' } });
  });

  test('also when it has been sent in again, and until there is a yes', () => {
    const again: Step[] = [
      ...declined,
      [driver, fill('cost', { cost: '40 000' })],
      [driverOnly, submitPlan],
      [otherLeader, approvePlan()],
    ];
    expect(ideaAfter(...again).earlierNo?.money?.asked).toBe(80_000);
    expect(ideaAfter(...again, [funder, grant(40_000)]).earlierNo).toBeUndefined();
  });

  test('and not where the idea begins anew', () => {
    expect(ideaAfter(...declined, [leader, passOn()]).earlierNo).toBeUndefined();
  });
});

describe('after a no to money a plan asks for the same', () => {
  test('until its cost is lower', () => {
    expect(asksForTheSame(ideaAfter(...declined))).toBe(true);
    expect(asksForTheSame(ideaAfter(...declined, [driver, fill('cost', { cost: '80 000' })]))).toBe(true);
    expect(asksForTheSame(ideaAfter(...declined, [driver, fill('cost', { cost: '79 000' })]))).toBe(false);
    expect(asksForTheSame(ideaAfter(...declined, [driver, fill('cost', { cost: '0' })]))).toBe(false);
  });

  test('and not where nobody has said no, or somebody is asked already', () => {
    expect(asksForTheSame(ideaAfter(...standings.planSubmitted))).toBe(false);
    expect(asksForTheSame(ideaAfter(...standings.askedForMoney))).toBe(false);
  });
});
