import { countAnew } from '../../src/app/figures/count-ideas';
import { minutes } from '../../testing/scenes/city';
import { addressOf } from '../../testing/scenes/city-people';
import { pressesOn, sendsIdea } from '../../testing/scenes/everyday';
import { type BotAlone, startBotAlone } from '../../testing/scenes/running/bot-alone';
import type { Person } from '../../testing/teams/person';

/**
 * How many times a turn waits for storage, one time after the other, at most. Requests at the same time are one round
 * trip. `warm` is somebody who wrote within the last half minute, `cold` somebody who has to be read first.
 */
describe('storage round trips of a turn', () => {
  let bot: BotAlone;
  let employee: Person;
  let leader: Person;
  let deputy: Person;
  let id: string;
  beforeAll(async () => {
    bot = await startBotAlone();
    [leader, deputy, employee] = [
      await bot.arrives('leader'),
      await bot.arrives('deputy'),
      await bot.arrives('employee'),
    ];
    await bot.arrives('otherLeader');
  });
  beforeEach(async () => {
    id = await sendsIdea(employee);
    await leader.says(id);
  });
  afterAll(() => bot.stop());

  const turns: [string, { warm: number; cold: number }, () => Promise<() => Promise<unknown>>][] = [
    ['help', { warm: 0, cold: 1 }, async () => () => employee.says('hjälp')],
    ['the form', { warm: 0, cold: 1 }, async () => () => employee.says('idé')],
    ['settings', { warm: 0, cold: 1 }, async () => () => employee.says('inställningar')],
    ['the innovation leaders', { warm: 1, cold: 2 }, async () => () => employee.says('innovationsledare')],
    ['free text', { warm: 1, cold: 2 }, async () => () => employee.says('Fler cyklar till oss')],
    ['a question', { warm: 1, cold: 2 }, async () => () => employee.says('Kan jag vara anonym?')],
    ['how an idea is doing', { warm: 2, cold: 3 }, async () => () => employee.says('Hur går det med min idé?')],
    ['the right door', { warm: 1, cold: 2 }, async () => () => employee.says('Skrivaren är trasig')],
    ['status', { warm: 2, cold: 2 }, async () => () => employee.says(`status ${id}`)],
    ['a leader’s status', { warm: 2, cold: 2 }, async () => () => leader.says(id)],
    ['my ideas', { warm: 2, cold: 2 }, async () => () => employee.says('mina idéer')],
    [
      'a search',
      { warm: 1, cold: 2 },
      async () => {
        await bot.findable();
        return () => employee.says('sök cykelpool');
      },
    ],
    ['my turn', { warm: 2, cold: 3 }, async () => () => leader.says('min tur')],
    [
      // Beside the row that says which counting is read.
      'the overview',
      { warm: 1, cold: 2 },
      async () => {
        await bot.app.figureState.claim('counter', bot.app.now(), true);
        await countAnew(bot.app, { me: 'counter' });
        return () => leader.says('översikt');
      },
    ],
    ['the challenges', { warm: 1, cold: 2 }, async () => () => employee.says('utmaningar')],
    [
      'publish a challenge',
      { warm: 2, cold: 3 },
      async () => {
        await leader.says('utmaningar');
        await leader.presses('Ny utmaning');
        return () => leader.presses('Publicera', { problem: 'Maten kallnar.', offers: 'time' });
      },
    ],
    ['the day card', { warm: 2, cold: 3 }, async () => () => leader.says('idag')],
    [
      'submit',
      { warm: 2, cold: 3 },
      async () => {
        await employee.says('idé');
        return () => employee.presses('Skicka idén', { problem: 'Ett problem', title: 'En idé' });
      },
    ],
    ['explore', { warm: 2, cold: 2 }, async () => () => pressesOn(leader, id, 'Utforska idén')],
    [
      'ask',
      { warm: 2, cold: 2 },
      async () => {
        await pressesOn(leader, id, 'Ställ en fråga');
        return () => pressesOn(leader, id, 'Skicka frågan', { question: 'Hur många?' });
      },
    ],
    [
      'close',
      { warm: 2, cold: 2 },
      async () => {
        await pressesOn(leader, id, 'Avsluta');
        return () => pressesOn(leader, id, 'Avsluta', { reason: 'Nej' });
      },
    ],
    [
      'pass on',
      { warm: 2, cold: 3 },
      async () => {
        await pressesOn(leader, id, 'Skicka vidare');
        return () => pressesOn(leader, id, 'Skicka vidare', { department: 'MIL' });
      },
    ],
    [
      'do it now by a colleague',
      { warm: 2, cold: 3 },
      async () => {
        await pressesOn(leader, id, 'Fler val');
        await pressesOn(leader, id, 'Gör direkt');
        return () => pressesOn(leader, id, 'Gör direkt', { person: addressOf('otherLeader') });
      },
    ],
    [
      'withdraw',
      { warm: 2, cold: 2 },
      async () => {
        await employee.says(id);
        await pressesOn(employee, id, 'Dra tillbaka');
        return () => pressesOn(employee, id, 'Dra tillbaka');
      },
    ],
    [
      'a stale card',
      { warm: 3, cold: 3 },
      async () => {
        await bot.somebodyElseExplores(id);
        return () => pressesOn(leader, id, 'Utforska idén');
      },
    ],
    ['the history', { warm: 2, cold: 2 }, async () => () => opens(leader, id, 'history')],
    ['what came before', { warm: 2, cold: 2 }, async () => () => opens(leader, id, 'history', '2')],
    ['why', { warm: 2, cold: 3 }, async () => () => opens(leader, id, 'why')],
    // The second time their file is being made already.
    ['my data', { warm: 2, cold: 2 }, async () => () => leader.says('mina uppgifter')],
    [
      'a deputy’s status',
      { warm: 2, cold: 2 },
      async () => {
        await deputy.says('hjälp');
        return () => deputy.says(id);
      },
    ],
  ];

  it.each(turns)('%s: %j', async (_what, budget, prepare) => {
    const act = await prepare();
    const warm = await bot.counts(act);
    id = await sendsIdea(employee);
    await leader.says(id);
    const again = await prepare();
    bot.pass(minutes(1));
    const cold = await bot.counts(again);
    expect({ warm, cold }).toEqual(budget);
  });
});

const opens = (person: Person, idea: string, panel: string, below?: string) =>
  person.presses({ verb: 'panel', data: { verb: 'panel', idea, panel, ...(below && { below }) } });
