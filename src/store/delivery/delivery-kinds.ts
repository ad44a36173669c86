import { z } from 'zod';
import { reactionNames } from '../../domain/idea/reactions.js';
import { ranks } from '../../domain/rank.js';
import { recordKinds } from '../../domain/record.js';
import { flag, maybe, type Read, type RowKind, rowKind } from '../row-kinds.js';
import type { NoteName, Subject } from './subject.js';

/**
 * How the rows of messages are read. One of a state, a rank or a record that this version does not know is left to an instance
 * that does: it is neither sent nor ended here. One of an unknown kind is tried, and stands where operators see it.
 */

/**
 * owed: to be sent at `due`. sending: somebody has posted it, or was about to, until `deadline`. The others are the end:
 * `ambiguous` may have arrived, `unreachable` waits for the person to install the bot, `failed` could not be sent, and
 * `moot` had nothing left to say (an empty digest, a question that somebody else has answered).
 */
export const states = ['owed', 'sending', 'sent', 'ambiguous', 'unreachable', 'failed', 'moot'] as const;
export type DeliveryState = (typeof states)[number];

const count = () => z.number().default(0);
const record = z.enum(recordKinds);
const rank = z.enum(ranks);

/** What a message of each kind cannot be drawn without. */
const needed = {
  notice: ['record', 'id', 'seq', 'as'],
  reactions: ['record', 'id', 'reaction', 'from', 'as'],
  update: ['record', 'id', 'seq', 'conversation', 'activity'],
  daily: [],
  receipt: [],
  file: ['token'],
  welcome: [],
  arrival: [],
  catchUp: ['records'],
  digest: ['week'],
  note: ['note', 'about'],
} as const satisfies { readonly [K in Subject['kind']]: readonly string[] };
type KindName = keyof typeof needed;

/** Whether this version knows messages of this kind. */
export const isKindName = (name: string): name is KindName => Object.hasOwn(needed, name);
const noteNames = [
  'thinIdeas',
  'thinMoney',
  'movedOn',
  'account',
  'moved',
  'organisationFault',
  'postCame',
  'postLeft',
  'departmentMerged',
  'unitsMoved',
  'ideaAsked',
  'askEnded',
  'workplace',
  'staffLoss',
  'changeAsked',
  'awaySet',
  'postsRight',
  'unknownNames',
  'postProposed',
  'proposalEnded',
  'nomination',
  'capability',
  'help',
  'sharing',
  'toRegister',
] as const satisfies readonly NoteName[];

const subject = {
  record: record.exactOptional(),
  id: maybe(),
  seq: z.number().exactOptional(),
  as: maybe(),
  together: maybe(),
  reaction: z.enum(reactionNames).exactOptional(),
  from: z.number().exactOptional(),
  conversation: maybe(),
  activity: maybe(),
  card: maybe(),
  gathers: flag(),
  postedOn: maybe(),
  elsewhere: maybe(),
  fits: maybe(),
  token: maybe(),
  records: maybe(),
  week: maybe(),
  month: maybe(),
  note: z.enum(noteNames).exactOptional(),
  about: maybe(),
};

/** A kind of row that is about something, and has all that this takes. */
function aboutSomething<T extends { kind: string }>(of: RowKind<T>): RowKind<T> {
  return {
    name: of.name,
    read(row, id): Read<T> {
      const read = of.read(row, id);
      if (!read.ok) return read;
      const { value } = read;
      const lacks = isKindName(value.kind) && needed[value.kind].find((column) => !(column in value));
      if (!lacks) return read;
      return { ok: false, unread: { kind: of.name, id, why: `${lacks}: missing`, newer: false } };
    },
  };
}

export const deliveryKind = aboutSomething(
  rowKind('delivery', {
    person: z.string(),
    run: z.string(),
    kind: z.string(),
    ...subject,
    state: z.enum(states),
    due: z.string(),
    rank: rank.exactOptional(),
    tries: count(),
    faults: count(),
    refusals: count(),
    unknown: count(),
    short: z.boolean().default(false),
    asks: z.boolean().exactOptional(),
    onceMore: z.boolean().exactOptional(),
    owner: maybe(),
    deadline: maybe(),
    reason: maybe(),
    at: z.string(),
    /** Names the write. */
    mark: maybe(),
  }),
);

/** What is open is named by its key. */
export const openDeliveryKind = rowKind('openDelivery', { rank: rank.exactOptional() });

export const dayItemKind = aboutSomething(
  rowKind('dayItem', {
    person: z.string(),
    run: z.string(),
    kind: z.enum(['notice', 'reactions', 'note']),
    ...subject,
    at: z.string(),
    told: maybe(),
  }),
);

/** On which day a person's day card was last posted, and the card's name. */
export const postedKind = rowKind('posted', { person: z.string(), run: z.string(), day: z.string() });

/** What has had one of somebody's places of a week (week-places.ts). */
export const weekPlacesKind = rowKind('atOnce', { person: z.string(), week: z.string(), names: z.string() });

/** What an event owes. Version 1 has `record`, what has a rank has `of`, cards that are drawn anew have `redraws`. */
export const outboxKind = rowKind('outbox', {
  record: record.exactOptional(),
  of: record.exactOptional(),
  id: z.string(),
  seq: z.number(),
  rank: rank.exactOptional(),
  at: maybe(),
  shownIn: maybe(),
  gathers: z.boolean().exactOptional(),
  left: maybe(),
  rest: z.boolean().exactOptional(),
  round: maybe(),
  redraws: record.exactOptional(),
  after: maybe(),
  faults: count(),
  reason: maybe(),
});

export const newsKind = rowKind('news', { record, id: z.string(), toldAt: z.string(), waiting: z.string() });

export const runKind = rowKind('run', {
  startedAt: z.string(),
  planner: z.string(),
  claimedAt: z.string(),
  plannedAt: maybe(),
  recipients: z.number().exactOptional(),
  finishedAt: maybe(),
});

const standing = {
  record,
  id: z.string(),
  person: z.string(),
  conversation: z.string(),
  activity: z.string(),
};
export const sentCardKind = rowKind('copy', { ...standing, decisionVersion: z.number(), seq: z.number() });
export const shownKind = rowKind('shown', { ...standing, card: maybe() });
