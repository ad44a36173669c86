import type { AddressInfo } from 'node:net';
import { MESSAGES } from './activities.js';
import { closeServer, type Server } from './server.js';

/** How long the bot may take to refuse a stranger, in milliseconds. */
const WITHIN_MS = 10_000;

/** A request that must not be let in. What it says is for those to know whose protocol the bot speaks. */
export interface ForgedRequest {
  /** Default: where Teams sends what people do. */
  path?: string;
  headers: Readonly<Record<string, string>>;
  body: unknown;
}

/**
 * Before the bot is reached from outside: whether it refuses, with 401, what nobody has signed. It listens for that
 * on a port that only this machine reaches and nobody knows, and is closed again when this settles. Undefined when the
 * doors are locked, else what it answered instead: it must not run then.
 */
export async function unlockedDoor(server: Server, forged: readonly ForgedRequest[]): Promise<string | undefined> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    for (const { path = MESSAGES, headers, body } of forged) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
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
