import type { TableClient, TransactionAction } from '@azure/data-tables';
import { inPartition } from '../../src/store/keys';
import { until } from '../processes/until';

async function rowKeysOf(table: TableClient, partitionKey: string): Promise<string[]> {
  const queryOptions = { filter: inPartition(partitionKey), select: ['RowKey'] };
  const keys: string[] = [];
  for await (const { rowKey = '' } of table.listEntities({ queryOptions })) keys.push(rowKey);
  return keys;
}

/**
 * Deletes all rows of ideas but those whose key names `kept`, when others have been told of them: Azurite looks through a
 * whole table for each list, so that one that grows slows all down.
 */
export async function clearIdeas(ideas: TableClient, partitionKey: string, kept: string): Promise<void> {
  const keys = () => rowKeysOf(ideas, partitionKey);
  const isOwed = (key: string): boolean => /^(?:outbox|reactions)\|/.test(key);
  await until(async () => !(await keys()).some(isOwed), { what: 'others to be told' });
  const gone = (await keys()).filter((key) => !key.includes(kept));
  for (let from = 0; from < gone.length; from += 100) {
    const some = gone.slice(from, from + 100);
    await ideas.submitTransaction(some.map((rowKey): TransactionAction => ['delete', { partitionKey, rowKey }]));
  }
}
