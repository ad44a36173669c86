import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Children } from '../../../testing/processes/children';
import { freePorts } from '../../../testing/processes/ports';
import { startConnector } from '../../../testing/teams/connector';
import type { Person } from '../../../testing/teams/person';
import { Teams } from '../../../testing/teams/teams';
import { against, type Figure } from '../figure';
import type { Setting } from '../setting';
import { compiledBots } from './compiled-bots';
import { ROOT } from './places';
import { residentMegabytes, Stand, startIn } from './stand';

interface Start {
  milliseconds: number;
  megabytes: number;
}

/** How long between two looks whether the bot listens, in milliseconds. */
const LOOK_AGAIN_MS = 3;
/** A start takes a second of both processors, and differs little from the next. */
const MOST_STARTS = 20;

/**
 * From `node` to the first answer in a chat, and the memory then: the bot as it is deployed, on storage that it has used
 * before, against a bare bot of botbuilder and restify without storage. Processes of plain JavaScript, one at a time.
 */
export async function timeColdStart({ rounds }: Setting): Promise<Record<'start' | 'memory', Figure>> {
  const stand = await Stand.open();
  const connector = await startConnector();
  const teams = new Teams({ connector, botUrl: '', patienceMs: 60_000 });
  const person = teams.person({ name: 'Demo Medarbetare', email: 'medarbetare@soderhamra.example' });
  const bare = await compiledBots();
  const programs = {
    ours: {
      script: join(ROOT, 'dist', 'main.js'),
      env: { AZURE_STORAGE_CONNECTION_STRING: stand.azurite.connectionString },
    },
    bare: { script: bare, env: { AZURE_STORAGE_CONNECTION_STRING: '' } },
  };
  const starts = { ours: [] as Start[], bare: [] as Start[] };
  for (let round = -1; round < Math.min(rounds, MOST_STARTS); round++) {
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
  const { bot: port } = await freePorts();
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
      await setTimeout(LOOK_AGAIN_MS);
    }
  }
}

const isRefused = (error: unknown): boolean =>
  error instanceof TypeError && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED';
