import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

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

/** Seven ports that were free a moment ago, for a demo beside another one. */
export async function freePorts(): Promise<DemoPorts> {
  const servers = allPorts(usualPorts).map(() => createServer().listen(0, '::'));
  const numbers = await Promise.all(servers.map(portOf));
  await Promise.all(servers.map(close));
  const [bot = 0, employee = 0, leader = 0, manager = 0, blob = 0, queue = 0, table = 0] = numbers;
  return { bot, playgrounds: { employee, leader, manager }, azurite: { blob, queue, table } };
}

/** Only "address in use" counts: a machine without IPv6 is no obstacle. */
async function isTaken(port: number, host: string): Promise<boolean> {
  const server = createServer().listen(port, host);
  try {
    await portOf(server);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  }
  await close(server);
  return false;
}

async function portOf(server: Server): Promise<number> {
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  await closed;
}
