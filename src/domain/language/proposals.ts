import { asRead, type MaybeRead } from './analysis/typed-text.js';
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
function leadInOf(sentence: MaybeRead): number | undefined {
  const { words } = asRead(sentence);
  const lengths = leadIns
    .map((leadIn) => leadIn.split(' '))
    .filter((leadIn) => leadIn.every((word, at) => words[at] === word))
    .map(({ length }) => length);
  if (lengths.length > 0) return Math.max(...lengths);
  return words.length > 1 && imperatives.has(words[0] ?? '') ? 0 : undefined;
}

/** Whether somebody says what ought to be done, and not what is or has been. */
export function isProposal(sentence: MaybeRead): boolean {
  const read = asRead(sentence);
  return leadInOf(read) !== undefined || COMPARES.test(read.text);
}

/** "Bättre rutiner så att …", "Fler soptunnor", "Skydd mot rån", "Rutinen för sjukanmälan borde vara enklare". */
const COMPARES = new RegExp(
  [
    /^\s*(?:en\s+|ett\s+|an?\s+)?(?:utbildning|handlingsplan|rutin(?:er)?|kampanj|kurs|övning|policy|temadag|checklista|training|campaign|course)\s/u,
    /^\s*(?:en\s+|ett\s+|an?\s+)?(?:bättre|battre|fler|mer|mindre|färre|farre|enklare|kortare|säkrare|sakrare|more|better|fewer|simpler|safer)\s/u,
    /^\s*(?:en\s+|ett\s+|an?\s+)?(?:\p{L}+\s+)?(?:skydd|larm|stöd|stod|plan|protection|alarm|support)\s+(?:mot|vid|för|for|efter|against)\s/u,
    /\bså att (?:färre|fler|ingen)\b|\bso that (?:fewer|more|nobody)\b/u,
    /\b(?:borde|should)\b/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iu',
);

/** Lead-ins by which people go on about one idea too: "vi behöver 20 000 kr", "vi kan börja i maj". */
const WEAK = /^(?:vi|man|det|ni|kan|i|we) (?:kan|behover|behovs|vore|skulle|need|could|inte|fa|would)\b/;

/** A new one of something, in plain spelling. */
const OF_NEW =
  /^(?:en |ett |an? )?(?:ny|nya|nytt|new|gemensam|gemensamt|gemensamma|gratis|free|delade|shared|extra|billigare|langre|storre|mindre)\s/;

/** Whether a sentence begins an idea, whatever stood before it: "fler …", "köp …", "vi borde …". */
export function opensProposal(sentence: MaybeRead): boolean {
  const read = asRead(sentence);
  return (isProposal(read) && !WEAK.test(read.plain)) || OF_NEW.test(read.plain);
}

/** What tells of something that is wrong, in plain spelling; words that begin so. */
const TROUBLE =
  /\b(racker inte|fungerar inte|funkar inte|svart att|problem|tar (for )?lang|vantar|saknas?|saknar|krangl|tungt|dyrt|daligt|ofta|glommer|slangs|ingen som|vet inte|hittar inte|trott|stress|ensam|missar|olika system|idag|i dag|too (hard|slow|long|many)|lack|waste|hard to|difficult)/;

const tellsOfTrouble = (text: MaybeRead): boolean => TROUBLE.test(asRead(text).plain);

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
  const read = asRead(text);
  const [first, ...others] = read.sentences;
  if (!first) return {};
  const one = others.length === 0;
  const leadIn = leadInOf(first);
  const wrong = tellsOfTrouble(read);
  if (leadIn !== undefined && !wrong) {
    const title = titleFrom(capitalised(withoutFirst(first.text, leadIn)));
    // Without words before it the sentence is the name already, and the field for it stands open.
    if (one && leadIn === 0 && title.length <= TITLE_LENGTH) return { title, solves: true };
    return { title, solution: text, solves: true };
  }
  if (!one) return { title: titleFrom(text), problem: text, ...(leadIn !== undefined && { solves: true }) };
  if (!wrong && isName(first)) return { title: titleFrom(capitalised(text.trim())), solves: true };
  return { problem: text };
}

/** A few words without a verb that tells of anything: "cykelställ vid skolan". */
export function isName(sentence: MaybeRead): boolean {
  const { text, words } = asRead(sentence);
  return words.length <= 10 && text.length <= TITLE_LENGTH && !words.some((word) => VERBS.has(word));
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
