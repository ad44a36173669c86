/** What Teams is told to do with one request instead of answering it as usual. */
export interface Behaviour {
  /** Whether the request has its effect: after `reset` and `never` the sender cannot know. */
  arrives: boolean;
  answer: ConnectorAnswer | 'as usual' | 'reset' | 'never';
  /** Milliseconds between the effect and the answer. */
  delayMs?: number;
}

export interface ConnectorAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** The body of every refusal by the connector. */
export const fault = (code: string, message = code): { error: { code: string; message: string } } => ({
  error: { code, message },
});

/** Refused: nothing arrives, and the sender is told so. */
export function refuses(status: number, code: string, headers: Record<string, string> = {}): Behaviour {
  return { arrives: false, answer: { status, headers, body: fault(code) } };
}

/** 429, with the seconds to wait where Teams gives them. */
export const tooManyRequests = (retryAfterSeconds?: number): Behaviour =>
  refuses(429, 'TooManyRequests', retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) });

export type ForbiddenCode =
  | 'ConversationBlockedByUser'
  | 'BotNotInConversationRoster'
  | 'BotDisabledByAdmin'
  | 'MessageWritesBlocked'
  | 'ForbiddenOperationException';

export const forbidden = (code: ForbiddenCode): Behaviour => refuses(403, code);
export const preconditionFailed = (): Behaviour => refuses(412, 'PreconditionFailed');
export const notFound = (): Behaviour => refuses(404, 'ConversationNotFound');
export const tooLarge = (): Behaviour => refuses(413, 'MessageSizeTooBig');
/** 5xx with nothing arrived; to the sender it looks like `acceptedThenServerError`. */
export const serverError = (status = 500): Behaviour => refuses(status, 'ServiceError');
export const acceptedThenServerError = (status = 500): Behaviour => ({ ...serverError(status), arrives: true });
/** 307, which keeps method and body: a client that follows it sends everything there once more. */
export const redirects = (to: string): Behaviour => refuses(307, 'Moved', { location: to });
export const resetBefore = (): Behaviour => ({ arrives: false, answer: 'reset' });
export const acceptedThenReset = (): Behaviour => ({ arrives: true, answer: 'reset' });
export const hangs = (): Behaviour => ({ arrives: false, answer: 'never' });
export const acceptedThenHangs = (): Behaviour => ({ arrives: true, answer: 'never' });
/** Arrives at once and is answered as usual, but this many milliseconds later. */
export const late = (delayMs: number): Behaviour => ({ arrives: true, answer: 'as usual', delayMs });
export const asUsual = (): Behaviour => ({ arrives: true, answer: 'as usual' });

/** The same behaviour for every request that matches, until the order is taken back. */
export function* forever(behaviour: Behaviour): Generator<Behaviour> {
  for (;;) yield behaviour;
}
