import type { Preferences } from '../../person/person.js';

/** People whom the idea itself names. */
type Named =
  | 'submitter'
  | 'joined'
  | 'commenter'
  | 'doer'
  | 'driver'
  | 'leader'
  | 'owner'
  | 'successor'
  | 'checkers'
  | 'consulted'
  | 'granter'
  | 'added'
  | 'asker';
/** People whom the organisation or other records name: looked up when the message is made, so a changed organisation is followed. */
export const lookedUp = [
  'deciders',
  'formerDeciders',
  'funder',
  'waitedFor',
  'managers',
  'concerned',
  'invited',
  'adopters',
  'users',
  'answerers',
  'followers',
  'reporters',
  'partners',
  'needing',
  'sharing',
] as const;
export type LookedUp = (typeof lookedUp)[number];

/** Whom a notice is for. */
export type Audience = Named | LookedUp;

/** A setting with which somebody stops a kind of notice. */
export type Stop = keyof Pick<Preferences, 'reminders' | 'comments' | 'followed'>;
