import type { Instant } from '../../src/domain/time';

/** What is asked of a bot that is simulated, and what time it is. `tick`: all that is due goes out. */
export interface BotQuestion {
  id: number;
  ask: 'time' | 'tick' | 'owed' | 'errors' | 'standing';
  now: Instant;
}

/** Its answer; the first, with no number, is where it listens. */
export interface BotAnswer {
  id: number;
  value?: unknown;
  failed?: string;
}

/** How the municipality's ideas stand: by what the bot counts, all months together, and the stage of each. */
export interface Standing {
  figures: Readonly<Record<string, number>>;
  stages: Readonly<Record<string, string>>;
}
