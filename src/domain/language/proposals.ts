import { plainWords, sentencesOf } from './phrases.js';
import { smallWords } from './small-words.js';
import { capitalised, titleFrom } from './tidy.js';

/**
 * Proposals, told from questions and from what has happened by how they begin: "vi borde …", "tänk om …", "köp …". Words
 * are in plain spelling; a beginning is one or several of them.
 */
const leadIns: readonly string[] = [
  ...['vi borde', 'man borde', 'det borde', 'kommunen borde', 'ni borde', 'de borde', 'alla borde', 'borde'],
  ...['vi skulle kunna', 'man skulle kunna', 'det skulle kunna', 'ni skulle kunna', 'vi kan', 'man kan'],
  ...['vi vill testa', 'vi vill prova', 'vi vill ha', 'vi behover', 'det behovs', 'det vore bra', 'det vore fint'],
  ...['jag foreslar', 'jag tycker att', 'jag tycker', 'jag skulle vilja', 'jag vill att', 'jag onskar', 'mitt forslag'],
  ...['tank om', 'kan vi inte', 'kan man inte', 'kunde vi inte', 'varfor inte', 'forslag', 'en ide ar'],
  ...['det vore', 'om man kunde', 'kan vi fa', 'kunde man', 'skulle vi kunna', 'could we', 'can we get'],
  ...['we should', 'we could', 'we need', 'i suggest', 'i think we', 'i propose', 'why not', 'what if', 'it would be'],
];

/** What somebody is asked to do, in plain spelling. "Låt brukarna välja" is a proposal; "läser" is none. */
const imperatives: ReadonlySet<string> = new Set(
  [
    'infor skaffa kop bygg skapa starta gor lat ge satt byt anvand samla minska oka fixa ordna planera odla utbilda anstall',
    'forebygg ha borja sluta slapp testa prova digitalisera forenkla forbattra dela hyr lana erbjud ta bort inratta utveckla',
    'let give use make build create buy start stop share reuse introduce offer add set put replace reduce hire train',
  ]
    .join(' ')
    .split(' '),
);

/** How many words of the sentence only say that a proposal follows; undefined where none does. An imperative is a part of what is proposed. */
function leadInOf(sentence: string): number | undefined {
  const words = plainWords(sentence);
  const lengths = leadIns
    .map((leadIn) => leadIn.split(' '))
    .filter((leadIn) => leadIn.every((word, at) => words[at] === word))
    .map(({ length }) => length);
  if (lengths.length > 0) return Math.max(...lengths);
  return words.length > 1 && imperatives.has(words[0] ?? '') ? 0 : undefined;
}

/** Whether somebody says what ought to be done, and not what is or has been. */
export const isProposal = (sentence: string): boolean => leadInOf(sentence) !== undefined || COMPARES.test(sentence);

/** "Bättre rutiner så att …", "Fler soptunnor", "Rutinen för sjukanmälan borde vara enklare". */
const COMPARES =
  /^\s*(utbildning|handlingsplan|rutin(er)?|bättre|battre|fler|mer|mindre|färre|farre|enklare|kortare|more|better|fewer|simpler)\s|\b(borde|should)\b/iu;

/** What tells of something that is wrong, in plain spelling; words that begin so. */
const TROUBLE =
  /\b(racker inte|fungerar inte|funkar inte|svart att|problem|tar (for )?lang|vantar|saknas?|saknar|krangl|tungt|dyrt|daligt|ofta|glommer|slangs|ingen som|vet inte|hittar inte|trott|stress|ensam|missar|olika system|idag|i dag|too (hard|slow|long|many)|lack|waste|hard to|difficult)/;

const tellsOfTrouble = (text: string): boolean => TROUBLE.test(plainWords(text).join(' '));

/** What a form for a new idea begins with, made from what somebody has typed. Nothing of it stands in two fields. */
export interface Beginning {
  title?: string;
  problem?: string;
  solution?: string;
  /** How they want to solve it is what they have begun to tell: its field is seen. */
  solves?: true;
}

/** A title as people write it: so long, and one sentence. */
const TITLE_LENGTH = 80;

/**
 * Where each part of a typed idea belongs. A proposal is how to solve it, and the problem is still to be told; a name for it
 * is a name; the rest is the problem.
 */
export function beginningOf(text: string): Beginning {
  const [first, ...others] = sentencesOf(text);
  if (!first) return {};
  const one = others.length === 0;
  const leadIn = leadInOf(first.text);
  const wrong = tellsOfTrouble(text);
  if (leadIn !== undefined && !wrong) {
    const title = titleFrom(capitalised(withoutFirst(first.text, leadIn)));
    // Without words before it the sentence is the name already, and the field for it stands open.
    if (one && leadIn === 0 && title.length <= TITLE_LENGTH) return { title, solves: true };
    return { title, solution: text, solves: true };
  }
  if (!one) return { title: titleFrom(text), problem: text, ...(leadIn !== undefined && { solves: true }) };
  if (!wrong && isName(first.text)) return { title: titleFrom(capitalised(text.trim())), solves: true };
  return { problem: text };
}

/** A few words without a verb that tells of anything: "cykelställ vid skolan". */
function isName(sentence: string): boolean {
  const words = plainWords(sentence);
  return words.length <= 10 && sentence.length <= TITLE_LENGTH && !words.some((word) => VERBS.has(word));
}

/** Verbs that tell how things are, and whom they are told of, in plain spelling: a name has none. */
const VERBS: ReadonlySet<string> = new Set(
  [
    'ar blir har hade far kan vill ska maste behover saknar saknas fungerar funkar finns star gar kommer tar gor vet ser hittar',
    'jag mig du dig han honom hon henne vi oss ni man de dem det den me we us he she they them it',
    'vantar glommer slangs racker sitter skriver ringer ligger blev var racker orkar hinner passar is are have has need needs get gets takes take cannot',
  ]
    .join(' ')
    .split(' '),
);

/** The sentence after so many of its words, as it was written. */
export function withoutFirst(text: string, count: number): string {
  let rest = text;
  for (let i = 0; i < count; i++) rest = rest.replace(/^[^\p{L}\p{N}]*[\p{L}\p{N}\p{M}]+/u, '');
  return rest.replace(/^[\s:,.!?-]+/, '').trim();
}

/** An item of a list: the sign, number or name before it. */
const ITEM =
  /^\s*(?:[-*•–·▪]|\(?\d{1,2}[.):]|[a-h]\)|(?:id[eé]|förslag|forslag|idea|suggestion)\s*(?:nr\s*)?\d{1,2}\s*[.:)–-])\s+/iu;
/** "1) … 2) …" on one line. */
const NUMBERED = /(?:^|[\s:])(\(?\d{1,2}[.)])\s+(?=\p{L})/gu;

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
 * The ideas of a list, as people write one: bullets or numbers, each on its line, numbers on one line, or as many parts as
 * are said to come. Empty where it is no list of at least two.
 */
export function severalIn(text: string): string[] {
  const lines = text.split('\n');
  const marked = lines.filter((line) => ITEM.test(line));
  const items = marked.length >= 2 ? itemsOf(lines) : numberedIn(text);
  return items.length > 0 ? ideasOf(items, SHORTEST) : ideasOf(countedIn(text), SHORTEST_COUNTED);
}

/** All of them, or none where one is no idea. */
function ideasOf(items: readonly string[], shortest: number): string[] {
  const ideas = items.map((item) => item.trim()).filter((item) => item.length >= shortest && meansSomething(item));
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

/** Numbers count only in their order, from one. */
function numberedIn(text: string): string[] {
  const marks = [...text.matchAll(NUMBERED)];
  if (marks.length < 2 || marks.some(([, mark = ''], at) => Number(mark.replace(/\D/g, '')) !== at + 1)) return [];
  return marks.map((mark, at) => text.slice(mark.index + mark[0].length, marks[at + 1]?.index).replace(/[,;]\s*$/, ''));
}

const meansSomething = (item: string): boolean => plainWords(item).some((word) => !smallWords.has(word));
