import pino, { type DestinationStream, type Logger } from 'pino';

/**
 * The log: one line of JSON for each thing that happened. An error given as `err` is written without its message, for
 * messages of storage, of parsers and of Teams may quote what people wrote.
 */
export const createLog = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, serializers: { err: describeError } }, destination ?? pino.destination(1));

export interface DescribedError {
  /** The error's class: "RestError". */
  kind: string;
  /** The HTTP status that storage or Teams answered, or the system's code: "404", "ECONNREFUSED". */
  code?: string;
  /** The calls that led there, innermost first. */
  at?: string[];
  cause?: DescribedError;
}

/** So deep may causes lie in each other; more than that is a circle. */
const DEEPEST = 5;

/** What an operator may read of an error: what kind, where in the code, and why beneath it. Never its message. */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = codeOf(error);
  const at = framesOf(error);
  return {
    kind: error.constructor.name,
    ...(code !== undefined && { code }),
    ...(at.length > 0 && { at }),
    ...(error.cause instanceof Error && depth < DEEPEST && { cause: describeError(error.cause, depth + 1) }),
  };
}

/** Only what looks like a code: some libraries put a sentence there. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const codes = ['statusCode' in error && error.statusCode, 'code' in error && error.code];
  return codes.map(String).find((code) => /^[A-Z0-9_]{2,40}$/.test(code));
}

/** The stack without the message that it begins with, whatever lines that message has. */
function framesOf({ stack = '', message }: Error): string[] {
  const end = stack.indexOf(message) + message.length;
  const frames = stack.startsWith(message, end - message.length) ? stack.slice(end) : '';
  return frames
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+(:\d+:\d+|<anonymous>|native)\)?$/.test(line));
}

/**
 * What libraries print becomes one line of the log, which says that they did and not what: some print whole activities
 * and tokens.
 */
export function takeOver(console: Pick<Console, ConsoleMethod>, log: Pick<Logger, 'warn'>): void {
  for (const method of consoleMethods) {
    console[method] = () => log.warn({ console: method }, 'A library printed something, which is not shown here');
  }
}

const consoleMethods = ['debug', 'log', 'info', 'warn', 'error'] as const;
type ConsoleMethod = (typeof consoleMethods)[number];
