/**
 * What Idélotsen is measured against: a bot of plain botbuilder, restify and the tables' own SDK. On help, my ideas, submit
 * and decide it asks storage for the same reads and the same transaction, of rows of the same size, and answers with the
 * same cards, already drawn. It judges nothing, keeps no rules and tells nobody else.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { TableClient, TransactionAction } from '@azure/data-tables';
import {
  type Activity,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import { createServer, plugins } from 'restify';
import type { RunningBot } from './running-bot';

/** Finished cards, by what they answer. */
export type Answers = Record<'help' | 'mine' | 'submit' | 'decide', object>;

export interface BareSettings {
  /** Without it the bot keeps nothing, and answers everything with a word. */
  connectionString?: string;
  /** Put before the names of tables. */
  prefix?: string;
  answers?: Answers;
  port?: number;
}

const PARTITION = 'soderhamra|0';
const PEOPLE = 'soderhamra';
/** So many of what somebody has written and not sent in. */
const MOST_DRAFTS = 100;
/** Whom a submit looks up: those who can decide on it, by their addresses in the example organisation. */
const CHAIN = ['innovationsledare.vard', 'innovationsledare.aldreomsorg', 'ersattare.vard', 'innovationschef', 'x'];
const PAGE = 8;

export async function startBareBot(settings: BareSettings): Promise<RunningBot> {
  const { connectionString, prefix = '', answers, port = 0 } = settings;
  const turn = connectionString && answers ? turns(await openTables(connectionString, prefix), answers) : word;
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = createServer({ name: 'bare' });
  server.use(plugins.bodyParser({ mapParams: false }));
  server.post('/api/messages', async ({ body, headers, method = 'POST' }, response) => {
    await adapter.process({ body, headers, method }, response, turn);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.close();
      server.server.closeAllConnections();
    },
  };
}

async function word(context: TurnContext): Promise<void> {
  if (context.activity.type === 'message') await context.sendActivity('Hej');
}

interface Tables {
  ideas: TableClient;
  people: TableClient;
}

/** Loaded when there is storage, so that a bot without one starts as fast as it can. */
async function openTables(connectionString: string, prefix: string): Promise<Tables> {
  const { TableClient } = require('@azure/data-tables') as typeof import('@azure/data-tables');
  const open = (name: string) =>
    TableClient.fromConnectionString(connectionString, `${prefix}${name}`, { allowInsecureConnection: true });
  const tables = { ideas: open('Ideas'), people: open('People') };
  await Promise.all([tables.ideas.createTable(), tables.people.createTable()]);
  return tables;
}

function turns({ ideas, people }: Tables, answers: Answers): (context: TurnContext) => Promise<void> {
  /** Entra object id → reference, of those who have written. */
  const known = new Map<string, string>();

  async function meet({ from }: Activity): Promise<string> {
    const objectId = from.aadObjectId ?? '';
    const ref = known.get(objectId) ?? `p${code(16)}`;
    if (known.has(objectId)) return ref;
    known.set(objectId, ref);
    const body = JSON.stringify({ person: { ref, name: from.name } });
    for (const rowKey of [`aad|${objectId}`, `person|${ref}`]) {
      await people.createEntity({ partitionKey: PEOPLE, rowKey, body });
    }
    return ref;
  }

  async function mine(context: TurnContext, ref: string): Promise<void> {
    const [rows] = await Promise.all([
      list(`list|mine|${ref}|`, PAGE + 1),
      list(`draft|${ref}|`, MOST_DRAFTS, { table: people, partition: PEOPLE }),
    ]);
    await Promise.all(rows.slice(0, PAGE).map(({ id }) => ideas.getEntity(PARTITION, `record|${id}`)));
    await send(context, answers.mine);
  }

  async function submit(context: TurnContext, ref: string, words: Words): Promise<void> {
    await Promise.all(CHAIN.map((name) => found(people, `email|${hash(name)}`)));
    const id = code(6);
    await ideas.submitTransaction(created(id, ref, words));
    await respond(context, { ...answers.submit, idea: id });
  }

  async function decide(
    context: TurnContext,
    ref: string,
    { idea: id, idempotencyKey }: { idea: string; idempotencyKey: string },
  ) {
    const [row] = await Promise.all([ideas.getEntity<IdeaRow>(PARTITION, `record|${id}`), list(`adopt|${id}|`)]);
    const { submitter } = JSON.parse(row.state) as { submitter: string };
    const queues = ['leader.VOO', 'deputy.VOO', 'office.VOO', 'outside.VOO', 'outsideMoney.VOO', 'invited.VOO'];
    await Promise.all([
      ideas.submitTransaction(explored(row, id, idempotencyKey, ref)),
      found(people, `person|${submitter}`),
      found(people, `person|${ref}`),
      found(ideas, `tally|${id}`, PARTITION),
      found(ideas, `thank|${id}|${ref}`, PARTITION),
      found(ideas, `need|${id}|${ref}`, PARTITION),
      found(ideas, `groupOf|${id}`, PARTITION),
      list(`list|waits|${ref}|`),
      ...queues.map((queue) => list(`list|waits|${queue}|`)),
    ]);
    await respond(context, answers.decide);
  }

  async function list(
    prefix: string,
    limit = 1000,
    { table, partition } = { table: ideas, partition: PARTITION },
  ): Promise<{ id: string }[]> {
    const filter = `PartitionKey eq '${partition}' and RowKey ge '${prefix}' and RowKey lt '${prefix.slice(0, -1)}}'`;
    const pages = table.listEntities<{ id: string }>({ queryOptions: { filter } }).byPage({ maxPageSize: limit });
    const { value = [] } = await pages.next();
    return value as { id: string }[];
  }

  return async (context) => {
    const { type, text, value } = context.activity;
    if (type !== 'message' && type !== 'invoke') return;
    const ref = await meet(context.activity);
    const { verb, data } = (value?.action ?? {}) as {
      verb?: string;
      data: Words & { idea: string; idempotencyKey: string };
    };
    if (verb === 'submit') return submit(context, ref, data);
    if (verb === 'act') return decide(context, ref, data);
    if (text === 'mina idéer') return mine(context, ref);
    await send(context, answers.help);
  };
}

interface Words {
  title: string;
  problem: string;
}

interface IdeaRow extends Words {
  state: string;
  lists: string;
  stage: string;
  department: string;
}

const listRow = (id: string, submitter: string) => ({ id, submitter, fresh: true, reminded: false });
const create = (rowKey: string, columns: object): TransactionAction => [
  'create',
  { partitionKey: PARTITION, rowKey, ...columns },
];

/** The eleven rows of a new idea. */
function created(id: string, submitter: string, { title, problem }: Words): TransactionAction[] {
  const now = new Date();
  const at = now.toISOString();
  const state = {
    ...{ id, seq: 1, decisionVersion: 1, stage: 'submitted', hidden: false, submitter, confidential: false },
    ...{
      department: 'VOO',
      origin: 'VOO',
      tier: 'leader',
      reminded: false,
      asked: false,
      createdAt: at,
      changedAt: at,
    },
    ...{ waiting: { for: 'deciders' }, waitingSince: at, answerBy: '2026-12-05' },
  };
  const keys = [
    `list|mine|${submitter}|${9_999_999_999_999 - now.getTime()}|${id}`,
    `list|open|VOO|${id}`,
    ...waitingKeys(id, 'leader.VOO', '2026-12-05', '1796540400000'),
  ];
  const rows = listRows(keys, listRow(id, submitter), {
    ...{ id, at, stage: 'submitted', for: 'deciders', reminded: false, escalated: false },
    answerBy: '2026-12-05',
  });
  const lists = JSON.stringify(rows);
  const data = { submitter, department: 'VOO', confidential: false, tier: 'leader' };
  const to = { stage: 'submitted', waiting: { for: 'deciders' }, answerBy: '2026-12-05' };
  const body = JSON.stringify({ type: 'submitted', data, to, seq: 1, at, by: submitter });
  return [
    create(`record|${id}`, {
      title,
      problem,
      state: JSON.stringify(state),
      lists,
      stage: 'submitted',
      department: 'VOO',
    }),
    create(`op|${code(16)}`, { id, seq: 1, by: submitter }),
    ...keys.map((key) => create(key, rows[key] ?? {})),
    create(`event|${id}|000001`, { body }),
    create(`week|2026-W48|VOO|${now.getTime()}|${id}|000001`, { body, department: 'VOO' }),
    create(`log|${now.getTime()}|${id}|000001`, { body }),
    create(`text|${id}|000001`, { words: JSON.stringify({ title, problem }) }),
    create(`outbox|${id}|000001`, { id, seq: 1 }),
  ];
}

/** The eleven changes of a decision: the leader explores the idea. */
function explored(
  before: IdeaRow & { etag: string },
  id: string,
  idempotencyKey: string,
  by: string,
): TransactionAction[] {
  const now = new Date();
  const at = now.toISOString();
  const { etag, title, problem } = before;
  const state = JSON.parse(before.state) as { submitter: string };
  const to = { stage: 'exploring', waiting: { for: 'driver', person: by }, answerBy: '2026-12-21' };
  const after = {
    ...state,
    ...to,
    seq: 2,
    decisionVersion: 2,
    changedAt: at,
    waitingSince: at,
    leader: by,
    driver: by,
  };
  const old = Object.keys(JSON.parse(before.lists) as object);
  const moved = waitingKeys(id, by, '2026-12-21', '1797922800000');
  const rows = listRows([...old.slice(0, 2), ...moved], listRow(id, state.submitter), {
    ...{ id, at, stage: 'exploring', for: 'driver', reminded: false, escalated: false },
    answerBy: '2026-12-21',
  });
  const open = `list|open|VOO|${id}`;
  const lists = JSON.stringify(rows);
  const columns = { title, problem, state: JSON.stringify(after), lists, stage: 'exploring', department: 'VOO' };
  const body = JSON.stringify({ type: 'explored', data: {}, to, seq: 2, at, by });
  return [
    ['update', { partitionKey: PARTITION, rowKey: `record|${id}`, ...columns }, 'Replace', { etag }],
    create(`op|${idempotencyKey}`, { id, seq: 2, by }),
    ...old.slice(2).map((rowKey): TransactionAction => ['delete', { partitionKey: PARTITION, rowKey }]),
    ['upsert', { partitionKey: PARTITION, rowKey: open, ...rows[open] }, 'Replace'],
    ...moved.map((key) => create(key, rows[key] ?? {})),
    create(`event|${id}|000002`, { body }),
    create(`week|2026-W48|VOO|${now.getTime()}|${id}|000002`, { body, department: 'VOO' }),
    create(`log|${now.getTime()}|${id}|000002`, { body }),
    create(`outbox|${id}|000002`, { id, seq: 2, shownIn: '1:000008' }),
  ];
}

/** What stands in each list; that of what waits in a department says more. */
const listRows = (keys: readonly string[], row: object, open: object): Record<string, object> =>
  Object.fromEntries(keys.map((key) => [key, key.startsWith('list|open|') ? open : row]));

const waitingKeys = (id: string, queue: string, answerBy: string, reminder: string): string[] => [
  `list|waits|${queue}|${answerBy}|${id}`,
  `due|${reminder}|${id}|reminder`,
];

const code = (length: number): string =>
  Array.from(randomBytes(length), (byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32]).join('');
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);

const found = (table: TableClient, rowKey: string, partition = PEOPLE): Promise<unknown> =>
  table.getEntity(partition, rowKey).catch(() => undefined);

const send = (context: TurnContext, card: object) =>
  context.sendActivity({ type: 'message', attachments: [CardFactory.adaptiveCard(card)] });

const respond = (context: TurnContext, card: object) =>
  context.sendActivity({
    type: 'invokeResponse',
    value: { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } },
  });
