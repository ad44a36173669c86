import { join } from 'node:path';
import { firstLanguage, languages } from '../../src/domain/languages';
import { Children } from '../../testing/processes/children';
import { allPorts, type DemoPorts, firstTaken, usualPorts } from '../../testing/processes/ports';
import { startAzurite } from '../../testing/storage/azurite';
import { type DemoWindow, demoWindows } from './demo-people';
import { startLocaleRelay } from './locale-relay';
import { startPlayground } from './playground';

const ROOT = join(__dirname, '..', '..');

export interface DemoOptions {
  ports?: DemoPorts;
  /** Where storage, the playgrounds' configuration and all logs are kept. */
  dataDir?: string;
  /** The language that Teams says the demo people use, as a locale. */
  locale?: string;
  /** Stops a start that is under way. */
  signal?: AbortSignal;
}

export interface Demo {
  /** The addresses to open in a browser. */
  windows: Record<DemoWindow, string>;
  botUrl: string;
  connectionString: string;
  logFolder: string;
  /** Settles with one sentence when a part of the demo ends by itself. The rest still runs until `stop`. */
  ended: Promise<string>;
  /** Stops the bot, then the playgrounds, then the storage, which saves. */
  stop(): Promise<void>;
}

/**
 * Starts storage, three playgrounds and the bot, each a process of its own, and settles when all of them answer.
 * When that fails, the error says why in one sentence and nothing is left running.
 */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { ports = usualPorts, signal } = options;
  const taken = await firstTaken(allPorts(ports));
  if (taken !== undefined) {
    throw new Error(
      `Port ${taken} is in use by another program: close it (or an earlier npm start), or write npm start -- --free-ports.`,
    );
  }
  const children = new Children();
  const stopped = new Promise<never>((_, reject) => {
    const refuse = () => reject(new Error('The start was interrupted.'));
    if (signal?.aborted) refuse();
    signal?.addEventListener('abort', refuse, { once: true });
    children.firstEnd.then((sentence) => reject(new Error(sentence)));
  });
  stopped.catch(() => {}); // after the start it is `ended` that tells
  try {
    return await Promise.race([startAll(children, { ...options, ports }), stopped]);
  } catch (error) {
    await children.stop();
    throw error;
  }
}

/** In this order, so that stopping, which goes the other way, lets the bot finish what it does. */
async function startAll(children: Children, options: DemoOptions & { ports: DemoPorts }): Promise<Demo> {
  const { ports, dataDir = join(ROOT, '.data'), locale = languages[firstLanguage].locale } = options;
  const logFolder = join(dataDir, 'logs');
  const botUrl = `http://127.0.0.1:${ports.bot}`;

  const { connectionString } = await startAzurite(children, {
    folder: join(dataDir, 'azurite'),
    logFile: join(logFolder, 'azurite.log'),
    ports: ports.azurite,
  });
  const relay = await startLocaleRelay(botUrl);
  children.addStop(relay.stop);
  const playground = { messagesUrl: relay.messagesUrl(locale), folder: join(dataDir, 'playground'), logFolder };
  const addresses = await Promise.all(
    demoWindows.map(async ({ role }) => {
      return [role, await startPlayground(children, { ...playground, role, port: ports.playgrounds[role] })] as const;
    }),
  );
  await startBot(children, { port: ports.bot, botUrl, connectionString, logFolder });
  return {
    windows: Object.fromEntries(addresses) as Demo['windows'],
    botUrl,
    connectionString,
    logFolder,
    ended: children.firstEnd,
    stop: () => children.stop(),
  };
}

/** The bot as `npm run bot` starts it. What a `.env` file says of a real deployment does not reach it. */
async function startBot(
  children: Children,
  {
    port,
    botUrl,
    connectionString,
    logFolder,
  }: Pick<Demo, 'botUrl' | 'connectionString' | 'logFolder'> & { port: number },
): Promise<void> {
  const bot = children.start({
    name: 'The bot',
    script: join(ROOT, 'src', 'main.ts'),
    cwd: ROOT,
    env: {
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: String(port),
      AZURE_STORAGE_CONNECTION_STRING: connectionString,
      AZURE_STORAGE_ACCOUNT: '',
      ORGANISATION_FILE: join(ROOT, 'config', 'organisation.example.json'),
      ...{ MicrosoftAppId: '', MicrosoftAppPassword: '', MicrosoftAppType: '', MicrosoftAppTenantId: '' },
    },
    logFile: join(logFolder, 'bot.log'),
  });
  await bot.answersAt(`${botUrl}/readyz`);
}
