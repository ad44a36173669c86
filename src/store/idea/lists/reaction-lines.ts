import type { Reaction } from '../../../domain/idea/reactions.js';
import * as keys from '../../keys.js';
import { UnreadableRow } from '../../row-versions.js';
import { readRows } from '../../rows.js';
import type { Storage } from '../../storage.js';
import { type Reacted, type ReactionRow, readReaction } from '../reaction-kinds.js';

/** What has been written with a press, also what is out of sight. */
export type WrittenLine = Pick<Reacted, 'at' | 'words' | 'out'>;

/**
 * Reads all that people have written with their presses, the oldest first, of `most` of these at most; without who they are.
 * Throws where one cannot be read. A round trip for each thousand presses.
 */
export const reactionLines =
  ({ ideas: table }: Pick<Storage, 'ideas'>, partitionKey: string) =>
  async (id: string, reaction: Reaction, most = Number.POSITIVE_INFINITY): Promise<WrittenLine[]> => {
    const range = keys.inRange(partitionKey, keys.prefixRange(keys.reactionKey(reaction, id, '')));
    const rows = await readRows<ReactionRow>(table, range, { limit: most });
    const lines = rows.flatMap((row): WrittenLine[] => {
      const found = readReaction(row);
      if (!found.ok) throw new UnreadableRow(found.unread);
      const { at, words, out } = found.value;
      return Object.keys(words).length > 0 ? [{ at, words, ...(out && { out }) }] : [];
    });
    return lines.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  };
