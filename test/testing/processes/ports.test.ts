import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../../../dev/demo/demo';
import { allPorts, firstTaken, freePorts } from '../../../testing/processes/ports';

describe('The ports of the demo', () => {
  it('are seven different ones, free when they are handed out', async () => {
    const ports = allPorts(await freePorts());
    expect(new Set(ports).size).toBe(7);
    expect(await firstTaken(ports)).toBeUndefined();
  });

  it('are none that a system hands out by itself, to a program that starts meanwhile', async () => {
    for (let time = 0; time < 20; time++) expect(Math.max(...allPorts(await freePorts()))).toBeLessThan(32_768);
  });

  it.each(['127.0.0.1', '0.0.0.0'])(
    'are refused in one sentence, before anything starts, when %s has one',
    async (host) => {
      const server = createServer().listen(0, host);
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const free = await freePorts();
      const dataDir = join(tmpdir(), `demo-${port}`);
      const start = startDemo({ dataDir, ports: { ...free, playgrounds: { ...free.playgrounds, leader: port } } });
      await expect(start).rejects.toThrow(
        `Port ${port} is in use by another program: close it (or an earlier npm start), or write npm start -- --free-ports.`,
      );
      expect(existsSync(dataDir)).toBe(false);
      server.close();
      await once(server, 'close');
    },
  );
});
