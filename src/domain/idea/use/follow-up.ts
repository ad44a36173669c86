import type { Day } from '../../time.js';

/** Whether an idea is used where it came from, as whoever looks after it says. */
export const uses = ['used', 'partly', 'notAnymore'] as const;
export type Use = (typeof uses)[number];

/** What it has been good for, beside what was expected. A few words and no figures: they are never added up. */
export const effects = ['time', 'money', 'quality', 'workEnvironment', 'climate', 'equality'] as const;
export type Effect = (typeof effects)[number];
export const MOST_EFFECTS = 2;

/** Who is asked how it goes: the first of these who can be, and where they do not answer the next one too. */
export type FollowUpAudience = 'owner' | 'leader' | 'deciders';

/** The newest answer. */
export interface FollowedUp {
  on: Day;
  use: Use;
  effects: readonly Effect[];
}
