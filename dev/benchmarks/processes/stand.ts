import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, type ChildOptions, Children } from '../../../testing/processes/children';
import { type Azurite, startAzurite } from '../../../testing/storage/azurite';
import type { Answers } from './bare-bot';
import { compiledBots } from './compiled-bots';
import { WORKPLACE } from './places';

/** Nothing of this machine's own bot may come in: neither its .env nor its variables. */
const OWN_VARIABLES = [
  'AZURE_STORAGE_ACCOUNT',
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'MicrosoftAppType',
];

export interface Process {
  pid: number;
  /** The address that Teams sends to. */
  url: string;
}

/** The processes of one bot: a fresh Azurite in memory, and what is started beside it. */
export class Stand {
  private constructor(
    readonly children: Children,
    readonly azurite: Azurite,
  ) {}

  static async open(): Promise<Stand> {
    const children = new Children();
    return new Stand(children, await startAzurite(children, { ports: { blob: 0, queue: 0, table: 0 } }));
  }

  /** One of the bots that are measured turn by turn; the bare one answers with these cards, the guarded one keeps its limits. */
  async startBot(name: 'quiet' | 'guarded' | 'bare', answers?: Answers): Promise<Process> {
    mkdirSync(WORKPLACE, { recursive: true });
    const file = join(WORKPLACE, 'answers.json');
    if (answers) writeFileSync(file, JSON.stringify(answers));
    const child = startIn(this.children, {
      name: `The ${name} bot`,
      script: await compiledBots(),
      args: [name],
      env: {
        AZURE_STORAGE_CONNECTION_STRING: this.azurite.connectionString,
        ...(answers && { BENCH_ANSWERS: file }),
      },
    });
    const port = await child.firstLine((line) => (line.startsWith('{"port"') ? JSON.parse(line).port : undefined));
    return { pid: child.pid, url: `http://127.0.0.1:${port}/api/messages` };
  }

  close(): Promise<void> {
    return this.children.stop();
  }
}

/** Starts a Node process as this machine's settings would not change it. */
export function startIn(children: Children, options: Omit<ChildOptions, 'cwd'>): Child {
  const empty = Object.fromEntries(OWN_VARIABLES.map((name) => [name, '']));
  const env = { ...empty, NODE_ENV: 'development', LOG_LEVEL: 'info', HOST: '127.0.0.1', ...options.env };
  return children.start({ ...options, cwd: WORKPLACE, env });
}

/** Memory of a process that is resident, in megabytes. */
export const residentMegabytes = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
