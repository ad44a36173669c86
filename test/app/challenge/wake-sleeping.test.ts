import { wakeSleeping } from '../../../src/app/challenge/wake-sleeping';
import { until } from '../../../testing/processes/until';
import { accepts, asked, propose, publisher } from '../../../testing/samples/challenge/challenge-story';
import { storesChallenge } from '../../../testing/scenes/challenge/challenges';
import { type City, days, startCity } from '../../../testing/scenes/city';
import { allOn, choosesMore, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../testing/scenes/everyday';

const COLD = 'Måltiderna blir kalla på väg till dem som bor längst bort.';

describe('ideas that have ended, when a challenge opens that is like them', () => {
  let city: City;
  let id: string;
  let employee: Awaited<ReturnType<City['arrives']>>;
  let leader: typeof employee;
  beforeEach(async () => {
    city = await startCity();
    [employee, leader] = [await city.arrives('employee'), await city.arrives('leader')];
    id = await sendsIdea(employee, { title: 'Lådor som håller maten varm', problem: COLD });
    await city.delivers();
    await choosesMore(leader, id, 'Avsluta', { reason: 'Inte nu.', tryAgain: 'Om någon frågar efter det.' });
    await storesChallenge(city.app, 'CHA234', 1, [publisher, propose({ department: 'SBK' })], [asked, accepts]);
    await city.delivers();
  });
  afterEach(() => city.stop());

  const woken = async () => (await city.app.ideas.load(id))?.idea.woken?.challenge;
  const steps = async () => (await city.app.steps.list(10)).map(({ name }) => name);
  const findable = async () => {
    city.parts().indexing.start();
    await until(async () => (await city.app.searching.similar({ title: 'Varm mat', problem: COLD })).length > 0);
    await until(() => city.app.searching.isWhole());
  };

  it('are asked as soon as they can be found, by themselves', async () => {
    expect([await woken(), await steps()]).toEqual([undefined, ['wakeSleeping']]);
    await city.delivers();
    expect([await woken(), await steps()]).toEqual([undefined, ['wakeSleeping']]);
    await findable();
    await city.delivers();
    expect([await woken(), await steps()]).toEqual(['CHA234', []]);
  });

  it('are ten at most, however often they are looked for', async () => {
    const ids = [id];
    for (let n = 1; n <= 12; n++) {
      const other = await sendsIdea(employee, { title: `Låda ${n} som håller maten varm`, problem: COLD });
      await city.delivers();
      await choosesMore(leader, other, 'Avsluta', { reason: 'Inte nu.' });
      ids.push(other);
    }
    await findable();
    const all = async () => (await city.app.ideas.loadAll(ids)).filter(({ woken: by }) => by !== undefined).length;
    for (const _ of ['first', 'again']) {
      await wakeSleeping(city.app, { to: 'CHA234' });
      expect(await all()).toBe(10);
    }
  });

  it('are not sent to a challenge that has been taken back since', async () => {
    await findable();
    await city.delivers();
    const card = await employee.says(id);
    expect(titlesOn(card)).toContain(sv('button.sendToChallenge'));
    const office = await city.arrives('office');
    await office.says('CHA234');
    await office.presses('Fler val');
    await office.presses('Ta tillbaka utmaningen');
    await office.presses('Ta tillbaka utmaningen', { reason: 'Vi har löst det.' });
    const late = await pressesOn(employee, id, sv('button.sendToChallenge'));
    expect(seenOn(late)).toContain(sv('refusal.notNow'));
    expect(titlesOn(late)).not.toContain(sv('button.sendToChallenge'));
    expect((await city.app.ideas.load(id))?.idea.stage).toBe('closed');
    const again = await employee.says(id);
    expect(titlesOn(again)).not.toContain(sv('button.leaveAsleep'));
    expect(allOn(again)).not.toContain(sv('challenge.fits.fact'));
  });

  it('are asked no more when nobody could answer', async () => {
    city.pass(days(30));
    await city.delivers();
    expect([await woken(), await steps()]).toEqual([undefined, []]);
  });
});
