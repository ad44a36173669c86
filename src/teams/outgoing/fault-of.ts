import { z } from 'zod';
import type { SendFault } from '../../delivery/send-fault.js';

const response = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  response: z
    .object({ bodyAsText: z.string().nullish(), headers: z.custom<{ get(name: string): string | undefined }>() })
    .optional()
    .catch(undefined),
});
const body = z.object({ error: z.object({ code: z.string() }) });

/** Codes of errors with which nothing can have left: the other side was never reached. */
const NEVER_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** What an error of the connector client says. `handedOver`: the request was signed and on its way to the network. */
export function faultOf(error: unknown, handedOver: boolean): SendFault {
  const { statusCode, code, response: answer } = response.catch({}).parse(error);
  const name = error instanceof Error ? error.name : 'unknown';
  if (!handedOver) return { class: 'unsent', reason: `not sent: ${name}`, error };
  if (statusCode === undefined) {
    const cause = code ?? name;
    const reached = ![cause, causeOf(error)].some((it) => NEVER_REACHED.has(it));
    return { class: reached ? 'unknown' : 'unsent', reason: cause, error };
  }
  const said = codeIn(answer?.bodyAsText);
  const reason = said ? `${statusCode} ${said}` : String(statusCode);
  const waitMs = retryAfterMs(answer?.headers.get('retry-after'));
  return {
    class: classOf(statusCode, said),
    reason,
    status: statusCode,
    error,
    ...(waitMs !== undefined && { retryAfterMs: waitMs }),
    ...(statusCode === 404 && { gone: true }),
  };
}

function classOf(status: number, code: string | undefined): SendFault['class'] {
  if (code === 'BotDisabledByAdmin') return 'disabled';
  if (status === 429 || status === 412 || status === 503) return 'throttled';
  if (status === 502 || status === 504) return 'gateway';
  if (status === 413) return 'tooLarge';
  if (status === 401) return 'unsent';
  if (status === 403 || status === 404) return 'refused';
  return status >= 500 || status === 408 ? 'unknown' : 'faulty';
}

/** The system's code beneath an error of the pipeline. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

/** Teams' own code, if it is one: only letters and digits reach a log. */
function codeIn(text: string | null | undefined): string | undefined {
  try {
    const { code } = body.parse(JSON.parse(text ?? '')).error;
    return /^\w{1,60}$/.test(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Retry-After; Teams gives seconds, the standard allows a date too. */
function retryAfterMs(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - Date.now());
}
