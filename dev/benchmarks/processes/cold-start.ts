import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { transformFile } from '@swc/core';
import { Children } from '../../../testing/processes/children';
import { startConnector } from '../../../testing/teams/connector';
import type { Person } from '../../../testing/teams/person';
import { Teams } from '../../../testing/teams/teams';
import { against, type Figure } from '../figure';
import type { Setting } from '../setting';
import { ROOT, residentMegabytes, Stand, startIn, WORKPLACE } from './stand';

interface Start {
  milliseconds: number;
  megabytes: number;
}

/** How long between two looks whether the bot listens, in milliseconds. */
const LOOK_AGAIN = 3;

/**
 * From `node` to the first answer in a chat, and the memory then: the bot as it is deployed, on storage that it has used
 * before, against a bare bot of botbuilder and restify without storage. Processes of plain JavaScript, one at a time.
 */
export async function timeColdStart({ rounds }: Setting): Promise<Record<'start' | 'memory', Figure>> {
  const stand = await Stand.open();
  const connector = await startConnector();
  const teams = new Teams({ connector, botUrl: '', patience: 60_000 });
  const person = teams.person({ name: 'Demo Medarbetare', email: 'medarbetare@soderhamra.example' });
  const bare = await compileBareBot();
  const programs = {
    ours: {
      script: join(ROOT, 'dist', 'main.js'),
      env: { AZURE_STORAGE_CONNECTION_STRING: stand.azurite.connectionString },
    },
    bare: { script: bare, env: { AZURE_STORAGE_CONNECTION_STRING: '' } },
  };
  const starts = { ours: [] as Start[], bare: [] as Start[] };
  for (let round = -1; round < rounds; round++) {
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const name of order) {
      const start = await startOnce(programs[name], person);
      // The first round fills the disk's cache and stores the person.
      if (round >= 0) starts[name].push(start);
    }
  }
  await connector.stop();
  await stand.close();
  const series = (part: keyof Start) =>
    against(
      starts.ours.map((start) => start[part]),
      starts.bare.map((start) => start[part]),
    );
  return { start: series('milliseconds'), memory: series('megabytes') };
}

async function startOnce({ script, env }: { script: string; env: Record<string, string> }, person: Person) {
  const port = await freePort();
  const children = new Children();
  const begun = performance.now();
  const child = startIn(children, { name: 'The bot', script, env: { ...env, PORT: String(port) } });
  const ended = children.firstEnd.then((sentence): never => {
    throw new Error(sentence);
  });
  person.teams.botUrl = `http://127.0.0.1:${port}/api/messages`;
  const answer = await Promise.race([firstAnswer(person), ended]);
  const milliseconds = performance.now() - begun;
  if (answer.replies.length === 0) throw new Error('The bot listened and did not answer');
  const megabytes = residentMegabytes(child.pid);
  await children.stop();
  return { milliseconds, megabytes };
}

async function firstAnswer(person: Person) {
  for (;;) {
    try {
      return await person.says('hjälp');
    } catch (error) {
      if (!isRefused(error)) throw error;
      await setTimeout(LOOK_AGAIN);
    }
  }
}

const isRefused = (error: unknown): boolean =>
  error instanceof TypeError && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED';

/** The bare bot as plain JavaScript, as a deployment would start it; gives the file to start. */
async function compileBareBot(): Promise<string> {
  mkdirSync(WORKPLACE, { recursive: true });
  for (const name of ['bare-bot', 'start-bot']) {
    const { code } = await transformFile(join(__dirname, `${name}.ts`), {
      swcrc: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    writeFileSync(join(WORKPLACE, `${name}.js`), code);
  }
  return join(WORKPLACE, 'start-bot.js');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
