import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { assembleAppPackage } from '../../dev/packaging/assemble';
import { version } from '../../package.json';
import { MUNICIPALITY } from '../../testing/manifest/municipality';

const ROOT = join(__dirname, '..', '..');
const MANIFEST = join(ROOT, 'manifest');

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'idelotsen-package-'));
});
afterEach(() => rmSync(scratch, { recursive: true }));

async function unpacked(env: Record<string, string>): Promise<Record<string, Uint8Array>> {
  const made = await assembleAppPackage(MANIFEST, env);
  if (!made.ok) throw new Error(made.problems.join('\n'));
  return unzipSync(made.zip);
}

async function problems(env: Record<string, string | undefined>, folder = MANIFEST): Promise<string[]> {
  const made = await assembleAppPackage(folder, env);
  return made.ok ? [] : made.problems;
}

describe('an app package with a municipality’s own values', () => {
  it('has the manifest, both languages and both icons at its root, and nothing else', async () => {
    expect(Object.keys(await unpacked(MUNICIPALITY)).sort()).toEqual(
      ['color.png', 'en.json', 'manifest.json', 'outline.png', 'sv.json'].sort(),
    );
  });

  it('has every value in its place and no placeholder left', async () => {
    const files = await unpacked(MUNICIPALITY);
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(manifest).toMatchObject({
      version,
      id: MUNICIPALITY.TEAMS_APP_ID,
      developer: {
        name: MUNICIPALITY.DEVELOPER_NAME,
        websiteUrl: MUNICIPALITY.WEBSITE_URL,
        privacyUrl: MUNICIPALITY.PRIVACY_URL,
        termsOfUseUrl: MUNICIPALITY.TERMS_URL,
      },
      bots: [{ botId: MUNICIPALITY.MicrosoftAppId }],
      validDomains: [MUNICIPALITY.BOT_DOMAIN],
    });
    for (const file of ['manifest.json', 'sv.json', 'en.json']) {
      expect(strFromU8(files[file] ?? new Uint8Array())).not.toContain('{{');
    }
  });

  it('takes the bot’s id for the app and the product’s name for the publisher when they are left out', async () => {
    const files = await unpacked({ ...MUNICIPALITY, TEAMS_APP_ID: '', DEVELOPER_NAME: '' });
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toMatchObject({
      id: MUNICIPALITY.MicrosoftAppId,
      developer: { name: 'Idélotsen' },
    });
  });

  it('has the same bytes every time it is made from the same values', async () => {
    expect(await assembleAppPackage(MANIFEST, MUNICIPALITY)).toEqual(await assembleAppPackage(MANIFEST, MUNICIPALITY));
  });
});

describe('an app package is refused', () => {
  it('with one sentence for each value that is not set', async () => {
    const told = await problems({});
    expect(told.map((problem) => problem.split(' is not set: ')[0])).toEqual([
      'MicrosoftAppId',
      'BOT_DOMAIN',
      'WEBSITE_URL',
      'PRIVACY_URL',
      'TERMS_URL',
    ]);
    for (const problem of told) expect(problem).toMatch(/^\S.*\.$/);
  });

  it.each([
    ['MicrosoftAppId', '{{MicrosoftAppId}}'],
    ['MicrosoftAppId', '00000000-0000-0000-0000-000000000000'],
    ['MicrosoftAppId', '12345678-1234-1234-1234-123456789012'],
    ['MicrosoftAppId', 'idelotsen'],
    ['TEAMS_APP_ID', '<your app id>'],
    ['BOT_DOMAIN', '{{BOT_DOMAIN}}'],
    ['BOT_DOMAIN', 'https://idelotsen.kommunen.se'],
    ['BOT_DOMAIN', 'idelotsen.kommunen.se/api'],
    ['BOT_DOMAIN', 'idelotsen.kommunen.se:3978'],
    ['BOT_DOMAIN', '*.kommunen.se'],
    ['BOT_DOMAIN', 'idélotsen.se'],
    ['BOT_DOMAIN', 'localhost'],
    ['BOT_DOMAIN', '10.0.0.7'],
    ['BOT_DOMAIN', 'bot.example.com'],
    ['WEBSITE_URL', 'http://kommunen.se/hjalp'],
    ['WEBSITE_URL', 'https://localhost/hjalp'],
    ['PRIVACY_URL', 'https://{{BOT_DOMAIN}}/privacy'],
    ['PRIVACY_URL', 'https://www.example.com/privacy'],
    ['TERMS_URL', 'kommunen.se/villkor'],
    ['DEVELOPER_NAME', '{{DEVELOPER_NAME}}'],
    ['DEVELOPER_NAME', 'Kommunens avdelning för innovation'],
  ])('when %s is %s', async (name, value) => {
    expect(await problems({ ...MUNICIPALITY, [name]: value })).toEqual([
      expect.stringContaining(`${name} is "${value}": it must be `),
    ]);
  });

  const changed = (file: string, change: (text: string) => string) => () => {
    const path = join(scratch, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  const redrawn = (file: string, side: number, pixel: number[]) => () => {
    const png = new PNG({ width: side, height: side });
    png.data.set(Array.from({ length: side * side }, () => pixel).flat());
    writeFileSync(join(scratch, file), PNG.sync.write(png));
  };

  it.each([
    [
      'a placeholder that nothing fills in',
      changed('manifest.json', (t) => t.replace('Idélotsen – från', '{{NAME}} – från')),
      'manifest.json still has the placeholder {{NAME}}.',
    ],
    [
      'a field that Teams does not know',
      changed('manifest.json', (t) => t.replace('"accentColor"', '"colour": "", "accentColor"')),
      "manifest.json does not follow Teams' schema",
    ],
    [
      'another version of the schema',
      changed('manifest.json', (t) => t.replaceAll('1.30', '1.16')),
      'must name version 1.30',
    ],
    ['a version that is not SemVer', changed('manifest.json', (t) => t.replace('{{VERSION}}', '1.0')), 'version "1.0"'],
    [
      'a wildcard domain',
      changed('manifest.json', (t) => t.replace('["{{BOT_DOMAIN}}"]', '["*.kommunen.se"]')),
      'refuses wildcards',
    ],
    [
      'a text that one language lacks',
      changed('en.json', (t) => t.replace(/.*commands\[3\]\.title.*\n/, '')),
      'en.json lacks "bots[0].commandLists[0].commands[3].title".',
    ],
    [
      'a text that only one language has',
      changed('en.json', (t) =>
        t.replace('"name.short"', '"bots[0].commandLists[1].commands[0].title": "more", "name.short"'),
      ),
      'en.json has "bots[0].commandLists[1].commands[0].title", which the manifest does not have.',
    ],
    [
      'a name too long for Teams',
      changed('en.json', (t) => t.replace('"Idélotsen"', `"${'I'.repeat(31)}"`)),
      "en.json does not follow Teams' schema",
    ],
    [
      'Swedish that differs from the manifest',
      changed('sv.json', (t) => t.replace('"min tur"', '"min kö"')),
      'differ in "bots[0].commandLists[0].commands[3].title"',
    ],
    [
      'the same command twice',
      changed('en.json', (t) => t.replace('"my ideas"', '"Idea"')),
      'en.json has "idea" twice.',
    ],
    [
      'a command with a slash',
      changed('en.json', (t) => t.replace('"help"', '"/help"')),
      'en.json has a slash in "/help".',
    ],
    [
      'a command that is too long',
      changed('en.json', (t) => t.replace('"help"', `"${'help '.repeat(7)}"`)),
      'more than 32 characters',
    ],
    ['a colour icon that is too small', redrawn('color.png', 96, [9, 9, 9, 255]), 'color.png is 96 × 96 pixels'],
    ['a colour icon that one can see through', redrawn('color.png', 192, [9, 9, 9, 200]), 'color.png must be opaque'],
    ['an outline icon in colour', redrawn('outline.png', 32, [9, 9, 9, 200]), 'outline.png must be white'],
  ])('when it has %s', async (_what, spoil, told) => {
    cpSync(MANIFEST, scratch, { recursive: true });
    expect(await problems(MUNICIPALITY, scratch)).toEqual([]);
    spoil();
    expect((await problems(MUNICIPALITY, scratch)).join('\n')).toContain(told);
  });
});

describe('npm run package', () => {
  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'dev', 'packaging', 'main.ts'), '--out', scratch], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    });

  it('writes idelotsen.zip', () => {
    const { status, stdout } = run(MUNICIPALITY);
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('idelotsen.zip') });
    expect(Object.keys(unzipSync(readFileSync(join(scratch, 'idelotsen.zip'))))).toContain('manifest.json');
  });

  it('ends with exit code 1 and writes nothing while a value is a placeholder', () => {
    const { status, stderr } = run({ ...MUNICIPALITY, BOT_DOMAIN: '{{BOT_DOMAIN}}' });
    expect(status).toBe(1);
    expect(stderr).toContain('BOT_DOMAIN is "{{BOT_DOMAIN}}"');
    expect(existsSync(join(scratch, 'idelotsen.zip'))).toBe(false);
  });
});
