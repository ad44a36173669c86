import type { Idea } from './idea.js';
import type { Role } from './policy.js';
import type { Stage } from './stages.js';
import type { WordKey } from './words.js';

/** Who may give a command, when, and in which words. */
export interface Rule {
  /** The stages in which it can be done; empty: it creates the idea. */
  from: readonly Stage[];
  /** Any one of these roles is enough. */
  by: readonly Role[];
  words: Partial<Record<WordKey, 'required' | 'optional'>>;
  /** A card of an earlier turn is refused. Off where the command means the same at any turn. */
  sameTurn: boolean;
  /** What else must hold of the idea for somebody with these roles. */
  when?: (idea: Idea, roles: ReadonlySet<Role>) => boolean;
}
