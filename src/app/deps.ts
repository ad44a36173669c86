import type { Setting } from '../domain/decide.js';
import type { RandomBytes } from '../domain/ids.js';
import type { Directory } from '../domain/organisation.js';
import { type Day, dayOf, type Instant } from '../domain/time.js';
import type { CopyStore } from '../store/copies.js';
import type { DeliveryStore } from '../store/deliveries.js';
import type { FollowStore } from '../store/follows.js';
import type { IdeaStore } from '../store/ideas.js';
import type { PeopleStore } from '../store/people.js';
import type { PictureStore } from '../store/pictures.js';
import type { TraceStore } from '../store/traces.js';

/** All that the use cases need from outside: stores, the organisation, time and randomness. */
export interface Deps {
  ideas: IdeaStore;
  people: PeopleStore;
  follows: FollowStore;
  pictures: PictureStore;
  copies: CopyStore;
  /** What somebody is owed and was sent: for the one whom it is about. Delivery itself is another layer's work. */
  deliveries: Pick<DeliveryStore, 'allOf' | 'removeAllOf'>;
  traces: TraceStore;
  directory: Directory;
  now: () => Instant;
  random: RandomBytes;
}

export const timeZoneOf = ({ directory }: Pick<Deps, 'directory'>): string => directory.organisation.digest.timeZone;

/** What day it is in the municipality. */
export const todayIn = (deps: Pick<Deps, 'directory' | 'now'>): Day => dayOf(deps.now(), timeZoneOf(deps));

/** The world as a decision sees it. */
export const settingOf = (deps: Pick<Deps, 'directory' | 'now'>): Setting => ({
  now: deps.now(),
  timeZone: timeZoneOf(deps),
  answerDays: deps.directory.organisation.answerDays,
});
