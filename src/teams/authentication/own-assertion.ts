import { randomUUID } from 'node:crypto';
import { sign } from 'jsonwebtoken';
import type { AppIdentity } from '../identity.js';

/** What a bot with a certificate shows to Entra in place of a secret, for five minutes. `audience`: the token endpoint that it is for. */
export function ownAssertion(
  { appId, certificate }: Pick<AppIdentity, 'appId'> & { certificate: NonNullable<AppIdentity['certificate']> },
  audience: string,
): string {
  const { thumbprint, privateKey } = certificate;
  const header = { alg: 'RS256', x5t: Buffer.from(thumbprint, 'hex').toString('base64url') };
  return sign({}, privateKey, {
    ...{ algorithm: 'RS256', header, issuer: appId, subject: appId, audience },
    ...{ jwtid: randomUUID(), expiresIn: '5m' },
  });
}
