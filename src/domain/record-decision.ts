import { tidy } from './language/tidy.js';
import type { PersonRef } from './person/person.js';
import { accept, type Result, refuse } from './result.js';
import { type Day, type Instant, instantOf, millisecondsOf } from './time.js';

/** What decisions on all kinds of record have in common: who may, in which words, and when it happened. */

/** A command by its name, with its data's type. */
export type RecordCommand<Data extends object, Words> = {
  [T in keyof Data]: {
    type: T;
    data: Data[T];
    words: Words;
    /** The pressed card's. */
    decisionVersion?: number;
  };
}[keyof Data];

/** Which words a command takes; others are dropped. */
export type RuledWords<Key extends string> = { readonly [K in Key]?: 'required' | 'optional' };

/** Who may give a command, in which stages, and in which words. */
export interface RecordRule<R extends { stage: string }, Role extends string, Key extends string> {
  /** None: it makes the record, and who may is asked of the place that it is made for. */
  readonly from: readonly R['stage'][];
  /** Any one of these roles is enough. */
  readonly by: readonly Role[];
  /** An older card, which shows what has changed since, is answered with the present one. */
  readonly sameVersion: boolean;
  readonly words: RuledWords<Key>;
  /** What else must hold of the record for somebody with these roles. */
  readonly when?: (record: R, roles: ReadonlySet<Role>) => boolean;
}

/** Whoever gives it: `mayMake` of a record in the making, whether they may make one there. */
interface Giver<Role extends string> {
  roles: ReadonlySet<Role>;
  mayMake?: boolean | undefined;
}

type DeniedCode = 'stale' | 'notAllowed' | 'notFound' | 'notNow';

/** Why somebody cannot give this command now, whatever its words; undefined when they can. Rights come before the version, so that nobody learns by trying. */
export function deniedBy<R extends { stage: string; decisionVersion: number }, Role extends string, Key extends string>(
  { from, by, sameVersion, when }: RecordRule<R, Role, Key>,
  decisionVersion: number | undefined,
  record: R | undefined,
  { roles, mayMake }: Giver<Role>,
): { code: DeniedCode } | undefined {
  if (from.length === 0) {
    if (record) return { code: 'stale' };
    return mayMake ? undefined : { code: 'notAllowed' };
  }
  if (!record) return { code: 'notFound' };
  if (!by.some((role) => roles.has(role))) return { code: 'notAllowed' };
  if (sameVersion && decisionVersion !== undefined && decisionVersion !== record.decisionVersion)
    return { code: 'stale' };
  return from.includes(record.stage) && (when === undefined || when(record, roles)) ? undefined : { code: 'notNow' };
}

/** The words that a rule names, tidied: none that is too long, and those that it requires. */
export function ruledWords<Key extends string>(
  needs: RuledWords<Key>,
  limits: Readonly<Record<Key, number>>,
  words: { readonly [K in Key]?: string | undefined },
): Result<{ [K in Key]?: string }, { code: 'wordsMissing' | 'wordsTooLong'; field: Key }> {
  const kept: { [K in Key]?: string } = {};
  for (const [key, need] of Object.entries(needs) as [Key, 'required' | 'optional'][]) {
    const text = tidy(words[key] ?? '');
    if (text.length > limits[key]) return refuse({ code: 'wordsTooLong', field: key });
    if (text) kept[key] = text;
    else if (need === 'required') return refuse({ code: 'wordsMissing', field: key });
  }
  return accept(kept);
}

/** What every event has beside its words: the next number, and a time after all that happened to the record before. */
export function nextEvent(
  record: { seq: number; changedAt: Instant } | undefined,
  by: PersonRef | 'clock',
  now: Instant,
  today: Day,
): { seq: number; at: Instant; day: Day; by: PersonRef | 'clock' } {
  const after = record ? millisecondsOf(record.changedAt) + 1 : 0;
  return {
    seq: (record?.seq ?? 0) + 1,
    at: instantOf(Math.max(millisecondsOf(now), after)),
    day: today,
    by,
  };
}

/** The first of so many places that is free; undefined where as many are taken, also by codes that have become one. */
export const firstFree = (taken: readonly number[], most: number): number | undefined =>
  taken.length >= most
    ? undefined
    : Array.from({ length: most }, (_, at) => at + 1).find((place) => !taken.includes(place));
