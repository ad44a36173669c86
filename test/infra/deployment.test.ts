import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ArmTemplate } from '../../dev/generators/arm/compile';
import { engines, scripts } from '../../package.json';

const ROOT = join(__dirname, '../..');
const textOf = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const arm: ArmTemplate = JSON.parse(textOf('infra/azuredeploy.json'));

describe('the Dockerfile', () => {
  /** Instructions with their lines joined, and no comments. */
  const instructions = textOf('Dockerfile')
    .replace(/^#.*$/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [word = '', ...rest] = line.trim().split(/\s+/);
      return { word, rest: rest.join(' ') };
    });
  const of = (word: string) => instructions.filter((one) => one.word === word).map(({ rest }) => rest);
  const last = instructions.slice(instructions.findLastIndex(({ word }) => word === 'FROM'));
  const ofLast = (word: string) => last.filter((one) => one.word === word).map(({ rest }) => rest);

  it('is of instructions that there are, beginning with FROM', () => {
    const known = /^(FROM|WORKDIR|COPY|RUN|ENV|USER|EXPOSE|HEALTHCHECK|CMD)$/;
    expect(instructions.filter(({ word }) => !known.test(word))).toEqual([]);
    expect(instructions[0]?.word).toBe('FROM');
  });

  it('builds in one stage and runs in another, both on Node.js 24 as .node-version says, with a version that is named', () => {
    expect(of('FROM')).toEqual(['node:24-bookworm-slim AS build', 'node:24-bookworm-slim']);
    expect(textOf('.node-version').trim()).toBe('24');
    expect(of('COPY').filter((one) => one.startsWith('--from=') && !one.startsWith('--from=build '))).toEqual([]);
  });

  it('installs what the lockfile says, leaves out what only builds, and writes the list of the rest', () => {
    const run = of('RUN').join(' && ');
    expect(run).toContain('npm ci');
    expect(run).toMatch(
      /npm prune --omit=dev .* && npm pkg delete devDependencies && npm sbom --sbom-format=cyclonedx > sbom\.cdx\.json$/,
    );
    expect(ofLast('COPY')[0]).toContain('/app/sbom.cdx.json');
    expect(run).not.toMatch(/curl|wget|apt-get|sudo|chmod 777/);
    expect(scripts).toHaveProperty('build');
  });

  it('runs as nobody who owns anything, with what Node is given as a list, and says how it is', () => {
    expect(ofLast('USER')).toEqual(['node']);
    expect(ofLast('COPY').filter((one) => one.includes('--chown'))).toEqual([]);
    expect(JSON.parse(ofLast('CMD')[0] ?? '')).toEqual(['node', 'dist/main.js']);
    const [check = ''] = ofLast('HEALTHCHECK');
    const [, command = ''] = /CMD (\[.*\])$/.exec(check) ?? [];
    expect(JSON.parse(command)[2]).toContain('/healthz');
    expect(ofLast('ENV').join(' ')).toContain('NODE_ENV=production');
    expect(ofLast('ENV').join(' ')).not.toMatch(/PASSWORD|SECRET|KEY|TOKEN/i);
  });

  it('copies what is there, and nothing that .dockerignore leaves out', () => {
    const [everything, ...kept] = textOf('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(everything).toBe('*');
    const sources = of('COPY')
      .filter((one) => !one.startsWith('--from'))
      .flatMap((one) => one.split(' ').slice(0, -1));
    expect(sources.filter((one) => !existsSync(join(ROOT, one)))).toEqual([]);
    expect(kept.map((one) => one.slice(1)).sort()).toEqual([...sources].sort());
  });

  // What the program reads beside itself, at run time.
  it('has all that the program reads beside dist/', () => {
    const copied = ofLast('COPY').join(' ');
    for (const folder of ['cards', 'config', 'package.json']) expect(copied).toContain(folder);
  });
});

describe('compose.yaml', () => {
  const compose = parse(textOf('compose.yaml')) as {
    services: Record<string, Record<string, unknown>>;
    volumes: object;
  };

  it('runs the production image with Azurite', () => {
    expect(Object.keys(compose.services)).toEqual(['storage', 'bot']);
    const { version } = JSON.parse(textOf('node_modules/azurite/package.json'));
    expect(compose.services.storage?.image).toBe(`mcr.microsoft.com/azure-storage/azurite:${version}`);
    expect(compose.services.storage?.command).toContain('--disableTelemetry');
    expect(compose.services.bot).toMatchObject({
      build: '.',
      depends_on: { storage: { condition: 'service_healthy' } },
    });
  });

  it('gives the bot a file system that it cannot write, no rights, and nobody from outside', () => {
    expect(compose.services.bot).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      environment: { HOST: '127.0.0.1' },
    });
    const { ports } = compose.services.storage as { ports: string[] };
    expect(ports.every((one) => one.startsWith('127.0.0.1:'))).toBe(true);
  });
});

describe('azure.yaml', () => {
  it('names what azd deploys: the template and the service that carries its tag', () => {
    const { infra, services } = parse(textOf('azure.yaml'));
    expect(existsSync(join(ROOT, infra.path, `${infra.module}.bicep`))).toBe(true);
    expect(services).toEqual({ bot: { project: '.', language: 'ts', host: 'appservice' } });
    expect(arm.resources.flatMap(({ tags }) => (tags ? [tags] : []))).toEqual([{ 'azd-service-name': 'bot' }]);
  });

  it.each(['main.parameters.json', 'azuredeploy.parameters.json'])(
    'infra/%s names parameters that there are',
    (file) => {
      const { parameters } = JSON.parse(textOf(`infra/${file}`));
      expect(Object.keys(parameters).filter((name) => !(name in arm.parameters))).toEqual([]);
    },
  );
});

describe('m365agents.yml', () => {
  interface Action {
    uses: string;
    with: Record<string, unknown>;
    env?: Record<string, string>;
    writeToEnvironmentFile?: Record<string, string>;
  }
  const file = parse(textOf('m365agents.yml')) as Record<'provision' | 'deploy' | 'publish', Action[]> & {
    version: string;
  };
  const actions = [...file.provision, ...file.deploy, ...file.publish];

  it('has the steps of the toolkit, in their order', () => {
    expect(file.version).toBe('v1.9');
    expect(actions.map(({ uses }) => uses)).toEqual([
      'teamsApp/create',
      'arm/deploy',
      'script',
      'teamsApp/validateAppPackage',
      'teamsApp/update',
      'azureAppService/zipDeploy',
      'teamsApp/publishAppPackage',
    ]);
  });

  it('asks for nothing that nobody gives: what a step before it writes, an output of the template, or what the operator says', () => {
    const written = actions.flatMap(({ writeToEnvironmentFile = {} }) => Object.values(writeToEnvironmentFile));
    const said = ['AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP_NAME', 'WEBSITE_URL', 'PRIVACY_URL', 'TERMS_URL'];
    const asked = [...JSON.stringify(actions).matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
    expect(
      [...new Set(asked)].filter((name) => ![...written, ...Object.keys(arm.outputs), ...said].includes(name)),
    ).toEqual([]);
  });

  it('names files and scripts that there are', () => {
    const [, deploy, make] = file.provision;
    const { templates } = (deploy?.with ?? { templates: [] }) as { templates: { path: string; parameters: string }[] };
    expect(templates).toHaveLength(1);
    for (const { path, parameters } of templates) {
      expect(existsSync(join(ROOT, path))).toBe(true);
      expect(existsSync(join(ROOT, parameters))).toBe(true);
    }
    expect(make?.with.run).toContain('npm run package');
    expect(scripts).toHaveProperty('package');
    expect(existsSync(join(ROOT, String(file.deploy[0]?.with.ignoreFile)))).toBe(true);
  });

  it('sends nothing that is secret, or that the bot does not need to be built', () => {
    const ignored = textOf('.webappignore').split('\n').filter(Boolean);
    for (const name of ['.env', 'env', '.git', 'node_modules', 'test']) expect(ignored).toContain(name);
    for (const name of ['src', 'cards', 'config', 'package.json', 'package-lock.json', 'tsconfig.build.json'])
      expect(ignored).not.toContain(name);
  });
});

test('what is said of Node.js agrees: 20 and later run it', () => {
  expect(engines.node).toBe('>=20');
});
