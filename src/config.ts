import { isIPv4 } from 'node:net';
import { join } from 'node:path';
import dotenv from 'dotenv';
import { z } from 'zod';
import type { Identity } from './delivery/authentication.js';

const environments = ['development', 'production', 'test'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const appTypes = ['SingleTenant', 'UserAssignedMsi', 'MultiTenant'] as const;

export type { Identity };

export interface Config {
  environment: (typeof environments)[number];
  /** The address to listen on, and the port; 0 is any free one. */
  host: string;
  port: number;
  storageConnectionString: string;
  /** Path of the organisation file, as given; the example has an absolute one, wherever the bot is started. */
  organisationFile: string;
  logLevel: (typeof logLevels)[number];
  /** Messages a second to people who are not chatting, of all instances together. */
  deliveryRate: number;
  identity: Identity;
}

/** Beside src/ and dist/ alike. */
const EXAMPLE_ORGANISATION = join(__dirname, '..', 'config', 'organisation.example.json');

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
  const config: Config = {
    environment,
    host,
    port: readPort(variables),
    storageConnectionString: readStorage(variables, environment),
    organisationFile: variables.get('ORGANISATION_FILE') ?? EXAMPLE_ORGANISATION,
    logLevel: variables.oneOf('LOG_LEVEL', logLevels, 'info'),
    deliveryRate: readDeliveryRate(variables),
    identity: readIdentity(variables, environment, host),
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

/** The variables, and what is wrong with them. */
class Variables {
  readonly problems: string[] = [];
  constructor(private readonly env: Env) {}

  get(name: string): string | undefined {
    return this.env[name]?.trim() || undefined;
  }

  /** One of a few words, spelled exactly. */
  oneOf<T extends string, F extends T | undefined>(name: string, words: readonly T[], otherwise: F): T | F {
    const value = this.get(name);
    const word = words.find((one) => one === value);
    if (value !== undefined && word === undefined) {
      this.problems.push(`${name} is "${value}": set it to ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`);
    }
    return word ?? otherwise;
  }
}

function readPort(variables: Variables): number {
  const value = variables.get('PORT') ?? '3978';
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) {
    variables.problems.push(`PORT is "${value}": set it to a whole number from 0 (any free port) to 65535.`);
  }
  return Number(value);
}

/** Teams takes 50 calls a second of an app in a tenant, unless Microsoft has raised that, and replies need some of them. */
function readDeliveryRate(variables: Variables): number {
  const value = variables.get('DELIVERY_RATE') ?? '40';
  if (!/^\d{1,4}$/.test(value) || Number(value) < 1 || Number(value) > 1000) {
    variables.problems.push(`DELIVERY_RATE is "${value}": set it to a whole number of messages a second, 1 to 1000.`);
  }
  return Number(value);
}

/** What every connection string of Azure Storage has one of: an account's key, a shared access signature, or Azurite. */
const STORAGE = /(^|;)\s*(AccountKey=.|SharedAccessSignature=.|UseDevelopmentStorage=true)/i;

function readStorage(variables: Variables, environment: Config['environment']): string {
  const name = 'AZURE_STORAGE_CONNECTION_STRING';
  const value = variables.get(name);
  if (value === undefined && environment === 'production') {
    variables.problems.push(
      `${name} is not set: set it to the connection string of the storage account (Azure portal, the account's "Access keys").`,
    );
  }
  if (value !== undefined && !STORAGE.test(value)) {
    variables.problems.push(
      `${name} is no connection string: copy the whole of it from the storage account's "Access keys", or set UseDevelopmentStorage=true for Azurite on this machine.`,
    );
  }
  return value ?? 'UseDevelopmentStorage=true';
}

function readIdentity(variables: Variables, environment: Config['environment'], host: string): Identity {
  const appType = variables.oneOf('MicrosoftAppType', appTypes, undefined);
  const appId = variables.get('MicrosoftAppId');
  if (appId === undefined && environment !== 'production') {
    refuseUnsignedStrangers(variables, host);
    return { kind: 'none' };
  }
  const password = variables.get('MicrosoftAppPassword');
  variables.problems.push(...appProblems(variables, environment));
  return {
    kind: 'app',
    appId: appId ?? '',
    appType: appType ?? 'SingleTenant',
    tenantId: variables.get('MicrosoftAppTenantId') ?? '',
    ...(password !== undefined && appType !== 'UserAssignedMsi' && { password }),
  };
}

/** Without an app id nothing is signed, so whoever reaches the bot may claim to be anyone. */
function refuseUnsignedStrangers(variables: Variables, host: string): void {
  if (variables.get('MicrosoftAppPassword') !== undefined) {
    variables.problems.push(
      'MicrosoftAppPassword is set but MicrosoftAppId is not: set MicrosoftAppId too, or remove the password to run without signatures.',
    );
  }
  if (!isLoopback(host)) {
    variables.problems.push(
      `HOST is "${host}" and MicrosoftAppId is not set, so anyone who reaches that address could act as any employee: set HOST to 127.0.0.1, or set MicrosoftAppId, MicrosoftAppType, MicrosoftAppTenantId and MicrosoftAppPassword.`,
    );
  }
}

const isLoopback = (host: string): boolean =>
  (isIPv4(host) && host.startsWith('127.')) || host === '::1' || host.toLowerCase() === 'localhost';

/** What is wrong with the app's identity; the spelling of its type has been judged before. */
function appProblems(variables: Variables, environment: Config['environment']): string[] {
  const type = variables.get('MicrosoftAppType');
  const guid = (name: string, what: string): string | undefined => {
    const value = variables.get(name);
    if (value === undefined) return `${name} is not set: set it to the ${what}, a GUID.`;
    return z.guid().safeParse(value).success ? undefined : `${name} is "${value}": set it to the ${what}, a GUID.`;
  };
  const problems = [
    guid('MicrosoftAppId', "app registration's (or managed identity's) client id"),
    guid('MicrosoftAppTenantId', "id of the municipality's Microsoft Entra tenant"),
    type === undefined && 'MicrosoftAppType is not set: set it to SingleTenant or UserAssignedMsi.',
    type === 'MultiTenant' &&
      environment === 'production' &&
      'MicrosoftAppType is MultiTenant, and no new multi-tenant bots can be made since 2025-07-31: set it to SingleTenant or UserAssignedMsi.',
    type !== 'UserAssignedMsi' &&
      variables.get('MicrosoftAppPassword') === undefined &&
      "MicrosoftAppPassword is not set: set it to the app registration's client secret (only UserAssignedMsi needs none).",
  ];
  return problems.filter((problem) => typeof problem === 'string');
}
