/** So many UTF-16 units of a file are one row: a row takes a megabyte. */
const PART = 400_000;

/** A text in pieces of which none ends inside a character of two units. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const last = text.charCodeAt(from + PART - 1);
    const to = from + PART - (last >= 0xd800 && last <= 0xdbff ? 1 : 0);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces.length > 0 ? pieces : [''];
}
