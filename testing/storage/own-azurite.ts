// Jest's globalSetup reads this file without its moduleNameMapper, so imports here carry no .js.

import { Children } from '../processes/children';
import { type AzuritePorts, startAzurite as startAmong } from './azurite';

export interface OwnAzuriteOptions {
  /** A folder where tables and queues are kept; without it everything stays in memory. */
  dataDir?: string;
  /** Ports of an earlier instance, to come back at the same address after an outage; default: free ones. */
  ports?: AzuritePorts;
}

export interface RunningAzurite {
  connectionString: string;
  ports: AzuritePorts;
  pid: number;
  /** SIGTERM, and settles when the process is gone; data in `dataDir` is saved. May be called twice. */
  stop(): Promise<void>;
}

/** Starts one Azurite process and settles when all its services listen. It ends with this process at the latest. */
export async function startAzurite({ dataDir, ports }: OwnAzuriteOptions = {}): Promise<RunningAzurite> {
  const children = new Children();
  const { process, ...azurite } = await startAmong(children, {
    ...(dataDir !== undefined && { folder: dataDir }),
    ports: ports ?? { blob: 0, queue: 0, table: 0 },
  });
  process.unref();
  return { ...azurite, pid: process.pid, stop: () => children.stop() };
}
