import type { AddressInfo } from 'node:net';
import { closeServer, type Server } from './server.js';

/** How long the bot may take to refuse a stranger, in milliseconds. */
const WITHIN_MS = 10_000;

const unsigned = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A message as a stranger would write it, who knows the bot's id and address and nothing that is secret. */
const message = (tenant: string) => ({
  type: 'message',
  id: 'self-check',
  text: 'self-check',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:stranger', aadObjectId: '00000000-0000-0000-0000-000000000000' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:stranger', conversationType: 'personal', tenantId: tenant },
});

/** Without a token, and with one that says all the right things and that nobody has signed. */
function attempts(appId: string): Record<string, string>[] {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: 'https://api.botframework.com', aud: appId, nbf: now - 60, exp: now + 600 };
  const token = `${unsigned({ alg: 'none', typ: 'JWT', kid: 'none' })}.${unsigned({
    ...claims,
    serviceurl: 'https://smba.trafficmanager.net/emea/',
  })}.AAAA`;
  return [{}, { authorization: `Bearer ${token}` }];
}

/**
 * Before the bot is reached from outside: whether it refuses, with 401, a message that nobody has signed. It listens for that
 * on a port that only this machine reaches and nobody knows, and is closed again when this settles. Undefined when the
 * doors are locked, else what it answered instead: it must not run then.
 */
export async function unlockedDoor(
  server: Server,
  { appId, tenants }: { appId: string; tenants: readonly string[] },
): Promise<string | undefined> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    for (const headers of attempts(appId)) {
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(message(tenants[0] ?? '')),
        redirect: 'manual',
        signal: AbortSignal.timeout(WITHIN_MS),
      });
      await response.arrayBuffer();
      if (response.status !== 401) return String(response.status);
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.name : 'nothing';
  } finally {
    await closeServer(server);
  }
}
