import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { identitiesJsonSchema } from '../../dev/generators/identities-schema';
import { readConfig, readProcessConfig } from '../../src/config/config.js';
import { identitiesSchema } from '../../src/config/identities-file';
import type { AppIdentity } from '../../src/teams/identity';

const guid = '2f6d3c1e-8a4b-4c7d-9e10-5b6a7c8d9e0f';
const app = {
  MicrosoftAppId: guid,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: guid,
  MicrosoftAppPassword: 'hemlig-nyckel',
};
const storage = 'DefaultEndpointsProtocol=https;AccountName=orten;AccountKey=aGVtbGln;EndpointSuffix=core.windows.net';
const other = '3a7e4d2f-9b5c-4d8e-af21-6c7b8d9e0f1a';
const third = '4b8f5e30-ac6d-4e9f-b032-7d8c9e0f1a2b';
const multiTenant = { ...app, MicrosoftAppType: 'MultiTenant' };
const thumbprint = '0123456789abcdef0123456789ABCDEF01234567';
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
}) as string;
const certified = {
  ...app,
  MicrosoftAppPassword: '',
  CertificateThumbprint: thumbprint,
  CertificatePrivateKey: privateKey,
};
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
      storage: { connectionString: 'UseDevelopmentStorage=true' },
      organisationFile: resolve('config/organisation.example.json'),
      logLevel: 'info',
      deliveryRate: 40,
      identity: { kind: 'none' },
      guests: false,
      metrics: 'open',
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

  describe('of a bot that is others to companies with a tenant of their own', () => {
    const company = { name: 'bolaget', appId: other, tenantId: other, passwordFrom: 'BOLAGET_PASSWORD' };
    const withFile = (content: unknown, more: object = {}) => {
      const path = join(mkdtempSync(join(tmpdir(), 'identities-')), 'identities.json');
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return { ...production, IDENTITIES: path, BOLAGET_PASSWORD: 'dold', BOLAGET_KEY: privateKey, ...more };
    };

    it('knows each with its own secret or certificate, for its own tenant only, and the first one as before', () => {
      const certificate = { thumbprint, privateKeyFrom: 'BOLAGET_KEY' };
      const energy = {
        ...company,
        passwordFrom: undefined,
        certificate,
        name: 'energi',
        appId: third,
        tenantId: third,
      };
      const { identity, otherIdentities } = configOf(withFile({ identities: [company, energy] }));
      expect(identity).toEqual(configOf(production).identity);
      const { serviceOrigins, keysAt } = identity as AppIdentity;
      const both = { ...({ kind: 'app', appType: 'SingleTenant' } as const), serviceOrigins, keysAt };
      expect(otherIdentities).toEqual([
        { ...both, name: 'bolaget', appId: other, tenantId: other, tenants: [other], password: 'dold' },
        {
          ...{ ...both, name: 'energi', appId: third, tenantId: third, tenants: [third] },
          certificate: { thumbprint, privateKey: privateKey.trim() },
        },
      ]);
    });

    it.each<[what: string, content: unknown, more: object, problem: RegExp]>([
      ['no JSON', '{', {}, /is no JSON/],
      ['no list', {}, {}, /identities: This is missing/],
      [
        'a name with a slash',
        { identities: [{ ...company, name: 'a/b' }] },
        {},
        /identities\[0\]\.name: Write at most 40/,
      ],
      ['no id', { identities: [{ ...company, appId: 'x' }] }, {}, /identities\[0\]\.appId: Write an id/],
      ['an unknown key', { identities: [{ ...company, password: 'dold' }] }, {}, /\.password: There is no such key/],
      ['the municipality’s own app', { identities: [{ ...company, appId: guid }] }, {}, /\.appId: Another identity/],
      ['the municipality’s own tenant', { identities: [{ ...company, tenantId: guid }] }, {}, /\.tenantId: Another/],
      ['one twice', { identities: [company, company] }, {}, /identities\[1\]\.name: Another identity/],
      ['no proof', { identities: [{ ...company, passwordFrom: undefined }] }, {}, /Write one of passwordFrom and/],
      ['a secret that is not set', { identities: [company] }, { BOLAGET_PASSWORD: '' }, /BOLAGET_PASSWORD is not set/],
    ])('and says what is wrong with %s, without a secret', (_what, content, more, problem) => {
      const problems = problemsOf(withFile(content, more));
      expect(problems).toContainEqual(expect.stringMatching(problem));
      expect(problems.join()).not.toContain('dold');
    });

    it('and needs the file, and who it is to the municipality', () => {
      expect(problemsOf({ ...production, IDENTITIES: '/nowhere.json' })).toEqual([
        '/nowhere.json (IDENTITIES): it cannot be read (ENOENT).',
      ]);
      expect(problemsOf({ IDENTITIES: '/nowhere.json' })).toEqual([expect.stringMatching(/MicrosoftAppId is not/)]);
    });

    it('in a file with a schema for editors (write it anew with npm run write:identities-schema), as the example', () => {
      const read = (name: string) => JSON.parse(readFileSync(resolve('config', name), 'utf8'));
      expect(read('identities.schema.json')).toEqual(JSON.parse(JSON.stringify(identitiesJsonSchema())));
      expect(identitiesSchema.safeParse(read('identities.example.json')).error).toBeUndefined();
    });
  });

  it('listens on every address in production, with the identity of a single-tenant app', () => {
    expect(configOf(production)).toMatchObject({
      environment: 'production',
      host: '0.0.0.0',
      storage: { connectionString: storage },
      identity: {
        kind: 'app',
        appId: guid,
        appType: 'SingleTenant',
        tenantId: guid,
        password: 'hemlig-nyckel',
        tenants: [guid],
        serviceOrigins: ['https://smba.trafficmanager.net'],
        keysAt: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      },
    });
  });

  it('needs no password for a managed identity, and keeps none', () => {
    const managed = { ...production, MicrosoftAppType: 'UserAssignedMsi' };
    const { identity } = configOf(managed);
    expect(identity).toMatchObject({ kind: 'app', appId: guid, appType: 'UserAssignedMsi', tenantId: guid });
    expect(identity).not.toHaveProperty('password');
    expect(configOf({ ...managed, MicrosoftAppPassword: undefined }).identity).toEqual(identity);
  });

  it('takes an empty variable as one that is not set', () => {
    expect(configOf({ PORT: '', HOST: ' ', MicrosoftAppId: '', MicrosoftAppType: '', NODE_ENV: '' })).toEqual(
      configOf({}),
    );
  });

  it.each(['\\\\.\\pipe\\3f8c', '\\\\?\\pipe\\3f8c-6d1', '/run/idelotsen/bot.sock'])(
    'takes the pipe %s as a port',
    (PORT) => {
      expect(configOf({ ...production, PORT }).port).toBe(PORT);
      expect(configOf({ PORT }).port).toBe(PORT);
    },
  );

  it('takes the address at which Teams reaches it, or the host that the package names', () => {
    const publicUrl = (env: Record<string, string>) => configOf({ ...production, ...env }).publicUrl;
    expect(publicUrl({})).toBeUndefined();
    expect(publicUrl({ PUBLIC_URL: 'https://Idelotsen.kommunen.se/' })).toBe('https://idelotsen.kommunen.se');
    expect(publicUrl({ PUBLIC_URL: 'https://proxy.kommunen.se/idelotsen/' })).toBe(
      'https://proxy.kommunen.se/idelotsen',
    );
    expect(publicUrl({ BOT_DOMAIN: 'idelotsen.kommunen.se' })).toBe('https://idelotsen.kommunen.se');
    expect(publicUrl({ BOT_DOMAIN: '{{BOT_DOMAIN}}' })).toBeUndefined();
    expect(publicUrl({ BOT_DOMAIN: 'a.kommunen.se', PUBLIC_URL: 'https://b.kommunen.se' })).toBe(
      'https://b.kommunen.se',
    );
    expect(configOf({ PUBLIC_URL: 'http://localhost:3978' }).publicUrl).toBe('http://localhost:3978');
  });

  it('takes port 0 as any free port', () => expect(configOf({ PORT: '0' }).port).toBe(0));

  it('may use a multi-tenant app with a list of tenants, and then takes those and no others', () => {
    const { identity } = configOf({ ...multiTenant, ALLOWED_TENANTS: ` ${other.toUpperCase()} , ${guid},` });
    expect(identity).toMatchObject({ appType: 'MultiTenant', tenants: [other, guid] });
  });

  it('may prove itself with a certificate, whose key may be written on one line', () => {
    for (const CertificatePrivateKey of [privateKey, privateKey.replaceAll('\n', '\\n')]) {
      expect(configOf({ ...certified, CertificatePrivateKey }).identity).toMatchObject({
        certificate: { thumbprint, privateKey: privateKey.trim() },
      });
    }
  });

  it('may name more hosts of Teams, and always over https', () => {
    expect(configOf({ ...production, SERVICE_HOSTS: 'smba.infra.gcc.teams.microsoft.com' }).identity).toMatchObject({
      serviceOrigins: ['https://smba.trafficmanager.net', 'https://smba.infra.gcc.teams.microsoft.com'],
    });
  });

  it('lets guests in only when told so', () => {
    expect(configOf({ ALLOW_GUESTS: 'yes' }).guests).toBe(true);
    expect(configOf({ ALLOW_GUESTS: 'no' }).guests).toBe(false);
  });

  it('shows metrics in production to nobody, or to whoever has the token', () => {
    const token = 'abcdefghij-0123456789';
    expect(configOf(production).metrics).toBe('closed');
    expect(configOf({ ...production, METRICS_TOKEN: token }).metrics).toEqual({ token });
  });

  it('may reach storage by a managed identity: the machine’s, a named one, or the bot’s own', () => {
    const named = { ...production, AZURE_STORAGE_CONNECTION_STRING: '', AZURE_STORAGE_ACCOUNT: 'orten' };
    expect(configOf(named).storage).toEqual({ account: 'orten' });
    expect(configOf({ ...named, AZURE_CLIENT_ID: other }).storage).toEqual({ account: 'orten', clientId: other });
    const managed = { ...named, MicrosoftAppType: 'UserAssignedMsi' };
    expect(configOf(managed).storage).toEqual({ account: 'orten', clientId: guid });
    expect(configOf({ ...managed, AZURE_CLIENT_ID: other }).storage).toEqual({ account: 'orten', clientId: other });
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
      'for a multi-tenant app without a list of tenants, in production',
      { ...production, MicrosoftAppType: 'MultiTenant' },
      /^ALLOWED_TENANTS is not set.*2025-07-31.*SingleTenant or UserAssignedMsi/,
    ],
    ['for a multi-tenant app without one, in development', multiTenant, /^ALLOWED_TENANTS is not set/],
    ['for every tenant there is', { ...multiTenant, ALLOWED_TENANTS: '*' }, /^ALLOWED_TENANTS has "\*"/],
    ['for a list with a name', { ...multiTenant, ALLOWED_TENANTS: `${guid},orten` }, /^ALLOWED_TENANTS has "orten"/],
    [
      'for more tenants than a single-tenant app has',
      { ...production, ALLOWED_TENANTS: guid },
      /^ALLOWED_TENANTS is for MultiTenant only/,
    ],
    ['with a secret and a certificate', { ...certified, MicrosoftAppPassword: 'x' }, /are both set: keep one/],
    ['without a thumbprint', { ...certified, CertificateThumbprint: '' }, /^CertificateThumbprint is not set/],
    ['for a short thumbprint', { ...certified, CertificateThumbprint: 'ab:cd' }, /^CertificateThumbprint is "ab:cd"/],
    ['without the certificate’s key', { ...certified, CertificatePrivateKey: '' }, /^CertificatePrivateKey is no/],
    ['for a key that is none', { ...certified, CertificatePrivateKey: 'hemlig' }, /^CertificatePrivateKey is no/],
    ['for an address as a host', { ...app, SERVICE_HOSTS: 'https://teams.example/' }, /^SERVICE_HOSTS has "https:/],
    ['for every host of a name', { ...app, SERVICE_HOSTS: '*.teams.example' }, /^SERVICE_HOSTS has "\*/],
    ['for a host by its number', { ...app, SERVICE_HOSTS: '10.0.0.4' }, /^SERVICE_HOSTS has "10/],
    ['for a host of this machine', { ...app, SERVICE_HOSTS: 'localhost' }, /^SERVICE_HOSTS has "localhost"/],
    ['for a host of the network', { ...app, SERVICE_HOSTS: 'teams.internal' }, /^SERVICE_HOSTS has "teams/],
    [
      'for a switch that is neither on nor off',
      { ALLOW_GUESTS: 'true' },
      /^ALLOW_GUESTS is "true": set it to yes or no/,
    ],
    ['for a token that can be guessed', { METRICS_TOKEN: 'idelotsen' }, /^METRICS_TOKEN is no token/],
    [
      'for storage by name and by key',
      { ...production, AZURE_STORAGE_ACCOUNT: 'orten' },
      /^AZURE_STORAGE_ACCOUNT and AZURE_STORAGE_CONNECTION_STRING are both set/,
    ],
    [
      'for an account that is an address',
      { AZURE_STORAGE_ACCOUNT: 'orten.evil.example/' },
      /^AZURE_STORAGE_ACCOUNT is "orten/,
    ],
    ['for an identity by name', { AZURE_STORAGE_ACCOUNT: 'orten', AZURE_CLIENT_ID: 'boten' }, /^AZURE_CLIENT_ID is/],
    [
      'for storage without encryption in production',
      { ...production, AZURE_STORAGE_CONNECTION_STRING: storage.replace('https', 'http') },
      /without encryption/,
    ],
    [
      'for storage of development in production',
      { ...production, AZURE_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true' },
      /without encryption/,
    ],
    [
      'for half a connection string',
      { ...production, AZURE_STORAGE_CONNECTION_STRING: 'AccountName=orten;AccountKey=aGVtbGln' },
      /^AZURE_STORAGE_CONNECTION_STRING is no/,
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
    ...['idelotsen.kommunen.se', 'https://u:hemlig@kommunen.se', 'https://kommunen.se?x=1', 'ftp://kommunen.se'].map(
      (PUBLIC_URL): [string, Record<string, string>, RegExp] => [
        `for ${PUBLIC_URL} as an address`,
        { PUBLIC_URL },
        /^PUBLIC_URL is no address(?!.*hemlig)/,
      ],
    ),
    ['for an address without encryption', { ...production, PUBLIC_URL: 'http://kommunen.se' }, /^PUBLIC_URL is no/],
    ['for a port that is a word', { PORT: 'http' }, /^PORT /],
    ['for a pipe without a name', { PORT: '\\\\.\\pipe\\' }, /^PORT /],
    ['for a pipe of another machine', { PORT: '\\\\elsewhere\\pipe\\x' }, /^PORT /],
    [
      'without an app id, on the pipe of a web server that the world reaches',
      { PORT: '\\\\.\\pipe\\3f8c', WEBSITE_SITE_NAME: 'idelotsen' },
      /^PORT is ".*pipe.* MicrosoftAppId is not set/,
    ],
    ['for a port that is too high', { PORT: '65536' }, /^PORT /],
    ['for half a port', { PORT: '39.78' }, /^PORT /],
  ])('%s', (_why, env, says) => {
    expect(problemsOf(env)).toEqual([expect.stringMatching(says)]);
  });

  it.each([
    storage.replace('https', 'HTTP'),
    storage.replace('=https', ' = http '),
    storage.replace('Default', 'default').replace('https', 'http'),
    `${storage};BlobEndpoint=http://orten.blob.core.windows.net`,
    `${storage};TableEndpoint=HTTP://orten.table.core.windows.net`,
    `${storage};QueueEndpoint= http://orten.queue.core.windows.net`,
    `${storage};queueendpoint=http://orten.queue.core.windows.net`,
    'BlobEndpoint=https://b.example;QueueEndpoint=http://q.example;TableEndpoint=https://t.example;SharedAccessSignature=sv=1',
    'usedevelopmentstorage=TRUE',
    'UseDevelopmentStorage=true;DevelopmentStorageProxyUri=https://proxy.example',
    'DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=aGVtbGln;TableEndpoint=http://azurite:10002/devstoreaccount1',
  ])('in production for storage without encryption, spelled %s', (text) => {
    const env = { ...production, AZURE_STORAGE_CONNECTION_STRING: text };
    expect(problemsOf(env)).toEqual([expect.stringMatching(/without encryption/)]);
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
