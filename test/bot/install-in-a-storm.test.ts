import { postHolders } from '../../src/app/person/installing/candidates';
import { type InstallOutcome, installFor } from '../../src/app/person/installing/install-for';
import { graphInstaller } from '../../src/teams/graph/installer';
import { type City, days, minutes, startCity } from '../../testing/scenes/city';
import { seenOn, sendsIdea, summariesOf, sv } from '../../testing/scenes/everyday';
import type { ConnectorRequest } from '../../testing/teams/connector';
import { startGraph } from '../../testing/teams/graph';
import {
  acceptedThenServerError,
  forever,
  hangs,
  serverError,
  tooManyRequests,
} from '../../testing/teams/misbehaviour';
import type { Person } from '../../testing/teams/person';

describe('an install in a storm', () => {
  let city: City;
  beforeEach(async () => {
    city = await startCity();
  });
  afterEach(() => city.stop());

  const roster = ({ kind }: ConnectorRequest) => kind === 'member';
  const posts = ({ kind }: ConnectorRequest) => kind === 'post';
  const welcomes = (person: Person) =>
    person.chat().filter(({ texts }) => texts.includes(sv('welcome.heading'))).length;
  async function laterOn(milliseconds = minutes(5)): Promise<void> {
    city.pass(milliseconds);
    await city.delivers();
  }

  it.each([403, 404, 429, 500, 502, 503])(
    'while the roster answers %i is met with silence; the welcome and what waited come by themselves, once',
    async (status) => {
      const employee = await city.arrives('employee');
      await sendsIdea(employee);
      await city.delivers();
      const leader = city.person('leader');
      const mend = city.connector.misbehave(roster, forever(serverError(status)));
      await leader.installs();
      await laterOn(minutes(1));
      expect(leader.chat()).toEqual([]);
      // One of the bots asks the roster, and again; others may do so at the same moment.
      mend();
      await Promise.all([laterOn(), city.deliveries.tick()]);
      await laterOn();
      expect(welcomes(leader)).toBe(1);
      expect(summariesOf(leader).at(-1)).toBe(sv('notice.submitted.deciders', { who: employee.name }));
      expect(leader.chat()).toHaveLength(2);
      await leader.installs();
      await laterOn();
      expect(leader.chat()).toHaveLength(2);
      expect(seenOn(await leader.says('min tur'))).toContain(sv('queue.heading'));
    },
  );

  it('asks the roster less and less often, and in a storm of many no more than a few at a time', async () => {
    city.connector.misbehave(roster, forever(tooManyRequests()));
    const many = Array.from({ length: 20 }, (_, n) =>
      city.teams.person({ name: `Person ${n}`, email: `person.${n}@soderhamra.example` }),
    );
    for (const person of many) await person.installs();
    const asked = () => city.connector.requests.filter(roster).length;
    const before = asked();
    await laterOn(minutes(1));
    expect(asked() - before).toBe(8);
    for (let look = 0; look < 20; look++) await laterOn(minutes(1));
    expect(asked() - before).toBeLessThan(170);
  });

  it('of a guest keeps nothing, once the roster says that they are one', async () => {
    const guest = city.teams.person({ name: 'Gäst', email: 'gast@annan.example', userRole: 'guest' });
    city.connector.misbehave(roster, [serverError(), serverError()]);
    await guest.installs();
    await laterOn();
    expect(guest.chat()).toEqual([]);
    for await (const { rowKey } of city.storage.people.listEntities()) expect(rowKey).not.toContain(guest.aadObjectId);
    const asked = city.connector.requests.filter(roster).length;
    await laterOn();
    expect(city.connector.requests.filter(roster)).toHaveLength(asked);
  });

  it('that is taken back before the roster answers leads to no message', async () => {
    const employee = city.person('employee');
    const mend = city.connector.misbehave(roster, forever(serverError()));
    await employee.installs();
    await employee.uninstalls();
    mend();
    await laterOn();
    expect(city.connector.requests.filter(posts)).toEqual([]);
  });

  it('of somebody whom the roster never knows is let be after two weeks', async () => {
    const employee = city.person('employee');
    city.connector.misbehave(roster, forever(serverError(404)));
    await employee.installs();
    for (let day = 0; day < 16; day++) await laterOn(days(1));
    const asked = city.connector.requests.filter(roster).length;
    await laterOn(days(1));
    expect(city.connector.requests.filter(roster)).toHaveLength(asked);
    expect(asked).toBeLessThan(20);
    expect(await city.app.newcomers.due(city.now())).toEqual([]);
  });

  it('of somebody who writes on the fifteenth day is waited for two weeks more', async () => {
    const employee = city.person('employee');
    const mend = city.connector.misbehave(roster, forever(serverError(404)));
    await employee.installs();
    city.pass(days(15));
    await employee.says('hjälp');
    await laterOn(minutes(1));
    await laterOn(days(1));
    mend();
    await laterOn(days(1));
    expect(welcomes(employee)).toBe(1);
  });

  it('is not forgotten by whoever has read it before they were here again', async () => {
    const employee = city.person('employee');
    city.connector.misbehave(roster, forever(serverError(503)));
    await employee.installs();
    const [read] = await city.app.newcomers.due(city.now());
    await employee.says('hjälp');
    if (read) await city.app.newcomers.forget(read);
    expect(await city.app.newcomers.due(city.now())).toHaveLength(1);
  });

  it.each([
    ['429', tooManyRequests()],
    ['429 with a time to wait', tooManyRequests(60)],
    ['502', serverError(502)],
    ['503', serverError(503)],
  ])('in which the first message is answered %s: the welcome comes later, once', async (_, behaviour) => {
    const employee = city.person('employee');
    city.connector.misbehave(posts, [behaviour]);
    await employee.installs();
    expect(employee.chat()).toEqual([]);
    await laterOn();
    expect(welcomes(employee)).toBe(1);
    await employee.installs();
    await laterOn();
    expect(employee.chat()).toHaveLength(1);
    expect(seenOn(await employee.presses('Välj', { department: 'VOO.HTN' }))).toContain('Hemtjänst Norr');
  });

  it('in which the welcome may have arrived: it stands as ambiguous and never twice in the chat', async () => {
    const employee = city.person('employee');
    city.connector.misbehave(posts, [acceptedThenServerError()]);
    await employee.installs();
    await laterOn(minutes(20));
    await employee.installs();
    expect(welcomes(employee)).toBe(1);
  });

  it('is not held up by a Teams that does not answer', async () => {
    const employee = city.person('employee');
    city.connector.misbehave(posts, [hangs()]);
    const began = performance.now();
    await employee.installs();
    expect(performance.now() - began).toBeLessThan(8000);
  });
});

describe('a leader who is given the bot by Microsoft Graph', () => {
  let city: City;
  let graph: Awaited<ReturnType<typeof startGraph>>;
  beforeEach(async () => {
    [city, graph] = await Promise.all([startCity(), startGraph()]);
    graph.apps.catalogue.set('in-catalogue', 'in-manifest');
  });
  afterEach(() => Promise.all([city.stop(), graph.close()]));

  /** `npm run install-for -- posts --write`, in Teams as it is; somebody's chat is there when it is installed. */
  async function givesToPosts(leader: Person): Promise<InstallOutcome[]> {
    const { connector, app } = city;
    const { tenantId: tenant, conversationId: chat } = leader.member;
    graph.has({ id: leader.aadObjectId, mail: leader.email, chat });
    const heard: InstallOutcome[] = [];
    const asks = { root: graph.root, tenant, token: async () => graph.token, pause: async () => undefined };
    await installFor(app, graphInstaller(asks, { manifestId: 'in-manifest' }), {
      whom: postHolders(app).filter((one) => 'email' in one && one.email === leader.email),
      ...{ write: true, again: false, heard: (one) => heard.push(one) },
      reachOf: (conversation, user) => ({ serviceUrl: connector.url, conversation, user, bot: '28:bot', tenant }),
    });
    return heard;
  }

  it.each([
    ['though Teams tells the bot nothing', false],
    ['also where Teams tells the bot at the same time', true],
  ])('is welcomed and reads the first idea, which was sent before they had it, each once, %s', async (_, tells) => {
    const employee = await city.arrives('employee');
    await sendsIdea(employee);
    await city.delivers();
    const leader = city.person('leader');
    expect(await givesToPosts(leader)).toMatchObject([{ outcome: 'given' }]);
    await Promise.all([tells ? leader.installs() : undefined, city.delivers()]);
    city.pass(minutes(5));
    await city.delivers();
    const summaries = leader.chat().map(({ texts }) => texts[0]);
    expect(summariesOf(leader)).toContain(sv('notice.submitted.deciders', { who: employee.name }));
    expect(leader.chat().filter(({ texts }) => texts.includes(sv('welcome.heading')))).toHaveLength(1);
    expect(summaries).toHaveLength(2);
    // They press and write as anybody else, and are not asked for again.
    expect(seenOn(await leader.says('min tur'))).toContain(sv('queue.heading'));
    expect(await givesToPosts(leader)).toMatchObject([{ outcome: 'known' }]);
    expect(graph.apps.asked).toHaveLength(1);
  });
});
