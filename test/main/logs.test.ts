import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault, forever } from '../support/misbehaviour';
import type { Person } from '../support/person';
import { type BotProcess, killAllBots, ROOT } from './bot-process';
import { Deployment } from './deployment';
import type { StorageRequest } from './storage-gate';
import { PATIENCE, until } from './until';

// Everything that people write here, and every name and address, has the word "kanarie" in it.
const canary = /kanarie/i;
const leaderContact = { name: 'Kanarie Ledare', email: 'kanarie.ledare@soderhamra.example', title: 'Kanarieledare' };

/** The example municipality, with our leader. */
function organisationFile(): string {
  const organisation = JSON.parse(readFileSync(join(ROOT, 'config', 'organisation.example.json'), 'utf8'));
  const department = organisation.departments.find(({ code }: { code: string }) => code === 'VOO');
  department.leaders = [leaderContact];
  const file = join(mkdtempSync(join(tmpdir(), 'idelotsen-')), 'organisation.json');
  writeFileSync(file, JSON.stringify(organisation));
  return file;
}

describe('the log at its most talkative', () => {
  let town: Deployment;
  let bot: BotProcess;
  let employee: Person;
  let leader: Person;

  beforeAll(async () => {
    town = await Deployment.open();
    bot = await town.start({ LOG_LEVEL: 'trace', ORGANISATION_FILE: organisationFile() });
    leader = town.teams.person(leaderContact);
    employee = town.teams.person({ name: 'Kanarie Medarbetare', email: 'kanarie.medarbetare@soderhamra.example' });
  });

  // What storage and Teams say when they refuse quotes all that they were sent.
  afterEach(() => town.gate.reopen());

  afterAll(async () => {
    await killAllBots();
    await town?.close();
  });

  const submits = async (title: string) => {
    await employee.says('idé');
    const words = { title: `Kanarie ${title}`, problem: 'Kanariefåglarna väntar.', solution: 'Fler kanarieburar.' };
    return employee.presses('Skicka idén', words);
  };

  it('follows an idea through its life', async () => {
    await leader.installs();
    await employee.installs();
    await employee.presses('Välj', { department: 'VOO' });
    await submits('ett');
    await leader.waitsFor('Kanarie ett', { within: PATIENCE });
    await leader.presses('Ställ en fråga');
    await leader.presses('Skicka frågan', { question: 'Hur många kanariefåglar?' });
    await employee.waitsFor('Hur många kanariefåglar?', { within: PATIENCE });
    await employee.says('Tretton kanariefåglar, ungefär.');
    await employee.presses('Ja, skicka svaret');
    await leader.waitsFor('Tretton kanariefåglar', { within: PATIENCE });
    await leader.presses('Fler val');
    await leader.presses('Avsluta');
    await leader.presses('Avsluta', { reason: 'Kanarier trivs inte här.', tryAgain: 'När det finns kanariefrö.' });
    await employee.waitsFor('Kanarier trivs inte här.', { within: PATIENCE });
    await employee.says('En kanariefågel till, kanske?');
    await employee.says('ledare kanarie');
  });

  it.each<[what: string, request: (asked: StorageRequest) => boolean]>([
    ['read a person', ({ path }) => path.includes('/People(')],
    ['save an idea', ({ body }) => body.includes('"idea|')],
    ['read an idea', ({ path }) => path.includes("'idea|")],
    ['note whom to tell', ({ body }) => body.includes('/Deliveries')],
  ])('tells that storage refused to %s', async (_what, request) => {
    const before = bot.said.length;
    town.gate.refuse(request);
    const stranger = town.teams.person({ name: 'Kanarie Ny', email: 'kanarie.ny@soderhamra.example' });
    await stranger.says('Kanarie igen');
    await submits('två').catch(() => undefined);
    await employee.says('mina idéer');
    await until(() => bot.said.slice(before).includes('"level":50'));
  });

  it('tells that Teams refused a message', async () => {
    const refusal = fault('BadArgument', `Kanarie: ${JSON.stringify(leaderContact)}`);
    const order = town.connector.misbehave(
      ({ kind }) => kind === 'post',
      forever({ arrives: false, answer: { status: 400, body: refusal } }),
    );
    const before = bot.said.length;
    await employee.says('hjälp');
    await submits('tre').catch(() => undefined);
    await until(() => bot.said.slice(before).includes('"level":50'));
    order();
  });

  it.each<[what: string, body: string]>([
    ['no JSON', 'kanarie'],
    ['half of it', '{"type":"message","text":"kanarie'],
    ['no activity', '{"text":"kanarie"}'],
    ['more than anybody writes', JSON.stringify({ type: 'message', text: 'kanarie '.repeat(100_000) })],
  ])('is not led astray by a body that is %s', async (_what, body) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(town.teams.botUrl, { method: 'POST', headers, body });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toMatch(canary);
  });

  it('is lines of JSON, and none of it is what people wrote or what they are called', async () => {
    await bot.stop();
    const lines = bot.said.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
    expect(lines.filter((line) => canary.test(line))).toEqual([]);
    for (const secret of [employee, leader].flatMap(({ aadObjectId, id }) => [aadObjectId, id])) {
      expect(bot.said).not.toContain(secret);
    }
  });
});
