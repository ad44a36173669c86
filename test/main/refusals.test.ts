import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotProcess, type Env, killAllBots } from '../../testing/processes/bot-process';
import { Deployment } from '../../testing/processes/deployment';
import { ROOT } from '../../testing/processes/programs';
import { connectionStringOf } from '../../testing/storage/azurite';
import { BotFramework } from '../../testing/teams/bot-framework';

const guid = '2f6d3c1e-8a4b-4c7d-9e10-5b6a7c8d9e0f';
const storage = 'DefaultEndpointsProtocol=https;AccountName=orten;AccountKey=aGVtbGln;EndpointSuffix=core.windows.net';

/** Everything that the bot said when it did not start: one line of introduction, then one for each reason. */
async function reasons(env: Env): Promise<string[]> {
  const bot = new BotProcess(env);
  expect(await bot.ended).toEqual({ code: 1, signal: null });
  const [introduction, ...lines] = bot.said.trimEnd().split('\n');
  expect(introduction).toBe('Idélotsen cannot start:');
  return lines;
}

afterEach(killAllBots);

describe('the bot refuses to start, and says what to set,', () => {
  it.each<[why: string, env: Env, says: RegExp[]]>([
    [
      'in production without an app id',
      { NODE_ENV: 'production', AZURE_STORAGE_CONNECTION_STRING: storage },
      [
        /^- MicrosoftAppTenantId is not set: set it to /,
        /^- MicrosoftAppType is not set: set it to /,
        /^- MicrosoftAppId is not set: set it to /,
        /^- MicrosoftAppPassword is not set: set it to /,
      ],
    ],
    [
      'for an app type that does not exist, in development',
      { MicrosoftAppType: 'SingelTenant' },
      [/^- MicrosoftAppType is "SingelTenant": set it to SingleTenant, /],
    ],
    [
      'for an app type that does not exist, in production',
      {
        NODE_ENV: 'production',
        AZURE_STORAGE_CONNECTION_STRING: storage,
        MicrosoftAppId: guid,
        MicrosoftAppTenantId: guid,
        MicrosoftAppPassword: 'hemlig',
        MicrosoftAppType: 'Msi',
      },
      [/^- MicrosoftAppType is "Msi": set it to SingleTenant, /],
    ],
    [
      'on an address that others reach, without an app id',
      { HOST: '0.0.0.0' },
      [/^- HOST is "0\.0\.0\.0" and MicrosoftAppId is not set, .*: set HOST to 127\.0\.0\.1, or /],
    ],
    [
      'without the organisation file that it was given',
      { ORGANISATION_FILE: join(tmpdir(), 'no-such-organisation.json') },
      [/^- The organisation file .*no-such-organisation\.json cannot be read \(ENOENT\): set ORGANISATION_FILE /],
    ],
  ])('%s', async (_why, env, says) => {
    expect(await reasons(env)).toEqual(says.map((line) => expect.stringMatching(line)));
  });

  it('for an organisation file with faults, each of them by its path', async () => {
    const file = join(tmpdir(), `idelotsen-faulty-${process.pid}.json`);
    const example = JSON.parse(readFileSync(join(ROOT, 'config', 'organisation.example.json'), 'utf8'));
    example.municipality.innovationOffice = 7;
    example.departments[1].headcount = -3;
    example.departments[2].leaders[0].email = 'innovationsledaren';
    writeFileSync(file, JSON.stringify(example));
    expect(await reasons({ ORGANISATION_FILE: file })).toEqual([
      expect.stringMatching(/^- municipality\.innovationOffice\b/),
      expect.stringMatching(/^- departments\[1\]\.headcount\b/),
      expect.stringMatching(/^- departments\[2\]\.leaders\[0\]\.email\b/),
    ]);
  });

  it('not for a department where only one person can decide, which stands in the log', async () => {
    const file = join(tmpdir(), `idelotsen-thin-${process.pid}.json`);
    const example = JSON.parse(readFileSync(join(ROOT, 'config', 'organisation.example.json'), 'utf8'));
    example.innovationOffice = [example.innovationOffice[0]];
    Object.assign(example.departments[1], { leaders: [], deputies: [], units: [] });
    writeFileSync(file, JSON.stringify(example));
    const nowhere = connectionStringOf({ blob: 1, queue: 1, table: 1 });
    const bot = new BotProcess({ ORGANISATION_FILE: file, AZURE_STORAGE_CONNECTION_STRING: nowhere });
    await bot.ended;
    expect(bot.said).toContain('"department":"VOO","on":"ideas"');
    expect(bot.said).toMatch(/Idélotsen cannot start:\n- Storage does not answer/);
  });

  it('when nothing listens where storage should be', async () => {
    const nowhere = connectionStringOf({ blob: 1, queue: 1, table: 1 });
    expect(await reasons({ AZURE_STORAGE_CONNECTION_STRING: nowhere })).toEqual([
      expect.stringMatching(/^- Storage does not answer.*: set AZURE_STORAGE_CONNECTION_STRING, or start Azurite\.$/),
    ]);
  });

  it('when storage is not to be had with the managed identity, which it asks for and no key', async () => {
    const framework = await new BotFramework().start();
    const wanted: string[] = [];
    const proxy = createHttpServer().listen(0, '127.0.0.1');
    proxy.on('connect', ({ url }: { url?: string }, socket: Socket) => {
      wanted.push(String(url));
      socket.on('error', () => undefined); // the bot ends before it has read the answer
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await once(proxy, 'listening');
    const said = await reasons({
      AZURE_STORAGE_ACCOUNT: 'orten',
      AZURE_CLIENT_ID: guid,
      NO_PROXY: '127.0.0.1',
      HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      ...framework.environment,
    }).finally(async () => {
      proxy.close();
      await framework.stop();
    });
    expect(said).toEqual([
      expect.stringMatching(/^- Storage does not (answer|accept) the managed identity.*: (check|give it the roles) /),
    ]);
    expect(framework.tokensAskedFor).toContainEqual(
      expect.objectContaining({ resource: 'https://storage.azure.com', client_id: guid }),
    );
    expect(wanted).toContain('orten.table.core.windows.net:443');
    for (const host of wanted) expect(host).toMatch(/^orten\.(table|queue)\.core\.windows\.net:443$/);
  });

  it('when what listens there stays silent', async () => {
    // The bot lets go of it when it gives up.
    const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const there = connectionStringOf({ blob: port, queue: port, table: port });
    expect(await reasons({ AZURE_STORAGE_CONNECTION_STRING: there })).toEqual([
      expect.stringMatching(/^- Storage does not answer.*: set AZURE_STORAGE_CONNECTION_STRING/),
    ]);
    silent.close();
  });
});

describe('with storage at hand', () => {
  let town: Deployment;
  beforeAll(async () => {
    town = await Deployment.open();
  });
  afterAll(() => town?.close());

  it('the bot refuses to start on a port that is taken, and frees nothing that is not its own', async () => {
    const neighbour = createServer().listen(0, '127.0.0.1');
    await once(neighbour, 'listening');
    const { port } = neighbour.address() as AddressInfo;
    expect(await reasons({ ...town.env, PORT: String(port) })).toEqual([
      `- Port ${port} on 127.0.0.1 is in use by another program: set PORT to one that is free.`,
    ]);
    expect(neighbour.listening).toBe(true);
    neighbour.close();
  });

  it('the bot refuses to start with a key that storage does not accept, and does not repeat it', async () => {
    const key = Buffer.from('another account').toString('base64');
    const env = { ...town.env };
    env.AZURE_STORAGE_CONNECTION_STRING =
      env.AZURE_STORAGE_CONNECTION_STRING?.replace(/AccountKey=[^;]+/, `AccountKey=${key}`) ?? '';
    const said = await reasons(env);
    expect(said).toEqual([
      expect.stringMatching(/^- Storage does not accept the key .*AZURE_STORAGE_CONNECTION_STRING/),
    ]);
    expect(said.join()).not.toContain(key);
  });

  it.each([1, 3])('a start that is killed at its request %i to storage is made good by the next', async (last) => {
    let requests = 0;
    const shut = town.gate.shutAt(() => ++requests === last);
    const killed = new BotProcess(town.env);
    await shut;
    await killed.kill();
    town.gate.reopen();
    const bot = await town.start();
    expect((await fetch(`${await bot.url()}/readyz`)).status).toBe(200);
    await bot.stop();
  });
});
