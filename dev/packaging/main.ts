/**
 * `npm run package`: makes package/idelotsen.zip, the file that is uploaded to Teams, and one for each company with a tenant of
 * its own (IDENTITIES), to be uploaded there.
 * The values come from the environment and from .env; `--out FOLDER` writes elsewhere.
 * Exit code 1, and one sentence for each problem, when the package would not work.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { config as readDotEnv } from 'dotenv';
import { identitiesIn } from '../../src/config/identities-file';
import { assembleAppPackage } from './assemble';

const ROOT = join(__dirname, '..', '..');

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { out: { type: 'string', default: join(ROOT, 'package') } } });
  readDotEnv({ path: join(ROOT, '.env'), quiet: true });

  const { env } = process;
  const problems: string[] = [];
  const others = env.IDENTITIES ? identitiesIn(env.IDENTITIES, (what) => problems.push(`IDENTITIES: ${what}`)) : [];
  if (problems.length > 0) return notMade(problems);
  await mkdir(resolve(values.out), { recursive: true });
  // In another tenant the app has its own id, which is its app registration's.
  const ofOthers = others.map(
    ({ name, appId }) => [`-${name}`, { ...env, MicrosoftAppId: appId, TEAMS_APP_ID: '' }] as const,
  );
  for (const [ending, settings] of [['', env] as const, ...ofOthers]) {
    const made = await assembleAppPackage(join(ROOT, 'manifest'), settings);
    if (!made.ok) return notMade(made.problems);
    const path = join(resolve(values.out), `idelotsen${ending}.zip`);
    await writeFile(path, made.zip);
    console.log(`Made ${path}. Upload it in the Teams admin center under Manage apps.`);
  }
  return 0;
}

function notMade(problems: readonly string[]): number {
  console.error(['The app package was not made:', ...problems.map((problem) => `- ${problem}`)].join('\n'));
  return 1;
}

main().then((exitCode) => {
  process.exitCode = exitCode;
});
