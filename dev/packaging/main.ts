/**
 * `npm run package`: makes package/idelotsen.zip, the file that is uploaded to Teams.
 * The values come from the environment and from .env; `--out FOLDER` writes elsewhere.
 * Exit code 1, and one sentence for each problem, when the package would not work.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { config as readDotEnv } from 'dotenv';
import { assembleAppPackage } from './assemble';

const ROOT = join(__dirname, '..', '..');

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { out: { type: 'string', default: join(ROOT, 'package') } } });
  readDotEnv({ path: join(ROOT, '.env'), quiet: true });

  const made = await assembleAppPackage(join(ROOT, 'manifest'), process.env);
  if (!made.ok) {
    console.error(['The app package was not made:', ...made.problems.map((problem) => `- ${problem}`)].join('\n'));
    return 1;
  }
  const path = join(resolve(values.out), 'idelotsen.zip');
  await mkdir(resolve(values.out), { recursive: true });
  await writeFile(path, made.zip);
  console.log(`Made ${path}. Upload it in the Teams admin center under Manage apps.`);
  return 0;
}

main().then((exitCode) => {
  process.exitCode = exitCode;
});
