import { createPictureAddresses } from '../../src/app/idea/pictures/picture-addresses';
import { refuse } from '../../src/domain/result';
import { createPictureDoor } from '../../src/http/pictures';
import { openShared } from '../../src/store/shared';
import { nodesOf } from '../../testing/cards/card';
import { type City, days, startCity } from '../../testing/scenes/city';
import { cardAbout, choosesMore, pressesOn, seenOn, sendsIdea, sv } from '../../testing/scenes/everyday';
import { sasOf } from '../../testing/storage/sas';
import { testConnectionString } from '../../testing/storage/storage';
import type { Person } from '../../testing/teams/person';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

describe('the pictures of an idea, where storage has no key to sign with', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity({ connectionString: sasOf(testConnectionString()) });
    employee = await city.arrives('employee');
    leader = await city.arrives('leader');
  });
  beforeEach(async () => {
    id = await sendsIdea(employee);
    await employee.sends([{ contentType: 'image/*', contentUrl: city.connector.keeps(png) }]);
    await employee.presses(`Cykelpool (${id})`);
  });
  afterAll(() => city.stop());

  const opens = (person: Person) => person.presses({ verb: 'open', data: { idea: id } });
  const urlOn = ({ card }: { card: unknown }): string | undefined =>
    [...nodesOf(card as object)].filter(({ type }) => type === 'Image').map(({ url }) => String(url))[0];
  const addressFor = async (person: Person) => urlOn(await opens(person)) ?? '';
  const statusOf = async (url: string, method = 'GET') => (await fetch(url, { method, redirect: 'manual' })).status;

  it('are served, and the idea is opened, told of, decided and closed', async () => {
    const url = await addressFor(leader);
    expect(url.startsWith(`${city.url}/pictures/`)).toBe(true);
    const served = await fetch(url);
    expect(Buffer.from(await served.arrayBuffer()).equals(png)).toBe(true);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(png.length),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
    await city.delivers();
    expect(await statusOf(urlOn(cardAbout(leader, id)) ?? '')).toBe(200);
    await pressesOn(leader, id, 'Utforska idén');
    const closed = await choosesMore(leader, id, 'Avsluta', { reason: 'Vi har redan en pool.' });
    expect(seenOn(closed)).toContain(sv('notice.closed.actor'));
    expect(await statusOf(await addressFor(employee))).toBe(200);
  });

  it('are asked for by HEAD as well, and by nothing else', async () => {
    const url = await addressFor(leader);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'image/png', '']);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) expect(await statusOf(url, method)).toBe(405);
    for (const path of ['/pictures', '/pictures/', '/pictures/..%2fmetrics']) {
      expect(await statusOf(city.url + path)).toBe(404);
    }
  });

  it('are gone at once when the idea is hidden, and when it is withdrawn until it is brought back', async () => {
    const url = await addressFor(leader);
    await employee.presses({
      verb: 'act',
      data: { idea: id, decisionVersion: '1', idempotencyKey: '0123456789ABCDEF', do: 'withdraw' },
    });
    expect(await statusOf(url)).toBe(404);
    const decisionVersion = String((await city.app.ideas.load(id))?.idea.decisionVersion);
    await employee.presses({
      verb: 'act',
      data: { idea: id, decisionVersion, idempotencyKey: '1123456789ABCDEF', do: 'reopen' },
    });
    expect(await statusOf(url)).toBe(200);
    await leader.presses({
      verb: 'act',
      data: { idea: id, decisionVersion, idempotencyKey: '2123456789ABCDEF', do: 'hide' },
    });
    expect(await statusOf(url)).toBe(404);
    expect(urlOn(await opens(employee))).toBeUndefined();
  });

  it('are no longer shown at an address of a month ago; the card that is opened anew has another', async () => {
    const url = await addressFor(leader);
    city.pass(days(30));
    expect(await statusOf(url)).toBe(200);
    city.pass(days(1));
    expect(await statusOf(url)).toBe(404);
    expect(await statusOf(await addressFor(leader))).toBe(200);
  });

  it('cost the card nothing when they are gone', async () => {
    const url = await addressFor(leader);
    for (const name of (await city.app.ideas.load(id))?.idea.pictures ?? []) await city.app.pictures.remove(name);
    expect(await statusOf(url)).toBe(404);
    expect(seenOn(await opens(leader))).toContain('Cykelpool');
  });

  it('are not found by an address that was made up or changed, and nothing says why', async () => {
    const url = new URL(await addressFor(leader));
    const token = url.pathname.split('/').at(-1) ?? '';
    const other = await sendsIdea(employee);
    const tokens = [
      token.replace(id, other),
      token.replace(/\.o/, '.s'),
      token.replace(/\.([0-9A-Z])/, (_, letter) => `.${letter === 'A' ? 'B' : 'A'}`),
      token.replace(/\.o\w+\./, '.ozzzzzzzz.'),
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase(),
      'x',
      '%00',
      '__proto__',
      'A'.repeat(5_000),
    ];
    const bodies = new Set<string>();
    for (const one of tokens) {
      const answer = await fetch(`${city.url}/pictures/${one}`);
      expect([one, answer.status]).toEqual([one, 404]);
      bodies.add((await answer.text()).replace(/"reference":"\w+"/, ''));
    }
    expect([...bodies]).toEqual(['{"error":{"code":"notFound",}}']);
  });
});

it('pictures are left out where nobody has said how the bot is reached, and the card stands', async () => {
  const city = await startCity({ publicUrl: () => undefined });
  const employee = await city.arrives('employee');
  const id = await sendsIdea(employee);
  await employee.sends([{ contentType: 'image/*', contentUrl: city.connector.keeps(png) }]);
  const added = await employee.presses(`Cykelpool (${id})`);
  expect(seenOn(added)).toContain(sv('notice.pictureAdded.actor'));
  expect([...nodesOf(added.card as object)].filter(({ type }) => type === 'Image')).toEqual([]);
  await city.stop();
});

describe('the door of pictures', () => {
  const named = { idea: 'K7M4QX', name: '0123456789ABCDEF.png', sealed: false };
  const NOW = Date.parse('2026-11-26T09:00:00Z');
  let now = NOW;
  beforeEach(() => {
    now = NOW;
  });

  const addressesOn = (city: City) =>
    createPictureAddresses({
      shared: openShared(city.storage, 'SBG'),
      now: () => new Date(now).toISOString(),
      random: city.app.random,
    });

  it('opens to what any instance has signed, for as long as it was signed for', async () => {
    const city = await startCity();
    const [one, other] = [addressesOn(city), addressesOn(city)];
    const tokens = await Promise.all([one.tokenFor(named), other.tokenFor(named)]);
    expect(tokens[0]).toBe(tokens[1]);
    expect(await other.read(tokens[0] ?? '')).toEqual(named);
    const sealed = await one.tokenFor({ ...named, sealed: true });
    expect(await one.read(sealed)).toEqual({ ...named, sealed: true });
    now += 2 * 3_600_000;
    expect(await one.read(sealed)).toBeUndefined();
    now += 31 * 86_400_000;
    expect(await one.read(tokens[0] ?? '')).toBeUndefined();
    await city.stop();
  });

  it('reads nothing for what holds no picture, and nobody more often than a crowd of readers', async () => {
    const show = jest.fn(async () => ({ type: 'image/png', bytes: png }));
    const read = async (token: string) => (token === 'right' ? named : undefined);
    const door = createPictureDoor({ addresses: { read }, show, now: () => now });
    expect(await door('wrong')).toEqual(refuse(404));
    expect(show).not.toHaveBeenCalled();
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => door('right')));
    const served = answers.filter(({ ok }) => ok);
    expect(served.length).toBe(show.mock.calls.length);
    expect(served.length).toBeGreaterThanOrEqual(300);
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]))).toEqual(
      Array.from({ length: 1_000 - served.length }, () => 429),
    );
    now += 3_600_000;
    expect(await door('right')).toMatchObject({ ok: true, value: { type: 'image/png' } });
  });

  it('reads few at the same time, all in their turn, and goes on after one that failed', async () => {
    let reading = 0;
    let most = 0;
    const show = async () => {
      reading += 1;
      most = Math.max(most, reading);
      await new Promise(setImmediate);
      reading -= 1;
      if (most % 2 === 0) throw new Error('storage');
      return { type: 'image/png', bytes: png };
    };
    let count = 0;
    const read = async () => ({ ...named, name: `${count++}` });
    const door = createPictureDoor({ addresses: { read }, show, now: () => now });
    const answers = await Promise.allSettled(Array.from({ length: 150 }, () => door('right')));
    expect(answers).toHaveLength(150);
    expect([most, reading]).toEqual([8, 0]);
  });
});
