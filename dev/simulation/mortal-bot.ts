import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Instant } from '../../src/domain/time';
import type { BotAnswer, BotQuestion } from './messages';

const PROGRAM = join(__dirname, 'simulated-bot.ts');

/** It was killed before it had answered. */
export class Killed extends Error {}

/** A bot in a process of its own, which is killed as a machine that fails does it, and started again on the same storage. */
export class MortalBot {
  #node: ChildProcess | undefined;
  #asked = 0;
  readonly #waiting = new Map<number, { done: (value: unknown) => void; fails: (error: Error) => void }>();
  /** How often it was killed. */
  deaths = 0;
  /** Where it listens; empty while it does not. */
  url = '';

  constructor(
    private readonly storage: { connectionString: string; prefix: string },
    private readonly now: () => Instant,
  ) {}

  async start(): Promise<void> {
    const { connectionString, prefix } = this.storage;
    const args = [connectionString, prefix, this.now()];
    const node = fork(PROGRAM, args, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#node = node;
    const listens = new Promise<unknown>((done, fails) => this.#waiting.set(0, { done, fails }));
    node.on('message', ({ id, value, failed }: BotAnswer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (failed === undefined) waiting?.done(value);
      else waiting?.fails(new Error(failed));
    });
    node.on('exit', (code, signal) => {
      this.url = '';
      for (const { fails } of this.#waiting.values()) fails(new Killed(`The bot ended: ${signal ?? code}`));
      this.#waiting.clear();
    });
    this.url = String(await listens);
  }

  /** What it answers; fails with Killed where it is killed before. */
  async ask<T>(ask: BotQuestion['ask']): Promise<T> {
    const id = ++this.#asked;
    const node = this.#node;
    if (!node?.connected) throw new Killed('The bot is not there');
    const asked: BotQuestion = { id, ask, now: this.now() };
    const answer = new Promise<unknown>((done, fails) => {
      this.#waiting.set(id, { done, fails });
      node.send(asked, (error) => {
        if (error) fails(new Killed(error.message));
      });
    });
    return (await answer) as T;
  }

  /** SIGKILL in the middle of whatever it does; settles when it is there again. */
  async dies(): Promise<void> {
    this.deaths += 1;
    await this.stop();
    await this.start();
  }

  /** The same, for good. */
  async stop(): Promise<void> {
    const node = this.#node;
    if (!node || node.exitCode !== null || node.signalCode !== null) return;
    const gone = once(node, 'exit');
    node.kill('SIGKILL');
    await gone;
  }
}
