import { MESSAGES } from '../../http/activities.js';
import type { ForgedRequest } from '../../http/self-check.js';
import type { AppIdentity, NamedIdentity } from '../identity.js';

const SERVICE = 'https://smba.trafficmanager.net/emea/';

const unsigned = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A message as a stranger would write it, who knows the bot's id and address and nothing that is secret. */
const message = (tenant: string) => ({
  type: 'message',
  id: 'self-check',
  text: 'self-check',
  channelId: 'msteams',
  serviceUrl: SERVICE,
  from: { id: '29:stranger', aadObjectId: '00000000-0000-0000-0000-000000000000' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:stranger', conversationType: 'personal', tenantId: tenant },
});

/** At an identity's address: the same message without a token, and with one that says all the right things and that nobody has signed. `now`: in milliseconds. */
export function forgedRequests(
  { appId, tenants, name }: Pick<AppIdentity, 'appId' | 'tenants'> & Partial<Pick<NamedIdentity, 'name'>>,
  now: number,
): ForgedRequest[] {
  const seconds = Math.floor(now / 1000);
  const claims = { iss: 'https://api.botframework.com', aud: appId, nbf: seconds - 60, exp: seconds + 600 };
  const token = [
    unsigned({ alg: 'none', typ: 'JWT', kid: 'none' }),
    unsigned({ ...claims, serviceurl: SERVICE }),
    'AAAA',
  ].join('.');
  const at = { path: name === undefined ? MESSAGES : `${MESSAGES}/${name}`, body: message(tenants[0] ?? '') };
  return [
    { ...at, headers: {} },
    { ...at, headers: { authorization: `Bearer ${token}` } },
  ];
}
