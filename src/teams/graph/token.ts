import { ClientAssertionCredential, ClientSecretCredential } from '@azure/identity';
import { credentialOf } from '../../store/storage.js';
import { ownAssertion } from '../authentication/own-assertion.js';
import type { AppIdentity } from '../identity.js';

/** Where the bot gets what it shows to Graph: another login host in national clouds. */
export interface GraphLogin {
  /** As whom: the bot itself, or the machine's managed identity, by its client id or its own one. */
  as: AppIdentity | { managedIdentity: string | undefined };
  loginHost: string;
  root: string;
}

/** What is thrown away so long before it ends, in milliseconds, that no request is made with one that has ended. */
const SPARE_MS = 5 * 60_000;

/** The token that the bot shows to Graph, kept until shortly before it ends. Names no person: it is the app's own permission. */
export function graphToken({ as, loginHost, root }: GraphLogin): (anew: boolean) => Promise<string> {
  const credential =
    'managedIdentity' in as ? credentialOf({ clientId: as.managedIdentity }) : ownCredential(as, loginHost);
  let kept: { token: string; expiresOnTimestamp: number } | undefined;
  return async (anew) => {
    if (anew || !kept || kept.expiresOnTimestamp - Date.now() < SPARE_MS) {
      kept = await credential.getToken(`${root}/.default`);
    }
    return kept.token;
  };
}

function ownCredential(identity: AppIdentity, authorityHost: string) {
  const { appId, appType, tenantId, password, certificate } = identity;
  if (appType === 'UserAssignedMsi') return credentialOf({ clientId: appId });
  if (password) return new ClientSecretCredential(tenantId, appId, password, { authorityHost });
  if (!certificate) throw new Error('The bot has neither a secret nor a certificate');
  const audience = `${authorityHost}/${tenantId}/oauth2/v2.0/token`;
  const assertion = async () => ownAssertion({ appId, certificate }, audience);
  return new ClientAssertionCredential(tenantId, appId, assertion, { authorityHost });
}
