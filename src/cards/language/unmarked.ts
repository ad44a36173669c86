/** Signs that make something of a text wherever they stand in it, and signs that look like them and do not. */
const lookAlikes: Readonly<Record<string, string>> = {
  '*': '∗',
  _: '＿',
  '`': 'ˋ',
  '~': '∼',
  '[': '［',
  ']': '］',
  '<': '‹',
  '>': '›',
  '\\': '∖',
};
/** The same for those that do it only as the first of a line. */
const first: Readonly<Record<string, string>> = { '#': '＃', '-': '‐', '+': '＋', '=': '＝' };

/**
 * A line for the only places where a card cannot have a RichTextBlock and some clients read Markdown: the choices of a list
 * that is seen whole. Backslashes would be seen in the other clients, so signs of Markdown become signs that look like them.
 */
export const unmarked = (line: string): string =>
  line
    .replace(/[*_`~[\]<>\\]/g, (sign) => lookAlikes[sign] ?? sign)
    .replace(/^[#\-+=]+/, (signs) => [...signs].map((sign) => first[sign] ?? sign).join(''))
    .replace(/^(\d+)([.)])(?=\s|$)/, (_, number, sign) => number + (sign === '.' ? '․' : '）'))
    // "&lt;" would be shown as the sign that it names.
    .replace(/&(?=#?\w+;)/g, '＆');
