import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readProcessConfig } from '../../config/config.js';
import { t } from '../command-line.js';
import { examine } from './examine.js';
import { type Finding, lineOf } from './finding.js';

const ROOT = join(__dirname, '..', '..', '..');

const usage = `Write npm run doctor to look at everything that the bot needs, with the configuration that it is started with, or after --
  --package FILE  the app package that was uploaded to Teams; default: package/idelotsen.zip, where there is one
  --json          one JSON object for each line
It ends with 0 when all is good, 1 when there are faults, and 2 when it could not look.`;

/** `npm run doctor`: one line for each thing that was tried, with what to do about it. */
async function main(): Promise<number> {
  const asked = readArguments();
  if (!asked) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const findings = examine({
    read: readProcessConfig(),
    nodeVersion: process.version,
    appPackage: {
      file: asked.package ?? join(ROOT, 'package', 'idelotsen.zip'),
      named: asked.package !== undefined,
      release: ownVersion(),
    },
    probe: randomBytes(8).toString('hex'),
    now: Date.now,
  });
  const counts: Record<Finding['state'], number> = { good: 0, note: 0, fault: 0 };
  for await (const finding of findings) {
    counts[finding.state]++;
    t(asked.json ? JSON.stringify(finding) : lineOf(finding));
  }
  if (!asked.json)
    t(counts.fault === 0 ? 'All is good.' : `${counts.fault === 1 ? 'One fault' : `${counts.fault} faults`}.`);
  return counts.fault === 0 ? 0 : 1;
}

function readArguments(): { package?: string; json: boolean } | undefined {
  try {
    const { values } = parseArgs({ options: { package: { type: 'string' }, json: { type: 'boolean' } } });
    const { package: file, json = false } = values;
    return { ...(file !== undefined && { package: file }), json };
  } catch {
    return undefined;
  }
}

/** Of package.json, which lies beside src/ and dist/ alike. */
const ownVersion = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).version;

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `The doctor could not look (${error instanceof Error ? error.constructor.name : 'unknown'}).\n`,
    );
    process.exitCode = 2;
  },
);
