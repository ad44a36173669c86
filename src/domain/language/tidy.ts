/** As long as a title may be, in UTF-16 units. */
export const MOST_IN_TITLE = 120;

/** What ends a line in other systems; word processors' and Unicode's own too. */
const LINE_END = /\r\n?|[\v\f\u2028\u2029]/g;
/** Looks like a space, and Unicode counts it as a sign: a title of it would be a title of nothing. */
const BLANK_SIGN = /\u2800/g;
/**
 * What is not seen, or changes how the text around it is seen: controls, marks that turn text around, blank letters, tags,
 * what is no character. Kept: tab and newline, the flags that are spelled in tags, and one choice of look
 * after an emoji or a Han character. Joiners are judged after it.
 */
const UNSEEN =
  /(\u{1F3F4}[\u{E0020}-\u{E007E}]{1,6}\u{E007F}|(?<=[\p{Emoji}\p{Script=Han}])\p{VS}|[\t\n\u200C\u200D])|[\p{Cc}\p{DI}\p{NChar}\uFFF9-\uFFFC]/gu;
/** A joiner belongs between two letters of a script that needs it, or before a part of an emoji; elsewhere nobody sees it. */
const STRAY_JOINER =
  /(?<![\p{L}\p{M}\p{ExtPict}\p{EMod}])[\u200C\u200D]|[\u200C\u200D](?!\p{ExtPict}|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{L})/gu;
/** More accents on one letter than any language has; they would cover the lines above and below. */
const TOWER = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu;

/**
 * The text as it is kept: Unicode NFC, nothing in it that cannot be seen or that turns what is around it, no lone
 * surrogates, at most four accents on a letter, no white space around. What is tidy stays as it is.
 */
export const tidy = (text: string): string =>
  text
    .replace(LINE_END, '\n')
    .replace(BLANK_SIGN, ' ')
    .toWellFormed()
    .replace(UNSEEN, '$1')
    .normalize('NFC')
    .replace(STRAY_JOINER, '')
    .normalize('NFC')
    .replace(TOWER, '$1')
    .trim();

/** The same for what stands on one line, such as a title or a name. */
export const oneLine = (text: string): string => tidy(text).replace(/[\t\n]+/g, ' ');

/** With a capital first letter, as a sentence begins. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A title made from free text: its first sentence or line, shortened at a word. */
export function titleFrom(text: string): string {
  const first = oneLine(tidy(text).split(/(?<=[.!?])\s|\n/, 1)[0] ?? '');
  if (first.length <= MOST_IN_TITLE) return first;
  // The cut may go through a character that takes two units; its first half goes too.
  const cut = first.slice(0, MOST_IN_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  // Nor may a joiner be left over, or half a flag.
  return `${tidy(cut.slice(0, space > MOST_IN_TITLE / 2 ? space : cut.length))}…`;
}
