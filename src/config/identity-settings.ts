import { createPrivateKey } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { z } from 'zod';
import type { AppIdentity, Identity } from '../teams/identity.js';
import { TEAMS_HOSTS } from '../teams/service-address.js';
import type { Variables } from './variables.js';

const appTypes = ['SingleTenant', 'UserAssignedMsi', 'MultiTenant'] as const;
/** Where Microsoft publishes the keys that sign what Teams sends to bots. Nobody may point the bot at others. */
const KEYS_AT = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** Who the bot is. In production it must be somebody; without an app id it may only listen on this machine. */
export function readIdentity(variables: Variables, where: { isProduction: boolean; host: string }): Identity {
  const appType = variables.oneOf('MicrosoftAppType', appTypes, undefined);
  const appId = variables.get('MicrosoftAppId');
  if (appId === undefined && !where.isProduction) {
    refuseUnsignedStrangers(variables, where.host);
    return { kind: 'none' };
  }
  const { problems } = variables;
  const tenantId = guid(variables, 'MicrosoftAppTenantId', "id of the municipality's Microsoft Entra tenant");
  if (variables.get('MicrosoftAppType') === undefined) {
    problems.push('MicrosoftAppType is not set: set it to SingleTenant or UserAssignedMsi.');
  }
  return {
    kind: 'app',
    appId: guid(variables, 'MicrosoftAppId', "app registration's (or managed identity's) client id"),
    appType: appType ?? 'SingleTenant',
    tenantId,
    ...readProof(variables, appType),
    tenants: readTenants(variables, appType, tenantId),
    serviceOrigins: readOrigins(variables),
    keysAt: KEYS_AT,
  };
}

function guid(variables: Variables, name: string, what: string): string {
  const value = variables.get(name);
  if (value === undefined) variables.problems.push(`${name} is not set: set it to the ${what}, a GUID.`);
  else if (!z.guid().safeParse(value).success) {
    variables.problems.push(`${name} is "${value}": set it to the ${what}, a GUID.`);
  }
  return value?.toLowerCase() ?? '';
}

/** Without an app id nothing is signed, so whoever reaches the bot may claim to be anyone. */
function refuseUnsignedStrangers(variables: Variables, host: string): void {
  const { problems } = variables;
  if (variables.get('MicrosoftAppPassword') !== undefined) {
    problems.push(
      'MicrosoftAppPassword is set but MicrosoftAppId is not: set MicrosoftAppId too, or remove the password to run without signatures.',
    );
  }
  if (!isLoopback(host)) {
    problems.push(
      `HOST is "${host}" and MicrosoftAppId is not set, so anyone who reaches that address could act as any employee: set HOST to 127.0.0.1, or set MicrosoftAppId, MicrosoftAppType, MicrosoftAppTenantId and MicrosoftAppPassword.`,
    );
  }
}

const isLoopback = (host: string): boolean =>
  (isIPv4(host) && host.startsWith('127.')) || host === '::1' || host.toLowerCase() === 'localhost';

type Proof = Pick<AppIdentity, 'password' | 'certificate'>;

/** What the app proves with that it is itself: a secret or a certificate. A managed identity needs neither, and gets neither. */
function readProof(variables: Variables, appType: AppIdentity['appType'] | undefined): Proof {
  if (appType === 'UserAssignedMsi') return {};
  const password = variables.get('MicrosoftAppPassword');
  const thumbprint = variables.get('CertificateThumbprint');
  const privateKey = readPrivateKey(variables, 'CertificatePrivateKey');
  if (thumbprint === undefined && privateKey === undefined) {
    if (password !== undefined) return { password };
    variables.problems.push(
      "MicrosoftAppPassword is not set: set it to the app registration's client secret, or set CertificateThumbprint and CertificatePrivateKey (only UserAssignedMsi needs neither).",
    );
    return {};
  }
  if (password !== undefined) {
    variables.problems.push(
      'MicrosoftAppPassword and a certificate are both set: keep one of them, the certificate if you can.',
    );
  }
  if (!THUMBPRINT.test(thumbprint ?? '')) {
    variables.problems.push(
      `CertificateThumbprint is ${thumbprint === undefined ? 'not set' : `"${thumbprint}"`}: set it to the certificate's thumbprint in the app registration, 40 hexadecimal digits.`,
    );
  }
  if (!isPrivateKey(privateKey)) {
    variables.problems.push(
      "CertificatePrivateKey is no private key: set it to the certificate's key in PEM format, without a passphrase; \\n may stand for a new line.",
    );
  }
  return { certificate: { thumbprint: thumbprint ?? '', privateKey: privateKey ?? '' } };
}

/** What a certificate is named by. */
export const THUMBPRINT = /^[\da-f]{40}$/i;

/** A key as a variable has it; \\n may stand for a new line. */
export const readPrivateKey = (variables: Variables, name: string): string | undefined =>
  variables.get(name)?.replaceAll('\\n', '\n').trim();

/** An RSA key in PEM format, without a passphrase. */
export function isPrivateKey(pem: string | undefined): boolean {
  try {
    return pem !== undefined && createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

/** Whose people may talk with the bot: the municipality's own tenant, or for a multi-tenant app the listed ones and no others. */
function readTenants(variables: Variables, appType: AppIdentity['appType'] | undefined, own: string): string[] {
  const listed = variables.list('ALLOWED_TENANTS').map((tenant) => tenant.toLowerCase());
  if (appType !== 'MultiTenant') {
    if (listed.length > 0) {
      variables.problems.push(
        `ALLOWED_TENANTS is for MultiTenant only, and any other app has the one tenant in MicrosoftAppTenantId: remove it.`,
      );
    }
    return [own];
  }
  if (listed.length === 0) {
    variables.problems.push(
      'ALLOWED_TENANTS is not set, and a MultiTenant app can be reached from every tenant in the world: set it to the ids of those whose people may talk with the bot, with commas between (no new multi-tenant bots can be made since 2025-07-31: rather use SingleTenant or UserAssignedMsi).',
    );
  }
  for (const tenant of listed.filter((one) => !z.guid().safeParse(one).success)) {
    variables.problems.push(
      `ALLOWED_TENANTS has "${tenant}": write the ids of tenants, each a GUID, with commas between.`,
    );
  }
  return listed;
}

/** Names of hosts on the internet; the bot sends its own token there, so an address in here is one to trust with it. */
function readOrigins(variables: Variables): string[] {
  const more = variables.list('SERVICE_HOSTS').map((host) => host.toLowerCase());
  for (const host of more.filter((one) => !isHostName(one))) {
    variables.problems.push(
      `SERVICE_HOSTS has "${host}": write whole names of hosts such as smba.infra.gcc.teams.microsoft.com, without https://, port, path or *, with commas between.`,
    );
  }
  return [...TEAMS_HOSTS, ...more].map((host) => `https://${host}`);
}

/** At least two labels, the last of letters: no address by number and no name that only this network knows. */
const isHostName = (host: string): boolean =>
  /^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/.test(host) &&
  !/\.(local|internal|localhost|home|lan)$/.test(host);
