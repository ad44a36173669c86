import type { TransactionAction } from '@azure/data-tables';
import type { IdeaEvent } from '../../../domain/idea/events.js';
import { hidesLine } from '../../../domain/idea/reading/out-of-sight.js';
import * as keys from '../../keys.js';
import type { ReactionRow } from '../reaction-kinds.js';

/**
 * What an event writes that hides a line which went with a press: one row or none. Whatever that row's version: out of sight is all that it
 * says. Where it has been taken back meanwhile nothing of the change happens.
 */
export function hiddenLine(partitionKey: string, id: string, event: IdeaEvent): TransactionAction[] {
  const hidden = hidesLine(event);
  if (!hidden) return [];
  const { reaction, person, out } = hidden;
  const rowKey = keys.reactionKey(reaction, id, person);
  return [['update', { partitionKey, rowKey, ...({ out } satisfies Partial<ReactionRow>) }, 'Merge', { etag: '*' }]];
}
