import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../testing/processes/browser';
import { openPlayground } from '../../testing/processes/playground-window';
import { firstTaken, usualPorts } from '../../testing/processes/ports';
import { until } from '../../testing/processes/until';

const ROOT = join(__dirname, '..', '..');

/** `npm start` in a terminal of its own. */
class Terminal {
  readonly ended: Promise<number | NodeJS.Signals>;
  readonly #npm: ChildProcessWithoutNullStreams;
  /** Every process that this terminal has started, however far down, has it in its environment. */
  readonly #mark = randomUUID();
  #shown = '';

  constructor(...args: string[]) {
    this.#npm = spawn('npm', ['start', '--', ...args], {
      cwd: ROOT,
      env: { ...process.env, IDELOTSEN_TERMINAL: this.#mark },
      detached: true, // a process group, as a terminal makes it
    });
    for (const output of [this.#npm.stdout, this.#npm.stderr]) {
      output.setEncoding('utf8').on('data', (text: string) => {
        this.#shown += text;
      });
    }
    this.ended = once(this.#npm, 'close').then(([code, signal]) => code ?? signal);
  }

  /** What it has shown, without npm's own words. */
  get lines(): string[] {
    return this.#shown.split('\n').filter((line) => line.trim() !== '' && !/^(>|npm )/.test(line));
  }

  /** The three addresses, once it shows them. */
  async addresses(): Promise<[string, string, string]> {
    const found = () => this.#shown.match(/http:\/\/localhost:\d+/g) ?? [];
    await until(() => found().length === 3, { within: 60_000, what: 'three addresses' }).catch((error: Error) => {
      throw new Error(`${error.message}, but it showed:\n${this.#shown}`);
    });
    return found() as [string, string, string];
  }

  /** Ctrl-C: the terminal sends SIGINT to all in its foreground group. */
  interrupt(): void {
    process.kill(-(this.#npm.pid ?? 0), 'SIGINT');
  }

  /** The command lines of what still runs of all that was started here. Linux tells; elsewhere only ports do. */
  left(): string[] {
    if (process.platform !== 'linux') return [];
    const read = (pid: string, file: string): string => {
      try {
        return readFileSync(`/proc/${pid}/${file}`, 'utf8');
      } catch {
        return ''; // it has ended meanwhile, or is somebody else's
      }
    };
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.filter((pid) => read(pid, 'environ').includes(this.#mark)).map((pid) => read(pid, 'cmdline'));
  }

  kill(): void {
    if (this.#npm.exitCode === null && this.#npm.signalCode === null) this.interrupt();
  }
}

/** How npm ends at Ctrl-C when all below it has ended well: by itself, or as the shell taught it. */
const stopped = [0, 'SIGINT'];

describe('npm start', () => {
  let dataDir: string;
  let browser: Browser;
  let neighbour: Server | undefined;
  const terminals: Terminal[] = [];
  const start = (...args: string[]): Terminal => {
    const terminal = new Terminal(...args);
    terminals.push(terminal);
    return terminal;
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'idelotsen-start-'));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    for (const terminal of terminals) terminal.kill();
    neighbour?.close();
    await browser?.close();
    await Promise.all(terminals.map(({ ended }) => ended));
    await rm(dataDir, { recursive: true, force: true });
  });

  it('stops everything at Ctrl-C, and the next one goes on from there', async () => {
    const first = start('--free-ports', '--data', dataDir);
    const before = await first.addresses();
    const employee = await openPlayground(browser, before[0]);
    await employee.waitForText('Välkommen till Idélotsen');
    await employee.choose('Förvaltning eller bolag', 'Vård och omsorg');
    await employee.press('Välj');
    await employee.waitForText('Innovationsledare Vård');
    await employee.say('idé');
    await employee.fill('Vad är problemet, och för vem?', 'Cyklarna räcker inte.');
    await employee.fill('Ge idén ett namn', 'Cyklar till alla');
    await employee.press('Skicka idén');
    await employee.waitForLast('Tack! Din idé är inskickad.');
    await employee.close();
    expect(first.left().length).toBeGreaterThan(process.platform === 'linux' ? 4 : -1);
    first.interrupt();
    expect(stopped).toContain(await first.ended);
    expect(first.left()).toEqual([]);
    expect(await firstTaken(before.map((address) => Number(new URL(address).port)))).toBeUndefined();

    const second = start('--free-ports', '--data', dataDir);
    const [address] = await second.addresses();
    const again = await openPlayground(browser, address);
    await again.say('mina idéer');
    await again.waitForLast('Cyklar till alla');
    expect((await again.messages()).join()).not.toContain('Välkommen till Idélotsen');
    await again.close();
    second.interrupt();
    expect(stopped).toContain(await second.ended);
    expect(second.left()).toEqual([]);
  });

  it('says in one sentence that a port is taken, and leaves nothing running', async () => {
    if ((await firstTaken([usualPorts.bot])) === undefined) {
      neighbour = createServer().listen(usualPorts.bot, '127.0.0.1');
      await once(neighbour, 'listening');
    }
    const terminal = start('--data', dataDir);
    expect(await terminal.ended).toBe(1);
    expect(terminal.lines).toEqual([
      'Idélotsen startar … / is starting …',
      expect.stringMatching(/^Port \d+ is in use by another program: close it .*$/),
    ]);
    expect(terminal.left()).toEqual([]);
  });
});
