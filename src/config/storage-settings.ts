import { endpointsOf, type StorageAccount } from '../store/storage.js';
import type { Variables } from './variables.js';

/** What every connection string of Azure Storage has one of: an account's key, a shared access signature, or Azurite. */
const SECRET = /(^|;)\s*(AccountKey=.|SharedAccessSignature=.|UseDevelopmentStorage=true)/i;
/** What leads to no encryption whichever client reads it, or none can. */
const SAYS_HTTP = /(^|;)\s*(UseDevelopmentStorage\s*=\s*true|\w+\s*=\s*http\s*(:|;|$))/i;
const AZURITE = 'UseDevelopmentStorage=true';
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The storage account: by its name, with the machine's managed identity and no secret at all (recommended), or by a
 * connection string. `managedIdentity` is the bot's own one, where it has one.
 */
export function readStorage(
  variables: Variables,
  { isProduction, managedIdentity }: { isProduction: boolean; managedIdentity: string | undefined },
): StorageAccount {
  const account = variables.get('AZURE_STORAGE_ACCOUNT');
  const connectionString = variables.get('AZURE_STORAGE_CONNECTION_STRING');
  if (account === undefined)
    return { connectionString: readConnectionString(variables, connectionString, isProduction) };
  if (connectionString !== undefined) {
    variables.problems.push(
      'AZURE_STORAGE_ACCOUNT and AZURE_STORAGE_CONNECTION_STRING are both set: keep the first to use a managed identity, or the second to use a key.',
    );
  }
  if (!/^[a-z\d]{3,24}$/.test(account)) {
    variables.problems.push(
      `AZURE_STORAGE_ACCOUNT is "${account}": set it to the account's name alone, 3 to 24 lower-case letters and digits.`,
    );
  }
  const clientId = variables.get('AZURE_CLIENT_ID') ?? managedIdentity;
  if (clientId !== undefined && !GUID.test(clientId)) {
    variables.problems.push(
      `AZURE_CLIENT_ID is "${clientId}": set it to the client id of the managed identity, a GUID, or leave it out for the machine's own.`,
    );
  }
  return { account, ...(clientId !== undefined && { clientId }) };
}

function readConnectionString(variables: Variables, value: string | undefined, isProduction: boolean): string {
  const name = 'AZURE_STORAGE_CONNECTION_STRING';
  if (value === undefined && isProduction) {
    variables.problems.push(
      `${name} is not set: set AZURE_STORAGE_ACCOUNT to the storage account's name to use a managed identity, or ${name} to its connection string (Azure portal, the account's "Access keys").`,
    );
  }
  if (value === undefined) return AZURITE;
  const endpoints = SECRET.test(value) ? endpointsOf(value) : [undefined];
  if (isProduction && (SAYS_HTTP.test(value) || endpoints.some((url) => url && url.protocol !== 'https:'))) {
    variables.problems.push(
      `${name} leads to storage without encryption, which is for development: set it to one with DefaultEndpointsProtocol=https, whose endpoints, where it names any, begin with https.`,
    );
  } else if (endpoints.includes(undefined)) {
    variables.problems.push(
      `${name} is no connection string: copy the whole of it from the storage account's "Access keys", or set ${AZURITE} for Azurite on this machine.`,
    );
  }
  return value;
}

/** Why storage did not answer at the start, by the code that it gave, and what to set. No part of a secret is in it. */
export function storageProblem(code: string | undefined, storage: StorageAccount): string {
  const said = code ? ` (${code})` : '';
  if ('account' in storage) {
    return code === '403'
      ? 'Storage does not accept the managed identity (403): give it the roles "Storage Table Data Contributor", "Storage Queue Data Contributor" and "Storage Blob Data Contributor" on the storage account.'
      : `Storage does not answer the managed identity${said}: check AZURE_STORAGE_ACCOUNT and AZURE_CLIENT_ID, and that the identity is assigned to this machine.`;
  }
  return code === '403'
    ? 'Storage does not accept the key (403): copy AZURE_STORAGE_CONNECTION_STRING again from the storage account\'s "Access keys".'
    : `Storage does not answer${said}: set AZURE_STORAGE_CONNECTION_STRING, or start Azurite.`;
}
