import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotProcess, killAllBots } from '../../testing/processes/bot-process';
import { Deployment } from '../../testing/processes/deployment';
import { ROOT } from '../../testing/processes/programs';
import type { StorageRequest } from '../../testing/processes/storage-gate';
import { PATIENCE, until } from '../../testing/processes/until';
import { fault, forever } from '../../testing/teams/misbehaviour';
import type { Person } from '../../testing/teams/person';

// Everything that people write here, every name and address, and the bot's password have the word "kanarie" in them.
const canary = /kanarie/i;
const app = {
  MicrosoftAppId: '2f6d3c1e-8a4b-4c7d-9e10-5b6a7c8d9e0f',
  MicrosoftAppTenantId: '6a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppPassword: 'kanarie-losenord~1',
};
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
  let leaving: Person;

  beforeAll(async () => {
    town = await Deployment.open();
    bot = await town.start({ LOG_LEVEL: 'trace', ORGANISATION_FILE: organisationFile() });
    leader = town.teams.person(leaderContact);
    leaving = town.teams.person({ name: 'Kanarie Lämnar', email: 'kanarie.lamnar@soderhamra.example' });
    employee = town.teams.person({ name: 'Kanarie Medarbetare', email: 'kanarie.medarbetare@soderhamra.example' });
  });

  /** Everything that was ever answered over HTTP to somebody who is not a person in Teams. */
  const answers: string[] = [];
  async function asks(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(path, town.teams.botUrl), { redirect: 'manual', ...init });
    answers.push(`${response.status} ${JSON.stringify([...response.headers])} ${await response.clone().text()}`);
    return response;
  }

  /** What must be nowhere: people's ids, the key to storage as it is and as it is sent, signatures made with it. */
  const secrets = (): string[] => {
    const key = /AccountKey=([^;]+)/.exec(town.env.AZURE_STORAGE_CONNECTION_STRING ?? '')?.[1] ?? '';
    const people = [employee, leader, leaving].flatMap(({ aadObjectId, id, conversationId }) => [
      aadObjectId,
      id,
      conversationId,
    ]);
    return [key, encodeURIComponent(key), 'SharedKey', 'sig=', ...people];
  };

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
    // The card that is there shows the answer first; the message that follows it brings the same buttons once more.
    await leader.waitsFor('har svarat på frågan', { within: PATIENCE });
    await leader.presses('Avsluta');
    await leader.presses('Avsluta', { reason: 'Kanarier trivs inte här.', tryAgain: 'När det finns kanariefrö.' });
    await employee.waitsFor('Kanarier trivs inte här.', { within: PATIENCE });
    await employee.says('En kanariefågel till, kanske?');
    await employee.says('ledare kanarie');
  });

  it.each<[what: string, request: (asked: StorageRequest) => boolean]>([
    ['read a person', ({ path }) => path.includes('/People(')],
    ['save an idea', ({ body }) => body.includes('"record|')],
    ['read an idea', ({ path }) => path.includes("'record|")],
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
    try {
      await until(() => bot.said.slice(before).includes('A message could not be sent'));
    } finally {
      order();
    }
    expect(bot.said.slice(before)).toContain('An answer could not be shown');
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

  it('gives people their data, and lets them leave, also when storage does not let them at first', async () => {
    await leaving.installs();
    await leaving.presses('Välj', { department: 'VOO' });
    await leaving.says('idé');
    await leaving.presses('Skicka idén', { title: 'Kanarie fyra', problem: 'Kanarieburen är trasig.' });
    await leaving.says('mina uppgifter');
    const place = { contentUrl: 'https://kanarie.example/fil', uniqueId: 'kanarie', fileType: 'txt' };
    for (const uploadUrl of ['https://kanarie.example/fil', 'http://127.0.0.1:9/kanarie', 'kanarie']) {
      const value = { type: 'fileUpload', action: 'accept', uploadInfo: { ...place, uploadUrl } };
      await leaving.delivers({ type: 'invoke', name: 'fileConsent/invoke', value });
    }
    await leaving.says('ta bort mina uppgifter');
    const before = bot.said.length;
    town.gate.refuse(({ body }) => body.includes('leaving|'));
    await leaving.presses('Ta bort mina uppgifter');
    await until(() => bot.said.slice(before).includes('"level":50'));
    town.gate.reopen();
    const erased = await leaving.presses('Ta bort mina uppgifter');
    expect(JSON.stringify(erased.body)).toContain('Dina uppgifter är borttagna');
  });

  it('answers those who are not in Teams with a status, whatever they ask and whatever is wrong', async () => {
    const json = { 'content-type': 'application/json' };
    for (const path of [
      '/healthz',
      '/readyz',
      '/metrics',
      '/kanarie?kanarie=kanarie',
      '/api/messages',
      '/api/messages/kanarie',
    ]) {
      await asks(path);
      await asks(path, { method: 'POST', headers: json, body: '{"text":"kanarie"}' });
    }
    town.gate.refuse(() => true);
    await asks('/readyz');
    await asks('/metrics');
    const activity = {
      type: 'message',
      text: 'kanarie',
      serviceUrl: 'https://kanarie.example',
      from: { id: 'kanarie' },
    };
    const chat = { recipient: { id: 'kanarie' }, conversation: { id: 'kanarie' } };
    await asks('/api/messages', { method: 'POST', headers: json, body: JSON.stringify({ ...activity, ...chat }) });
    town.gate.reopen();
    const metrics = await asks('/metrics');
    expect(await metrics.text()).toContain('idelotsen_deliveries_total');
    expect(answers.length).toBeGreaterThan(12);
    expect(answers.filter((answer) => canary.test(answer))).toEqual([]);
    for (const secret of secrets()) expect(answers.join('\n')).not.toContain(secret);
    // Nor what leads into the code or the machine.
    expect(answers.filter((answer) => /\bat .+:\d+|node_modules|\/src\/|127\.0\.0\.1|Error/.test(answer))).toEqual([]);
  });

  it('keeps the bot’s own password and what strangers send it out of everything', async () => {
    const { botUrl } = town.teams;
    const signed = await town.start({ ...app, LOG_LEVEL: 'trace' });
    const headers = { 'content-type': 'application/json', authorization: 'Bearer kanarie.kanarie.kanarie' };
    const before = answers.length;
    for (const authorization of [headers.authorization, 'Basic kanarie', '']) {
      await asks('/api/messages', {
        method: 'POST',
        headers: { ...headers, authorization },
        body: JSON.stringify({
          type: 'message',
          text: 'kanarie',
          serviceUrl: 'https://kanarie.example',
          from: { id: 'k' },
        }),
      });
    }
    await signed.stop();
    town.teams.botUrl = botUrl;
    expect(signed.said).not.toMatch(canary);
    for (const secret of secrets()) expect(signed.said).not.toContain(secret);
    expect(answers.slice(before).filter((answer) => canary.test(answer))).toEqual([]);
  });

  it('is lines of JSON, and none of it is what people wrote or what they are called', async () => {
    await bot.stop();
    const lines = bot.said.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
    expect(lines.filter((line) => canary.test(line))).toEqual([]);
    for (const secret of secrets()) expect(bot.said).not.toContain(secret);
  });
});
