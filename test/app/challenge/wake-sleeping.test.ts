import { until } from '../../../testing/processes/until';
import { accepts, asked, propose, publisher } from '../../../testing/samples/challenge/challenge-story';
import { storesChallenge } from '../../../testing/scenes/challenge/challenges';
import { type City, days, startCity } from '../../../testing/scenes/city';
import { choosesMore, sendsIdea } from '../../../testing/scenes/everyday';

const COLD = 'Måltiderna blir kalla på väg till dem som bor längst bort.';

describe('ideas that have ended, when a challenge opens that is like them', () => {
  let city: City;
  let id: string;
  beforeEach(async () => {
    city = await startCity();
    const [employee, leader] = [await city.arrives('employee'), await city.arrives('leader')];
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

  it('are asked no more when nobody could answer', async () => {
    city.pass(days(30));
    await city.delivers();
    expect([await woken(), await steps()]).toEqual([undefined, []]);
  });
});
