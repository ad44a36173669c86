import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { TableClient } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import { startOwnAzurite, testConnectionString, uniquePrefix } from '../../../testing/storage/storage.js';

const tableAt = (connectionString: string, name: string) =>
  TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });

describe('storage for tests', () => {
  it("keeps an entity and a queue message in the run's Azurite", async () => {
    const prefix = uniquePrefix();
    const table = tableAt(testConnectionString(), `${prefix}Ideas`);
    await table.createTable();
    await table.createEntity({ partitionKey: 'p', rowKey: 'r', title: 'Cykelpool' });
    expect((await table.getEntity('p', 'r')).title).toBe('Cykelpool');

    const queue = QueueServiceClient.fromConnectionString(testConnectionString()).getQueueClient(`${prefix}wake`);
    await queue.create();
    await queue.sendMessage('a2V5');
    expect((await queue.receiveMessages()).receivedMessageItems).toHaveLength(1);
  });

  it('gives every caller a prefix of its own that tables and queues accept', () => {
    const prefixes = Array.from({ length: 1000 }, uniquePrefix);
    expect(new Set(prefixes).size).toBe(1000);
    for (const prefix of prefixes) expect(prefix).toMatch(/^[a-z][a-z0-9]{11}$/);
  });

  it('starts an account apart from the others, which keeps its data over a stop and comes back at its address', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'idelotsen-azurite-'));
    const first = await startOwnAzurite({ dataDir });
    const table = tableAt(first.connectionString, 'Kept');
    await table.createTable();
    await table.createEntity({ partitionKey: 'p', rowKey: 'r', title: 'Kvar' });
    await first.stop();

    const second = await startOwnAzurite({ dataDir, ports: first.ports });
    expect(second.connectionString).toBe(first.connectionString);
    expect((await table.getEntity('p', 'r')).title).toBe('Kvar');
    await second.stop();
    expect(() => process.kill(second.pid, 0)).toThrow('ESRCH');
    rmSync(dataDir, { recursive: true });
  });

  it('leaves nothing running when the process that started it is killed', async () => {
    const program = `require(${JSON.stringify(join(__dirname, '../../../testing/storage/storage.ts'))}).startOwnAzurite().then((it) => {
      console.log(it.ports.table);
      setInterval(() => {}, 1000);
    });`;
    const parent = spawn(process.execPath, ['--import', 'tsx', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [port] = (await once(createInterface(parent.stdout), 'line')) as [string];
    const agent = new Agent({ keepAlive: true });
    const [response] = (await once(get({ port, agent }), 'response')) as [IncomingMessage];
    const ended = once(response.resume().socket, 'close');

    parent.kill('SIGKILL');
    await ended;
    // A process that ends closes its connections one by one, the listening one perhaps last.
    let code: unknown;
    while (code !== 'ECONNREFUSED') {
      code = await once(get({ port }), 'response').then(
        ([answer]: IncomingMessage[]) => answer?.resume().statusCode,
        (fault: NodeJS.ErrnoException) => fault.code,
      );
    }
  });
});
