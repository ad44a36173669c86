import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig, readProcessConfig } from '../src/config.js';

const guid = '2f6d3c1e-8a4b-4c7d-9e10-5b6a7c8d9e0f';
const app = {
  MicrosoftAppId: guid,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: guid,
  MicrosoftAppPassword: 'hemlig-nyckel',
};
const storage = 'DefaultEndpointsProtocol=https;AccountName=orten;AccountKey=aGVtbGln;EndpointSuffix=core.windows.net';
const production = { NODE_ENV: 'production', AZURE_STORAGE_CONNECTION_STRING: storage, ...app };

const configOf = (env: Record<string, string | undefined>) => {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.config;
};
const problemsOf = (env: Record<string, string | undefined>) => {
  const read = readConfig(env);
  return read.ok ? [] : read.problems;
};

describe('a configuration', () => {
  it('needs nothing for a try on one’s own machine', () => {
    expect(configOf({})).toEqual({
      environment: 'development',
      host: '127.0.0.1',
      port: 3978,
      storageConnectionString: 'UseDevelopmentStorage=true',
      organisationFile: resolve('config/organisation.example.json'),
      logLevel: 'info',
      deliveryRate: 40,
      identity: { kind: 'none' },
    });
  });

  it('says how many messages a second may go out, within reason', () => {
    expect(configOf({ DELIVERY_RATE: '25' }).deliveryRate).toBe(25);
    for (const value of ['0', '-1', '1.5', 'many', '1001', '99999']) {
      expect(problemsOf({ DELIVERY_RATE: value })).toEqual([
        expect.stringMatching(/^DELIVERY_RATE is .* 1 to 1000\.$/),
      ]);
    }
  });

  it('listens on every address in production, with the identity of a single-tenant app', () => {
    expect(configOf(production)).toMatchObject({
      environment: 'production',
      host: '0.0.0.0',
      storageConnectionString: storage,
      identity: { kind: 'app', appId: guid, appType: 'SingleTenant', tenantId: guid, password: 'hemlig-nyckel' },
    });
  });

  it('needs no password for a managed identity, and keeps none', () => {
    const identity = { kind: 'app', appId: guid, appType: 'UserAssignedMsi', tenantId: guid };
    const managed = { ...production, MicrosoftAppType: 'UserAssignedMsi' };
    expect(configOf(managed).identity).toEqual(identity);
    expect(configOf({ ...managed, MicrosoftAppPassword: undefined }).identity).toEqual(identity);
  });

  it('takes an empty variable as one that is not set', () => {
    expect(configOf({ PORT: '', HOST: ' ', MicrosoftAppId: '', MicrosoftAppType: '', NODE_ENV: '' })).toEqual(
      configOf({}),
    );
  });

  it('takes port 0 as any free port', () => expect(configOf({ PORT: '0' }).port).toBe(0));

  it('may use a multi-tenant app in development', () => {
    expect(configOf({ ...app, MicrosoftAppType: 'MultiTenant' }).identity).toMatchObject({ appType: 'MultiTenant' });
  });

  it('may listen anywhere once it has an app id', () =>
    expect(configOf({ ...app, HOST: '0.0.0.0' }).host).toBe('0.0.0.0'));

  it.each(['127.0.0.1', '127.8.9.10', '::1', 'localhost', 'LOCALHOST'])(
    'without an app id may listen on %s',
    (HOST) => {
      expect(configOf({ HOST, NODE_ENV: 'test' }).identity).toEqual({ kind: 'none' });
    },
  );
});

describe('the start is refused', () => {
  it.each<[why: string, env: Record<string, string>, says: RegExp]>([
    [
      'without an app id, on every address',
      { HOST: '0.0.0.0' },
      /^HOST .* set HOST to 127\.0\.0\.1, or set MicrosoftAppId/,
    ],
    ['without an app id, on every IPv6 address', { HOST: '::' }, /^HOST /],
    ['without an app id, on an address of the network', { HOST: '10.0.0.4' }, /^HOST /],
    ['without an app id, on a name that only begins like this machine', { HOST: '127.0.0.1.orten.example' }, /^HOST /],
    ['without an app id, in a test on every address', { HOST: '0.0.0.0', NODE_ENV: 'test' }, /^HOST /],
    ['with a password for no app', { MicrosoftAppPassword: 'x' }, /set MicrosoftAppId too/],
    [
      'for an unknown app type in development',
      { MicrosoftAppType: 'singletenant' },
      /^MicrosoftAppType .*SingleTenant, UserAssignedMsi or MultiTenant/,
    ],
    [
      'for an unknown app type in a test',
      { ...app, NODE_ENV: 'test', MicrosoftAppType: 'Single' },
      /^MicrosoftAppType /,
    ],
    ['for an unknown app type in production', { ...production, MicrosoftAppType: 'Msi' }, /^MicrosoftAppType /],
    [
      'for a multi-tenant app in production',
      { ...production, MicrosoftAppType: 'MultiTenant' },
      /2025-07-31.*SingleTenant or UserAssignedMsi/,
    ],
    ['without an app type', { ...app, MicrosoftAppType: '' }, /^MicrosoftAppType is not set/],
    ['without a tenant', { ...production, MicrosoftAppTenantId: '' }, /^MicrosoftAppTenantId is not set/],
    ['without a password', { ...production, MicrosoftAppPassword: '' }, /^MicrosoftAppPassword is not set/],
    ['for an app id that is none', { ...app, MicrosoftAppId: 'idelotsen' }, /^MicrosoftAppId .*GUID/],
    ['for a tenant that is a name', { ...app, MicrosoftAppTenantId: 'orten.example' }, /^MicrosoftAppTenantId .*GUID/],
    [
      'without storage in production',
      { ...production, AZURE_STORAGE_CONNECTION_STRING: '' },
      /^AZURE_STORAGE_CONNECTION_STRING is not set/,
    ],
    [
      'for storage that is an address',
      { AZURE_STORAGE_CONNECTION_STRING: 'https://orten.example' },
      /^AZURE_STORAGE_CONNECTION_STRING is no/,
    ],
    [
      'for an unknown environment',
      { NODE_ENV: 'prod' },
      /^NODE_ENV is "prod": set it to development, production or test/,
    ],
    ['for an unknown log level', { LOG_LEVEL: 'verbose' }, /^LOG_LEVEL .*or silent/],
    ['for a port that is a word', { PORT: 'http' }, /^PORT /],
    ['for a port that is too high', { PORT: '65536' }, /^PORT /],
    ['for half a port', { PORT: '39.78' }, /^PORT /],
  ])('%s', (_why, env, says) => {
    expect(problemsOf(env)).toEqual([expect.stringMatching(says)]);
  });

  it('in production for everything that is missing, at once', () => {
    const problems = problemsOf({ NODE_ENV: 'production', PORT: 'x', LOG_LEVEL: 'y' });
    for (const name of [...Object.keys(app), 'AZURE_STORAGE_CONNECTION_STRING', 'PORT', 'LOG_LEVEL']) {
      expect(problems.filter((problem) => problem.startsWith(`${name} is `))).toHaveLength(1);
    }
  });

  it('without repeating what is secret', () => {
    const problems = problemsOf({
      ...app,
      MicrosoftAppId: 'x',
      AZURE_STORAGE_CONNECTION_STRING: 'AccountNyckel=aGVtbGln',
    });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toMatch(/hemlig|aGVtbGln/);
  });
});

describe('this process', () => {
  const start = process.cwd();
  const before = process.env;
  afterEach(() => {
    process.chdir(start);
    process.env = before;
  });

  it('reads .env where it was started, and its environment goes before it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'idelotsen-'));
    writeFileSync(join(folder, '.env'), 'PORT=4001\nLOG_LEVEL=debug\n');
    process.chdir(folder);
    process.env = { PORT: '4002' };
    expect(readProcessConfig()).toMatchObject({ ok: true, config: { port: 4002, logLevel: 'debug' } });
    expect(process.env).toEqual({ PORT: '4002' });
  });
});
