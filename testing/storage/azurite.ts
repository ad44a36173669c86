import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from 'azurite/package.json';
import type { Child, Children } from '../processes/children';
import type { DemoPorts } from '../processes/ports';

/** The account that every Azurite knows; name and key are published in Azurite's own documentation. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export type AzuritePorts = DemoPorts['azurite'];

export interface AzuriteOptions {
  /**
   * Where it keeps its data, each version for itself, for one may not start with what another has written (3.36 with
   * pictures of 3.35). Saved every few seconds and when it is stopped; without it all stays in memory.
   */
  folder?: string;
  logFile?: string;
  /** 0 is any free one. */
  ports: AzuritePorts;
}

export interface Azurite {
  connectionString: string;
  /** Where it listens. */
  ports: AzuritePorts;
  process: Child;
}

/** Starts Azurite, the storage account of this machine, and settles when its services listen. */
export async function startAzurite(children: Children, { folder, logFile, ports }: AzuriteOptions): Promise<Azurite> {
  const location = folder && join(folder, version);
  const azurite = children.start({
    name: 'Azurite (storage)',
    script: require.resolve('azurite/dist/src/azurite.js'),
    args: [
      ...Object.entries(ports).flatMap(([service, port]) => [`--${service}Port`, String(port)]),
      ...(location === undefined ? ['--inMemoryPersistence'] : ['--location', location]),
      ...['--silent', '--skipApiVersionCheck', '--disableTelemetry'],
    ],
    cwd: location ?? tmpdir(),
    ...(logFile !== undefined && { logFile }),
  });
  const listening: Partial<AzuritePorts> = {};
  const found = await azurite.firstLine((line) => {
    const [, service, port] = /^Azurite (\w+) service is successfully listening at http:.*:(\d+)/.exec(line) ?? [];
    if (service !== undefined) listening[service.toLowerCase() as keyof AzuritePorts] = Number(port);
    const { blob, queue, table } = listening;
    return blob && queue && table ? { blob, queue, table } : undefined;
  });
  return { connectionString: connectionStringOf(found), ports: found, process: azurite };
}

/** Azurite's account at these ports of the loopback address. */
export function connectionStringOf(ports: AzuritePorts): string {
  const endpoints = Object.entries(ports).map(
    ([service, port]) => `${service[0]?.toUpperCase()}${service.slice(1)}Endpoint=http://127.0.0.1:${port}/${ACCOUNT};`,
  );
  return `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};${endpoints.join('')}`;
}
