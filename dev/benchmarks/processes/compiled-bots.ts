import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformFile } from '@swc/core';
import { ROOT, WORKPLACE } from './places';

/** What stands round the bot where it is measured; what they import of src/ is what was built of it. */
const sources = [
  'dev/benchmarks/processes/bare-bot.ts',
  'dev/benchmarks/processes/quiet-bot.ts',
  'dev/benchmarks/processes/start-bot.ts',
  'testing/samples/organisation/example-organisation.ts',
];

let made: Promise<string> | undefined;

/**
 * Both bots as plain JavaScript, as a deployment would start them: a loader that compiles at the start costs memory for each
 * file, and makes functions slower that keep their names. Gives the file to start. Needs `npm run build`.
 */
export function compiledBots(): Promise<string> {
  made ??= compile();
  return made;
}

async function compile(): Promise<string> {
  const folder = join(WORKPLACE, 'compiled');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(ROOT, 'dist'), join(folder, 'src'));
  symlinkSync(join(ROOT, 'config'), join(folder, 'config'));
  for (const source of sources) {
    const { code } = await transformFile(join(ROOT, source), {
      swcrc: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    const target = join(folder, source.replace(/ts$/, 'js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  return join(folder, 'dev', 'benchmarks', 'processes', 'start-bot.js');
}
