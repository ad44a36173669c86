import { MESSAGES } from '../../http/activities.js';
import { systemCode } from '../../teams/graph/try-token.js';
import { type Finding, fault, good, note } from './finding.js';

/** So long the bot may take to answer, in milliseconds. */
const WITHIN_MS = 10_000;

/** Whether the bot answers where Teams reaches it, is ready, and refuses what nobody has signed. */
export async function* ofAddress(publicUrl: string | undefined, isSigned: boolean): AsyncGenerator<Finding> {
  if (publicUrl === undefined) {
    yield note('address', 'PUBLIC_URL is not set: not tried.');
    return;
  }
  const ready = await statusOf(`${publicUrl}/readyz`);
  if (typeof ready !== 'number') {
    yield fault(
      'address',
      `${publicUrl} does not answer (${ready}).`,
      'Start the bot, and check its name, certificate and firewall. Teams needs it from the internet.',
    );
    return;
  }
  if (ready !== 200) {
    yield fault(
      'address',
      `${publicUrl}/readyz answers ${ready}: the bot cannot do its work.`,
      'Read there and in its log what it lacks.',
    );
    return;
  }
  yield good('address', `${publicUrl} answers, and is ready.`);
  if (!isSigned) return;
  const forged = await statusOf(`${publicUrl}${MESSAGES}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (forged !== 401)
    yield fault(
      'address',
      `${publicUrl}${MESSAGES} answers ${forged} to a message that nobody has signed, instead of 401.`,
      'Take it off the internet until it does: what stands before it may answer in its place, or it runs without MicrosoftAppId.',
    );
}

/** The HTTP status, or the system's word for why there is none. */
async function statusOf(address: string, init: RequestInit = {}): Promise<number | string> {
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(WITHIN_MS), ...init });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    return systemCode(error);
  }
}
