import type { Deps } from '../app/deps.js';
import type { CardContext } from '../cards/card-context.js';
import type { DayNews } from '../cards/digest/day.js';
import type { Digest } from '../domain/digest/digest.js';
import type { Language } from '../domain/languages.js';
import type { Person } from '../domain/person/person.js';
import type { Day, Week } from '../domain/time.js';

/** What rooms make their part of a day card with. */
export interface DaySectionDeps {
  app: Deps;
  context: (language: Language) => CardContext;
  /** What a week comes to for a person. It is read once for many: absent where somebody asks for their card, whose turn does not read a week. */
  digestOf?: (week: Week, person: Person) => Promise<Digest>;
}

/** What a room says on a day card; `alone`: a card comes for it, also where nothing else is new. */
export interface DaySaid {
  rows: readonly DayNews[];
  alone: boolean;
  /** What is to be noted when it has been posted: of what is told once. */
  posted?: () => Promise<unknown>;
}

/**
 * What a room puts on the day card beside what is gathered for it from events: for a person on a day, undefined where it has
 * nothing to say. Its parts are those of cards/digest/day.ts.
 */
export type DaySection = (deps: DaySectionDeps, person: Person, today: Day) => Promise<DaySaid | undefined>;
