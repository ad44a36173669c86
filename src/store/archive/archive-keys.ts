import type { Instant } from '../../domain/time.js';
import { padded, prefixRange, time } from '../keys.js';

/** That a record has been archived, and how far it had come. */
export const archivedKey = (id: string) => `archived|${id}`;
/** What has been destroyed by rule, or is being: a report has as many rows as it takes. */
export const destructionKey = (at: Instant, part: number) => `destroyed|${time(at)}|${padded(part)}`;
export const destructions = prefixRange('destroyed|');
/** In the log, where an idea that has been destroyed has no number any more. */
export const destroyedLogKey = (at: Instant, id: string) => `log|${time(at)}|${id}|destroyed`;
