import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { killAllBots } from '../../testing/processes/bot-process';
import { Deployment } from '../../testing/processes/deployment';
import { builtOf, isBuilt, ROOT } from '../../testing/processes/programs';
import { PATIENCE } from '../../testing/processes/until';

describe('dist/main.js, as `npm run build` makes it,', () => {
  let town: Deployment;
  beforeAll(async () => {
    if (!isBuilt()) await promisify(execFile)('npm', ['run', 'build'], { cwd: ROOT });
    town = await Deployment.open();
  });
  afterAll(async () => {
    await killAllBots();
    await town?.close();
  });

  // BotProcess starts it in an empty folder: templates, texts and the example organisation are found beside the program.
  it('answers from whatever folder it is started in, for the example municipality', async () => {
    const bot = await town.start({}, { program: [builtOf('main')] });
    expect((await fetch(`${await bot.url()}/readyz`)).status).toBe(200);
    await town.arrive();
    await town.submits('Cykelpool');
    await town.leader.waitsFor('Cykelpool', { within: PATIENCE });
    await bot.stop();
  });
});
