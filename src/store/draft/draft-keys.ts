import type { PersonRef } from '../../domain/person/person.js';
import type { Instant } from '../../domain/time.js';
import { prefixRange, time } from '../keys.js';

// Keys of drafts, in the partition of people. Times are padded, so that what is due first stands first.

/** What somebody has written and not sent in, by the operation that would send it. */
export const draftKey = (ref: PersonRef, name: string) => `draft|${ref}|${name}`;
export const draftsOf = (ref: PersonRef) => prefixRange(`draft|${ref}|`);
/** When something is to be done about one. */
export const draftDueKey = (at: Instant, ref: PersonRef, name: string) => `draftDue|${time(at)}|${ref}|${name}`;
/** All of which the time has come. */
export const draftsDueBy = (until: Instant) => ({ from: 'draftDue|', to: `draftDue|${time(until)}~` });
