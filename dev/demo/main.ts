/**
 * `npm start`: the whole of Idélotsen on this machine, with three people to be. Data is kept in .data/; Ctrl-C stops
 * everything. Exit code 1, and one sentence, when it cannot start or a part of it ends by itself.
 * `npm start -- --free-ports` takes whatever ports are free, and `--data FOLDER` keeps the data elsewhere.
 */

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { languageCodes } from '../../src/domain/languages';
import { freePorts, usualPorts } from '../../testing/processes/ports';
import { type Demo, startDemo } from './demo';
import { demoWindows } from './demo-people';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { 'free-ports': { type: 'boolean' }, data: { type: 'string' } } });
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interrupted.abort());
  whenOrphaned(() => interrupted.abort());
  const asked = new Promise<undefined>((resolve) => {
    interrupted.signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });

  console.log('Idélotsen startar … / is starting …');
  const demo = await startDemo({
    ports: values['free-ports'] ? await freePorts() : usualPorts,
    ...(values.data !== undefined && { dataDir: resolve(values.data) }),
    signal: interrupted.signal,
  });
  console.log(welcome(demo));
  const ending = await Promise.race([asked, demo.ended]);
  console.log('\nStoppar och sparar … / Stopping and saving …');
  await demo.stop();
  if (ending !== undefined) console.error(ending);
  return ending === undefined ? 0 : 1;
}

/** npm hands SIGTERM to the shell that it runs this in, and the shell dies of it without passing it on. */
function whenOrphaned(act: () => void): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && act(), 500).unref();
}

function welcome({ windows, logFolder }: Demo): string {
  const lines = demoWindows.flatMap(({ role, ...words }) => [
    '',
    `  ${windows[role]}`,
    ...languageCodes.map((language) => `    ${words[language]}`),
  ]);
  return [
    '',
    'Öppna alla tre i webbläsaren, var och en är en person. / Open all three in a browser, each is a person.',
    ...lines,
    '',
    `Ctrl-C stoppar, allt finns kvar. / Ctrl-C stops, everything is kept. Log: ${logFolder}`,
  ].join('\n');
}

main()
  .catch((error: Error) => {
    console.error(error.message);
    return 1;
  })
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
