import { join } from 'node:path';
import type { Children } from './children';
import type { DemoPorts } from './ports';

/** The account that every Azurite knows; name and key are published in Azurite's own documentation. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/**
 * Starts Azurite, the storage account of this machine, with its data in `folder`, and settles with the connection
 * string when its services listen. It saves every few seconds and when it is stopped.
 */
export async function startAzurite(
  children: Children,
  { folder, logFolder, ports }: { folder: string; logFolder: string; ports: DemoPorts['azurite'] },
): Promise<string> {
  const services = Object.entries(ports);
  const azurite = children.start({
    name: 'Azurite (storage)',
    script: require.resolve('azurite/dist/src/azurite.js'),
    args: [
      ...services.flatMap(([service, port]) => [`--${service}Port`, String(port)]),
      ...['--location', folder, '--silent', '--skipApiVersionCheck', '--disableTelemetry'],
    ],
    cwd: folder,
    logFile: join(logFolder, 'azurite.log'),
  });
  let listening = 0;
  await azurite.firstLine((line) => {
    if (line.includes('is successfully listening')) listening += 1;
    return listening === services.length || undefined;
  });
  const endpoints = services.map(([service, port]) => {
    return `${service[0]?.toUpperCase()}${service.slice(1)}Endpoint=http://127.0.0.1:${port}/${ACCOUNT};`;
  });
  return `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};${endpoints.join('')}`;
}
