/** A text in one column, or where it is too long for one in several: `state`, `state1`, `state2` … */
export type LongColumns<Name extends string> = { [N in Name]: string } & { [N in `${Name}${number}`]?: string };

/**
 * Table Storage takes 64 KiB a column at two bytes a UTF-16 unit, so 32,000 units fit. A piece never ends inside a
 * character of two units: storage would not keep its halves.
 */
const PIECE = /.{1,31999}(?:[^\uD800-\uDBFF]|$)/gs;

const nameOf = (name: string, at: number) => (at === 0 ? name : `${name}${at}`);

/** The columns that hold a text. */
export function longColumns<Name extends string>(name: Name, text: string): LongColumns<Name> {
  const pieces = text.match(PIECE) ?? [''];
  return Object.fromEntries(pieces.map((piece, at) => [nameOf(name, at), piece])) as LongColumns<Name>;
}

/** The text that `longColumns` has put into a row. */
export function readLong(row: object, name: string): string {
  const columns = row as Readonly<Record<string, unknown>>;
  let text = '';
  for (let at = 0; typeof columns[nameOf(name, at)] === 'string'; at++) text += columns[nameOf(name, at)];
  return text;
}
