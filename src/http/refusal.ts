import type { Response } from 'restify';

/** What may be told to the outside of why there is no answer, by status. */
const codes: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  405: 'methodNotAllowed',
  413: 'tooLarge',
  415: 'unsupportedMediaType',
  429: 'tooMany',
  503: 'unavailable',
};

/** The one shape of every error answer. The reference stands in the log beside the reason, which nobody outside is told. */
export interface ErrorAnswer {
  error: { code: string; reference: string };
}

export const errorAnswer = (status: number, reference: string): ErrorAnswer => ({
  error: { code: codes[status] ?? (status >= 500 ? 'internal' : 'refused'), reference },
});

/** Answers with an error, as JSON whatever was asked for. */
export function sendRefusal(response: Response, status: number, reference: string): void {
  const body = JSON.stringify(errorAnswer(status, reference));
  response.sendRaw(status, body, {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
  });
}
