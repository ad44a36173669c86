import { countAnew } from '../../../../src/app/figures/count-ideas';
import { seenOn, sendsIdea, sv } from '../../../../testing/scenes/everyday';
import { manySubmitted } from '../../../../testing/scenes/long-week';
import { type BotAlone, startBotAlone } from '../../../../testing/scenes/running/bot-alone';
import type { Person } from '../../../../testing/teams/person';

let bot: BotAlone;
let employee: Person;
let leader: Person;
beforeAll(async () => {
  bot = await startBotAlone();
  leader = await bot.arrives('leader');
  employee = await bot.arrives('employee');
});
afterAll(() => bot.stop());

it('costs as many requests to read the overview, what goes into the follow-up and the plan, and the ideas behind a figure, of few ideas and of 400', async () => {
  const id = await sendsIdea(employee);
  const costs: number[][] = [];
  for (const count of [1, 400]) {
    await manySubmitted({ storage: bot.storage, deps: bot.app }, id, count, count === 1 ? 'FE' : 'MA');
    await bot.app.figureState.claim('counter', bot.app.now(), true);
    await countAnew(bot.app, { me: 'counter' });
    const press = (verb: string, data: object) => leader.presses({ verb, data: { verb, ...data } });
    costs.push([
      await bot.requests(() => press('overview', { tab: 'mine', page: '0' })),
      await bot.requests(() => press('overview', { tab: 'everywhere', page: '0' })),
      await bot.requests(() => press('report', {})),
      await bot.requests(() => press('report', { period: 'plan' })),
      await bot.requests(() => press('figureIdeas', { place: 'submitted.leader', page: '0' })),
    ]);
  }
  expect(seenOn(await leader.says('översikt'))).toContain(sv('figures.figure.newIdeas'));
  const [few, many] = costs;
  expect(few?.[0]).toBeGreaterThan(1);
  // Of a list a page of ideas is opened.
  expect(many?.slice(0, 4)).toEqual(few?.slice(0, 4));
  expect(many?.[4]).toBeLessThanOrEqual(20);
});
