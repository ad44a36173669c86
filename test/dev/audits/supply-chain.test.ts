import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inexact, outlived, readAdvisories, unlocked, vulnerable } from '../../../dev/audits/supply-chain/faults';
import { licenceList, unlicensed } from '../../../dev/audits/supply-chain/licences';
import { type Lock, ROOT, readLock, readManifest } from '../../../dev/audits/supply-chain/tree';

const file = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const lock = readLock();
const advisories = readAdvisories();

describe('what is installed', () => {
  it('is written with exact versions', () => expect(inexact(readManifest())).toEqual([]));
  it('has a checksum, from no address of its own, and no script that nobody has looked at', () => {
    expect(lock.lockfileVersion).toBe(3);
    expect(unlocked(lock)).toEqual([]);
  });
  it('runs no script when it is installed', () => expect(file('.npmrc')).toMatch(/^ignore-scripts=true$/m));
  it('is in no version that is known to be vulnerable', () => expect(vulnerable(lock, advisories)).toEqual([]));
  it('is accepted nowhere without being there', () => expect(outlived(lock, advisories)).toEqual([]));
  it('may be used by its licence', () => expect(unlicensed(lock)).toEqual([]));
  it('stands with its licence in docs/LICENCES.md', () => expect(file('docs/LICENCES.md')).toBe(licenceList(lock)));
  it('is what the list of advisories is about: most of its packages are known here', () => {
    const names = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const known = new Set(advisories.advisories.map((one) => one.package));
    expect([...known].filter((name) => names.has(name)).length).toBeGreaterThan(known.size / 2);
  });
});

describe('the check', () => {
  const one = (name: string, entry: Partial<Lock['packages'][string]>): Lock => ({
    lockfileVersion: 3,
    packages: {
      '': { dev: false, hasInstallScript: false },
      [`node_modules/x/node_modules/${name}`]: {
        version: '1.0.0',
        integrity: 'sha512-x',
        license: 'MIT',
        dev: false,
        hasInstallScript: false,
        ...entry,
      },
    },
  });

  it.each([
    '^1.2.3',
    '~1.2.3',
    '1.2',
    '1.x',
    '*',
    'latest',
    '>=1.2.3',
    'github:a/b',
    'https://a.example/b.tgz',
    'npm:b@^1.2.3',
    'npm:b',
  ])('finds %s in package.json, in an override too', (version) => {
    const exact = { dependencies: {}, devDependencies: {}, overrides: {} };
    expect(inexact({ ...exact, dependencies: { a: version } })).toHaveLength(1);
    expect(inexact({ ...exact, overrides: { a: { b: version } } })).toEqual([expect.stringContaining('a > b')]);
  });

  it.each(['1.2.3', '1.2.3-beta.1', '$b', 'npm:b@1.2.3', 'npm:@a/b@1.2.3'])('takes %s for one version', (version) =>
    expect(inexact({ dependencies: {}, devDependencies: {}, overrides: { a: { b: version } } })).toEqual([]),
  );

  it.each([
    ['no checksum', { integrity: undefined }],
    ['a weak checksum', { integrity: 'sha1-x' }],
    ['an address', { resolved: 'https://registry.example/a.tgz' }],
    ['a script', { hasInstallScript: true }],
  ])('finds %s in the lockfile', (_what, entry) => expect(unlocked(one('a', entry as object))).toHaveLength(1));

  it.each<[name: string, version: string, found: number]>([
    ['jsonwebtoken', '8.5.1', 3],
    ['jsonwebtoken', '9.0.0', 0],
    ['axios', '1.14.1', 2],
    ['semver', '6.3.0', 1],
    ['semver', '6.3.1', 0],
    ['semver', '7.5.2-rc.1', 1],
    ['uuid', '12.0.0', 1],
    ['uuid', '3.4.0', 1],
    ['a-package-of-no-list', '1.0.0', 0],
  ])('finds in %s %s as many advisories as there are (%i), in what the bot runs with', (name, version, found) => {
    expect(vulnerable(one(name, { version }), advisories)).toHaveLength(found);
  });

  it('leaves out what is accepted, for tools only', () => {
    expect(vulnerable(one('uuid', { version: '8.3.2', dev: true }), advisories)).toEqual([]);
  });

  it.each([
    ['GPL-3.0', false, 1],
    ['MPL-2.0', false, 1],
    ['MPL-2.0', true, 0],
    [undefined, true, 1],
  ])('finds the licence %s (for tools: %s) %i times', (license, dev, found) => {
    expect(unlicensed(one('a', { license, dev } as object))).toHaveLength(found);
  });
});
