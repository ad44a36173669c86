import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Installed, installed, type Lock, type Manifest, nameAt } from './tree.js';

const advisoriesSchema = z.object({
  source: z.string(),
  date: z.iso.date(),
  advisories: z.array(
    z.object({
      id: z.string(),
      package: z.string(),
      /** Pairs of versions: from the first one, up to but without the second. */
      affected: z.array(z.tuple([z.string(), z.string()])),
      what: z.string(),
    }),
  ),
  accepted: z.array(z.object({ id: z.string(), package: z.string(), version: z.string(), why: z.string().min(20) })),
});
export type Advisories = z.infer<typeof advisoriesSchema>;

export const readAdvisories = (): Advisories =>
  advisoriesSchema.parse(JSON.parse(readFileSync(join(__dirname, 'advisories.json'), 'utf8')));

/** Packages that want to run a script when they are installed, which .npmrc does not let them, and work without. */
const WANT_SCRIPTS = ['@parcel/watcher', '@swc/core', 'botbuilder-dialogs', 'dtrace-provider', 'esbuild'];

/**
 * Tools' programs for machines of other kinds than the lockfile was made on, where no checksum could be had. They are
 * development tools; on such a machine npm takes them without comparing.
 */
const OTHER_MACHINES = /^(@biomejs\/cli|@swc\/core|@unrs\/resolver-binding)-/;

/** One version, of this package or of another that stands in for it. */
const EXACT = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

/** What is not exact about package.json: whoever installs would get another version than was tested. */
export function inexact({ dependencies, devDependencies, overrides }: Manifest): string[] {
  const written = Object.entries({ ...dependencies, ...devDependencies, ...flat(overrides) });
  return written
    .filter(([, version]) => !EXACT.test(version) && !version.startsWith('$'))
    .map(
      ([name, version]) => `package.json has ${name} "${version}": write one version, with nothing before or after it.`,
    );
}

function flat(overrides: Manifest['overrides'], path = ''): Record<string, string> {
  const parts = Object.entries(overrides).map(([name, value]) =>
    typeof value === 'string' ? { [`${path}${name} (override)`]: value } : flat(value, `${path}${name} > `),
  );
  return Object.assign({}, ...parts);
}

/** What of the lockfile could bring something else than was looked at: no checksum, another source, a new script. */
export function unlocked({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { integrity, resolved, dev, hasInstallScript }]) => {
    if (path === '') return [];
    const name = nameAt(path);
    const isElsewhere = dev && integrity === undefined && OTHER_MACHINES.test(name);
    return [
      ...(integrity?.startsWith('sha512-') || isElsewhere
        ? []
        : [`${name} has no sha512 checksum in package-lock.json.`]),
      ...(resolved === undefined ? [] : [`${name} is bound to the address ${resolved}: leave that to the registry.`]),
      ...(hasInstallScript && !WANT_SCRIPTS.includes(name)
        ? [`${name} wants to run a script when it is installed: see what it does, and whether it works without.`]
        : []),
    ];
  });
}

/** What is installed in a version that is known to be vulnerable, and has not been accepted with a reason. */
export function vulnerable(lock: Lock, { advisories, accepted }: Advisories): string[] {
  return installed(lock).flatMap(({ name, version, dev }) =>
    advisories
      .filter((one) => one.package === name && one.affected.some(([from, to]) => isWithin(version, from, to)))
      .filter(
        ({ id }) => !accepted.some((one) => one.id === id && one.package === name && one.version === version && dev),
      )
      .map(({ id, what }) => `${name} ${version}${dev ? ' (development only)' : ''}: ${id}, ${what}`),
  );
}

/** Acceptances for what is not there any more. */
export function outlived(lock: Lock, { accepted }: Advisories): string[] {
  const is = (one: Installed, { package: name, version }: { package: string; version: string }) =>
    one.name === name && one.version === version;
  return accepted
    .filter((acceptance) => !installed(lock).some((one) => is(one, acceptance)))
    .map((one) => `${one.package} ${one.version} is accepted and not installed: remove it from advisories.json.`);
}

const isWithin = (version: string, from: string, to: string): boolean =>
  compare(version, from) >= 0 && compare(version, to) < 0;

/** By semantic versioning, as far as it is needed here: a pre-release stands before its release. */
function compare(one: string, other: string): number {
  const [a, b] = [parts(one), parts(other)];
  const differing = a.numbers.findIndex((number, index) => number !== b.numbers[index]);
  if (differing >= 0) return (a.numbers[differing] ?? 0) - (b.numbers[differing] ?? 0);
  return Number(b.isPre) - Number(a.isPre);
}

function parts(version: string): { numbers: number[]; isPre: boolean } {
  const [release = '', pre] = version.split('+')[0]?.split(/-(.*)/s) ?? [];
  const numbers = release.split('.').map(Number);
  return { numbers: [0, 1, 2].map((index) => numbers[index] ?? 0), isPre: pre !== undefined };
}
