import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stopWithParent } from './children';
import { nodeArguments } from './programs';

export type Env = Record<string, string>;

export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface StartOptions {
  /** Default: src/main.ts, as `npm run bot` starts it, or what was built of it. */
  program?: readonly string[];
  cwd?: string;
}

const running = new Set<BotProcess>();

/** The bot as an operator runs it: a process with these variables and no others, in a folder of its own. */
export class BotProcess {
  readonly ended: Promise<Ending>;
  readonly #node: ChildProcessWithoutNullStreams;
  readonly #port: Promise<number>;
  #said = '';

  constructor(env: Env, { program = nodeArguments('main'), cwd = emptyFolder() }: StartOptions = {}) {
    this.#node = spawn(process.execPath, ['--import', stopWithParent, ...program], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    for (const output of [this.#node.stdout, this.#node.stderr]) {
      output.setEncoding('utf8').on('data', (text: string) => {
        this.#said += text;
      });
    }
    running.add(this);
    this.ended = once(this.#node, 'close').then(([code, signal]) => {
      running.delete(this);
      return { code, signal };
    });
    this.#port = this.#listens();
    this.#port.catch(() => {});
  }

  get pid(): number {
    return this.#node.pid ?? 0;
  }

  /** Everything on both output streams so far. */
  get said(): string {
    return this.#said;
  }

  /** The bot's address when it listens; fails with what it said when it ends instead. */
  async url(): Promise<string> {
    return `http://127.0.0.1:${await this.#port}`;
  }

  signal(name: NodeJS.Signals): void {
    this.#node.kill(name);
  }

  /** SIGKILL, and settles when the process is gone. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended;
  }

  /** SIGTERM; fails unless the process ends with 0. */
  async stop(): Promise<void> {
    this.signal('SIGTERM');
    const { code, signal } = await this.ended;
    if (code !== 0) throw new Error(`The bot ended with ${signal ?? code}:\n${this.#said}`);
  }

  #listens(): Promise<number> {
    const listening = new Promise<number>((resolve) => {
      createInterface(this.#node.stdout).on('line', (line) => {
        if (line.includes('"Idélotsen answers"')) resolve(JSON.parse(line).port);
      });
    });
    const failed = this.ended.then(({ code, signal }): never => {
      throw new Error(`The bot ended with ${signal ?? code} before it answered:\n${this.#said}`);
    });
    return Promise.race([listening, failed]);
  }
}

/** For afterEach: whatever a failed test has left running. */
export async function killAllBots(): Promise<void> {
  await Promise.all([...running].map((bot) => bot.kill()));
}

const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'idelotsen-bot-'));
