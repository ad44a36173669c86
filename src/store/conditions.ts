const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** An OData condition for everything in one partition. */
export const inPartition = (partition: string): string => `PartitionKey eq ${quoted(partition)}`;
/** An OData condition for one partition's keys in [from, to). All values are ours or quoted here. */
export function inRange(partition: string, range: { from: string; to: string }): string {
  return `${inPartition(partition)} and RowKey ge ${quoted(range.from)} and RowKey lt ${quoted(range.to)}`;
}
