import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';

/** The account that every Azurite knows; name and key are published in Azurite's own documentation. */
const accountName = 'devstoreaccount1';
const accountKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** Makes Azurite stop when its stdin ends. The system closes that pipe however the parent ends, SIGKILL included. */
const stopWithParent =
  'data:text/javascript,process.stdin.on("end",()=>process.kill(process.pid,"SIGTERM")).resume();process.stdin.unref();';

const services = ['Blob', 'Queue', 'Table'] as const;
type Service = (typeof services)[number];

export interface AzuriteOptions {
  /** An existing folder where tables and queues are kept; without it everything stays in memory. */
  dataDir?: string;
  /** Ports of an earlier instance, to come back at the same address after an outage; default: free ones. */
  ports?: Partial<Record<Service, number>>;
}

export interface RunningAzurite {
  connectionString: string;
  ports: Record<Service, number>;
  pid: number;
  /** SIGTERM, and settles when the process is gone; data in `dataDir` is saved. May be called twice. */
  stop(): Promise<void>;
}

/** Starts one Azurite process and settles when all its services listen. It ends with this process at the latest. */
export async function startAzurite({ dataDir, ports = {} }: AzuriteOptions = {}): Promise<RunningAzurite> {
  const place = dataDir === undefined ? ['--inMemoryPersistence'] : ['--location', dataDir];
  const child = spawn(
    process.execPath,
    [
      ...['--import', stopWithParent, require.resolve('azurite/dist/src/azurite.js')],
      ...services.flatMap((service) => [`--${service.toLowerCase()}Port`, String(ports[service] ?? 0)]),
      ...['--silent', '--skipApiVersionCheck', '--disableTelemetry', ...place],
    ],
    { cwd: tmpdir(), stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const listening = await portsFrom(child);
  for (const handle of [child, child.stdin, child.stdout, child.stderr] as { unref?(): void }[]) handle.unref?.();
  return {
    connectionString: connectionStringOf(listening),
    ports: listening,
    pid: child.pid ?? -1,
    stop: () => stop(child),
  };
}

/** Reads the ports that the system chose from Azurite's own announcements, which come when a service listens. */
function portsFrom(child: ChildProcess): Promise<Record<Service, number>> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const found = new Map<string, number>();
    const read = (line: string): void => {
      said.push(line);
      const [, service, port] = /^Azurite (\w+) service is successfully listening at http:.*:(\d+)/.exec(line) ?? [];
      if (service === undefined) return;
      found.set(service, Number(port));
      if (found.size === services.length) resolve(Object.fromEntries(found) as Record<Service, number>);
    };
    if (child.stdout !== null) createInterface(child.stdout).on('line', read);
    if (child.stderr !== null) createInterface(child.stderr).on('line', read);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`Azurite ended with ${code} before it listened:\n${said.join('\n')}`)),
    );
  });
}

function connectionStringOf(ports: Record<Service, number>): string {
  const endpoints = services.map((it) => `${it}Endpoint=http://127.0.0.1:${ports[it]}/${accountName};`);
  return `DefaultEndpointsProtocol=http;AccountName=${accountName};AccountKey=${accountKey};${endpoints.join('')}`;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.ref();
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(patience);
}
