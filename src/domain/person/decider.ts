import { firstLanguage } from '../languages.js';
import type { Localised } from '../organisation/organisation-schema.js';
import type { Day } from '../time.js';
import type { Post } from './posts.js';

/**
 * The post in which somebody decided, as it was then. The place stands in it by code and by name, for an organisation
 * changes and the record of its decisions does not. What somebody does as driver, doer or owner is in no post.
 */
export interface TakenAs {
  role: Post['role'];
  department?: string;
  /** The department's name, or the innovation office's. */
  place: Localised;
}

/** What is left of somebody who has decided and had their data erased: kept with the decisions, found by no address. */
export interface Decider {
  name: string;
  /** In which posts they decided, each once. */
  posts: TakenAs[];
  /** The day of their last decision. */
  until: Day;
}

/** Each post once. */
export const differentPosts = (posts: readonly TakenAs[]): TakenAs[] => [
  ...new Map(
    posts.map((post) => [`${post.role}.${post.department ?? ''}.${post.place[firstLanguage]}`, post]),
  ).values(),
];
