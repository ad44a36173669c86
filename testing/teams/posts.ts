import type { Activity } from 'botbuilder';
import { wordsOf } from '../cards/card.js';

/** An activity that the bot sent. */
export interface Post {
  readonly id: string;
  readonly conversationId: string;
  /** Milliseconds on `performance.now()`'s clock. */
  readonly at: number;
  readonly activity: Partial<Activity>;
  /** Later versions by updateActivity, oldest first. */
  readonly updates: Partial<Activity>[];
  deleted: boolean;
  /** The count of all changes when this post last changed. */
  changed: number;
}

export interface WaitOptions {
  /** Only what was sent or updated after this `mark()` counts. */
  since?: number;
  /** Milliseconds. */
  within?: number;
}

/** The activity as it stands after its updates. */
export const current = (post: Post): Partial<Activity> => post.updates.at(-1) ?? post.activity;

/** One line for a failure message. */
export function describe(post: Post, recipient: string): string {
  const changes = post.updates.length > 0 ? `, updated ${post.updates.length} times` : '';
  const state = `${post.activity.type}${changes}${post.deleted ? ', deleted' : ''}`;
  return `${post.id} to ${recipient} (${state}): ${wordsOf(current(post)).join(' | ').slice(0, 300)}`;
}

/** Everything that arrived in Teams, with somebody told at each change. */
export class Posts {
  /** Rises by one at each send, update and delete. */
  changes = 0;
  readonly #inOrder: Post[] = [];
  readonly #byId = new Map<string, Post>();
  readonly #watchers = new Set<(post: Post) => void>();

  of(conversationId?: string): readonly Post[] {
    return this.#inOrder.filter((post) => conversationId === undefined || post.conversationId === conversationId);
  }

  byId(id: string): Post | undefined {
    return this.#byId.get(id);
  }

  add(conversationId: string, activity: Partial<Activity>): Post {
    const id = `1:${String(this.#inOrder.length + 1).padStart(6, '0')}`;
    const post: Post = { id, conversationId, at: performance.now(), activity, updates: [], deleted: false, changed: 0 };
    this.#inOrder.push(post);
    this.#byId.set(id, post);
    this.#announce(post);
    return post;
  }

  update(post: Post, activity: Partial<Activity>): void {
    post.updates.push(activity);
    this.#announce(post);
  }

  delete(post: Post): void {
    post.deleted = true;
    this.#announce(post);
  }

  /** Settles with the first post that fits; fails with `failure()` after `within` ms, or with what `fits` throws. */
  waitFor(
    fits: (post: Post) => boolean,
    failure: () => string,
    { since = 0, within = 10_000 }: WaitOptions,
  ): Promise<Post> {
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(deadline);
        this.#watchers.delete(watch);
        finish();
      };
      const watch = (post: Post) => {
        try {
          if (post.changed > since && fits(post)) settle(() => resolve(post));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const deadline = setTimeout(() => settle(() => reject(new Error(failure()))), within);
      this.#watchers.add(watch);
      for (const post of this.#inOrder) watch(post);
    });
  }

  #announce(post: Post): void {
    this.changes += 1;
    post.changed = this.changes;
    for (const watch of [...this.#watchers]) watch(post);
  }
}
