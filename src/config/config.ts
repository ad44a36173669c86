import { join } from 'node:path';
import dotenv from 'dotenv';
import type { StorageAccount } from '../store/storage.js';
import type { Identity, NamedIdentity } from '../teams/identity.js';
import { type GraphSettings, readGraph } from './graph-settings.js';
import { readOtherIdentities } from './identities-file.js';
import { readIdentity } from './identity-settings.js';
import { readSharing, type SharingSettings } from './sharing/sharing-settings.js';
import { readStorage } from './storage-settings.js';
import { Variables } from './variables.js';

const environments = ['development', 'production', 'test'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type { Identity };

export interface Config {
  environment: (typeof environments)[number];
  /** The address to listen on, and the port; 0 is any free one. Instead of both, the path of a pipe: `host` is then not used. */
  host: string;
  port: number | string;
  storage: StorageAccount;
  /** Path of the organisation file, as given; the example has an absolute one, wherever the bot is started. */
  organisationFile: string;
  /** Where the personnel system's file is: a path, a folder, or an address in blob storage; undefined where there is none. */
  staffFile?: string;
  /** Microsoft Graph, where the organisation file names it as a source: as whom the bot asks, and where. */
  graph?: GraphSettings;
  /** Where backups lie, and what must not come back with one is noted; undefined where nobody has said it. */
  backupTarget?: string;
  /** The app's own id in its manifest, where that is not the bot's app id. */
  teamsAppId?: string;
  /** How what is shared with other municipalities is signed, and where it lies; undefined where nothing can be. */
  sharing?: SharingSettings;
  logLevel: (typeof logLevels)[number];
  /** The address at which Teams reaches the bot, without a slash at the end; undefined where it is not set. */
  publicUrl: string | undefined;
  /** Messages a second to people who are not chatting, of all instances together. */
  deliveryRate: number;
  identity: Identity;
  /** Who it is to the people of companies with a tenant of their own; undefined where there are none. */
  otherIdentities: readonly NamedIdentity[] | undefined;
  /** Whether guests of the tenant may talk with the bot. */
  guests: boolean;
  /** Who may read /metrics: everybody, whoever shows the token, or nobody. */
  metrics: 'open' | 'closed' | { token: string };
  /** Under which answers to the yearly question wait until they are added up; undefined where none is set. */
  answersKey?: string;
}

/** Beside src/ and dist/ alike. */
const EXAMPLE_ORGANISATION = join(__dirname, '..', '..', 'config', 'organisation.example.json');

export type ReadConfig = { ok: true; config: Config } | { ok: false; problems: string[] };
type Env = Readonly<Record<string, string | undefined>>;

/**
 * The configuration that these variables describe, or every problem with them at once, each a sentence that says what
 * to set. A variable with nothing in it counts as not set. No sentence repeats a password or a connection string.
 */
export function readConfig(env: Env): ReadConfig {
  const variables = new Variables(env);
  const environment = variables.oneOf('NODE_ENV', environments, 'development');
  const host = variables.get('HOST') ?? (environment === 'production' ? '0.0.0.0' : '127.0.0.1');
  const isProduction = environment === 'production';
  const port = readPort(variables);
  const identity = readIdentity(variables, { isProduction, host });
  // A pipe is read by the web server before the bot, and on App Service the world stands before that.
  if (
    typeof port === 'string' &&
    identity.kind === 'none' &&
    HOSTED.some((name) => variables.get(name) !== undefined)
  ) {
    variables.problems.push(
      `PORT is "${port}", the pipe of a web server, and MicrosoftAppId is not set, so anyone who reaches that could act as any employee: set MicrosoftAppId, MicrosoftAppType, MicrosoftAppTenantId and MicrosoftAppPassword.`,
    );
  }
  const isManaged = identity.kind === 'app' && identity.appType === 'UserAssignedMsi';
  const staffPlace = variables.get('STAFF_FILE');
  const sharing = readSharing(variables);
  const teamsAppId = variables.get('TEAMS_APP_ID');
  const answersKey = readAnswersKey(variables);
  const backupPlace = variables.get('BACKUP_TARGET');
  const config: Config = {
    environment,
    host,
    port,
    storage: readStorage(variables, { isProduction, managedIdentity: isManaged ? identity.appId : undefined }),
    organisationFile: variables.get('ORGANISATION_FILE') ?? EXAMPLE_ORGANISATION,
    ...(staffPlace !== undefined && { staffFile: staffPlace }),
    ...(identity.kind === 'app' && { graph: readGraph(variables) }),
    ...(backupPlace !== undefined && { backupTarget: backupPlace }),
    ...(teamsAppId !== undefined && { teamsAppId }),
    ...(sharing && { sharing }),
    logLevel: variables.oneOf('LOG_LEVEL', logLevels, 'info'),
    publicUrl: readPublicUrl(variables, isProduction),
    deliveryRate: readDeliveryRate(variables),
    identity,
    otherIdentities: readOtherIdentities(variables, identity),
    guests: variables.oneOf('ALLOW_GUESTS', ['yes', 'no'], 'no') === 'yes',
    metrics: readMetrics(variables, environment),
    ...(answersKey !== undefined && { answersKey }),
  };
  const { problems } = variables;
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}

/** Reads `.env` in the working directory and this process's environment, which goes before it. */
export function readProcessConfig(): ReadConfig {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  dotenv.config({ quiet: true, processEnv: env });
  return readConfig(env);
}

/** What Azure App Service and its web server on Windows say of themselves in the environment. */
const HOSTED = ['WEBSITE_SITE_NAME', 'WEBSITE_INSTANCE_ID', 'IISNODE_VERSION'];
/** A named pipe of Windows, or the path of a socket: what a web server on the same machine gives instead of a port. */
const PIPE = /^(?:\\\\[.?]\\pipe\\[^\\/]{1,200}|\/[^\0]{1,100})$/i;

function readPort(variables: Variables): number | string {
  const value = variables.get('PORT') ?? '3978';
  if (PIPE.test(value)) return value;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) {
    variables.problems.push(
      `PORT is "${value}": set it to a whole number from 0 (any free port) to 65535, or to the pipe that a web server before it reads.`,
    );
  }
  return Number(value);
}

/** The package names the same host in BOT_DOMAIN, which may still be a placeholder; PUBLIC_URL goes before it. */
const HOST_NAME = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i;

/** Where cards find their pictures: over https, which Teams wants; on one's own machine as well without. */
function readPublicUrl(variables: Variables, isProduction: boolean): string | undefined {
  const value = variables.get('PUBLIC_URL');
  const domain = variables.get('BOT_DOMAIN');
  if (value === undefined) return domain && HOST_NAME.test(domain) ? `https://${domain.toLowerCase()}` : undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPlain = url && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  if (!isPlain || !(url.protocol === 'https:' || (url.protocol === 'http:' && !isProduction))) {
    variables.problems.push(
      'PUBLIC_URL is no address of the bot: set it to the one at which Teams reaches it, https:// and its host, without /api/messages and without a password.',
    );
    return undefined;
  }
  return url.href.replace(/\/+$/, '');
}

/** Teams takes 50 calls a second of an app in a tenant, unless Microsoft has raised that, and replies need some of them. */
function readDeliveryRate(variables: Variables): number {
  const value = variables.get('DELIVERY_RATE') ?? '40';
  if (!/^\d{1,4}$/.test(value) || Number(value) < 1 || Number(value) > 1000) {
    variables.problems.push(`DELIVERY_RATE is "${value}": set it to a whole number of messages a second, 1 to 1000.`);
  }
  return Number(value);
}

/** Shorter ones can be guessed. */
const SHORTEST_TOKEN = 20;

/** In production nobody reads the metrics without it; left out, they are served in development only. */
function readMetrics(variables: Variables, environment: Config['environment']): Config['metrics'] {
  const token = variables.get('METRICS_TOKEN');
  if (token === undefined) return environment === 'production' ? 'closed' : 'open';
  if (!/^[\w.~+/=-]+$/.test(token) || token.length < SHORTEST_TOKEN) {
    variables.problems.push(
      `METRICS_TOKEN is no token: set it to ${SHORTEST_TOKEN} or more letters and digits made at random, which Prometheus shows as a bearer token.`,
    );
  }
  return { token };
}

/** Shorter ones can be guessed. */
const SHORTEST_KEY = 32;
/** What stands in for it where everything is on one machine, so that a restart finds what waits. */
const KEY_OF_DEVELOPMENT = 'answers of a bot on one machine only';

function readAnswersKey(variables: Variables): string | undefined {
  const key = variables.get('ANSWERS_KEY');
  if (key !== undefined && key.length < SHORTEST_KEY) {
    variables.problems.push(
      `ANSWERS_KEY is too short: set it to ${SHORTEST_KEY} or more letters and digits made at random, the same for all instances.`,
    );
  }
  return key;
}

/** In production it is set, or nobody is asked: what waits could not be opened after a restart, nor by another instance. */
export const answersKeyOf = ({
  answersKey,
  environment,
}: Pick<Config, 'answersKey' | 'environment'>): string | undefined =>
  answersKey ?? (environment === 'production' ? undefined : KEY_OF_DEVELOPMENT);
