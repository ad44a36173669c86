import { createHash } from 'node:crypto';
import { z } from 'zod';
import { languageCodes } from '../../domain/languages.js';
import { chosenNews } from '../../domain/person/day-news.js';
import type { TakenAs } from '../../domain/person/decider.js';
import { defaultPreferences } from '../../domain/person/person.js';
import { flag, json, maybe, rowKind } from '../row-kinds.js';

/**
 * How the rows of people are read. What can be chosen now and could not when a person was written is as it is for newcomers;
 * what only a newer version knows of them is kept as it is, for `z.looseObject` leaves it in.
 */

/** A row whose key holds an identity, as logs may name it. */
export const nameless = (rowKey: string): string =>
  `${rowKey.split('|')[0] ?? ''}|${createHash('sha256').update(rowKey).digest('hex').slice(0, 16)}`;

const texts = z.array(z.string());
const language = z.enum(languageCodes);
const identity = z.looseObject({ tenant: z.string(), objectId: z.string() });
const reach = z.looseObject({
  serviceUrl: z.string(),
  conversation: z.string(),
  bot: z.string(),
  user: z.string(),
  tenant: z.string(),
});
const takenAs = z.custom<TakenAs>((post) => z.looseObject({ role: z.string() }).safeParse(post).success);

const preferences = z.looseObject({
  dayCard: z.boolean().exactOptional(),
  newIdeas: z.enum(['direct', 'daily']).default(defaultPreferences.newIdeas),
  digest: z.boolean().default(defaultPreferences.digest),
  digestPace: z.enum(['weekly', 'monthly']).exactOptional(),
  reminders: z.boolean().default(defaultPreferences.reminders),
  comments: z.boolean().default(defaultPreferences.comments),
  followed: z.boolean().default(defaultPreferences.followed),
  dayNews: z
    .looseObject(Object.fromEntries(chosenNews.map((part) => [part, z.boolean().exactOptional()])))
    .exactOptional(),
  phrases: texts.exactOptional(),
});

const person = z.looseObject({
  ref: z.string(),
  identity: identity.exactOptional(),
  name: z.string(),
  guest: z.boolean().exactOptional(),
  also: texts.exactOptional(),
  mayBe: texts.exactOptional(),
  emails: texts,
  askedRoster: z.looseObject({ at: z.string(), file: z.string() }).exactOptional(),
  language,
  languageChosen: z.boolean().default(false),
  otherLanguage: z.looseObject({ language, times: z.number() }).exactOptional(),
  department: maybe(),
  unit: maybe(),
  cameFrom: z.looseObject({ department: z.string(), told: maybe() }).exactOptional(),
  sourced: z.looseObject({ place: z.string(), follows: flag() }).exactOptional(),
  protected: flag(),
  awayUntil: maybe(),
  absent: flag(),
  preferences: preferences.default({ ...defaultPreferences }),
  welcomed: texts.default([]),
  disowned: texts.default([]),
});

/** A person, under their reference and their identity; or another reference of somebody; or what is left of somebody who has left. */
export const personKind = rowKind('person', {
  body: json(z.looseObject({ person, reach: reach.exactOptional(), refusedOn: texts.exactOptional() })).exactOptional(),
  same: maybe(),
  decider: json(z.looseObject({ name: z.string(), posts: z.array(takenAs), until: z.string() })).exactOptional(),
});

/** Where there is none, a merge has left an empty text. */
const noneOr = <T>(schema: z.ZodType<T>) => z.union([z.literal(''), schema]).exactOptional();

/** What an address leads to. */
export const contactKind = rowKind('email', {
  ref: z.string(),
  installed: z.boolean(),
  awayUntil: maybe(),
  absent: z.boolean().default(false),
  disowned: json(texts).default([]),
  others: noneOr(json(texts)),
});

export const pickedKind = rowKind('picked', { ref: z.string() });

/** Somebody who has left, until all that was theirs is gone. */
export const leavingKind = rowKind('leaving', {
  since: z.string(),
  name: maybe(),
  held: json(z.array(takenAs)).exactOptional(),
  decided: json(z.looseObject({ posts: z.array(takenAs), until: z.string() })).exactOptional(),
  marks: json(texts).exactOptional(),
});

/** What somebody has been shown from other departments; what is odd is as if it had not been. */
export const metKind = rowKind('met', {
  seen: json(z.array(z.looseObject({ id: z.string(), on: z.string() }))).default([]),
});

export const claimKind = rowKind('claim', { of: z.string(), at: z.string(), told: z.boolean().default(false) });
export const movingKind = rowKind('moving', { to: z.string(), since: z.string(), asked: z.boolean().default(false) });

export const newcomerKind = rowKind('newcomer', {
  body: json(
    z.looseObject({
      identity,
      reach,
      language,
      known: flag(),
      since: z.string(),
      due: z.string(),
      tries: z.number().default(0),
    }),
  ),
});

/** How far a file of what is stored about somebody is. */
/** Why a file is not made: it could not be, or whoever has asked may not have it any more. */
const givenUpAs = ['failed', 'notForYou'] as const;
export type GivenUp = (typeof givenUpAs)[number];

export const dataFileKind = rowKind('file', {
  body: json(
    z.looseObject({
      token: z.string(),
      askedAt: z.string(),
      what: maybe(),
      until: z.string(),
      at: maybe(),
      parts: texts.default([]),
      size: z.number().default(0),
      name: maybe(),
      offered: z.boolean().default(false),
      begunAt: maybe(),
      takenAway: texts.exactOptional(),
      tries: z.number().exactOptional(),
      busyUntil: maybe(),
      outdated: z.boolean().exactOptional(),
      givenUp: z.enum(givenUpAs).exactOptional(),
    }),
  ),
});
