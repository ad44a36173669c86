import { everybodyKnown, officeHolders, postHolders } from '../../../src/app/person/installing/candidates';
import { type InstallOutcome, type InstallRun, installFor } from '../../../src/app/person/installing/install-for';
import { InstallingStops } from '../../../src/app/person/installing/installer';
import { oneAtATime } from '../../../src/app/person/installing/one-at-a-time';
import { pause } from '../../../src/delivery/pacing/pause';
import { openInstallLease } from '../../../src/store/person/install-lease';
import type { Storage } from '../../../src/store/storage';
import { graphInstaller } from '../../../src/teams/graph/installer';
import { createPace } from '../../../src/teams/graph/pace';
import { type AppAtWork, appAtWork } from '../../../testing/scenes/app-at-work';
import { busiest } from '../../../testing/teams/connector';
import { startGraph } from '../../../testing/teams/graph';

const MANIFEST = '00000000-0000-0000-0000-00000000bbbb';
const CATALOGUE = '00000000-0000-0000-0000-00000000cccc';

describe('giving people the bot by Microsoft Graph', () => {
  let graph: Awaited<ReturnType<typeof startGraph>>;
  let work: AppAtWork;
  let waited: number[];
  beforeEach(async () => {
    [graph, work] = await Promise.all([startGraph(), appAtWork()]);
    graph.apps.catalogue.set(CATALOGUE, MANIFEST);
    waited = [];
    for (const name of ['leader', 'other-leader', 'deputy', 'boss', 'second-boss', 'builder', 'planner', 'harbour'])
      graph.has({
        id: `object-${name}`,
        mail: work.emailOf(name),
        userPrincipalName: `${name}@ort.onmicrosoft.example`,
      });
  });
  afterEach(() => graph.close());

  const installer = (more: { catalogueId?: string } = {}) =>
    graphInstaller(
      {
        root: graph.root,
        tenant: 'orten',
        token: async () => graph.token,
        pause: async (milliseconds) => void waited.push(milliseconds),
        answersWithinMs: 20_000,
        pace: { turn: async () => undefined, rest: () => undefined },
      },
      { manifestId: MANIFEST, ...more },
    );
  const reachOf = (conversation: string, user: string) => ({
    ...{ serviceUrl: 'https://smba.trafficmanager.net/teams/', conversation, user },
    ...{ bot: '28:bot', tenant: 'orten' },
  });

  /** What has become of whom, by outcome. */
  async function run(more: Partial<InstallRun> = {}, by = installer()): Promise<Record<string, string[]>> {
    const heard: InstallOutcome[] = [];
    const whom = postHolders(work.deps);
    await installFor(work.deps, by, {
      whom,
      write: true,
      again: false,
      reachOf,
      heard: (one) => heard.push(one),
      ...more,
    });
    return told(heard);
  }
  function told(heard: readonly InstallOutcome[]): Record<string, string[]> {
    const all: Record<string, string[]> = {};
    for (const { candidate, outcome } of heard) {
      const name = 'email' in candidate ? (candidate.email.split('@')[0] ?? '') : candidate.objectId;
      all[outcome] = [...(all[outcome] ?? []), name].sort();
    }
    return all;
  }
  const noted = async () => (await work.deps.newcomers.due(work.deps.now())).map(({ reach }) => reach.user).sort();
  const everyone = ['boss', 'builder', 'deputy', 'harbour', 'leader', 'other-leader', 'planner', 'second-boss'];

  it('gives it to those who lead, stand in and manage, and notes where the bot can write to them', async () => {
    expect(await run()).toEqual({ given: everyone });
    expect(graph.apps.asked).toHaveLength(8);
    const [first] = await work.deps.newcomers.due(work.deps.now());
    expect(first?.reach).toMatchObject({
      conversation: `19:${first?.identity.objectId}@unq.gbl.spaces`,
      bot: '28:bot',
    });
    expect(await noted()).toEqual(everyone.map((name) => `object-${name}`));
  });

  it('tells first who would get it, and gives nobody anything and notes nothing', async () => {
    expect(await run({ write: false })).toEqual({ would: everyone });
    expect([graph.apps.asked, await noted()]).toEqual([[], []]);
  });

  it('asks nobody twice, however often it is run: not whom it has given it, nor whom the bot has met since', async () => {
    await run();
    expect(await run()).toEqual({ noted: everyone });
    await work.arrives('leader');
    expect(await run()).toMatchObject({ known: ['leader'] });
    expect(graph.apps.asked).toHaveLength(8);
  });

  it('counts it as done where somebody had it already, and they can be written to from then on', async () => {
    graph.apps.installed.set('object-leader', new Set([CATALOGUE]));
    expect(await run()).toMatchObject({ had: ['leader'] });
    expect(await noted()).toContain('object-leader');
  });

  it('leaves out guests, closed accounts, addresses that lead nowhere or to two, and says which', async () => {
    graph.has(
      { id: 'object-leader', mail: work.emailOf('leader'), userType: 'Guest' },
      { id: 'object-deputy', mail: work.emailOf('deputy'), accountEnabled: false },
      { id: 'object-boss-2', mail: work.emailOf('boss') },
      // An account that was closed, and another one made.
      { id: 'object-builder-0', mail: work.emailOf('builder'), accountEnabled: false },
    );
    graph.removes('object-planner');
    expect(await run()).toEqual({
      ...{ guest: ['leader'], closed: ['deputy'], several: ['boss'], notFound: ['planner'] },
      given: ['builder', 'harbour', 'other-leader', 'second-boss'],
    });
  });

  it('leaves those alone who have taken it away themselves, unless it is told otherwise', async () => {
    const leader = await work.arrives('leader');
    const { deps } = work;
    const met = await deps.people.byRef(leader.ref);
    if (!met) throw new Error('Nobody');
    await deps.people.save({ person: { ...met.person, welcomed: ['member'] } }, met);
    expect(await run()).toMatchObject({ removed: ['leader'] });
    expect(await run({ again: true })).toMatchObject({ given: ['leader'] });
  });

  it('gives it to the office or to everybody of a department only when told to, and to nobody with protected personal data', async () => {
    const { deps } = work;
    const sourced = {
      ...deps,
      settings: () => ({
        ...deps.settings(),
        sources: { places: {}, graph: { department: 'department' as const }, file: undefined },
      }),
    };
    graph.has({ id: 'object-office', mail: work.emailOf('office') }, { id: 'u1' }, { id: 'u2' });
    expect(await run({ whom: officeHolders(deps) })).toEqual({ given: ['office'], notFound: ['other-office'] });
    const marks = async (objectId: string) =>
      (await deps.marks.of({ identity: { tenant: 'orten', objectId }, emails: [] }))[0] ?? '';
    await deps.staff.write('graph', [
      { mark: await marks('u1'), entry: { who: 'u1', department: 'VOO' } },
      { mark: await marks('u2'), entry: { who: 'u2', department: 'VOO', away: true } },
      { mark: await marks('u3'), entry: { who: 'u3', department: 'SBK' } },
      { mark: await marks('object-boss'), entry: { protected: true } },
    ]);
    const heard: InstallOutcome[] = [];
    await installFor(sourced, installer(), {
      ...{ whom: everybodyKnown(sourced, ['VOO']), write: true, again: false, reachOf },
      heard: (one) => heard.push(one),
    });
    expect(told(heard)).toEqual({ given: ['u1'], closed: ['u2'] });
    heard.length = 0;
    await installFor(sourced, installer(), {
      ...{ whom: postHolders(sourced, ['VOO']), write: true, again: false, reachOf },
      heard: (one) => heard.push(one),
    });
    expect(told(heard)).toMatchObject({
      protected: ['boss'],
      given: ['deputy', 'leader', 'other-leader', 'second-boss'],
    });
  });

  it('gives it to nobody whom the personnel file alone protects, by whichever address it knows them, nor where Entra has none', async () => {
    const { deps } = work;
    const sourced = {
      ...deps,
      settings: () => ({
        ...deps.settings(),
        sources: {
          places: {},
          graph: { department: 'department' as const },
          file: { columns: { email: 'E-post', department: 'Förvaltning' } },
        },
      }),
    } as typeof deps;
    graph.has(
      { id: 'u1', mail: 'u1@orten.example', userPrincipalName: 'u1@orten.onmicrosoft.example' },
      { id: 'u2', mail: 'u2@orten.example' },
      {
        id: 'u3',
        mail: 'u3@orten.example',
        proxyAddresses: ['SMTP:u3@orten.example', 'smtp:Third.Person@orten.example'],
      },
      { id: 'u4' },
    );
    for (const objectId of ['u1', 'u2', 'u3', 'u4']) {
      const [mark = ''] = await deps.marks.of({ identity: { tenant: 'orten', objectId }, emails: [] });
      await deps.staff.write('graph', [{ mark, entry: { who: objectId, department: 'VOO' } }]);
    }
    for (const email of ['u2@orten.example', 'third.person@orten.example', work.emailOf('leader')]) {
      const [mark = ''] = await deps.marks.of({ emails: [email] });
      await deps.staff.write('file', [{ mark, entry: { protected: true } }]);
    }
    const heard: InstallOutcome[] = [];
    const gives = (whom: InstallRun['whom']) =>
      installFor(sourced, installer(), {
        ...{ whom, write: true, again: false, reachOf },
        heard: (one) => heard.push(one),
      });
    await gives(everybodyKnown(sourced, ['VOO']));
    // Somebody whom the organisation file names by their user name.
    await gives([{ email: 'leader@ort.onmicrosoft.example' }]);
    expect(told(heard)).toEqual({ given: ['u1'], protected: ['leader', 'u2', 'u3'], unchecked: ['u4'] });
    expect(graph.apps.asked).toEqual(['u1']);
  });

  it('waits as long as Graph says where it is busy, and gives it once where an answer was lost on its way', async () => {
    const whom = [{ objectId: 'object-leader' }];
    graph.isSoundNext();
    graph.answersNext(429, 'TooManyRequests', { 'retry-after': '17' });
    graph.answersNext(503, 'ServiceNotAvailable');
    graph.losesAnswerNext();
    expect(await run({ whom })).toEqual({ given: ['object-leader'] });
    expect(waited).toEqual([17_000, 2_000, 4_000]);
    expect(graph.apps.asked).toEqual(['object-leader', 'object-leader']);
  });

  it('leaves somebody for the next run where Graph wants to be left alone for longer, and goes on with the others', async () => {
    graph.isSoundNext();
    graph.answersNext(429, 'TooManyRequests', { 'retry-after': '86400' });
    const result = await run();
    expect(result.left).toHaveLength(1);
    expect(result.given).toHaveLength(7);
    expect(await run()).toEqual({ given: result.left, noted: result.given });
  });

  it('counts whom Graph refuses, and stops where it refuses everybody', async () => {
    graph.apps.refuses(['object-leader'], 403, 'Forbidden', 'App is blocked by app permission policy');
    expect(await run()).toMatchObject({ refused: ['leader'] });
    const many = Array.from({ length: 60 }, (_, n) => ({ objectId: `m${n}` }));
    for (const { objectId: id } of many) graph.has({ id });
    graph.apps.refuses(
      many.map(({ objectId }) => objectId),
      403,
      'Forbidden',
      'Blocked',
    );
    await expect(run({ whom: many })).rejects.toThrow(
      /refused 10 in a row \(403 Forbidden\): look in the Teams admin center/,
    );
    expect(graph.apps.asked.length).toBeLessThan(8 + 14);
  });

  it('stops at once and says what to do where the bot lacks a permission, or is not in the catalogue', async () => {
    const lacks =
      'Missing role permissions on the request. API requires one of TeamsAppInstallation.ReadWriteSelfForUser.All';
    graph.apps.refuses(
      everyone.map((name) => `object-${name}`),
      403,
      'Forbidden',
      lacks,
    );
    await expect(run()).rejects.toThrow(
      /lacks the application permission TeamsAppInstallation\.ReadWriteSelfForUser\.All\. Add it in Microsoft Entra/,
    );
    expect(graph.apps.asked.length).toBeLessThanOrEqual(4);
    graph.answersNext(403, 'Authorization_RequestDenied');
    await expect(run()).rejects.toThrow(/AppCatalog\.Read\.All/);
    graph.isSoundNext();
    graph.answersNext(403, 'Authorization_RequestDenied');
    await expect(run()).rejects.toThrow(/User\.Read\.All/);
    graph.apps.catalogue.clear();
    await expect(run()).rejects.toThrow(InstallingStops);
    await expect(run()).rejects.toThrow(new RegExp(`has the id ${MANIFEST}: upload the package`));
    graph.apps.forgives();
    graph.apps.catalogue.set(CATALOGUE, MANIFEST);
    // Where the bot may not look into the catalogue, an operator may say what stands there.
    graph.requests.length = 0;
    expect(await run({}, installer({ catalogueId: CATALOGUE }))).toMatchObject({ given: everyone });
    expect(graph.requests.filter((path) => path.includes('appCatalogs'))).toEqual([]);
  });

  it('says what to look at where Entra gives the bot no token, and nothing of what it says besides', async () => {
    const error = Object.assign(new Error('AADSTS7000215: Invalid client secret hunter2'), {
      name: 'AuthenticationError',
    });
    const asks = {
      root: graph.root,
      tenant: 'orten',
      token: () => Promise.reject(error),
      pause: async () => undefined,
    };
    const fails = run({}, graphInstaller(asks, { manifestId: MANIFEST })).catch((why: unknown) => String(why));
    expect(await fails).toMatch(/no token \(AADSTS7000215\): look at MicrosoftAppId/);
    expect(await fails).not.toContain('hunter2');
  });

  it('goes on where it stood when it dies before any of its requests, and asks those again at most who were in hand', async () => {
    const ids = Array.from({ length: 12 }, (_, n) => `k${String(n).padStart(2, '0')}`);
    for (const id of ids) graph.has({ id });
    const whom = ids.map((objectId) => ({ objectId }));
    let deaths = 0;
    for (let request = 1; ; request += 5) {
      graph.apps.installed.clear();
      graph.apps.asked.length = 0;
      for (const one of await work.deps.newcomers.due(work.deps.now())) await work.deps.newcomers.forget(one);
      const before = graph.requests.length;
      const dies = installer();
      // As a killed process: what it has asked for happens, and nothing follows from it.
      let died: () => void = () => undefined;
      const death = new Promise<'died'>((resolve) => {
        died = () => resolve('died');
      });
      const dead =
        <A extends unknown[], T>(act: (...given: A) => Promise<T>) =>
        async (...given: A): Promise<T> => {
          const answer = await act(...given);
          if (graph.requests.length - before < request) return answer;
          died();
          return new Promise<never>(() => undefined);
        };
      const mortal = { ...dies, install: dead(dies.install), chatOf: dead(dies.chatOf) };
      const outcome = await Promise.race([run({ whom }, mortal).then(() => 'done'), death]);
      await run({ whom });
      expect((await noted()).filter((user) => user.startsWith('k'))).toEqual(ids);
      expect(graph.apps.asked.length).toBeLessThanOrEqual(12 + 4);
      expect([...graph.apps.installed.keys()].sort()).toEqual(ids);
      if (outcome === 'done') break;
      deaths++;
    }
    expect(deaths).toBeGreaterThan(5);
  });

  it('asks storage and Graph for each person as often, however many have been given it', async () => {
    const people = (from: number, count: number) => Array.from({ length: count }, (_, n) => `n${from + n}`);
    const costOf = async (ids: string[]) => {
      for (const id of ids) graph.has({ id });
      const before = graph.requests.length;
      const stored = await work.requestsOf(() => run({ whom: ids.map((objectId) => ({ objectId })) }));
      return { stored: stored / ids.length, asked: (graph.requests.length - before - 1) / ids.length };
    };
    const [few, many] = [await costOf(people(0, 4)), await costOf(people(4, 60))];
    expect(many).toEqual(few);
    expect(few).toEqual({ stored: 3, asked: 3 });
  });

  it('is done by one of two runs that begin at the same moment, and nobody is asked for twice', async () => {
    const lease = openInstallLease(work.storage as Storage, 'orten');
    const waits: string[] = [];
    const one = (me: string) =>
      oneAtATime({ lease, me, waits: () => waits.push(me), pause: (_, signal) => pause(20, signal) }, () => run());
    const both = await Promise.all([one('first'), one('second')]);
    expect(waits).toHaveLength(1);
    expect(both).toContainEqual({ given: everyone });
    expect(both).toContainEqual({ noted: everyone });
    expect(graph.apps.asked).toHaveLength(8);
  });

  it('asks no more often than it may, also while several are in hand, and nobody before the pause is over that Graph has asked for', async () => {
    const times: number[] = [];
    const clock = { at: 0, waiting: [] as { until: number; go: () => void }[] };
    const ticking = {
      now: () => clock.at,
      pause: (milliseconds: number) =>
        new Promise<void>((go) => void clock.waiting.push({ until: clock.at + milliseconds, go })),
    };
    const pace = createPace(5, ticking);
    const ask = async () => {
      await pace.turn();
      times.push(clock.at);
      if (times.length === 10) pace.rest(30_000);
    };
    const all = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let n = 0; n < 10; n++) await ask();
      }),
    );
    let over = false;
    void all.then(() => {
      over = true;
    });
    while (!over) {
      await new Promise(setImmediate);
      clock.waiting.sort((a, b) => a.until - b.until);
      const next = clock.waiting.shift();
      if (next) {
        clock.at = Math.max(clock.at, next.until);
        next.go();
      }
    }
    expect(times).toHaveLength(40);
    expect(busiest(times, 1000)).toBeLessThanOrEqual(5);
    expect((times[10] ?? 0) - (times[9] ?? 0)).toBeGreaterThanOrEqual(30_000);
  });
});
