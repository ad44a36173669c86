import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

export interface ChildOptions {
  /** What it is called when it is spoken of, with a capital letter: "The bot". */
  name: string;
  /** A script for Node, TypeScript or JavaScript, and its arguments. */
  script: string;
  args?: string[];
  cwd: string;
  /** Beside this process's own environment. */
  env?: Record<string, string>;
  /** Where all that it prints goes; earlier content is replaced. Without it only the last lines are kept, in memory. */
  logFile?: string;
}

export interface Child {
  readonly pid: number;
  /** Settles with what `find` makes of the first line of output where that is not undefined; fails if the child ends. */
  firstLine<T>(find: (line: string) => T | undefined): Promise<T>;
  /** Settles when this address answers with 200; fails if the child ends. */
  answersAt(url: string): Promise<void>;
  /** Lets this process end while the child runs; the child ends with it. */
  unref(): void;
}

/**
 * Makes a process stop when its stdin ends: the system closes that pipe however the parent ends, SIGKILL included. For `node
 * --import`, which loads it in the process's other threads too: what they have as stdin ends at once.
 */
export const stopWithParent =
  'data:text/javascript,import{isMainThread}from"node:worker_threads";if(isMainThread){process.stdin.on("end",()=>process.kill(process.pid,"SIGTERM")).resume();process.stdin.unref()}';

/** How long a child may take to end before it is killed, in milliseconds: longer than the bot takes to finish what it has in hand. */
const PATIENCE_MS = 25_000;

/** So many of a child's last lines are told when it ends and has no log file. */
const LAST_LINES = 10;

/** Processes that live and die together. */
export class Children {
  readonly #stops: (() => Promise<void>)[] = [];
  #stopping: Promise<void> | undefined;
  #reportEnd: (sentence: string) => void = () => {};

  /** Settles with one sentence when a child ends without having been asked to. */
  readonly firstEnd = new Promise<string>((resolve) => {
    this.#reportEnd = resolve;
  });

  /** Starts a process in a group of its own, so that Ctrl-C in the terminal reaches only the parent, which keeps the order. */
  start({ name, script, args = [], cwd, env, logFile }: ChildOptions): Child {
    if (this.#stopping !== undefined) throw new Error(`${name} was not started, because everything is being stopped.`);
    mkdirSync(cwd, { recursive: true });
    const node = spawn(
      process.execPath,
      [...memory(), ...loader(script), '--import', stopWithParent, script, ...args],
      {
        cwd,
        env: { ...process.env, ...env },
        detached: true,
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    const said = logFile === undefined ? lastLinesOf(node) : keptIn(logFile, node);
    const ended = once(node, 'close').then(([code, signal]) => {
      const sentence = `${name} ended (${signal ?? `exit code ${code}`}); what it said last is ${said()}.`;
      if (this.#stopping === undefined) this.#reportEnd(sentence);
      return sentence;
    });
    this.addStop(() => endProcess(node));
    return watch(node, ended);
  }

  /** Puts something else that runs into the order of stopping; when that has begun, it is stopped at once. */
  addStop(stop: () => Promise<void>): void {
    if (this.#stopping === undefined) this.#stops.push(stop);
    else void stop();
  }

  /** Stops all, the last started first, each when the one before is gone. May be called again. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<void> {
    for (const stop of this.#stops.reverse()) await stop();
  }
}

/**
 * As much room for what is young as this process was given (`npm test`): a fifth less processor time for each request to
 * Azurite, and for each start of a bot.
 */
const memory = (): string[] => process.execArgv.filter((flag) => flag.startsWith('--max-semi-space-size='));

const loader = (script: string): string[] => (script.endsWith('.ts') ? ['--import', 'tsx'] : []);

/** Writes all that a child prints to a file; gives where it is, once the child has ended. */
function keptIn(logFile: string, { stdout, stderr }: ChildProcessWithoutNullStreams): () => string {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  for (const output of [stdout, stderr]) output.pipe(log, { end: false });
  return () => {
    log.end();
    return `in ${logFile}`;
  };
}

function lastLinesOf({ stdout, stderr }: ChildProcessWithoutNullStreams): () => string {
  const lines: string[] = [];
  for (const input of [stdout, stderr]) {
    createInterface(input).on('line', (line) => {
      lines.push(line);
      if (lines.length > LAST_LINES) lines.shift();
    });
  }
  return () => `"${lines.join('\n')}"`;
}

function watch(child: ChildProcessWithoutNullStreams, ended: Promise<string>): Child {
  const failed = ended.then((sentence): never => {
    throw new Error(sentence);
  });
  failed.catch(() => {}); // heard only by who still waits
  return {
    pid: child.pid ?? 0,
    firstLine<T>(find: (line: string) => T | undefined) {
      const found = new Promise<T>((resolve) => {
        createInterface(child.stdout).on('line', (line) => {
          const value = find(line);
          if (value !== undefined) resolve(value);
        });
      });
      return Promise.race([found, failed]);
    },
    answersAt: (url) => Promise.race([untilOk(url, ended), failed]),
    unref() {
      for (const handle of [child, child.stdin, child.stdout, child.stderr] as { unref?(): void }[]) handle.unref?.();
    },
  };
}

async function untilOk(url: string, ended: Promise<string>): Promise<void> {
  const isOk = () =>
    fetch(url).then(
      (response) => response.ok,
      () => false,
    );
  let gone = false;
  ended.then(() => {
    gone = true;
  });
  while (!gone && !(await isOk())) await new Promise((resolve) => setTimeout(resolve, 100));
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.ref();
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await gone;
  clearTimeout(patience);
}
