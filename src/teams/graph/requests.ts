import type { z } from 'zod';
import { SourceLost, SourceRefused } from '../../app/person/staff/staff-source.js';
import { refusalCode } from './answers.js';
import type { GraphPace } from './pace.js';

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
  /** How often it may be asked, of work that shares Graph with others; default: as fast as it answers. */
  pace?: GraphPace;
}

export interface GraphRequest {
  method: 'GET' | 'POST';
  /** A path, or an address that an answer has given. */
  address: string;
  body?: object;
}

/** What Graph has answered in the end; `unheard`: an earlier try may have done it, for nothing was heard of that one. */
export interface GraphAnswer {
  response: Response;
  unheard: boolean;
}

/** Graph is busy, or does not answer, and has been asked often enough. */
export class GraphBusy extends Error {
  constructor(
    why: string,
    /** How long it wants to be left alone, in milliseconds; 0 where it does not say. */
    readonly waitMs: number,
  ) {
    super(`Graph answered ${why}`);
  }
}

const ANSWERS_WITHIN_MS = 60_000;
/** So often one request is tried where Graph is busy or does not answer. */
const TRIES = 8;
/** No longer than this is waited between two tries, whatever Graph says: the next look comes within the hour. */
const LONGEST_WAIT_MS = 5 * 60_000;
const FIRST_WAIT_MS = 1_000;

/**
 * Gets what stands at an address of Graph, and waits as long as Graph says where it is busy. Rejects with `SourceRefused` where
 * the app lacks a permission.
 */
export async function getFrom<T>(
  graph: Graph,
  address: string,
  schema: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<T> {
  const { response } = await askGraph(graph, { method: 'GET', address }, signal);
  if (response.ok) return schema.parse(await response.json());
  const { status } = response;
  const code = refusalCode.parse(await response.json().catch(() => undefined));
  if (status === 410 || LOST.has(code.toLowerCase())) throw new SourceLost(code);
  if (status === 403 || status === 401) throw new SourceRefused([refusedBy(code)]);
  throw new GraphAnswered(status, code);
}

/** Graph has refused, in a way that asking again does not change. */
export class GraphAnswered extends Error {
  constructor(
    readonly status: number,
    code: string,
  ) {
    super(`Graph answered ${status} ${code}`);
  }
}

/**
 * Asks Graph, again where it is busy or silent, as it says, and once more with a new token. Gives its answer, also where that is
 * a refusal; rejects with `GraphBusy` after so many tries. The bot's token is shown to this host alone, whatever address an
 * answer gives.
 */
export async function askGraph(graph: Graph, request: GraphRequest, signal?: AbortSignal): Promise<GraphAnswer> {
  const url = new URL(request.address, graph.root);
  if (url.origin !== new URL(graph.root).origin) throw new Error('Graph gave an address of another host');
  let anew = false;
  let unheard = false;
  for (let attempt = 0; ; attempt++) {
    await graph.pace?.turn(signal);
    const response = await tryOnce(graph, url, request, anew, signal);
    const status = response?.status ?? 0;
    if (response && !BUSY.has(status) && (status !== 401 || anew)) return { response, unheard };
    // Of a gateway's fault nobody knows whether what lies behind it has done it.
    if (!response || status >= 500) unheard = true;
    anew = status === 401;
    const said = saidMs(response) ?? 0;
    // What shares Graph with others is run again later instead of waiting for as long as that.
    const isTooLong = graph.pace !== undefined && said > LONGEST_WAIT_MS;
    if (attempt + 1 >= TRIES || isTooLong) throw new GraphBusy(await whyOf(response), said);
    if (anew) continue;
    const wait = waitMs(response, attempt);
    graph.pace?.rest(wait);
    await graph.pause(wait, signal);
  }
}

const BUSY: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504, 509]);
const LOST: ReadonlySet<string> = new Set(['syncstatenotfound', 'syncstateinvalid', 'resyncrequired']);

const refusedBy = (code: string): string =>
  `Microsoft Graph refuses the bot (${code}): give its app the application permissions User.Read.All and, for a group, GroupMember.Read.All, and an administrator’s consent.`;

const whyOf = async (response: Response | undefined): Promise<string> =>
  response
    ? `${response.status} ${refusalCode.parse(await response.json().catch(() => undefined))}`
    : 'nothing in time';

/** Undefined where no answer came. */
async function tryOnce(
  graph: Graph,
  url: URL,
  { method, body }: GraphRequest,
  anew: boolean,
  signal?: AbortSignal,
): Promise<Response | undefined> {
  const authorization = `Bearer ${await graph.token(anew)}`;
  const timeout = AbortSignal.timeout(graph.answersWithinMs ?? ANSWERS_WITHIN_MS);
  try {
    return await fetch(url, {
      method,
      headers: { authorization, accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  }
}

/** As long as Graph says, in seconds or by a date; else twice as long each time. */
const waitMs = (answer: Response | undefined, attempt: number): number =>
  Math.min(LONGEST_WAIT_MS, saidMs(answer) ?? FIRST_WAIT_MS * 2 ** attempt);

function saidMs(answer: Response | undefined): number | undefined {
  const said = answer?.headers.get('retry-after') ?? '';
  const ms = /^\d+$/.test(said)
    ? Number(said) * 1000
    : Date.parse(said) - Date.parse(answer?.headers.get('date') ?? '');
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
