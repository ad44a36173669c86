import { odata, TableClient, type TableEntityResult } from '@azure/data-tables';
import { connectionStringOf } from '../storage/azurite';
import { type RunningAzurite, startOwnAzurite } from '../storage/storage';
import { type Connector, startConnector } from '../teams/connector';
import type { Person } from '../teams/person';
import { Teams } from '../teams/teams';
import { BotProcess, type Env, killAllBots, type StartOptions } from './bot-process';
import { StorageGate } from './storage-gate';

type Table = 'Ideas' | 'People' | 'Deliveries';

/** People of config/organisation.example.json, where the example has them. */
const people = {
  employee: { name: 'Demo Medarbetare', email: 'medarbetare@soderhamra.example' },
  leader: { name: 'Innovationsledare Vård', email: 'innovationsledare.vard@soderhamra.example' },
};

/** A municipality's bot in operation: a process, its own storage account behind a gate, and Teams around it. */
export class Deployment {
  readonly teams: Teams;
  readonly employee: Person;
  readonly leader: Person;

  private constructor(
    readonly azurite: RunningAzurite,
    readonly gate: StorageGate,
    readonly connector: Connector,
  ) {
    // A turn may be held up as long as a test wants: it is the test that gives up.
    this.teams = new Teams({ connector, botUrl: '', patienceMs: 60_000 });
    this.employee = this.teams.person(people.employee);
    this.leader = this.teams.person(people.leader);
  }

  static async open(): Promise<Deployment> {
    const azurite = await startOwnAzurite();
    return new Deployment(azurite, await StorageGate.open(azurite.ports), await startConnector());
  }

  /** What the bot is told of where it runs; port 0 is any free one. */
  get env(): Env {
    return { NODE_ENV: 'development', PORT: '0', AZURE_STORAGE_CONNECTION_STRING: connectionStringOf(this.gate.ports) };
  }

  /** Starts the bot, and settles when it answers; from then on Teams speaks to this one. */
  async start(env: Env = {}, options: StartOptions = {}): Promise<BotProcess> {
    const bot = new BotProcess({ ...this.env, ...env }, options);
    this.teams.botUrl = `${await bot.url()}/api/messages`;
    return bot;
  }

  /** Both install the bot, and the employee says where they work. */
  async arrive(): Promise<void> {
    await this.leader.installs();
    await this.employee.installs();
    await this.employee.presses('Välj', { department: 'VOO' });
  }

  /** The employee has an idea for the department whose leader is `leader`; settles when the receipt has come. */
  async submits(title: string, problem = 'Bilarna räcker inte på morgonen.'): Promise<void> {
    await this.employee.says('idé');
    const receipt = await this.employee.presses('Skicka idén', { title, problem });
    if (!JSON.stringify(receipt.body).includes('Din idé är inskickad')) throw new Error(JSON.stringify(receipt.body));
  }

  /** The leader's messages that show this text, as first sent, typing and deleted ones left out. */
  leaderHas(text: string): number {
    return this.leader.chat().filter(({ texts }) => texts.some((one) => one.includes(text))).length;
  }

  /** All rows of a table, read past the gate. */
  async rows(table: Table): Promise<TableEntityResult<Record<string, unknown>>[]> {
    const rows: TableEntityResult<Record<string, unknown>>[] = [];
    for await (const row of this.#table(table).listEntities()) rows.push(row);
    return rows;
  }

  /** The keys of a table that begin so, read past the gate. */
  async keys(table: Table, prefix: string): Promise<string[]> {
    const filter = odata`RowKey ge ${prefix} and RowKey lt ${`${prefix}~`}`;
    const keys: string[] = [];
    for await (const { rowKey = '' } of this.#table(table).listEntities({
      queryOptions: { filter, select: ['RowKey'] },
    }))
      keys.push(rowKey);
    return keys;
  }

  /** What a killed bot had in hand is nobody's any more, as if the half minute had passed for which it had claimed it. */
  async claimsRunOut(): Promise<void> {
    for (const row of await this.rows('Deliveries')) {
      if (row.state !== 'sending') continue;
      const { partitionKey = '', rowKey = '', etag } = row;
      const deadline = new Date().toISOString();
      await this.#table('Deliveries').updateEntity({ partitionKey, rowKey, deadline }, 'Merge', { etag });
    }
  }

  /** What is put off until later is due now, as if the minutes had passed. */
  async waitsAreOver(): Promise<void> {
    const due = new Date().toISOString();
    for (const row of await this.rows('Deliveries')) {
      if (row.state !== 'owed') continue;
      const { partitionKey = '', rowKey = '', etag, person, run } = row;
      const openAt = (at: unknown) => `open|${String(Date.parse(String(at))).padStart(13, '0')}|${person}|${run}`;
      await this.#table('Deliveries').submitTransaction([
        ['update', { partitionKey, rowKey, due }, 'Merge', { etag: etag ?? '' }],
        ['delete', { partitionKey, rowKey: openAt(row.due) }],
        ['create', { partitionKey, rowKey: openAt(due) }],
      ]);
    }
  }

  #table(name: Table): TableClient {
    return TableClient.fromConnectionString(this.azurite.connectionString, name, { allowInsecureConnection: true });
  }

  async close(): Promise<void> {
    await killAllBots();
    await this.gate.close();
    await this.connector.stop();
    await this.azurite.stop();
  }
}
