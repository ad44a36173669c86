import { announcedIn } from './announced.js';
import { ideaBegun } from './begun.js';
import { meanSomething, plainWords } from './phrases.js';
import { standingApart } from './standing-apart.js';

/** An item of a list: the sign, number or name before it. */
const ITEM =
  /^\s*(?:[-*•–·▪]|\(?\d{1,2}[.):]|\(?[a-h]\)|(?:id[eé]|förslag|forslag|idea|suggestion)\s*(?:nr\s*)?\d{1,2}\s*[.:)–-])(?:\s+|(?=\p{L}))/iu;
/** "1) … 2) …" and "a) … b) …" on one line. */
const NUMBERED = /(?:^|[\s:])(\(?\d{1,2}[.)])\s*(?=\p{L})/gu;
const LETTERED = /(?:^|[\s:])(\(?[a-h]\))\s*(?=\p{L})/giu;

/** Fewer letters are no idea. */
const SHORTEST = 8;
/** Of a list that says how many ideas it has. */
const SHORTEST_COUNTED = 3;
const MOST_ITEMS = 8;

/** "Jag har två idéer: …": how many ideas follow. */
const COUNTED =
  /^[^.:\n]{0,40}?(?<count>två|tva|tre|fyra|fem|sex|two|three|four|five|six|[2-8])\s+(?:\p{L}+\s+)?(?:idéer|ideer|förslag|forslag|ideas|suggestions)\s*(?:[.:]|\n)\s*/iu;
const COUNTS: Readonly<Record<string, number>> = {
  ...{ två: 2, tva: 2, tre: 3, fyra: 4, fem: 5, sex: 6 },
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6 },
};
/** What ideas are told apart by where it is said how many they are: lines, then sentences, then commas. */
const APART: readonly RegExp[] = [/\n+/, /(?<=[.!])\s+/, /\s*,\s*(?:och\s+|and\s+)?|\s+(?:och|and)\s+/iu];

/**
 * The ideas of a message that has at least two, as people write them: each said to be another one, with bullets, numbers or
 * letters, as many as are said to come, or each on a line or in a paragraph of its own. Empty for one idea, however long.
 */
export function severalIn(text: string): string[] {
  const announced = ideasOf(announcedIn(text), SHORTEST_COUNTED);
  // Who has said "I have an idea" lists its parts.
  if (announced.length > 0 || ideaBegun(text)) return announced;
  const lines = text.split('\n');
  const marked = lines.filter((line) => ITEM.test(line));
  const items = marked.length >= 2 ? itemsOf(lines) : orderedIn(text);
  if (items.length > 0) return ideasOf(items, SHORTEST);
  const counted = ideasOf(countedIn(text), SHORTEST_COUNTED);
  return counted.length > 0 ? counted : ideasOf(standingApart(text), SHORTEST);
}

/** All of them, or none where one is no idea. */
function ideasOf(items: readonly string[], shortest: number): string[] {
  const ideas = items
    .map((item) => item.trim())
    .filter((item) => item.length >= shortest && meanSomething(plainWords(item)));
  return ideas.length >= 2 && ideas.length === items.length ? ideas.slice(0, MOST_ITEMS) : [];
}

/** The parts after "två idéer:", where they are as many as that. */
function countedIn(text: string): string[] {
  const found = COUNTED.exec(text.trimStart());
  const said = found?.groups?.count?.toLowerCase() ?? '';
  const count = COUNTS[said] ?? Number(said);
  if (!found || !count) return [];
  const rest = text.trimStart().slice(found[0].length);
  const ways = APART.map((sign) => rest.split(sign).filter((part) => part.trim()));
  return ways.find(({ length }) => length === count) ?? [];
}

/** Each marked line with the lines after it that are not; what stands before the first is said of them all. */
function itemsOf(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''));
    else if (items.length > 0 && line.trim()) items.push(`${items.pop()}\n${line}`);
  }
  return items;
}

/** What follows each number or letter of one line: they count only in their order, from the first. */
function orderedIn(text: string): string[] {
  const numbers = marksIn(text, NUMBERED, (mark) => Number(mark));
  return numbers.length > 0 ? numbers : marksIn(text, LETTERED, (mark) => mark.toLowerCase().charCodeAt(0) - 96);
}

function marksIn(text: string, sign: RegExp, placeOf: (mark: string) => number): string[] {
  const marks = [...text.matchAll(sign)];
  const inOrder = marks.every(([, mark = ''], at) => placeOf(mark.replace(/[().]/g, '')) === at + 1);
  if (marks.length < 2 || !inOrder) return [];
  return marks.map((mark, at) => text.slice(mark.index + mark[0].length, marks[at + 1]?.index).replace(/[,;]\s*$/, ''));
}
