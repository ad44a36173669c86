import type { Deps } from '../app/deps.js';
import type { CardContext } from '../cards/card-context.js';
import type { Language } from '../domain/languages.js';
import type { PersonRef } from '../domain/person/person.js';
import type { DeliveryStore } from '../store/delivery/deliveries.js';
import type { NewsStore } from '../store/delivery/news.js';
import type { OutboxStore } from '../store/delivery/outbox.js';
import type { RunStore } from '../store/delivery/runs.js';
import type { SentCardStore } from '../store/delivery/sent-cards.js';
import type { Sleeping } from '../store/delivery/wake-ups.js';
import type { WeekReader } from './digest/week-reader.js';
import type { Log } from './log.js';
import type { Halt } from './pacing/halt.js';
import type { Meter } from './pacing/meter.js';
import type { Pacing } from './pacing/pacing.js';
import type { Concurrency } from './sending/concurrency.js';
import type { Feed } from './sending/feed.js';
import type { TeamsPort } from './teams-port.js';

/** What the parts of delivery work with. `app` is what the use cases need: stores, organisation, time and randomness. */
export interface DeliveryDeps {
  app: Deps;
  outbox: OutboxStore;
  news: NewsStore;
  deliveries: DeliveryStore;
  sentCards: SentCardStore;
  runs: RunStore;
  weeks: WeekReader;
  /** Asks workers, here or in another instance, to look at deliveries, after so many milliseconds. */
  wake: (names: readonly Sleeping[], delayMs?: number) => Promise<void>;
  /** Has what nobody waits for looked at little by little. */
  feed: Feed;
  /** Somebody whose chat was closed can be written to again: what waited for them is owed. */
  returned: (person: PersonRef) => Promise<void>;
  teams: TeamsPort;
  pacing: Pacing;
  concurrency: Concurrency;
  halt: Halt;
  meter: Meter;
  /** Whether the clock agrees with storage's: what a date brings cannot be taken back. */
  clockIsRight: () => Promise<boolean>;
  context: (language: Language) => CardContext;
  /** Whether guests of the tenant may come. */
  guests: boolean;
  log: Log;
}
