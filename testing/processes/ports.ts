import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** What listens where while the demo runs. */
export interface DemoPorts {
  bot: number;
  playgrounds: { employee: number; leader: number; manager: number };
  azurite: { blob: number; queue: number; table: number };
}

/** The addresses that the README names; Azurite's are those of `UseDevelopmentStorage=true`. */
export const usualPorts: DemoPorts = {
  bot: 3978,
  playgrounds: { employee: 56150, leader: 56151, manager: 56152 },
  azurite: { blob: 10000, queue: 10001, table: 10002 },
};

export function allPorts({ bot, playgrounds, azurite }: DemoPorts): number[] {
  return [bot, ...Object.values(playgrounds), ...Object.values(azurite)];
}

/** The first of these ports that another program on this machine listens on. */
export async function firstTaken(ports: readonly number[]): Promise<number | undefined> {
  for (const port of ports) {
    for (const host of ['127.0.0.1', '::']) if (await isTaken(port, host)) return port;
  }
  return undefined;
}

/**
 * Seven ports in a row that nothing listens on, for a demo beside another one. They lie below those that systems hand
 * out by themselves (from 32768 on Linux, 49152 elsewhere), so that no other program is given one before the demo listens.
 */
export async function freePorts(): Promise<DemoPorts> {
  for (;;) {
    const first = randomInt(20_000, 30_000);
    const ports = {
      bot: first,
      playgrounds: { employee: first + 1, leader: first + 2, manager: first + 3 },
      azurite: { blob: first + 4, queue: first + 5, table: first + 6 },
    };
    if ((await firstTaken(allPorts(ports))) === undefined) return ports;
  }
}

/** Only "address in use" counts: a machine without IPv6 is no obstacle. */
async function isTaken(port: number, host: string): Promise<boolean> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  }
  const closed = once(server, 'close');
  server.close();
  await closed;
  return false;
}
