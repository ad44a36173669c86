const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** An OData condition for rows whose column is this text. */
export const equals = (column: string, text: string): string => `${column} eq ${quoted(text)}`;
/** An OData condition for everything in one partition. */
export const inPartition = (partition: string): string => `PartitionKey eq ${quoted(partition)}`;
/** An OData condition for one partition's keys in [from, to). All values are ours or quoted here. */
export function inRange(partition: string, range: { from: string; to: string }): string {
  return `${inPartition(partition)} and RowKey ge ${quoted(range.from)} and RowKey lt ${quoted(range.to)}`;
}

/** A range of keys read from somewhere in it and around: what is there, then what stands before. `start`: how keys there go on after the range's own beginning. */
export const around = (range: { from: string; to: string }, start: string): { from: string; to: string }[] =>
  start === ''
    ? [range]
    : [
        { ...range, from: range.from + start },
        { ...range, to: range.from + start },
      ];
