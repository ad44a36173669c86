import { existsSync, mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { killAllBots } from '../../testing/processes/bot-process';
import { Deployment } from '../../testing/processes/deployment';

describe('a bot that is given a pipe for a port, as a web server before it does', () => {
  let town: Deployment;
  beforeAll(async () => {
    town = await Deployment.open();
  });
  afterAll(async () => {
    await killAllBots();
    await town?.close();
  });

  it('listens on it, says so, and leaves nothing behind when it stops', async () => {
    const pipe = join(mkdtempSync(join(tmpdir(), 'idelotsen-pipe-')), 'bot.sock');
    const bot = await town.start({ PORT: pipe });
    const answer = await new Promise<string>((resolve, reject) => {
      request({ socketPath: pipe, path: '/readyz' }, (response) => resolve(text(response)))
        .on('error', reject)
        .end();
    });
    expect(JSON.parse(answer)).toEqual({ status: 'ready' });
    expect(bot.said).toContain(`"pipe":"${pipe}"`);
    await bot.stop();
    expect(existsSync(pipe)).toBe(false);
  });
});
