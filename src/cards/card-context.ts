import { newIdempotencyKey, type RandomBytes } from '../domain/ids.js';
import type { Language } from '../domain/languages.js';
import type { Directory } from '../domain/organisation/directory.js';
import type { OrganisationNow } from '../domain/organisation/organisation-now.js';
import type { Settings } from '../domain/organisation/settings.js';
import type { CardName, EventName } from '../domain/record.js';
import { type Day, dayOf, type Instant } from '../domain/time.js';
import { inLanguage, type Translate } from '../text/index.js';
import { fitting } from './layouts/fitting.js';
import type { Card, Draw } from './templates.js';

/** What every view draws with: one reader's language and day, the organisation, and a fresh operation id for each form. */
export interface CardContext {
  language: Language;
  t: Translate;
  /** The reader's calendar date. */
  today: Day;
  timeZone: string;
  /** The organisation as it was when the kit was made: a kit draws one answer. */
  settings: Settings;
  directory: Directory;
  mintIdempotencyKey: () => string;
  /** Where whoever follows it gets to an idea with this id; undefined where the bot does not know its own address. */
  linkTo: (idea: string) => string | undefined;
  draw: Draw;
}

/** A finished card with its plain-text summary: what a notification and a screen reader say. */
export interface Drawn {
  card: Card;
  summary: string;
  /** What its short form says below the summary, where Teams finds the card too large. */
  gist?: readonly string[];
  /** The records whose words it shows: when one of them goes out of sight, the message is drawn anew or taken away. */
  about?: About;
}

/** Records whose words stand on a card, each as of an event. `card`: the record whose card it is, or what else it is. */
export interface About {
  card: CardName;
  records: readonly EventName[];
}

/** Of a card that is no record's own: a list of their titles, or one that also quotes what somebody has said. */
export const showsRecords = (card: 'titles' | 'quotes', records: readonly EventName[]): { about?: About } =>
  records.length > 0 ? { about: { card, records } } : {};

export interface CardContextSource {
  organisation: OrganisationNow;
  draw: CardContext['draw'];
  now: () => Instant;
  random: RandomBytes;
  /** At which the bot is reached; http/server.ts serves ideas' links there. */
  publicUrl?: (() => string | undefined) | undefined;
}

/** Makes the kit of a reader, at the moment when something is drawn for them. */
export function createCardContexts({
  organisation,
  draw,
  now,
  random,
  publicUrl,
}: CardContextSource): (language: Language) => CardContext {
  return (language) => {
    const at = now();
    const settings = organisation.settings();
    const { timeZone } = settings.digest;
    let today: Day | undefined;
    const t = inLanguage(language);
    return {
      language,
      t,
      // Worked out when it is asked for: it takes longer than all the rest, and many answers name no day.
      get today() {
        today ??= dayOf(at, timeZone);
        return today;
      },
      timeZone,
      settings,
      directory: organisation.directory(),
      mintIdempotencyKey: () => newIdempotencyKey(random),
      linkTo(idea) {
        const base = publicUrl?.();
        return base && `${base}/ideas/${idea}`;
      },
      draw: fitting(draw, t('card.cut')),
    };
  };
}
