import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BotProcess, killAllBots } from '../../testing/processes/bot-process';
import { Deployment } from '../../testing/processes/deployment';
import { builtOf, isBuilt, ROOT } from '../../testing/processes/programs';
import { PATIENCE, until } from '../../testing/processes/until';
import { choosesMore, seenOn, sendsIdea, sv } from '../../testing/scenes/everyday';

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

  it('finds on one what was sent on another within five seconds, and no more what is hidden or erased there', async () => {
    const env = { ORGANISATION_FILE: organisationFile() };
    const [one, other] = [
      await town.start(env, { program: [builtOf('main')] }),
      await town.start(env, { program: [builtOf('main')] }),
    ];
    const speaksTo = async (bot: BotProcess) => {
      town.teams.botUrl = `${await bot.url()}/api/messages`;
    };
    for (const bot of [one, other]) await until(() => bot.said.includes('All ideas can be found'));
    await speaksTo(one);
    /** Whether the other one comes to know within five seconds. How many there are is what its index says; the rows are read anew. */
    const counts = async (word: string, count: number) => {
      await speaksTo(other);
      const shown = count === 0 ? sv('search.none') : sv('search.count', { count });
      await until(async () => seenOn({ card: (await town.leader.says(`sök ${word}`)).card }).includes(shown), {
        within: 5000,
        every: 250,
        what: shown,
      });
      await speaksTo(one);
    };
    const hidden = await sendsIdea(town.employee, { title: 'Snöskotrar till skolan' });
    await counts('snöskoter', 1);
    await town.leader.waitsFor('Snöskotrar', { within: PATIENCE });
    await choosesMore(town.leader, hidden, 'Dölj texten');
    await counts('snöskoter', 0);
    await sendsIdea(town.employee, { title: 'Gräsklippare till parken' });
    await counts('gräsklippare', 1);
    await town.employee.says('ta bort mina uppgifter');
    await town.employee.presses('Ta bort mina uppgifter');
    await counts('gräsklippare', 0);
  });
});

/** The example municipality, where it is decided that those who leave take their words along. */
function organisationFile(): string {
  const organisation = JSON.parse(readFileSync(join(ROOT, 'config', 'organisation.example.json'), 'utf8'));
  organisation.retention = { words: 'erase', decision: 'KS 2026/123 § 45' };
  const file = join(mkdtempSync(join(tmpdir(), 'idelotsen-')), 'organisation.json');
  writeFileSync(file, JSON.stringify(organisation));
  return file;
}
