import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobServiceClient } from '@azure/storage-blob';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { assembleAppPackage } from '../../../dev/packaging/assemble';
import { version } from '../../../package.json';
import { type Config, readConfig } from '../../../src/config/config';
import { HALT } from '../../../src/delivery/pacing/halt';
import { RATE, type Shares } from '../../../src/delivery/pacing/rate-share';
import { examine } from '../../../src/programs/doctor/examine';
import { areas, type Finding, lineOf } from '../../../src/programs/doctor/finding';
import { openDeliveries, owed } from '../../../src/store/delivery/deliveries';
import { openShared } from '../../../src/store/shared';
import { openStorage, type Storage } from '../../../src/store/storage';
import type { AppIdentity } from '../../../src/teams/identity';
import { runProgram } from '../../../testing/processes/run-program';
import { exampleFile } from '../../../testing/samples/organisation/example-organisation';
import { sasOf } from '../../../testing/storage/sas';
import { type RunningAzurite, startOwnAzurite } from '../../../testing/storage/storage';
import { BotFramework, makeKey } from '../../../testing/teams/bot-framework';

const APP = '2f6d3c1e-8a4b-4c7d-9e10-5b6a7c8d9e0f';
const OTHER = '3a7e4d2f-9b5c-4d8e-af21-6c7b8d9e0f1a';
const TENANT = '4b8f5e30-ac6d-4e9f-b032-7d8c9e0f1a2b';
const HOST = 'idelotsen.kommunen.se';

jest.setTimeout(120_000);

describe('the doctor', () => {
  let azurite: RunningAzurite;
  let storage: Storage;
  let folder: string;
  let bot: Server;
  let probes = 0;
  let botAnswers = { ready: 200, unsigned: 401 };
  const microsoft = new BotFramework();

  beforeAll(async () => {
    [azurite, folder] = await Promise.all([startOwnAzurite(), mkdtemp(join(tmpdir(), 'idelotsen-'))]);
    storage = openStorage({ connectionString: azurite.connectionString });
    await storage.prepare();
    await microsoft.start();
    bot = createServer(({ method }, answer) => {
      // One of the packages of other tests has a writeHead that gives nothing.
      answer.writeHead(method === 'POST' ? botAnswers.unsigned : botAnswers.ready);
      answer.end();
    });
    await new Promise<void>((listening) => bot.listen(0, '127.0.0.1', listening));
    await writeFile(join(folder, 'organisation.json'), JSON.stringify(ownOrganisation()));
    await writeFile(join(folder, 'app.zip'), await packaged());
  });
  afterAll(async () => {
    bot.close();
    await Promise.all([azurite.stop(), microsoft.stop(), rm(folder, { recursive: true })]);
  });
  beforeEach(() => {
    microsoft.keys = [makeKey('one', ['msteams'])];
    microsoft.roles = ['User.Read.All'];
    microsoft.refuses = undefined;
    microsoft.down = false;
    botAnswers = { ready: 200, unsigned: 401 };
  });

  const botUrl = () => `http://127.0.0.1:${(bot.address() as AddressInfo).port}`;

  /** A configuration without fault, as read; Microsoft's addresses are ours. */
  function configuration(env: Record<string, string> = {}): Config {
    const read = readConfig({
      ...{ MicrosoftAppId: APP, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: TENANT },
      ...{ MicrosoftAppPassword: 'secret', PUBLIC_URL: `https://${HOST}` },
      AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString,
      ORGANISATION_FILE: join(folder, 'organisation.json'),
      ...env,
    });
    if (!read.ok) throw new Error(read.problems.join('\n'));
    const { identity, graph } = read.config;
    return {
      ...read.config,
      identity: { ...(identity as AppIdentity), keysAt: microsoft.metadataUrl },
      ...(graph && { graph: { ...graph, loginHost: microsoft.url } }),
    };
  }

  /** What it finds, but for the bot's own address, which leads nowhere here. */
  async function findings({
    config = configuration(),
    now = Date.now,
    file = join(folder, 'app.zip'),
  }: {
    config?: Config;
    now?: () => number;
    file?: string;
  } = {}): Promise<Finding[]> {
    const found: Finding[] = [];
    const appPackage = { file, named: true, release: version };
    const read = { ok: true, config } as const;
    for await (const one of examine({ read, nodeVersion: 'v24.1.0', appPackage, probe: `probe${++probes}`, now }))
      found.push(one);
    return found.filter(({ area }) => area !== 'address');
  }
  /** With something else at Microsoft than there should be. */
  function planted(plant: () => void): Promise<Finding[]> {
    plant();
    return findings();
  }
  const faultsIn = (found: readonly Finding[]) => found.filter(({ state }) => state === 'fault');
  /** Those who lead have not installed the bot in any of these: told once, below. */
  const others = (found: readonly Finding[]) => faultsIn(found).filter(({ area }) => area !== 'people');

  it('finds nothing wrong where nothing is, but who has not installed the bot, and leaves nothing behind', async () => {
    const found = await findings();
    expect(others(found).map(lineOf)).toEqual([]);
    expect(found.filter(({ state }) => state === 'good').map(({ area }) => area)).toEqual(
      expect.arrayContaining(areas.filter((area) => area !== 'people' && area !== 'address')),
    );
    expect(faultsIn(found)).toEqual([
      {
        area: 'people',
        state: 'fault',
        says: expect.stringMatching(/^\d+ of \d+ who lead, .* have not installed the bot: .*@orten\.se/),
        todo: expect.stringContaining('npm run install-for -- posts --write'),
      },
    ]);
    for (const table of [storage.ideas, storage.people, storage.deliveries]) {
      for await (const row of table.listEntities()) expect(row.partitionKey).not.toBe('doctor');
    }
    for (const queue of [storage.wakeUps, storage.restWakeUps])
      expect((await queue.getProperties()).approximateMessagesCount).toBe(0);
    for await (const blob of storage.pictures().listBlobsFlat()) throw new Error(blob.name);
  });

  it('takes away what a run that was broken off has left', async () => {
    await storage.ideas.createEntity({ partitionKey: 'doctor', rowKey: 'earlier' });
    await findings();
    await expect(storage.ideas.getEntity('doctor', 'earlier')).rejects.toMatchObject({ statusCode: 404 });
  });

  const sas = (permissions: string, services = 'bqt') =>
    configuration({ AZURE_STORAGE_CONNECTION_STRING: sasOf(azurite.connectionString, { permissions, services }) });

  describe('finds a planted fault:', () => {
    it.each<[string, () => Promise<Finding[]>, RegExp]>([
      [
        '1 a secret that is not the app’s',
        () =>
          planted(() => {
            microsoft.refuses = 7000215;
          }),
        /^fault {2}token .*AADSTS7000215.* → Copy the secret’s value/,
      ],
      [
        '2 a secret that has run out',
        () =>
          planted(() => {
            microsoft.refuses = 7000222;
          }),
        /^fault {2}token .*AADSTS7000222.* → The secret has run out/,
      ],
      [
        '3 an app of another tenant',
        () =>
          planted(() => {
            microsoft.refuses = 700016;
          }),
        /^fault {2}token .*no such app/,
      ],
      [
        '4 a login host that is silent',
        () =>
          planted(() => {
            microsoft.down = true;
          }),
        /^fault {2}token .*\(503\)/,
      ],
      [
        '5 no way to the keys of Teams',
        () =>
          planted(() => {
            microsoft.down = true;
          }),
        /^fault {2}keys .* → Let the bot reach 127/,
      ],
      [
        '6 keys that are too short to be trusted',
        () =>
          planted(() => {
            microsoft.keys = [makeKey('short', [], 1024)];
          }),
        /^fault {2}keys /,
      ],
      [
        '7 a permission of Graph that nobody consented to',
        async () => {
          microsoft.roles = [];
          return findings({ config: await withGraph() });
        },
        /^fault {2}token .*User\.Read\.All, which sources\.graph needs/,
      ],
      [
        '8 a clock that is ten seconds off',
        () => findings({ now: () => Date.now() + 10_000 }),
        /^fault {2}clock .*1\d s/,
      ],
      [
        '9 storage that is not there',
        () => findings({ config: configuration({ AZURE_STORAGE_CONNECTION_STRING: nowhere }) }),
        /^fault {2}storage .*does not answer/,
      ],
      [
        '10 another account’s key',
        () =>
          findings({
            config: configuration({
              AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString.replace('AccountKey=Eby8', 'AccountKey=Abcd'),
            }),
          }),
        /^fault {2}storage .*table Ideas refuses: .*\(403\)/,
      ],
      [
        '11 no right to take anything away',
        () => findings({ config: sas('rwlacup') }),
        /^fault {2}storage .*table Ideas refuses: delete \(403\)/,
      ],
      [
        '12 no right to change anything',
        () => findings({ config: sas('rdlacp') }),
        /^fault {2}storage .*table Ideas refuses: update/,
      ],
      [
        '13 no right to queues',
        () => findings({ config: sas('rwdlacup', 'bt') }),
        /^fault {2}storage .*queue wake-ups refuses: .*send/,
      ],
      [
        '14 no right to blobs',
        () => findings({ config: sas('rwdlacup', 'qt') }),
        /^fault {2}storage .*container pictures refuses/,
      ],
      ['15 pictures that everybody can read', withPublicPictures, /^fault {2}storage .*Everybody can read .*pictures/],
      [
        '16 a package of another bot',
        async () => findings({ file: await changed((manifest) => ({ ...manifest, bots: [{ botId: OTHER }] })) }),
        /^fault {2}package .*nobody’s messages come here/,
      ],
      [
        '17 a package of another app',
        async () => findings({ file: await changed((manifest) => ({ ...manifest, id: OTHER })) }),
        /^fault {2}package .*The manifest’s id is 3a7e/,
      ],
      [
        '18 a package of an older release',
        async () => findings({ file: await changed((manifest) => ({ ...manifest, version: '0.9.0' })) }),
        /^fault {2}package .*version 0\.9\.0/,
      ],
      [
        '19 a package that does not name the bot’s address',
        async () =>
          findings({ file: await changed((manifest) => ({ ...manifest, validDomains: ['old.kommunen.se'] })) }),
        /^fault {2}package .*validDomains does not name idelotsen/,
      ],
      [
        '20 a package that is none',
        async () => {
          await writeFile(join(folder, 'none.zip'), 'PK');
          return findings({ file: join(folder, 'none.zip') });
        },
        /^fault {2}package .*is no app package/,
      ],
      [
        '21 a package that is not there',
        () => findings({ file: join(folder, 'lost.zip') }),
        /^fault {2}package .*cannot be read/,
      ],
      [
        '22 an organisation file that is no JSON',
        () => withOrganisation('{'),
        /^fault {2}organisation .*not valid JSON/,
      ],
      [
        '23 an organisation file with a fault',
        () => withOrganisation(JSON.stringify({ ...ownOrganisation(), goals: 'many' })),
        /^fault {2}organisation .*goals/,
      ],
      [
        '24 the example in production',
        () =>
          findings({
            config: { ...configuration({ ORGANISATION_FILE: '' }), environment: 'production' },
          }),
        /^fault {2}organisation .*is the example/,
      ],
      ['25 rows of a later release', withNewerRows, /^fault {2}rows .*People have rows above version/],
      ['26 sending that rests', withHalt, /^fault {2}messages .*an administrator has stopped the bot/],
      ['27 messages that have failed', withFailed, /^fault {2}messages .*1 messages have failed/],
      ['28 an owed message that nobody sends', withLate, /^fault {2}messages .*due for \d+ minutes/],
      [
        '29 no address at which pictures are found',
        () => findings({ config: configuration({ PUBLIC_URL: '' }) }),
        /^fault {2}configuration .*PUBLIC_URL is not set/,
      ],
    ])('%s', async (_what, finding, line) => {
      const lines = faultsIn(await finding()).map(lineOf);
      expect(lines).toContainEqual(expect.stringMatching(line));
      // Each says what to do.
      expect(lines.filter((one) => !one.includes(' → '))).toEqual([]);
    });

    it.each<[string, () => void, RegExp]>([
      [
        '30 a bot that is not ready',
        () => {
          botAnswers.ready = 503;
        },
        /readyz answers 503/,
      ],
      [
        '31 a bot that takes what nobody signed',
        () => {
          botAnswers.unsigned = 200;
        },
        /answers 200 to a message/,
      ],
    ])('%s', async (_what, plant, says) => {
      plant();
      expect(await ofBot(botUrl())).toMatchObject([{ state: 'fault', says: expect.stringMatching(says) }]);
    });

    it('32 a bot that does not answer', async () => {
      expect(await ofBot('http://127.0.0.1:9')).toMatchObject([
        { state: 'fault', says: expect.stringMatching(/does not answer/) },
      ]);
    });

    /** The faults of the address at which the bot should be. */
    async function ofBot(address: string): Promise<Finding[]> {
      const found: Finding[] = [];
      const config = { ...configuration(), publicUrl: address };
      const appPackage = { file: join(folder, 'app.zip'), named: false, release: version };
      for await (const one of examine({
        read: { ok: true, config },
        nodeVersion: 'v24',
        appPackage,
        probe: 'p',
        now: Date.now,
      }))
        if (one.area === 'address') found.push(one);
      return faultsIn(found);
    }
  });

  it('is content with a bot that answers, is ready and refuses what nobody has signed', async () => {
    const config = { ...configuration(), publicUrl: botUrl() };
    const appPackage = { file: join(folder, 'lost.zip'), named: false, release: version };
    const found: Finding[] = [];
    for await (const one of examine({
      read: { ok: true, config },
      nodeVersion: 'v20.1.0',
      appPackage,
      probe: 'p',
      now: Date.now,
    }))
      found.push(one);
    expect(found.filter(({ area }) => area === 'address').map(({ state }) => state)).toEqual(['good']);
    expect(found.find(({ area }) => area === 'package')).toMatchObject({ state: 'note' });
    expect(found[0]).toMatchObject({ state: 'note', todo: 'Node.js 24 is recommended.' });
  });

  describe('as a program', () => {
    const env = () => ({ AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString });

    it('ends with 1 where there are faults, one line each, also as JSON', async () => {
      const [plain, asJson] = await Promise.all([
        runProgram('doctor/doctor', [], env()),
        runProgram('doctor/doctor', ['--json'], env()),
      ]);
      expect(plain).toMatchObject({ code: 1, complained: '', said: expect.stringMatching(/One fault\.\n$/) });
      const lines = asJson.said
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.length).toBe(plain.said.trim().split('\n').length - 1);
      expect(lines.filter(({ state }) => state === 'fault').map(({ area }) => area)).toEqual(['people']);
    });

    it('tells of each problem of a configuration, with what to set and without what is secret', async () => {
      const { code, said } = await runProgram('doctor/doctor', [], {
        ...env(),
        ...{ MicrosoftAppId: APP, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: 'hemligt-ord' },
        METRICS_TOKEN: 'short',
      });
      expect(code).toBe(1);
      const faults = said.split('\n').filter((line) => line.startsWith('fault'));
      expect(faults).toEqual([
        expect.stringMatching(/^fault {2}configuration {2}MicrosoftAppTenantId is not set\. → Set it to/),
        expect.stringMatching(/^fault {2}configuration {2}METRICS_TOKEN is no token\. → Set it to/),
      ]);
      expect(said).not.toContain('hemligt-ord');
    });

    it('ends with 2 where it is not asked as it can be', async () => {
      expect(await runProgram('doctor/doctor', ['--no'], env())).toMatchObject({
        code: 2,
        said: '',
        complained: expect.stringMatching(/^Write npm run doctor/),
      });
    });
  });

  const nowhere =
    'DefaultEndpointsProtocol=http;AccountName=x;AccountKey=eA==;TableEndpoint=http://127.0.0.1:9/x;QueueEndpoint=http://127.0.0.1:9/x;BlobEndpoint=http://127.0.0.1:9/x;';

  /** The example with addresses of a real municipality's form. */
  function ownOrganisation() {
    return JSON.parse(JSON.stringify(exampleFile()).replaceAll('soderhamra.example', 'orten.se'));
  }

  async function packaged(): Promise<Uint8Array> {
    const made = await assembleAppPackage(join(__dirname, '../../../manifest'), {
      ...{ MicrosoftAppId: APP, BOT_DOMAIN: HOST, WEBSITE_URL: `https://${HOST}` },
      ...{ PRIVACY_URL: `https://${HOST}/p`, TERMS_URL: `https://${HOST}/t` },
    });
    if (!made.ok) throw new Error(made.problems.join('\n'));
    return made.zip;
  }

  async function changed(change: (manifest: Record<string, unknown>) => object): Promise<string> {
    const files = unzipSync(await packaged());
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    const file = join(folder, 'changed.zip');
    await writeFile(file, zipSync({ ...files, 'manifest.json': strToU8(JSON.stringify(change(manifest))) }));
    return file;
  }

  async function withOrganisation(text: string): Promise<Finding[]> {
    const file = join(folder, 'faulty.json');
    await writeFile(file, text);
    return findings({ config: configuration({ ORGANISATION_FILE: file }) });
  }

  async function withGraph(): Promise<Config> {
    const file = join(folder, 'graph.json');
    await writeFile(file, JSON.stringify({ ...ownOrganisation(), sources: { graph: {} } }));
    return configuration({ ORGANISATION_FILE: file });
  }

  async function withPublicPictures(): Promise<Finding[]> {
    const pictures = BlobServiceClient.fromConnectionString(azurite.connectionString).getContainerClient('pictures');
    await pictures.createIfNotExists();
    await pictures.setAccessPolicy('blob');
    const found = await findings();
    await pictures.setAccessPolicy();
    return found;
  }

  async function withNewerRows(): Promise<Finding[]> {
    await storage.people.createEntity({ partitionKey: 'soderhamra', rowKey: 'person|later', v: 99 });
    const found = await findings();
    await storage.people.deleteEntity('soderhamra', 'person|later');
    return found;
  }

  async function withHalt(): Promise<Finding[]> {
    const shared = openShared(storage, 'soderhamra');
    const at = '2026-11-24T09:00:00.000Z';
    await shared.change(HALT, () => ({ times: 2, since: at, until: at, why: 'disabled' }));
    const found = await findings();
    await shared.change(HALT, () => ({ times: 0, since: at, until: at }));
    return found;
  }

  const deliveries = () => openDeliveries(storage, 'soderhamra', () => 'mark');
  const message = (at: string) =>
    owed({ person: 'pABCDEFGH12345678', run: 'daily.2026-11-24' }, { kind: 'daily' }, at, at);

  async function withFailed(): Promise<Finding[]> {
    await deliveries().add([{ ...message('2026-11-24T09:00:00.000Z'), state: 'failed', reason: '400 BadArgument' }]);
    const found = await findings();
    await deliveries().removeAllOf('pABCDEFGH12345678');
    return found;
  }

  async function withLate(): Promise<Finding[]> {
    await deliveries().add([message(new Date(Date.now() - 3_600_000).toISOString())]);
    const found = await findings();
    await deliveries().removeAllOf('pABCDEFGH12345678');
    return found;
  }

  it('says in which version rows are written, by the leases of those who run', async () => {
    const shared = openShared(storage, 'soderhamra');
    const until = Date.now() + 60_000;
    await shared.change<Shares>(RATE, () => ({
      one: { perSecond: 20, until, reads: 2 },
      two: { perSecond: 20, until },
    }));
    const rows = (await findings()).find(({ area }) => area === 'rows');
    expect(rows?.says).toBe('2 instances run; rows are written in version 1, and read up to 2.');
  });
});
