import type { z } from 'zod';
import { SourceLost, SourceRefused } from '../../app/person/staff/staff-source.js';
import { refusalCode } from './answers.js';

/** Microsoft Graph by plain requests: its clients bring much along and nothing that is needed here. */
export interface Graph {
  /** Where it is: another host in national clouds. */
  root: string;
  /** In which tenant. */
  tenant: string;
  /** What the bot shows there; `anew`: the one before was refused. */
  token: (anew: boolean) => Promise<string>;
  pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** A request of which nothing has been heard for so many milliseconds is tried again. */
  answersWithinMs?: number;
}

const ANSWERS_WITHIN_MS = 60_000;
/** So often one request is tried where Graph is busy or does not answer. */
const TRIES = 8;
/** No longer than this is waited between two tries, whatever Graph says: the next look comes within the hour. */
const LONGEST_WAIT_MS = 5 * 60_000;
const FIRST_WAIT_MS = 1_000;

/**
 * Gets what stands at an address of Graph, and waits as long as Graph says where it is busy. The bot's token is shown to this
 * host alone, whatever address an answer gives. Rejects with `SourceRefused` where the app lacks a permission.
 */
export async function getFrom<T>(
  graph: Graph,
  address: string,
  schema: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<T> {
  const url = new URL(address, graph.root);
  if (url.origin !== new URL(graph.root).origin) throw new Error('Graph gave an address of another host');
  let anew = false;
  for (let attempt = 0; ; attempt++) {
    const answer = await ask(graph, url, anew, signal);
    if (answer?.ok) return schema.parse(await answer.json());
    const code = answer ? refusalCode.parse(await answer.json().catch(() => undefined)) : 'no answer';
    const status = answer?.status ?? 0;
    if (status === 410 || LOST.has(code.toLowerCase())) throw new SourceLost(code);
    if (status === 403 || (status === 401 && anew)) throw new SourceRefused([refusedBy(code)]);
    anew = status === 401;
    const mayPass = !answer || anew || BUSY.has(status);
    if (!mayPass || attempt + 1 >= TRIES) throw new Error(`Graph answered ${status} ${code}`);
    if (!anew) await graph.pause(waitMs(answer, attempt), signal);
  }
}

const BUSY: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504, 509]);
const LOST: ReadonlySet<string> = new Set(['syncstatenotfound', 'syncstateinvalid', 'resyncrequired']);

const refusedBy = (code: string): string =>
  `Microsoft Graph refuses the bot (${code}): give its app the application permissions User.Read.All and, for a group, GroupMember.Read.All, and an administrator’s consent.`;

/** Undefined where no answer came. */
async function ask(graph: Graph, url: URL, anew: boolean, signal?: AbortSignal): Promise<Response | undefined> {
  const authorization = `Bearer ${await graph.token(anew)}`;
  const timeout = AbortSignal.timeout(graph.answersWithinMs ?? ANSWERS_WITHIN_MS);
  try {
    return await fetch(url, {
      headers: { authorization, accept: 'application/json' },
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  }
}

/** As long as Graph says, in seconds or by a date; else twice as long each time. */
function waitMs(answer: Response | undefined, attempt: number): number {
  const said = answer?.headers.get('retry-after') ?? '';
  const ms = /^\d+$/.test(said)
    ? Number(said) * 1000
    : Date.parse(said) - Date.parse(answer?.headers.get('date') ?? '');
  return Math.min(LONGEST_WAIT_MS, Number.isFinite(ms) && ms >= 0 ? ms : FIRST_WAIT_MS * 2 ** attempt);
}
