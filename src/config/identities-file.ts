import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { faultLine, faultsOf, whatToDo } from '../domain/organisation/organisation-file.js';
import type { AppIdentity, Identity, NamedIdentity } from '../teams/identity.js';
import { isPrivateKey, readPrivateKey, THUMBPRINT } from './identity-settings.js';
import type { Variables } from './variables.js';

const MOST_IDENTITIES = 20;

const guid = z.guid('Write an id from Microsoft Entra here, a GUID.').transform((id) => id.toLowerCase());
const variable = z
  .string()
  .regex(/^[A-Za-z_]\w{0,99}$/, 'Write the name of a variable of the environment: letters, digits and _.');

const identityInFile = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z\d-]{0,39}$/, 'Write at most 40 small letters a to z, digits and -, and a letter first.')
    .meta({ description: 'The last part of the address of its Azure Bot: https://{host}/api/messages/{name}.' }),
  appId: guid.meta({ description: "The client id of its app registration, in the company's own tenant." }),
  tenantId: guid.meta({ description: "The id of the company's Microsoft Entra tenant. Only its people may come in." }),
  passwordFrom: variable
    .optional()
    .meta({ description: "The variable of the environment that has the app registration's client secret." }),
  certificate: z
    .strictObject({
      thumbprint: z.string().regex(THUMBPRINT, 'Write the thumbprint, 40 hexadecimal digits.'),
      privateKeyFrom: variable.meta({
        description: 'The variable that has its key in PEM format; \\n may stand for a new line.',
      }),
    })
    .optional()
    .meta({ description: 'Instead of the secret.' }),
});
type IdentityInFile = z.infer<typeof identityInFile>;

/**
 * The file that IDENTITIES names: who the bot is to companies that have a tenant of their own, each with an Azure Bot
 * registration of its own. Secrets stay in the environment. config/identities.schema.json is made from here
 * (dev/generators/identities-schema.ts).
 */
export const identitiesSchema = z.strictObject({
  $schema: z.string().optional(),
  identities: z.array(identityInFile).min(1).max(MOST_IDENTITIES),
});

/** Undefined where there is no such file. What is wrong with it or with the secrets that it names goes to `problems`, all of it; none of it repeats a secret. */
export function readOtherIdentities(variables: Variables, own: Identity): NamedIdentity[] | undefined {
  const path = variables.get('IDENTITIES');
  if (path === undefined) return undefined;
  const { problems } = variables;
  if (own.kind === 'none') {
    problems.push('IDENTITIES is set but MicrosoftAppId is not: set who the bot is to the municipality first.');
    return undefined;
  }
  const wrong = (what: string) => void problems.push(`${path} (IDENTITIES): ${what}`);
  const listed = identitiesIn(path, wrong);
  for (const fault of doubles(listed, own)) wrong(fault);
  return listed.map((one, at) => identityOf(one, { variables, own, wrong, at }));
}

/** What the file says, its secrets aside; nothing where something is wrong with it, which is told. */
export function identitiesIn(path: string, wrong: (what: string) => void): IdentityInFile[] {
  let raw: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(resolve(path)));
    raw = JSON.parse(text);
  } catch (error) {
    const { code } = error as { code?: unknown };
    wrong(typeof code === 'string' ? `it cannot be read (${code}).` : 'it is no JSON, or not UTF-8: correct it there.');
    return [];
  }
  const parsed = identitiesSchema.safeParse(raw, { error: whatToDo });
  if (parsed.success) return parsed.data.identities;
  for (const issue of parsed.error.issues) for (const fault of faultsOf(issue)) wrong(faultLine(fault));
  return [];
}

/**
 * Each app, each address and each tenant once: people of one tenant have one chat with the bot, and Teams' messages are let in by
 * who their token is for.
 */
function doubles(listed: readonly IdentityInFile[], own: AppIdentity): string[] {
  const taken = { name: new Set<string>(), appId: new Set([own.appId]), tenantId: new Set(own.tenants) };
  return listed.flatMap((one, at) =>
    (['name', 'appId', 'tenantId'] as const).flatMap((field) => {
      const before = taken[field].has(one[field]);
      taken[field].add(one[field]);
      return before ? [`identities[${at}].${field}: Another identity of the bot has this: write its own.`] : [];
    }),
  );
}

interface IdentitiesReading {
  variables: Variables;
  own: AppIdentity;
  wrong: (what: string) => void;
  at: number;
}

function identityOf(one: IdentityInFile, { variables, own, wrong, at }: IdentitiesReading): NamedIdentity {
  const { name, appId, tenantId, passwordFrom, certificate } = one;
  const { serviceOrigins, keysAt } = own;
  const who = { ...({ kind: 'app', appType: 'SingleTenant' } as const), name, appId, tenantId, serviceOrigins, keysAt };
  const identity = { ...who, tenants: [tenantId] };
  const here = `identities[${at}]`;
  if ((passwordFrom === undefined) === (certificate === undefined)) {
    wrong(`${here}: Write one of passwordFrom and certificate, the certificate if you can.`);
    return identity;
  }
  if (certificate) {
    const privateKey = readPrivateKey(variables, certificate.privateKeyFrom);
    if (!isPrivateKey(privateKey)) {
      wrong(
        `${here}.certificate.privateKeyFrom: ${certificate.privateKeyFrom} is no private key: set it to the key in PEM format, without a passphrase.`,
      );
    }
    return { ...identity, certificate: { thumbprint: certificate.thumbprint, privateKey: privateKey ?? '' } };
  }
  const password = passwordFrom && variables.get(passwordFrom);
  if (!password)
    wrong(`${here}.passwordFrom: ${passwordFrom} is not set: set it to the app registration's client secret.`);
  return { ...identity, ...(password && { password }) };
}
