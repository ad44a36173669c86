import {
  AccountSASPermissions,
  AccountSASResourceTypes,
  AccountSASServices,
  generateAccountSASQueryParameters,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';

const part = (connectionString: string, name: string) =>
  new RegExp(`(?:^|;)${name}=([^;]+)`).exec(connectionString)?.[1] ?? '';

/** The same account by a shared access signature of a day: whoever has it can read and write, or what is said, and sign nothing for others. */
export function sasOf(connectionString: string, { permissions = 'rwdlacup', services = 'bqt' } = {}): string {
  const account = part(connectionString, 'AccountName');
  const credential = new StorageSharedKeyCredential(account, part(connectionString, 'AccountKey'));
  const signature = generateAccountSASQueryParameters(
    {
      services: AccountSASServices.parse(services).toString(),
      resourceTypes: AccountSASResourceTypes.parse('sco').toString(),
      permissions: AccountSASPermissions.parse(permissions),
      expiresOn: new Date(Date.now() + 86_400_000),
    },
    credential,
  );
  const endpoints = ['Blob', 'Queue', 'Table'].map(
    (name) => `${name}Endpoint=${part(connectionString, `${name}Endpoint`)}`,
  );
  return `AccountName=${account};${endpoints.join(';')};SharedAccessSignature=${signature}`;
}
