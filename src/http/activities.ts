import type { Result } from '../domain/result.js';

/** Where Teams sends what people do, and what stands before the name of each other identity. */
export const MESSAGES = '/api/messages';

/** What takes the activities that come in there. */
export interface Activities {
  /** One activity as it came over HTTP. What it answers says nothing of the inside; why it is refused is for operators. */
  receive(authorization: string, activity: unknown): Promise<Received>;
}

/** What is answered: an invoke's body, or nothing but the status. */
export interface Answered {
  status: number;
  body?: unknown;
}

/** Why nothing was done for an activity, in a word for operators; the outside gets the status. */
export interface Refused {
  status: 400 | 401 | 403 | 503;
  reason: string;
}

export type Received = Result<Answered, Refused>;
