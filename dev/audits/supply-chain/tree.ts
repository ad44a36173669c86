import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const ROOT = join(__dirname, '..', '..', '..');

const versions = z.record(z.string(), z.string());
type Overrides = { [name: string]: string | Overrides };
const overrides: z.ZodType<Overrides> = z.lazy(() => z.record(z.string(), z.union([z.string(), overrides])));

const manifest = z.object({
  dependencies: versions.default({}),
  devDependencies: versions.default({}),
  overrides: overrides.default({}),
});

const lock = z.object({
  lockfileVersion: z.number(),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().default(false),
      hasInstallScript: z.boolean().default(false),
    }),
  ),
});

export type Manifest = z.infer<typeof manifest>;
export type Lock = z.infer<typeof lock>;

/** One package as it is installed; the same one may lie at several places. */
export interface Installed {
  name: string;
  version: string;
  /** Only for building and testing: no part of the running bot. */
  dev: boolean;
  license: string | undefined;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
export const readManifest = (): Manifest => manifest.parse(read('package.json'));
export const readLock = (): Lock => lock.parse(read('package-lock.json'));

/** "node_modules/a/node_modules/@b/c" is "@b/c". */
export const nameAt = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Every package of the lockfile once for each version, by name; needed for the bot if any of its places is. */
export function installed({ packages }: Lock): Installed[] {
  const all = new Map<string, Installed>();
  for (const [path, { version = '', dev, license }] of Object.entries(packages)) {
    if (path === '') continue;
    const name = nameAt(path);
    const before = all.get(`${name}@${version}`);
    all.set(`${name}@${version}`, {
      name,
      version,
      dev: dev && (before?.dev ?? true),
      license: license ?? before?.license,
    });
  }
  const key = ({ name, version }: Installed) => `${name}@${version}`;
  return [...all.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
