import { firstLanguage, type Language } from '../languages.js';
import type { Day, Instant } from '../time.js';
import type { NewsChoices } from './day-news.js';

declare const ofPerson: unique symbol;
/**
 * A random reference; the only thing about a person that stands in ideas, events, lists and messages. The mark is the
 * compiler's alone: by it a type that names somebody can be told from other text (`event.ts`).
 */
export type PersonRef = string & { readonly [ofPerson]?: never };

/** Whether values of this type name somebody, themselves or in what they hold. */
type NamesPerson<T> = T extends string
  ? typeof ofPerson extends keyof T
    ? true
    : never
  : T extends object
    ? { [K in keyof T]-?: NamesPerson<T[K]> }[T extends readonly unknown[] ? number & keyof T : keyof T]
    : never;

/** The fields in which something names somebody. */
export type PersonField<T> = { [K in keyof T]-?: [NamesPerson<T[K]>] extends [never] ? never : K }[keyof T];

/** What a person wants to hear of. Decisions on one's own idea are not here: they always come. */
export interface Preferences {
  /** All that needs no message of its own, in one card a day. Absent: they have chosen nothing, and get it. */
  dayCard?: boolean;
  /** To leaders: a card for each new idea, or all of them in the day card. */
  newIdeas: 'direct' | 'daily';
  /** Whether they are told what has happened in the places that they manage. */
  digest: boolean;
  /** How often. Absent: every week. */
  digestPace?: Exclude<DigestPace, 'off'>;
  /** Of what the person is to answer or to look at again. */
  reminders: boolean;
  comments: boolean;
  /** What happens to ideas that the person follows. */
  followed: boolean;
  /** What else the day card tells. */
  dayNews?: NewsChoices;
  /** With what they begin when they say why an idea ends, in their own words. */
  phrases?: string[];
}
/** As many as are found in a list at a glance, and as long as a beginning is. */
export const MOST_PHRASES = 5;
export const LONGEST_PHRASE = 120;

export const defaultPreferences: Preferences = {
  newIdeas: 'direct',
  digest: true,
  reminders: true,
  comments: true,
  followed: true,
};

/** How often somebody is told what has happened in the places that they manage. */
export const digestPaces = ['weekly', 'monthly', 'off'] as const;
export type DigestPace = (typeof digestPaces)[number];
export const digestPaceOf = ({ digest, digestPace = 'weekly' }: Preferences): DigestPace =>
  digest ? digestPace : 'off';

/** Whether somebody gets a day card. */
export const hasDayCard = ({ preferences }: Pick<Person, 'preferences'>): boolean => preferences.dayCard !== false;

/** When more ideas than this wait for somebody's answer, one idea more is no news that has to reach them at once: it comes in the day card. */
export const MOST_WAITING_AT_ONCE = 40;
/** Whoever has more than this waiting does not keep up with all that comes at once: they get so many new ideas of a week so, and the rest in the day card. */
export const WAITING_KEPT_UP_WITH = 12;
export const MOST_NEW_AT_ONCE_A_WEEK = 4;

/** Who somebody is in Entra: the object id, in its tenant. */
export interface EntraIdentity {
  tenant: string;
  objectId: string;
}

/** When Teams' roster was last asked who somebody is, and what the organisation file named then. */
export interface RosterAsked {
  at: Instant;
  /** The file's posts as `Directory.mark` sums them up. */
  file: string;
}

/** What a source has said of where somebody works. */
export interface Sourced {
  /** The place that it said last: `VOO.HTN`. */
  place: string;
  /** They are where it says, and have chosen nothing themselves. Absent of whoever has. */
  follows?: true;
}

/** From which department, by the code that it had, the reorganised come to theirs. */
export interface CameFrom {
  department: string;
  /** Absent until they have been told. */
  told?: Day;
}

/** Somebody whom the bot knows. One who is only named (by e-mail or as picked in Teams, in the organisation file or on a card) has no identity yet. */
export interface Person {
  ref: PersonRef;
  /** Present once the person has met the bot. */
  identity?: EntraIdentity;
  name: string;
  /** A guest of the tenant, as Teams' roster said when they came. */
  guest?: boolean;
  /** References under which they stood before it was known that they are the same person. */
  also?: PersonRef[];
  /**
   * References of those who had one of their addresses before, under an account of their own: whether that is the same
   * person is not known, and what was decided of it is not asked here. On what is those people's they decide nothing.
   */
  mayBe?: PersonRef[];
  /** E-mail and UPN as Teams' roster gives them, in lower case. No other person who has met the bot has any of them. */
  emails: string[];
  /** Absent of somebody whom the roster has not told of, or not since this is noted. */
  askedRoster?: RosterAsked;
  /** The person's own choice, else Teams' locale. */
  language: Language;
  languageChosen: boolean;
  /** Another language, in which they have written lately, and how many times in a row. */
  otherLanguage?: { language: Language; times: number };
  department?: string;
  unit?: string;
  /** The department in which they worked until it became a part of another, and on which day that was told them. */
  cameFrom?: CameFrom;
  /** What a source has said of where they work. */
  sourced?: Sourced;
  /** Their personal data are protected, as a source says: their name is shown to nobody else, and neither is their unit. */
  protected?: true;
  awayUntil?: Day;
  /** On leave or ill, or not working here any more, as a source says: their deputies act, and nothing is taken from them. */
  absent?: true;
  preferences: Preferences;
  /** True once the first welcome was given, and for each post ("leader.VOO") once its welcome was. */
  welcomed: string[];
  /** Posts of which the person has said "Det stämmer inte". */
  disowned: string[];
}

/** What is known of somebody who is only named. */
export const unmet = {
  language: firstLanguage,
  languageChosen: false,
  preferences: defaultPreferences,
  welcomed: [] as string[],
  disowned: [] as string[],
} as const satisfies Partial<Person>;

/** Every reference under which somebody stands in ideas, or may stand, beside the one that they have. */
export const otherRefsOf = ({ also = [], mayBe = [] }: Pick<Person, 'also' | 'mayBe'>): PersonRef[] => [
  ...new Set([...also, ...mayBe]),
];

/** Those and the one that they have, first. */
export const refsOf = (person: Pick<Person, 'ref' | 'also' | 'mayBe'>): PersonRef[] => [
  ...new Set([person.ref, ...otherRefsOf(person)]),
];

/** The references that somebody has to answer for when they take an address over from people with accounts of their own. */
export const mayBeAfter = (
  { ref, mayBe = [] }: Pick<Person, 'ref' | 'mayBe'>,
  losing: readonly Pick<Person, 'ref' | 'identity' | 'also' | 'mayBe'>[],
): PersonRef[] => [
  ...new Set([...mayBe, ...losing.filter(({ identity }) => identity).flatMap(refsOf)].filter((one) => one !== ref)),
];

/** Those under which what they did is theirs for certain: the one that they have, and those that were found to be theirs. */
export const heldRefsOf = ({ ref, also = [] }: Pick<Person, 'ref' | 'also'>): PersonRef[] => [ref, ...also];

/**
 * What somebody is called; undefined for one who is known by nothing but an address or an object id, which is nobody's name,
 * and of one whose personal data are protected.
 */
export const nameOf = ({
  name,
  identity,
  protected: hidden,
}: Pick<Person, 'name' | 'identity' | 'protected'>): string | undefined =>
  !hidden && name !== '' && (identity || !name.includes('@')) ? name : undefined;
