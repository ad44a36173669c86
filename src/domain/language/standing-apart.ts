import { TypedText } from './analysis/typed-text.js';
import { meanSomething } from './phrases.js';
import { isName, opensProposal } from './proposals.js';
import { smallWords } from './small-words.js';

/** Longer lines tell something. */
const LONGEST_LINE = 12;
/** So many names without "fler" or "köp" are a list; two may be a title and a place. */
const FEWEST_NAMES = 3;
/** Words of so many letters say what a paragraph is about; their endings may differ. */
const LONG_WORD = 5;

/** What stands around a subject. */
const FRAME: ReadonlySet<string> = new Set(
  'borde skulle kunna foreslar tycker forslag battre farre mindre enklare should could would suggest better fewer simpler'.split(
    ' ',
  ),
);

/** What stands over a list, or under it. */
const HEADING = /^(?=\D{0,60}$).*\b(?:ideer|idéer|förslag|forslag|ideas|suggestions)\b[^.!?]{0,20}:?$/iu;
const SIGNED = /^(?:mvh|halsning|vanliga halsning|med vanlig|tack pa forhand|best|regards|kind regards|sincerely)/;

/** With these somebody goes on about the same idea, in plain spelling: what comes first, then, or of it. */
const GOES_ON = new RegExp(
  `^(?:${[
    'det den de dem da sa detta dessa denna darfor sedan dessutom ocksa och men for eftersom annars alltsa har dar dit dess',
    'i pa vid som med att om till av utan genom under hos bade pga t',
    'problem problemet losning losningen nytta nyttan resultat resultatet syfte syftet mal malet kostnad kostnaden fordel fordelen bakgrund',
    'nackdel nackdelen exempel exempelvis kontakt namn enhet avdelning plats',
    'it this that they these those then so because therefore also and but in at with for to of',
    'problem solution benefit benefits cost purpose background result example',
  ]
    .join(' ')
    .replaceAll(
      ' ',
      '|',
    )})\\b|\\b(?:de|dem|den|det|they|it) (?:fick|kan|far|skulle|kunde|blir|ska|ocksa|sjalva|could|can|would|will)\\b|\\b(?:forst|sedan|darefter|borja|testa|prova|utvardera|slutligen|sist|dem|dessa|first|then|afterwards|start|try|evaluate|pilot|finally|them)\\b`,
);
/** "Lösning: fler kassor". */
const LABELLED = /^\s*\p{L}[\p{L} ]{1,25}:/u;
/** A line that breaks off. */
const BREAKS_OFF =
  /(?:[,;:–-]|\s(?:och|eller|i|på|vid|för|med|till|av|som|att|en|ett|and|or|in|at|for|with|to|of|the|a))$/iu;

/**
 * The lines or paragraphs of a text that are an idea each, with no sign before them: "fler bänkar", "bättre kaffe". One idea
 * over several lines goes on from one to the next, or tells what is wrong and then what would help: it is left whole.
 */
export function standingApart(text: string): string[] {
  const paragraphs = /\n\s*\n/.test(text.trim());
  const blocks = text
    .trim()
    .split(paragraphs ? /\n\s*\n/ : /\n/)
    .map((block) => new TypedText(block.trim()));
  const parts = ideasOnly(blocks);
  const said = blocks.some(({ text: block }) => HEADING.test(block)) || parts.every(isWholeIdea);
  const enough = parts.length >= (said ? 2 : FEWEST_NAMES);
  if (!enough || goOn(parts)) return [];
  if (!parts.every((part) => (paragraphs ? beginsIdea(part) || isWholeIdea(part) : beginsIdea(part) && isLine(part))))
    return [];
  return paragraphs && sharesSubject(parts) ? [] : parts.map(({ text: part }) => part);
}

/** Without a greeting or heading before them and a name after. */
function ideasOnly(parts: readonly TypedText[]): TypedText[] {
  const said = parts.filter(({ words }) => words.length > 0);
  const from = said.findIndex(({ text, words }) => !HEADING.test(text) && meanSomething(words));
  const signed = said.findIndex(({ plain }) => SIGNED.test(plain));
  return said.slice(Math.max(from, 0), signed < 0 ? undefined : signed);
}

const isLine = ({ words, sentences }: TypedText): boolean => words.length <= LONGEST_LINE && sentences.length === 1;

/** What ought to be, or a name of it; a name with another name in it may be of a place or a person. */
function beginsIdea({ sentences: [first] }: TypedText): boolean {
  if (!first) return false;
  return opensProposal(first) || (isName(first) && !/\s\p{Lu}/u.test(first.text) && first.words.length > 1);
}

/** What is wrong and what would help, in one paragraph. */
const isWholeIdea = ({ sentences }: TypedText): boolean => sentences.some((sentence) => opensProposal(sentence));

/** Whether one of them goes on from the one before: by its first word, its small letter or the end of the other. */
function goOn(parts: readonly TypedText[]): boolean {
  const [first, ...others] = parts;
  const capital = /^\p{Lu}/u.test(first?.text ?? '');
  return (
    parts.some(({ text }) => LABELLED.test(text)) ||
    parts.slice(0, -1).some(({ text }) => BREAKS_OFF.test(text)) ||
    others.some(({ text, sentences }) => GOES_ON.test(sentences[0]?.plain ?? '') || (capital && /^\p{Ll}/u.test(text)))
  );
}

/** Paragraphs of one idea name its subject again. */
function sharesSubject(parts: readonly TypedText[]): boolean {
  const subjects = parts.map(
    ({ words }) =>
      new Set(
        words
          .filter((word) => word.length >= LONG_WORD && !smallWords.has(word) && !FRAME.has(word))
          .map((word) => word.slice(0, LONG_WORD)),
      ),
  );
  return subjects.some((one, at) => at > 0 && [...one].some((word) => subjects[at - 1]?.has(word)));
}
